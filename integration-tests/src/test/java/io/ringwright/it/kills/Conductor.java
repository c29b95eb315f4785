package io.ringwright.it.kills;

import io.ringwright.fakeasterisk.PhoneBehaviour;
import io.ringwright.it.kills.Link.Condition;
import io.ringwright.it.kills.Schedule.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Carries out a schedule.
 *
 * <p>Thread safety: {@link #disturb} is called by one thread for the house and one for the phones.
 */
final class Conductor {

  private final House house;
  private final Arrivals arrivals;
  private final List<Happened> happened = new CopyOnWriteArrayList<>();
  private final List<Stay> outages = new CopyOnWriteArrayList<>();

  /** Asterisk is not stopped while it is asked about a phone. */
  private final ReentrantLock asteriskIsThere = new ReentrantLock();

  Conductor(House house, Arrivals arrivals) {
    this.house = house;
    this.arrivals = arrivals;
  }

  /** Carries out the steps, one after another, until the last or an instant. */
  void disturb(List<Step> steps, Instant until) {
    for (Step step : steps) {
      Pace.pass(step.after());
      if (Instant.now().plus(step.lasts()).isAfter(until)) {
        return;
      }
      Instant from = Instant.now();
      List<String> phones = step.phones().stream().map(house.phones()::get).toList();
      disturb(step, phones);
      happened.add(new Happened(step.what(), from, Instant.now(), String.join(" ", phones)));
    }
  }

  /** What was done, in the order of its ends. */
  List<Happened> happened() {
    return List.copyOf(happened);
  }

  /** When there was no Asterisk. */
  List<Stay> outages() {
    return List.copyOf(outages);
  }

  private void disturb(Step step, List<String> phones) {
    switch (step.what()) {
      case ENGINE_KILLED -> kill(step.lasts());
      case ENGINE_STOPPED -> stop(step.lasts());
      case AMI_CUT -> during(house.ami(), Condition.CUT, step.lasts());
      case AMI_SILENT -> during(house.ami(), Condition.SILENT, step.lasts());
      case AMI_HELD -> during(house.ami(), Condition.HELD, step.lasts());
      case AGI_CUT -> during(house.agi(), Condition.CUT, step.lasts());
      case AGI_SILENT -> during(house.agi(), Condition.SILENT, step.lasts());
      case AGI_HELD -> during(house.agi(), Condition.HELD, step.lasts());
      case ASTERISK_RESTARTED -> restart(step.lasts());
      case PHONES_VANISHED -> behave(phones, PhoneBehaviour.vanished(), step.lasts());
      case AGENTS_REFUSE -> behave(phones, PhoneBehaviour.declines(), step.lasts());
      case PHONES_UNREGISTERED -> unplug(phones, step.lasts());
    }
  }

  private void kill(Duration absent) {
    house.engine().kill();
    Pace.pass(absent);
    house.engine().startAgain();
  }

  private void stop(Duration stopped) {
    house.engine().stopped(true);
    Pace.pass(stopped);
    house.engine().stopped(false);
  }

  private static void during(Link link, Condition condition, Duration time) {
    link.is(condition);
    Pace.pass(time);
    link.is(Condition.OPEN);
  }

  private void restart(Duration absent) {
    asteriskIsThere.lock();
    try {
      Instant from = Instant.now();
      arrivals.hold(true);
      house.asterisk().stopNow();
      Pace.pass(absent);
      house.asterisk().startAgain();
      outages.add(new Stay(from, Instant.now()));
      arrivals.hold(false);
    } finally {
      asteriskIsThere.unlock();
    }
  }

  private void behave(List<String> phones, PhoneBehaviour behaviour, Duration time) {
    phones.forEach(phone -> house.asterisk().phone(phone, behaviour));
    Pace.pass(time);
    phones.forEach(house::works);
  }

  private void unplug(List<String> phones, Duration time) {
    plug(phones, false);
    Pace.pass(time);
    plug(phones, true);
  }

  private void plug(List<String> phones, boolean in) {
    asteriskIsThere.lock();
    try {
      phones.forEach(phone -> house.asterisk().plug(phone, in));
    } finally {
      asteriskIsThere.unlock();
    }
  }
}
