package io.ringwright.directory;

import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.Priority;
import io.ringwright.call.Treatment;
import io.ringwright.directory.HuntGroup.Escalation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Checks one hunt group after the other. */
final class HuntGroupInspection {

  private final NumberBook numbers;
  private final Mistakes mistakes;
  private final WaitingInspection waiting;
  private final Map<String, Strategy> ownStrategies = new HashMap<>();

  HuntGroupInspection(NumberBook numbers, Mistakes mistakes) {
    this.numbers = numbers;
    this.mistakes = mistakes;
    this.waiting = new WaitingInspection(numbers, mistakes);
  }

  /** The group, or empty if it has no number. */
  Optional<HuntGroup> group(HuntGroupBuilder given) {
    String item = "hunt group " + Mistakes.visible(given.number);
    Optional<DirectoryNumber> number = numbers.claim(item, given.number);
    Optional<DirectoryNumber> key =
        given.menuKey().isEmpty()
            ? Optional.empty()
            : numbers.claim("menu key of " + item, given.menuKey());
    mistakes.require(!given.members.isEmpty(), item, "has no members", "at least one");
    List<HuntGroup.Member> members = members(item, given);
    WaitingPolicy policy = waiting.policy(item, given.number, given.waiting);
    HuntGroup.Hunting hunting = hunting(item, given);
    HuntGroup.Presence presence =
        new HuntGroup.Presence(hours(item, given), nobodyThere(item, given));
    Hearing hearing = HearingInspection.hearing(item, given.hearing, mistakes);
    mistakes.require(
        policy.leaving().confirmation().isEmpty() || hearing.line() != Treatment.Line.RINGING,
        item,
        "the confirmation of a call back is heard by nobody where the call rings unanswered",
        "callBack without confirmation, or inEarlyMedia");
    OnAnswer onAnswer = OnAnswerInspection.onAnswer(item, given.onAnswer, mistakes);
    return number.map(
        own ->
            new HuntGroup(
                own,
                key,
                members,
                hunting,
                given.requirements(),
                policy,
                presence,
                hearing,
                onAnswer));
  }

  private HuntGroup.NobodyThere nobodyThere(String item, HuntGroupBuilder given) {
    HuntGroup.NobodyThere nobody =
        new HuntGroup.NobodyThere(given.absentOnArrival, given.absentWhileWaiting);
    Set<HuntGroup.Absence> only = nobody.onlyWhileWaiting();
    mistakes.require(
        only.isEmpty(),
        item,
        "who is "
            + names(only)
            + " counts as not there for calls that wait, but not for those that come",
        "the same for calls that come (nobodyThereOnArrival), or it left out for those that wait"
            + " (nobodyThereWhileWaiting): else a call is let in and sent away at once");
    return nobody;
  }

  private static String names(Set<HuntGroup.Absence> ways) {
    return ways.stream().map(HuntGroup.Absence::name).collect(Collectors.joining(" or "));
  }

  private HuntGroup.OpeningHours hours(String item, HuntGroupBuilder given) {
    given.hours.ifPresent(
        hours ->
            mistakes.require(
                hours.everOpens(), item, "opening hours never open", "hours on some day"));
    Optional<Goal> whenClosed = given.whenClosed;
    if (whenClosed.isEmpty()) {
      return new HuntGroup.OpeningHours(given.hours, Optional.empty());
    }
    mistakes.require(
        given.hours.isPresent(),
        item,
        "when closed to "
            + Mistakes.quoted(whenClosed.get().toString())
            + " is for a group that never closes",
        "opening hours as well, or no destination for when it is closed");
    return new HuntGroup.OpeningHours(
        given.hours, numbers.destination(item, given.number, "when closed", whenClosed.get()));
  }

  private List<HuntGroup.Member> members(String item, HuntGroupBuilder given) {
    List<HuntGroup.Member> members = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (HuntGroupBuilder.Entry entry : given.members) {
      String what = "member " + Mistakes.quoted(entry.number());
      inspect(item, what, entry.number(), given.number);
      mistakes.require(
          seen.add(entry.number()), item, what + " is named twice", "each member once");
      boolean weighs =
          mistakes.within(Mistakes.Range.WEIGHT, item, what + " with weight", entry.weight());
      boolean ranks =
          mistakes.within(Mistakes.Range.PRIORITY, item, what + " with priority", entry.priority());
      if (weighs && ranks) {
        numbers
            .inHouse(entry.number())
            .map(to -> new HuntGroup.Member(to, Priority.of(entry.priority()), entry.weight()))
            .ifPresent(members::add);
      }
    }
    return members;
  }

  private void inspect(String item, String what, String member, String own) {
    mistakes.require(
        numbers.knows(member),
        item,
        what + " is not in the list",
        "an extension or a hunt group of the list");
    mistakes.require(
        !member.equals(own), item, what + " is the group itself", "members other than itself");
  }

  /** The text of a phone list names a strategy of the host; one name must mean one strategy. */
  private void inspect(String item, Strategy strategy) {
    if (strategy instanceof StandardStrategy) {
      return;
    }
    Strategy before = ownStrategies.putIfAbsent(strategy.words(), strategy);
    mistakes.require(
        before == null || before.equals(strategy),
        item,
        "strategy " + Mistakes.quoted(strategy.words()) + " is not the one that has this name",
        "a name of its own for each strategy, or one strategy object for all groups");
  }

  private HuntGroup.Hunting hunting(String item, HuntGroupBuilder given) {
    mistakes.within(Mistakes.Span.RING, item, "ringing one more every", given.growth());
    inspect(item, given.strategy());
    return new HuntGroup.Hunting(
        given.strategy(),
        given.preference(),
        given.forwarding(),
        escalation(item, given),
        given.growth());
  }

  private Escalation escalation(String item, HuntGroupBuilder given) {
    int lowest = given.members.stream().mapToInt(HuntGroupBuilder.Entry::priority).max().orElse(0);
    TreeMap<Priority, Duration> opening = new TreeMap<>();
    given.opening.forEach(
        (priority, after) -> {
          boolean ranks =
              mistakes.within(Mistakes.Range.LATER_PRIORITY, item, "opening of priority", priority);
          mistakes.within(
              Mistakes.Span.OPENING, item, "opening of priority " + priority + " after", after);
          if (ranks) {
            mistakes.require(
                priority <= lowest,
                item,
                "opening of priority " + priority + " is for no member",
                "at least one member of this priority or a lower one");
            opening.put(Priority.of(priority), after);
          }
        });
    return new Escalation(opening);
  }
}
