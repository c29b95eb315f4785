package io.ringwright.announcement;

import io.ringwright.announcement.Facts.Ahead;
import io.ringwright.call.Announcement;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.WaitEstimate;
import io.ringwright.directory.Announcements;
import io.ringwright.directory.HearingBuilder;
import io.ringwright.directory.PhoneList;
import io.ringwright.directory.RandomDraw;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/** One caller who waits, and is told what a plan says; the test moves time and queue. */
final class PlannedCaller {

  static final Instant START = Instant.parse("2026-03-02T09:00:00Z");

  AnnouncementPlan plan;
  Instant now = START;
  int position = 1;
  int calls = 1;
  int staff = 3;
  Ahead ahead = Ahead.NOBODY;
  WaitEstimate estimate = WaitEstimate.unknown();
  Step last;
  Told told;

  PlannedCaller(Announcements settings) {
    plan = new AnnouncementPlan(settings);
    last = plan.begin(now);
    told = last.told();
  }

  static PlannedCaller with(Consumer<HearingBuilder> hearing) {
    return new PlannedCaller(settings(hearing));
  }

  static Announcements settings(Consumer<HearingBuilder> hearing) {
    return PhoneList.builder()
        .extension("100", anna -> anna.device("PJSIP/100"))
        .huntGroup("700", group -> group.member("100").callersHear(hearing))
        .build()
        .huntGroup(DirectoryNumber.of("700"))
        .orElseThrow()
        .hearing()
        .announcements();
  }

  PlannedCaller at(int newPosition) {
    position = newPosition;
    return this;
  }

  /** The far end of the estimated interval, in seconds. */
  PlannedCaller expecting(int longest) {
    estimate =
        new WaitEstimate.Between(Duration.ofSeconds(1), Duration.ofSeconds(longest), "a test");
    return this;
  }

  /** What is said so many seconds after the beginning; empty for nothing. */
  String saidAt(int second) {
    return saidAt(START.plusSeconds(second));
  }

  String saidAt(Instant instant) {
    now = instant;
    Facts facts = new Facts(now, position, Math.max(position, calls), estimate, staff, ahead);
    last = plan.next(told, facts, RandomDraw::mixed);
    told = last.told();
    return said();
  }

  /** What was said last. */
  String said() {
    return last.announcement().map(Announcement::text).orElse("");
  }

  List<String> reasons() {
    return last.reasons();
  }

  /** In how many seconds the plan looks again. */
  long next() {
    return Duration.between(now, last.next()).toSeconds();
  }
}
