package io.ringwright.fakeasterisk.switchboard;

import java.time.Duration;
import java.util.List;

/** The variables in which dialling tells the dialplan how it went. One thread. */
final class DialVariables {

  private static final List<String> CLEARED =
      List.of(
          "DIALSTATUS",
          "DIALEDPEERNUMBER",
          "DIALEDPEERNAME",
          "ANSWEREDTIME",
          "ANSWEREDTIME_MS",
          "DIALEDTIME",
          "DIALEDTIME_MS",
          "RINGTIME",
          "RINGTIME_MS",
          "PROGRESSTIME",
          "PROGRESSTIME_MS");

  private final LiveChannel caller;
  private boolean rang;

  DialVariables(LiveChannel caller) {
    this.caller = caller;
  }

  void clear() {
    CLEARED.forEach(name -> caller.set(name, ""));
  }

  void ringing(LiveChannel phone) {
    if (!rang) {
      rang = true;
      duration("RINGTIME", Duration.between(phone.createdAt(), caller.timeline().instant()));
    }
  }

  void answered(LiveChannel phone) {
    status(DialStatus.ANSWER);
    caller.set("DIALEDPEERNAME", phone.id().name());
    caller.set(
        "DIALEDPEERNUMBER", phone.variable("DIALEDPEERNUMBER").orElse(phone.id().resource()));
  }

  void talked(Duration talk, Duration sinceDial) {
    duration("ANSWEREDTIME", talk);
    duration("DIALEDTIME", sinceDial);
  }

  void status(DialStatus status) {
    caller.set("DIALSTATUS", status.name());
  }

  private void duration(String name, Duration value) {
    caller.set(name, String.valueOf(value.toSeconds()));
    caller.set(name + "_MS", String.valueOf(value.toMillis()));
  }
}
