package io.ringwright.files;

import io.ringwright.call.RingOutcome;
import io.ringwright.call.RingTarget;
import io.ringwright.dialplan.ConfirmedDial;
import io.ringwright.directory.CallForwarding;
import io.ringwright.directory.Condition;
import io.ringwright.directory.Confirmation;
import io.ringwright.directory.Extension;
import io.ringwright.directory.Extension.Service;
import io.ringwright.directory.MissedRings;
import io.ringwright.directory.MissedRings.Remedy;
import io.ringwright.directory.Schedule;
import io.ringwright.files.Tree.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** An extension as a phone file says it. */
final class ExtensionTree {

  private static final String PJSIP = "PJSIP/";

  private final Function<Schedule, Tree> hours;

  ExtensionTree(Function<Schedule, Tree> hours) {
    this.hours = hours;
  }

  void write(Extension extension, Settings to) {
    List<Tree> devices = devices(extension.devices());
    to.set("device", devices.size() == 1 ? devices.get(0) : new Tree.Row(devices));
    to.unless(Service.IN_SERVICE, "service", extension.service(), each -> Tree.of(Words.of(each)));
    to.unless(0, "hold-capacity", extension.holdCapacity());
    Extension.Times usual = Extension.Times.DEFAULT;
    Extension.Times times = extension.times();
    to.unless(usual.ring(), "ring-time", times.ring(), WaitingTree::time);
    to.unless(usual.wrapUp(), "wrap-up", times.wrapUp(), WaitingTree::time);
    to.unless(usual.backOff(), "back-off", times.backOff(), WaitingTree::time);
    Settings skills = new Settings(false);
    new TreeMap<>(extension.duty().skills())
        .forEach((skill, level) -> skills.set(skill, Tree.of(level)));
    to.part("skills", skills);
    to.part("missed-rings", missed(extension.duty().missed(), to.all()));
    to.part("forward", forward(extension.forwarding()));
    WaitingTree.write(extension.waiting(), to);
  }

  /**
   * From the first device on after which there are only numbers outside, those are said as such.
   */
  private static List<Tree> devices(List<RingTarget> targets) {
    int outside = targets.size();
    while (outside > 0 && outside(targets.get(outside - 1)).isPresent()) {
      outside--;
    }
    List<Tree> devices = new ArrayList<>();
    for (int at = 0; at < targets.size(); at++) {
      RingTarget target = targets.get(at);
      devices.add(at < outside ? device(target) : outside(target).orElseGet(() -> device(target)));
    }
    return devices;
  }

  private static Tree device(RingTarget target) {
    Optional<String> account = target.account();
    if (account.isPresent() && target.device().name().equals(PJSIP + account.get())) {
      return Tree.table("all-contacts", account.get());
    }
    return target.isDialledOtherwise()
        ? Tree.table("dial", target.dialString(), "watch", target.device())
        : Tree.of(target.device());
  }

  /** A number outside that is confirmed, if that gives the same device again. */
  private static Optional<Tree> outside(RingTarget target) {
    return ConfirmedDial.parse(target.dialString())
        .filter(dial -> dial.dialString().equals(target.dialString()))
        .filter(dial -> dial.device().equals(target.device().name()))
        .filter(dial -> dial.seconds() >= 2 && dial.seconds() <= 60)
        .filter(dial -> dial.prompt().matches("[A-Za-z0-9_./-]{1,20}"))
        .map(ExtensionTree::outside);
  }

  private static Tree outside(ConfirmedDial dial) {
    Confirmation usual = Confirmation.STANDARD;
    Settings to = new Settings(false);
    to.set("outside", Tree.of(dial.number()));
    to.unless(usual.key(), "key", dial.key());
    to.unless(usual.prompt(), "prompt", dial.prompt());
    to.unless(usual.within().toSeconds(), "within", dial.seconds(), each -> Tree.of(each + " s"));
    to.unless(usual.context(), "context", dial.context());
    return new Tree.Branch(to.tall().children(), false);
  }

  private static Settings missed(MissedRings missed, boolean all) {
    Settings to = new Settings(all);
    for (String key : Shape.MISSED_RINGS.keys()) {
      for (RingOutcome outcome : RingOutcome.values()) {
        if (Words.of(outcome).equals(key)) {
          to.unless(
              MissedRings.DEFAULT.after(outcome),
              key,
              missed.after(outcome),
              ExtensionTree::remedy);
        }
      }
    }
    return to;
  }

  private static Tree remedy(Remedy remedy) {
    if (remedy instanceof Remedy.Pause pause) {
      return Tree.table("pause-after", pause.after());
    }
    return remedy instanceof Remedy.LeaveAlone leave
        ? Tree.table(
            "leave-alone-after",
            leave.after(),
            "first",
            DurationWords.of(leave.first()),
            "longest",
            DurationWords.of(leave.longest()))
        : Tree.of("nothing");
  }

  private Settings forward(CallForwarding forwarding) {
    Settings to = new Settings(false);
    for (CallForwarding.Kind kind : CallForwarding.Kind.values()) {
      List<Tree> entries = forwarding.entries(kind).stream().map(this::entry).toList();
      if (!entries.isEmpty()) {
        to.set(Words.of(kind), entries.size() == 1 ? entries.get(0) : new Tree.Row(entries));
      }
    }
    return to;
  }

  private Tree entry(CallForwarding.Entry entry) {
    return entry.when() instanceof Condition.Always
        ? Tree.of(entry.to().digits())
        : Tree.table("to", entry.to().digits(), "when", condition(entry.when()));
  }

  private Tree condition(Condition condition) {
    if (condition instanceof Condition.Always) {
      return Tree.of("always");
    }
    if (condition instanceof Condition.DialledDirectly) {
      return Tree.of("dialled-directly");
    }
    if (condition instanceof Condition.ThroughGroup) {
      return Tree.of("through-group");
    }
    if (condition instanceof Condition.CallerMatches caller) {
      return Tree.table("caller", caller.pattern());
    }
    if (condition instanceof Condition.During during) {
      return Tree.table("hours", hours.apply(during.schedule()));
    }
    if (condition instanceof Condition.Host host) {
      return Tree.table("host", host.name());
    }
    if (condition instanceof Condition.Not not) {
      return Tree.table("not", condition(not.condition()));
    }
    Tree parts = new Tree.Row(condition.parts().stream().map(this::condition).toList());
    return Tree.table(condition instanceof Condition.AllOf ? "all" : "any", parts);
  }
}
