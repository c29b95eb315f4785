package io.ringwright.ami;

import io.ringwright.ami.PendingActions.Reply;
import io.ringwright.ami.PendingActions.Reply.Fate;
import io.ringwright.dialplan.ChannelVariables;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What the answer to {@code ShowDialPlan} says of one context. Source of the texts: {@code
 * manager_show_dialplan} in Asterisk's {@code main/pbx.c}.
 *
 * <p>Thread safety: immutable.
 *
 * @param presence whether it is there
 * @param steps its steps, each an event {@code ListDialplan}
 * @param why why nothing is known, if it is so
 */
record SeenContext(Presence presence, List<AmiMessage> steps, String why) {

  private static final String ABSENT = "did not find context";
  private static final String CONTRACT = ChannelVariables.CONTRACT + "=";

  /** Whether a context is there. */
  enum Presence {
    THERE,
    ABSENT,
    UNKNOWN
  }

  SeenContext {
    steps = List.copyOf(steps);
  }

  static SeenContext of(Reply reply) {
    if (reply.fate() != Fate.ANSWERED) {
      return new SeenContext(Presence.UNKNOWN, List.of(), "no answer came");
    }
    if (!reply.response().isError()) {
      return reply.items().isEmpty()
          ? new SeenContext(Presence.ABSENT, List.of(), "")
          : new SeenContext(Presence.THERE, reply.items(), "");
    }
    String words = reply.response().words();
    return words.toLowerCase(Locale.ROOT).startsWith(ABSENT)
        ? new SeenContext(Presence.ABSENT, List.of(), "")
        : new SeenContext(Presence.UNKNOWN, List.of(), words);
  }

  boolean isThere() {
    return presence == Presence.THERE;
  }

  boolean isAbsent() {
    return presence == Presence.ABSENT;
  }

  boolean isUnknown() {
    return presence == Presence.UNKNOWN;
  }

  /** The version of the contract that it sets; empty if it sets none. */
  Optional<String> contract() {
    return steps.stream()
        .map(step -> step.header("appdata"))
        .filter(data -> data.startsWith(CONTRACT))
        .map(data -> data.substring(CONTRACT.length()).strip())
        .findFirst();
  }

  /** Where AGI is asked for a script: addresses without it, such as {@code agi://host:4573}. */
  Set<String> agiAddresses(String script) {
    Set<String> addresses = new LinkedHashSet<>();
    for (AmiMessage step : steps) {
      String address = step.header("appdata").split(",", 2)[0];
      if (step.header("application").equalsIgnoreCase("AGI") && address.endsWith("/" + script)) {
        addresses.add(address.substring(0, address.length() - script.length() - 1));
      }
    }
    return addresses;
  }

  /** The context to which a dialplan extension goes at last. */
  Optional<String> target(String extension) {
    return steps.stream()
        .filter(step -> step.header("extension").equals(extension))
        .filter(step -> step.header("application").equalsIgnoreCase("Goto"))
        .map(step -> step.header("appdata").split(",", -1))
        .filter(parts -> parts.length == 3 && !parts[0].contains("$"))
        .map(parts -> parts[0])
        .reduce((first, last) -> last);
  }
}
