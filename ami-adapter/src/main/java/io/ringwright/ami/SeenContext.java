package io.ringwright.ami;

import io.ringwright.ami.PendingActions.Reply;
import io.ringwright.ami.PendingActions.Reply.Fate;
import io.ringwright.call.ContextName;
import io.ringwright.dialplan.ChannelVariables;
import io.ringwright.dialplan.Question;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

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

  private static final String AGI = "agi://";
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

  /**
   * Where AGI is asked, be it in the step itself or in a variable: addresses without the script,
   * such as {@code agi://host:4573}.
   */
  Set<String> agiAddresses() {
    Set<String> addresses = new LinkedHashSet<>();
    for (AmiMessage step : steps) {
      String data = step.header("appdata").split(",", 2)[0];
      switch (step.header("application").toLowerCase(Locale.ROOT)) {
        case "agi" -> withoutScript(data).ifPresent(addresses::add);
        case "set" -> value(data).ifPresent(addresses::add);
        default -> {
          // Nothing else says where.
        }
      }
    }
    return addresses;
  }

  private static Optional<String> withoutScript(String address) {
    return Stream.of(Question.values())
        .map(question -> "/" + question.script())
        .filter(address::endsWith)
        .map(script -> address.substring(0, address.length() - script.length()))
        .filter(without -> without.startsWith(AGI))
        .findFirst();
  }

  private static Optional<String> value(String assignment) {
    String value = assignment.substring(assignment.indexOf('=') + 1);
    return value.startsWith(AGI) ? Optional.of(value) : Optional.empty();
  }

  /** The contexts that it includes. */
  List<ContextName> includes() {
    return steps.stream()
        .flatMap(step -> ContextName.parse(step.header("includecontext")).stream())
        .toList();
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
