package io.ringwright.directory.text;

import io.ringwright.call.Requirements;
import io.ringwright.call.RingOutcome;
import io.ringwright.directory.CallForwarding;
import io.ringwright.directory.Condition;
import io.ringwright.directory.Extension;
import io.ringwright.directory.ExtensionBuilder;
import io.ringwright.directory.HuntGroup.Absence;
import io.ringwright.directory.HuntGroup.MemberForwarding;
import io.ringwright.directory.HuntGroup.Preference;
import io.ringwright.directory.HuntGroupBuilder;
import io.ringwright.directory.StandardStrategy;
import io.ringwright.directory.Strategy;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Reads extensions and hunt groups, each with the lines below it, and tells their builders. */
final class ItemReader {

  private final ScheduleReader schedules;
  private final Map<String, Strategy> strategies;

  ItemReader(ScheduleReader schedules, Map<String, Strategy> strategies) {
    this.schedules = schedules;
    this.strategies = strategies;
  }

  void extension(ExtensionBuilder to, LineScanner head, List<LineScanner> below) {
    for (String device : head.field("device").split("&", -1)) {
      int bar = device.indexOf('|');
      to.device(device.substring(bar + 1), bar < 0 ? device : device.substring(0, bar));
    }
    switch (head.constant("service", Extension.Service.class)) {
      case IN_SERVICE -> {}
      case DO_NOT_DISTURB -> to.doNotDisturb();
      case OUT_OF_SERVICE -> to.outOfService();
    }
    to.holdCapacity(head.count("hold-capacity"));
    to.ringTime(head.duration("ring-time"));
    to.wrapUp(head.duration("wrap-up"));
    to.backOff(head.duration("back-off"));
    int unanswered = head.count("pause-after-unanswered");
    if (unanswered > 0) {
      to.pauseAfter(RingOutcome.NO_REPLY, unanswered);
    }
    to.queueLimit(head.count("queue-limit"));
    to.longestWait(head.duration("longest-wait"));
    head.optional("overflow").ifPresent(goal -> KeysText.read(goal, to::overflow, to::overflow));
    head.optional("call-back-key").ifPresent(to::callBackByKey);
    to.keepPlaceFor(head.duration("place-kept-for"), head.yes("place-by-number"));
    head.end();
    below.forEach(line -> below(to, line));
  }

  private void below(ExtensionBuilder to, LineScanner line) {
    switch (line.word("a word")) {
      case "skill" -> to.skill(line.word("a skill"), line.count("level"));
      case "forward" -> {
        String kind = line.word("a kind of forwarding");
        CallForwarding.Kind service =
            line.read(
                "forwarding",
                kind,
                word -> LineScanner.constant(CallForwarding.Kind.class, word),
                "a kind of forwarding");
        to.forward(service, line.field("to"), condition(line));
      }
      case "leave-key" -> to.callersPress(keys -> KeysText.leaveKey(keys, line));
      case "keys" -> to.callersPress(keys -> KeysText.keys(keys, line));
      case "missed" -> missed(to, line);
      default -> throw line.unknown();
    }
    line.end();
  }

  private static void missed(ExtensionBuilder to, LineScanner line) {
    String word = line.word("how rings ended");
    RingOutcome outcome =
        line.read(
            "missed",
            word,
            each -> LineScanner.constant(RingOutcome.class, each),
            "how rings ended");
    switch (line.word("what follows")) {
      case "nothing" -> to.neverLeaveAloneAfter(outcome);
      case "pause" -> to.pauseAfter(outcome, line.count("after"));
      case "leave-alone" ->
          to.leaveAloneAfter(
              outcome, line.count("after"), line.duration("first"), line.duration("longest"));
      default -> throw line.unknown();
    }
  }

  private Condition condition(LineScanner line) {
    String text = line.lastField("when");
    try {
      return ConditionText.read(text, schedules::byNumber);
    } catch (IllegalArgumentException malformed) {
      throw line.wrong(
          "when is " + LineScanner.shown(text) + ", no condition: " + malformed.getMessage());
    }
  }

  void group(HuntGroupBuilder to, String number, LineScanner head, List<LineScanner> below) {
    head.optional("menu-key").ifPresent(to::menuKey);
    to.strategy(strategy(number, head));
    to.preference(head.constant("preference", Preference.class));
    to.memberForwarding(head.constant("member-forwarding", MemberForwarding.class));
    to.ringOneMoreEvery(head.duration("one-more-every"));
    to.requires(
        head.field(
            "requires",
            quoted -> Requirements.parse(Quoted.read(quoted)).orElseThrow(),
            "skills such as \"french:3\""));
    to.queueLimit(head.count("queue-limit"));
    to.longestWait(head.duration("longest-wait"));
    head.optional("overflow").ifPresent(goal -> KeysText.read(goal, to::overflow, to::overflow));
    head.optional("call-back-key").ifPresent(to::callBackByKey);
    to.keepPlaceFor(head.duration("place-kept-for"), head.yes("place-by-number"));
    head.end();
    below.forEach(line -> below(to, line));
  }

  private void below(HuntGroupBuilder to, LineScanner line) {
    switch (line.word("a word")) {
      case "member" ->
          to.member(line.word("a number"), line.count("priority"), line.count("weight"));
      case "opens" -> {
        String priority = line.word("a priority");
        to.openPriority(
            line.read("priority", priority, Integer::parseInt, "a whole number"),
            line.duration("after"));
      }
      case "open" -> {
        to.openDuring(
            line.field(
                "during",
                number -> schedules.byNumber(number).orElseThrow(),
                "the number of a schedule above"));
        line.optional("when-closed")
            .ifPresent(goal -> KeysText.read(goal, to::whenClosed, to::whenClosed));
      }
      case "nobody-there" -> {
        to.nobodyThereOnArrival(absences(line, "on-arrival"));
        to.nobodyThereWhileWaiting(absences(line, "while-waiting"));
      }
      case "leave-key" -> to.callersPress(keys -> KeysText.leaveKey(keys, line));
      case "keys" -> to.callersPress(keys -> KeysText.keys(keys, line));
      case HearingText.HEARING -> to.callersHear(hearing -> HearingText.read(hearing, line));
      case OnAnswerText.ON_ANSWER -> to.onAnswer(each -> OnAnswerText.read(each, line));
      default -> throw line.unknown();
    }
    line.end();
  }

  private static Absence[] absences(LineScanner line, String name) {
    return line.field(
        name,
        words ->
            words.equals("none")
                ? new Absence[0]
                : Stream.of(words.split(",", -1))
                    .map(word -> LineScanner.constant(Absence.class, word))
                    .toArray(Absence[]::new),
        "ways to be missing, joined by commas, or none");
  }

  private Strategy strategy(String group, LineScanner head) {
    String word = head.field("strategy");
    if (!word.startsWith("\"")) {
      return head.read(
          "strategy",
          word,
          each -> LineScanner.constant(StandardStrategy.class, each),
          "a standard strategy, or one of the host between quotation marks");
    }
    String name = Quoted.read(word);
    Strategy own = strategies.get(name);
    if (own == null) {
      throw new PhoneListTextException(
          head.number(),
          "hunt group " + group + " uses the strategy " + word + ", which is not there: " + given(),
          "Give the strategy of this name where the text is read: for the journal of a router,"
              + " CallRouterBuilder.strategy(...).");
    }
    return own;
  }

  private String given() {
    return strategies.isEmpty()
        ? "none is given"
        : "given are " + strategies.keySet().stream().sorted().toList();
  }
}
