package io.ringwright.files;

import io.ringwright.call.ContextName;
import io.ringwright.call.RingOutcome;
import io.ringwright.directory.CallForwarding.Kind;
import io.ringwright.directory.Condition;
import io.ringwright.directory.Confirmation;
import io.ringwright.directory.Extension.Service;
import io.ringwright.directory.ExtensionBuilder;
import io.ringwright.directory.MissedRings;
import io.ringwright.directory.MissedRings.Remedy;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads one extension after the other. */
final class ExtensionReader {

  private final Goals goals;
  private final ConditionReader conditions;
  private final WaitingReader waiting;

  ExtensionReader(Goals goals, ConditionReader conditions) {
    this.goals = goals;
    this.conditions = conditions;
    this.waiting = new WaitingReader(goals);
  }

  void read(Part part, ExtensionBuilder to) {
    part.at("device", at -> at.each().forEach(each -> device(each, to)));
    part.word("service", Service.class, service -> service(service, to));
    part.count("hold-capacity", to::holdCapacity);
    part.duration("ring-time", to::ringTime);
    part.duration("wrap-up", to::wrapUp);
    part.duration("back-off", to::backOff);
    part.at("skills", at -> skills(at, to));
    part.at("missed-rings", at -> at.part(Shape.MISSED_RINGS).ifPresent(each -> missed(each, to)));
    part.at("forward", at -> at.part(Shape.FORWARD).ifPresent(each -> forward(each, to)));
    waiting.read(part, WaitingReader.Taker.of(to));
  }

  private static void service(Service service, ExtensionBuilder to) {
    switch (service) {
      case IN_SERVICE -> {}
      case DO_NOT_DISTURB -> to.doNotDisturb();
      case OUT_OF_SERVICE -> to.outOfService();
    }
  }

  private static void device(Spot at, ExtensionBuilder to) {
    if (!at.isTable()) {
      at.text().ifPresent(to::device);
      return;
    }
    Part part = Part.of(at, Shape.DEVICE);
    List<String> kinds = List.of("dial", "all-contacts", "outside");
    List<String> given = kinds.stream().filter(part::has).toList();
    if (given.size() != 1) {
      at.problem("a device is not clear", "one of " + String.join(", ", kinds), "");
      return;
    }
    switch (given.get(0)) {
      case "dial" -> dialled(part, to);
      case "all-contacts" -> part.text("all-contacts", to::allContacts);
      default -> outside(part, to);
    }
  }

  private static void dialled(Part part, ExtensionBuilder to) {
    Optional<String> dial = part.at("dial").flatMap(Spot::text);
    Optional<String> watch = part.has("watch") ? part.at("watch").flatMap(Spot::text) : dial;
    dial.ifPresent(given -> watch.ifPresent(name -> to.device(given, name)));
  }

  private static void outside(Part part, ExtensionBuilder to) {
    Confirmation standard = Confirmation.STANDARD;
    String key = part.at("key").flatMap(Spot::text).orElse(standard.key());
    String prompt = part.at("prompt").flatMap(Spot::text).orElse(standard.prompt());
    Duration within = part.at("within").flatMap(Spot::duration).orElse(standard.within());
    ContextName context =
        part.at("context")
            .flatMap(at -> at.made(ContextName::of, "the name of a context"))
            .orElse(standard.context());
    part.text(
        "outside", number -> to.outside(number, new Confirmation(key, prompt, within, context)));
  }

  private static void skills(Spot at, ExtensionBuilder to) {
    for (Spot.Entry entry : at.entries()) {
      entry
          .key()
          .text()
          .ifPresent(skill -> entry.value().count().ifPresent(level -> to.skill(skill, level)));
    }
  }

  private static void missed(Part part, ExtensionBuilder to) {
    for (String key : Shape.MISSED_RINGS.keys()) {
      RingOutcome outcome = RingOutcome.valueOf(key.toUpperCase(Locale.ROOT).replace('-', '_'));
      part.at(key, at -> missed(at, outcome, to));
    }
  }

  private static void missed(Spot at, RingOutcome outcome, ExtensionBuilder to) {
    if (!at.isTable()) {
      at.choice(List.of("nothing")).ifPresent(nothing -> to.neverLeaveAloneAfter(outcome));
      return;
    }
    Part part = Part.of(at, Shape.MISSED);
    if (part.has("pause-after") == part.has("leave-alone-after")) {
      at.problem(
          at.setting() + " says not what follows",
          "one of pause-after and leave-alone-after, or the word nothing",
          "");
      return;
    }
    part.count("pause-after", rings -> to.pauseAfter(outcome, rings));
    part.count("leave-alone-after", rings -> leaveAlone(part, rings, outcome, to));
  }

  private static void leaveAlone(Part part, int rings, RingOutcome outcome, ExtensionBuilder to) {
    Remedy usual = MissedRings.DEFAULT.after(outcome);
    if (usual instanceof Remedy.LeaveAlone leave) {
      Duration first = part.at("first").flatMap(Spot::duration).orElse(leave.first());
      Duration longest = part.at("longest").flatMap(Spot::duration).orElse(leave.longest());
      to.leaveAloneAfter(outcome, rings, first, longest);
    }
  }

  private void forward(Part part, ExtensionBuilder to) {
    for (Kind kind : Kind.values()) {
      part.at(Words.of(kind), at -> at.each().forEach(each -> forwarding(each, kind, to)));
    }
  }

  private void forwarding(Spot at, Kind kind, ExtensionBuilder to) {
    if (!at.isTable()) {
      goals.names().number(at).ifPresent(goal -> to.forward(kind, goal, new Condition.Always()));
      return;
    }
    Part part = Part.of(at, Shape.FORWARDING);
    Optional<Condition> when =
        part.has("when")
            ? part.at("when").flatMap(conditions::condition)
            : Optional.of(new Condition.Always());
    part.required("to")
        .flatMap(goals.names()::number)
        .ifPresent(goal -> when.ifPresent(applies -> to.forward(kind, goal, applies)));
  }
}
