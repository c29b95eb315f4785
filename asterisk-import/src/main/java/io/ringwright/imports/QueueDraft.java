package io.ringwright.imports;

import io.ringwright.directory.HearingBuilder;
import io.ringwright.directory.HuntGroup.Absence;
import io.ringwright.directory.HuntGroup.Preference;
import io.ringwright.directory.HuntGroupBuilder;
import io.ringwright.directory.OnAnswerBuilder;
import io.ringwright.directory.StandardStrategy;
import io.ringwright.imports.Dialplan.QueueCall;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/** A hunt group in the making: what the options of its queue add to it. */
final class QueueDraft {

  /** What stands for no limit: there is no queue as long as this. */
  static final int UNLIMITED = 1_000_000;

  private final QueueSource source;
  private final String number;
  private final List<Membership> members;
  private final Surroundings house;
  private final List<Consumer<HuntGroupBuilder>> settings = new ArrayList<>();
  private final List<Consumer<HearingBuilder>> hearing = new ArrayList<>();
  private final List<Consumer<OnAnswerBuilder>> answers = new ArrayList<>();
  private final Map<Integer, Duration> opening = new TreeMap<>();
  private final Set<Absence> arriving = EnumSet.noneOf(Absence.class);
  private final Set<Absence> waiting = EnumSet.noneOf(Absence.class);
  private StandardStrategy strategy = StandardStrategy.SIMULTANEOUS;
  private boolean flat;
  private String dialLetters = "";
  private String subroutine = "";

  QueueDraft(QueueSource source, String number, List<Membership> members, Surroundings house) {
    this.source = source;
    this.number = number;
    this.members = List.copyOf(members);
    this.house = house;
  }

  QueueSource source() {
    return source;
  }

  String number() {
    return number;
  }

  List<Membership> members() {
    return members;
  }

  Dialplan dialplan() {
    return house.dialplan();
  }

  Surroundings house() {
    return house;
  }

  StandardStrategy strategy() {
    return strategy;
  }

  /** The highest penalty that the dialplan sets before it calls this queue. */
  OptionalInt maxPenalty() {
    return dialplan().calls(source.name()).stream()
        .map(QueueCall::maxPenalty)
        .filter(OptionalInt::isPresent)
        .findFirst()
        .orElse(OptionalInt.empty());
  }

  void open(int priority, Duration after) {
    opening.putIfAbsent(priority, after);
  }

  void group(Consumer<HuntGroupBuilder> setting) {
    settings.add(setting);
  }

  void hear(Consumer<HearingBuilder> setting) {
    hearing.add(setting);
  }

  void answer(Consumer<OnAnswerBuilder> setting) {
    answers.add(setting);
  }

  void strategy(StandardStrategy chosen) {
    strategy = chosen;
  }

  /** All members have the same priority, whatever their penalties. */
  void flatten() {
    flat = true;
  }

  void dialLetters(String letters) {
    dialLetters = letters;
  }

  void subroutine(String name) {
    subroutine = "U(" + name + ")";
  }

  void absentOnArrival(Set<Absence> ways) {
    arriving.addAll(ways);
  }

  /** Whoever is sent away while waiting is not let in. */
  void absentWhileWaiting(Set<Absence> ways) {
    waiting.addAll(ways);
    arriving.addAll(ways);
  }

  /** Whether anything is announced that hangs on the position. */
  boolean announces() {
    return Announcing.tellsPosition(source);
  }

  void describe(HuntGroupBuilder group) {
    boolean weighted = strategy == StandardStrategy.WEIGHTED_RANDOM;
    boolean equal = members.stream().mapToInt(Membership::penalty).distinct().count() <= 1;
    for (Membership each : members) {
      int priority = weighted || flat ? 1 : each.priority();
      group.member(each.person().number(), priority, weighted ? each.weight(equal) : 1);
    }
    group
        .strategy(strategy)
        .queueLimit(UNLIMITED)
        .longestWait(Duration.ofDays(1))
        .nobodyThereOnArrival(arriving.toArray(Absence[]::new))
        .nobodyThereWhileWaiting(waiting.toArray(Absence[]::new));
    if (!equal && !weighted && !flat) {
      group.preference(Preference.PRIORITY_FIRST);
      opening.forEach(group::openPriority);
    }
    String dialOptions = dialLetters + subroutine;
    if (!dialOptions.isEmpty()) {
      answer(each -> each.dialOptions(dialOptions));
    }
    settings.forEach(each -> each.accept(group));
    hear(each -> Announcing.describe(source, each));
    group.callersHear(all -> hearing.forEach(each -> each.accept(all)));
    group.onAnswer(all -> answers.forEach(each -> each.accept(all)));
  }
}
