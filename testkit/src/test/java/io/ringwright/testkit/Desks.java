package io.ringwright.testkit;

import io.ringwright.directory.PhoneList;
import io.ringwright.directory.PhoneListBuilder;
import java.time.Duration;

/** The houses in which the scenarios of the rules take place. */
final class Desks {

  /** Time for a phone that is answered to be answered. */
  static final Duration MOMENT = Duration.ofSeconds(5);

  private Desks() {}

  /** Extensions with a phone each. */
  static PhoneListBuilder desks(String... numbers) {
    PhoneListBuilder phones = PhoneList.builder();
    for (String number : numbers) {
      phones.extension(number, desk -> desk.device("PJSIP/" + number));
    }
    return phones;
  }

  /** Somebody calls, talks for that long, and has gone. Whose phone rang first, is the answer. */
  static String servedBy(RoutingScenario office, String dialled, Duration talk) {
    ScenarioCaller caller = office.call("0301", dialled);
    office.after(MOMENT).after(talk);
    caller.hangUp();
    office.after(MOMENT);
    return caller.rung().get(0);
  }
}
