package io.ringwright.files;

import io.ringwright.call.Requirements;
import io.ringwright.directory.HuntGroup.Absence;
import io.ringwright.directory.HuntGroup.MemberForwarding;
import io.ringwright.directory.HuntGroup.Preference;
import io.ringwright.directory.HuntGroupBuilder;
import io.ringwright.directory.StandardStrategy;
import io.ringwright.directory.Strategy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads one hunt group after the other. */
final class HuntGroupReader {

  private final Goals goals;
  private final HoursReader hours;
  private final HostCode code;
  private final WaitingReader waiting;

  HuntGroupReader(Goals goals, HoursReader hours, HostCode code) {
    this.goals = goals;
    this.hours = hours;
    this.code = code;
    this.waiting = new WaitingReader(goals);
  }

  void read(Part part, HuntGroupBuilder to) {
    part.text("menu-key", to::menuKey);
    part.at("members", at -> at.each().forEach(each -> member(each, to)));
    part.at("strategy").flatMap(this::strategy).ifPresent(to::strategy);
    part.duration("ring-one-more-every", to::ringOneMoreEvery);
    part.word("preference", Preference.class, to::preference);
    part.word("member-forwarding", MemberForwarding.class, to::memberForwarding);
    part.at("open-priority", at -> opening(at, to));
    part.at("requires").flatMap(HuntGroupReader::requires).ifPresent(to::requires);
    part.at("open").flatMap(hours::hours).ifPresent(to::openDuring);
    part.at("when-closed", at -> goals.read(at, to::whenClosed, to::whenClosed));
    part.at("nobody-there", at -> at.part(Shape.NOBODY_THERE).ifPresent(each -> nobody(each, to)));
    part.at("callers-hear", at -> HearingReader.read(at, to));
    part.at("on-answer", at -> OnAnswerReader.read(at, to));
    waiting.read(part, WaitingReader.Taker.of(to));
  }

  private void member(Spot at, HuntGroupBuilder to) {
    if (!at.isTable()) {
      goals.names().number(at).ifPresent(to::member);
      return;
    }
    Part part = Part.of(at, Shape.MEMBER);
    int priority = part.at("priority").flatMap(Spot::count).orElse(1);
    int weight = part.at("weight").flatMap(Spot::count).orElse(1);
    part.required("member")
        .flatMap(goals.names()::number)
        .ifPresent(number -> to.member(number, priority, weight));
  }

  private Optional<Strategy> strategy(Spot at) {
    if (!at.isTable()) {
      return at.word(StandardStrategy.class).map(each -> each);
    }
    return Part.of(at, Shape.STRATEGY).required("host").flatMap(this::ownStrategy);
  }

  private Optional<Strategy> ownStrategy(Spot at) {
    Optional<String> name = at.text();
    Optional<Strategy> found = name.flatMap(code::strategy);
    if (name.isPresent() && found.isEmpty()) {
      at.problem(
          "strategy " + Words.quoted(name.get()) + " is not known",
          "a name that the program registers",
          at.meant(name.get(), code.strategies().keySet()));
    }
    return found;
  }

  private static void opening(Spot at, HuntGroupBuilder to) {
    for (Spot.Entry entry : at.entries()) {
      entry
          .key()
          .count()
          .ifPresent(
              priority ->
                  entry.value().duration().ifPresent(after -> to.openPriority(priority, after)));
    }
  }

  /** Skills that are asked for throughout, or a list of stages. */
  private static Optional<Requirements> requires(Spot at) {
    List<Requirements.Stage> stages = new ArrayList<>();
    try {
      if (!at.isRow()) {
        return levels(at).map(Requirements::of);
      }
      for (Spot each : at.each()) {
        each.part(Shape.STAGE).flatMap(HuntGroupReader::stage).ifPresent(stages::add);
      }
      return stages.size() == at.each().size()
          ? Optional.of(new Requirements(stages))
          : Optional.empty();
    } catch (IllegalArgumentException refused) {
      at.refused(refused);
      return Optional.empty();
    }
  }

  private static Optional<Requirements.Stage> stage(Part part) {
    Duration after = part.at("after").flatMap(Spot::duration).orElse(Duration.ZERO);
    return part.required("skills")
        .flatMap(HuntGroupReader::levels)
        .map(levels -> new Requirements.Stage(after, levels));
  }

  /** Empty if one of them is wrong. */
  private static Optional<Map<String, Integer>> levels(Spot at) {
    Map<String, Integer> levels = new LinkedHashMap<>();
    List<Spot.Entry> entries = at.entries();
    for (Spot.Entry entry : entries) {
      entry
          .key()
          .text()
          .ifPresent(skill -> entry.value().count().ifPresent(level -> levels.put(skill, level)));
    }
    return levels.size() == entries.size() ? Optional.of(levels) : Optional.empty();
  }

  private static void nobody(Part part, HuntGroupBuilder to) {
    part.at("on-arrival", at -> absences(at, to::nobodyThereOnArrival));
    part.at("while-waiting", at -> absences(at, to::nobodyThereWhileWaiting));
  }

  private static void absences(Spot at, Consumer<Absence[]> to) {
    to.accept(
        at.each().stream()
            .flatMap(each -> each.word(Absence.class).stream())
            .distinct()
            .toArray(Absence[]::new));
  }
}
