package io.ringwright.imports;

import static io.ringwright.dialplan.ChannelVariables.PRIORITY;

import io.ringwright.call.RingOutcome;
import io.ringwright.directory.StandardStrategy;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Options that say which phones ring, in which order, and for how long. */
final class RingingOptions {

  static final List<QueueOption> ALL =
      List.of(
          new QueueOption("strategy", "`strategy`", RingingOptions::strategy),
          new QueueOption(
              "timeout",
              "`ring-time` of the members: the longest of their queues",
              RingingOptions::timeout),
          new QueueOption(
              "retry",
              "not needed: phones are rung as soon as they are free",
              (draft, value) -> Outcome.notNeeded("phones are rung as soon as they are free")),
          new QueueOption(
              "timeoutpriority",
              "not needed: `longest-wait` cuts a ring",
              (draft, value) -> Outcome.notNeeded("longest-wait cuts a ring")),
          new QueueOption(
              "timeoutrestart",
              "not needed: each ring has its own time",
              (draft, value) -> Outcome.notNeeded("each ring has its own time")),
          new QueueOption(
              "ringinuse",
              "`hold-capacity` of the members: `no` is 0, `yes` is 1",
              RingingOptions::ringInUse),
          new QueueOption(
              "wrapuptime",
              "`wrap-up` of the members: the longest of their queues",
              RingingOptions::wrapUp),
          new QueueOption(
              "weight",
              "not possible: give the calls a priority in the dialplan, `" + PRIORITY + "`",
              RingingOptions::weight),
          new QueueOption(
              "penaltymemberslimit",
              "priority 1 for all members, if they are that few",
              RingingOptions::penaltyMembersLimit),
          new QueueOption(
              "defaultrule",
              "`open-priority`, where a rule raises the highest penalty",
              (draft, value) -> PenaltyRules.named(draft, value)),
          new QueueOption(
              "autofill",
              "not needed: calls never wait for each other's rings",
              RingingOptions::autofill),
          new QueueOption(
              "autopause",
              "`missed-rings`: `no-reply: {pause-after: 1}`",
              RingingOptions::autopause),
          new QueueOption(
              "autopausebusy",
              "`missed-rings`: `busy: {pause-after: 1}`",
              (draft, value) -> pauseAfter(draft, value, RingOutcome.BUSY)),
          new QueueOption(
              "autopauseunavail",
              "`missed-rings`: `not-reachable: {pause-after: 1}`",
              (draft, value) -> pauseAfter(draft, value, RingOutcome.NOT_REACHABLE)),
          new QueueOption(
              "autopausedelay",
              "not possible: raise `pause-after` instead",
              RingingOptions::autopauseDelay));

  private static final Map<String, StandardStrategy> STRATEGIES =
      Map.of(
          "ringall", StandardStrategy.SIMULTANEOUS,
          "leastrecent", StandardStrategy.LONGEST_IDLE,
          "fewestcalls", StandardStrategy.FEWEST_CALLS,
          "random", StandardStrategy.RANDOM,
          "rrmemory", StandardStrategy.CIRCULAR,
          "roundrobin", StandardStrategy.CIRCULAR,
          "rrordered", StandardStrategy.CIRCULAR,
          "linear", StandardStrategy.LINEAR,
          "wrandom", StandardStrategy.WEIGHTED_RANDOM);

  private RingingOptions() {}

  private static Outcome strategy(QueueDraft draft, String value) {
    StandardStrategy known = STRATEGIES.get(value.toLowerCase(Locale.ROOT));
    if (known == null) {
      return Outcome.changed("Asterisk knows no such word and rings all: simultaneous");
    }
    draft.strategy(known);
    boolean equal = draft.members().stream().mapToInt(Membership::penalty).distinct().count() <= 1;
    String words = known.words().replace(' ', '-');
    return known == StandardStrategy.WEIGHTED_RANDOM && !equal
        ? Outcome.changed(words + ": penalties became weights, the chances are near to theirs")
        : Outcome.kept(words);
  }

  private static Outcome timeout(QueueDraft draft, String value) {
    int seconds = draft.source().ringTime();
    int given = Values.number(value);
    boolean same = draft.members().stream().allMatch(each -> each.person().ringTime() == seconds);
    if (given <= 0 || given > 3600) {
      return Outcome.changed("a phone rings for an hour at most");
    }
    return same
        ? Outcome.kept("ring-time " + seconds + " s of the members")
        : Outcome.changed("ring-time is the extension's: members of other queues ring longer");
  }

  private static Outcome wrapUp(QueueDraft draft, String value) {
    int seconds = Values.number(value);
    boolean same =
        draft.members().stream().allMatch(each -> each.person().wrapUp() == Math.max(0, seconds));
    return same
        ? Outcome.kept("wrap-up " + Math.max(0, seconds) + " s of the members")
        : Outcome.changed("wrap-up is the extension's: the longest of all its queues, up to a day");
  }

  private static Outcome ringInUse(QueueDraft draft, String value) {
    boolean yes = Values.yes(value);
    boolean same = draft.members().stream().allMatch(each -> each.person().ringsInUse() == yes);
    if (!same) {
      return Outcome.changed("hold-capacity is the extension's: 0 where one queue or line says no");
    }
    return yes
        ? Outcome.changed("hold-capacity 1: app_queue has no number of calls")
        : Outcome.kept("hold-capacity 0");
  }

  private static Outcome weight(QueueDraft draft, String value) {
    return Values.number(value) == 0
        ? Outcome.kept("no weight")
        : Outcome.notPossible("no group goes before another: give its calls a priority");
  }

  private static Outcome penaltyMembersLimit(QueueDraft draft, String value) {
    int limit = Values.number(value);
    if (limit <= 0) {
      return Outcome.kept("no limit");
    }
    if (draft.members().size() > limit) {
      return Outcome.notNeeded("there are more members than that");
    }
    draft.flatten();
    return Outcome.changed("all members have priority 1, as they are so few; no more if some join");
  }

  private static Outcome autofill(QueueDraft draft, String value) {
    return Values.yes(value)
        ? Outcome.notNeeded("calls never wait for each other's rings")
        : Outcome.changed("calls are served beside each other, as autofill does");
  }

  private static Outcome autopause(QueueDraft draft, String value) {
    boolean all = value.equalsIgnoreCase("all");
    if (!all && !Values.yes(value)) {
      return Outcome.changed(
          "no pause; a phone that misses three calls is left alone for a minute");
    }
    draft.members().forEach(each -> each.person().pauseAfter(RingOutcome.NO_REPLY));
    return all
        ? Outcome.kept("missed-rings: a pause after one without reply")
        : Outcome.changed("a pause after one without reply, which holds for all groups");
  }

  private static Outcome pauseAfter(QueueDraft draft, String value, RingOutcome outcome) {
    String autopause = draft.source().value("autopause", "no");
    if (!Values.yes(value)) {
      return Outcome.kept("no pause");
    }
    if (!Values.yes(autopause) && !autopause.equalsIgnoreCase("all")) {
      return Outcome.notNeeded("autopause is off");
    }
    draft.members().forEach(each -> each.person().pauseAfter(outcome));
    return Outcome.changed("missed-rings: a pause after " + outcome.words() + ", in all groups");
  }

  private static Outcome autopauseDelay(QueueDraft draft, String value) {
    return Values.number(value) <= 0
        ? Outcome.kept("no delay")
        : Outcome.notPossible("rings are counted, not seconds: raise pause-after");
  }
}
