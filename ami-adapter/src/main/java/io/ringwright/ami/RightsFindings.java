package io.ringwright.ami;

import io.ringwright.ami.InstallationFinding.Kind;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What the list of actions that an AMI user may use says of the rights of that user. */
final class RightsFindings {

  /** An action of each class that this library never needs and an intruder would like to have. */
  private static final Map<String, String> DANGEROUS =
      Map.of(
          "originate",
          "originate",
          "command",
          "command",
          "updateconfig",
          "config",
          "dbput",
          "system");

  /** An action that shows that a class is there, and what lacks without it. */
  private static final Map<String, String> NEEDED =
      new TreeMap<>(
          Map.of(
              "call", "waiting callers are not moved to phones",
              "reporting", "systemname and dialplan cannot be looked at"));

  private static final Map<String, String> SHOWN_BY =
      Map.of("call", "redirect", "reporting", "showdialplan");

  private RightsFindings() {}

  /**
   * Looks at the list.
   *
   * @param listOfActions the answer to {@code ListCommands}
   * @param callsBack whether people are called back
   * @param findings what is found goes here
   */
  static void inspect(AmiMessage listOfActions, boolean callsBack, Findings findings) {
    Set<String> tooMuch = dangerousRights(listOfActions);
    if (callsBack && !tooMuch.remove("originate")) {
      missing("originate", "nobody is called back", findings);
    }
    if (!tooMuch.isEmpty()) {
      findings.add(
          Kind.RIGHT_TOO_MUCH,
          "AMI user",
          "it has the dangerous rights " + tooMuch + ", which are not needed",
          "Set 'write = call,reporting' in manager.conf, and reload it: who has these rights can"
              + " run programs");
    }
    NEEDED.forEach(
        (right, lack) -> {
          if (!listOfActions.headers().containsKey(SHOWN_BY.getOrDefault(right, ""))) {
            missing(right, lack, findings);
          }
        });
  }

  private static void missing(String right, String lack, Findings findings) {
    findings.add(
        Kind.RIGHT_MISSING,
        "AMI user, right to write " + right,
        "it is missing: " + lack,
        "Add '" + right + "' to 'write' of this user in manager.conf, and reload it");
  }

  /** The rights to write that show in the list of the actions that a user may use. */
  static Set<String> dangerousRights(AmiMessage listOfActions) {
    Set<String> rights = new TreeSet<>();
    DANGEROUS.forEach(
        (action, right) -> {
          if (listOfActions.headers().containsKey(action)) {
            rights.add(right);
          }
        });
    return rights;
  }
}
