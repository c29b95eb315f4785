package io.ringwright.ami;

import io.ringwright.ami.PendingActions.Reply;
import io.ringwright.ami.PendingActions.Reply.Fate;
import java.util.ArrayList;
import java.util.List;

/** What Asterisk says to a check, for tests of one part of it. */
final class Checks {

  private Checks() {}

  /** A context with these steps, each as {@code extension,application,data}. */
  static SeenContext context(String... steps) {
    List<AmiMessage> items = new ArrayList<>();
    for (String step : steps) {
      String[] parts = step.split(",", 3);
      items.add(
          Messages.message(
              "Event: ListDialplan",
              "Extension: " + parts[0],
              "Application: " + parts[1],
              "AppData: " + parts[2]));
    }
    return SeenContext.of(new Reply(Fate.ANSWERED, AmiMessage.NONE, items));
  }

  static SeenContext absent() {
    return SeenContext.of(
        answer("Response: Error", "Message: Did not find context ringwright-wait"));
  }

  static SeenContext forbidden() {
    return SeenContext.of(answer("Response: Error", "Message: Permission denied"));
  }

  static Reply answer(String... lines) {
    return new Reply(Fate.ANSWERED, Messages.message(lines), List.of());
  }

  /** Kinds of what was found. */
  static List<InstallationFinding.Kind> kinds(Findings findings) {
    return findings.all().stream().map(InstallationFinding::kind).toList();
  }
}
