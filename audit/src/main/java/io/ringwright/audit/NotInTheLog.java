package io.ringwright.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** What a queue_log does not say, and what the audit makes of it, in words. */
final class NotInTheLog {

  static final List<String> ALWAYS =
      List.of(
          "Who was logged in or paused before the first line: an agent counts in a queue from the"
              + " first line on that names both.",
          "Wrap-up time: counts as idle, unless it is given (--wrapup QUEUE=SECONDS).",
          "Penalties, rules and ring-all: every member counts as able to serve, unless it is named"
              + " (--backup QUEUE=AGENT).",
          "Calls of agents outside the queues, and phones that cannot be reached: such an agent"
              + " looks idle, until nothing was seen of it for the time of --presence.",
          "Weights: a caller who starves by them is found by who was served meanwhile. Priorities:"
              + " known only by the position at which a caller entered.",
          "Rings that end because the caller hangs up: older versions write no RINGCANCELED, and"
              + " the agent looks idle meanwhile.",
          "Callers who were refused (queue full, nobody there): no line is written.",
          "Parts of a second: a gap may be off by a second and a half either way, and gaps up to"
              + " --shortest-gap are no findings.");

  private NotInTheLog() {}

  /** What is so in this log. */
  static List<String> of(Roster roster, Sweep.Unseen unseen, long backwards) {
    List<String> told = new ArrayList<>();
    add(
        told,
        roster.callsWithoutEnd(),
        " calls have no end in the log, as when Asterisk stopped: they do not count as waiting.");
    add(
        told,
        unseen.enteredBefore,
        " calls were answered that had entered before the log begins, or before a restart.");
    add(
        told,
        unseen.neverRung,
        " times a member was added under a name that no call ever rang: app_queue writes the"
            + " interface there, and the member's name elsewhere. Such an agent counts from its"
            + " first call on (--alias INTERFACE=NAME tells who it is).");
    add(
        told,
        unseen.restarts,
        " restarts of Asterisk: who was logged in or paused is not known after each of them.");
    add(told, backwards, " lines are older than the line before: they count at its time.");
    add(told, unseen.unused, " lines tell events that the audit does not use.");
    if (!roster.queuesThatRingSeveral().isEmpty()) {
      told.add(
          "Queues that ring several phones at once ("
              + String.join(", ", new TreeSet<>(roster.queuesThatRingSeveral()))
              + "): a phone that loses leaves no line, so while one of them rings, no member counts"
              + " as idle.");
    }
    return told;
  }

  private static void add(List<String> told, long count, String words) {
    if (count > 0) {
      told.add(count + words);
    }
  }
}
