package io.ringwright.records;

import io.ringwright.records.Stay.How;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/**
 * The calls that entered one hunt group in a period.
 *
 * <p>Thread safety: one thread.
 */
final class GroupDay {

  private final ReportPeriod period;
  private final long inTime;
  private final List<Slot> slots = new ArrayList<>();

  /** One interval. */
  private static final class Slot {
    private long offered;
    private final LongStream.Builder answered = LongStream.builder();
    private final LongStream.Builder abandoned = LongStream.builder();
  }

  GroupDay(ReportPeriod period, Duration inTime) {
    this.period = period;
    this.inTime = inTime.toMillis();
    for (int at = 0; at < period.bounds().size() - 1; at++) {
      slots.add(new Slot());
    }
  }

  void stay(Instant entered, long waited, String how) {
    Slot slot = slots.get(period.indexOf(entered));
    slot.offered++;
    if (how.equals(How.ANSWERED.name())) {
      slot.answered.add(waited);
    } else if (how.equals(How.ABANDONED.name())) {
      slot.abandoned.add(waited);
    }
  }

  List<GroupReport> reports(String number) {
    List<Instant> bounds = period.bounds();
    List<GroupReport> reports = new ArrayList<>();
    for (int at = 0; at < slots.size(); at++) {
      Interval interval = new Interval(number, bounds.get(at), bounds.get(at + 1));
      reports.add(report(interval, slots.get(at)));
    }
    return reports;
  }

  private GroupReport report(Interval interval, Slot slot) {
    long[] answered = slot.answered.build().toArray();
    long[] abandoned = slot.abandoned.build().toArray();
    GroupReport.Counts counts =
        new GroupReport.Counts(
            slot.offered, answered.length, inTime(answered), abandoned.length, inTime(abandoned));
    return new GroupReport(interval, counts, Waits.of(answered), Waits.of(abandoned));
  }

  private long inTime(long[] waits) {
    return LongStream.of(waits).filter(wait -> wait <= inTime).count();
  }
}
