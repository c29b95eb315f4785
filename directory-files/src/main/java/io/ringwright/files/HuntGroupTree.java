package io.ringwright.files;

import io.ringwright.call.Acceptance;
import io.ringwright.call.BeforeTalk.RecordedFrom;
import io.ringwright.call.Requirements;
import io.ringwright.directory.HuntGroup;
import io.ringwright.directory.HuntGroup.Absence;
import io.ringwright.directory.HuntGroup.Hunting;
import io.ringwright.directory.HuntGroup.Member;
import io.ringwright.directory.HuntGroup.NobodyThere;
import io.ringwright.directory.OnAnswer;
import io.ringwright.directory.Schedule;
import io.ringwright.directory.StandardStrategy;
import io.ringwright.directory.Strategy;
import io.ringwright.files.Tree.Settings;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** A hunt group as a phone file says it. */
final class HuntGroupTree {

  private final Function<Schedule, Tree> hours;

  HuntGroupTree(Function<Schedule, Tree> hours) {
    this.hours = hours;
  }

  void write(HuntGroup group, Settings to) {
    to.optional("menu-key", group.menuKey(), key -> Tree.of(key.digits()));
    if (!to.all()) {
      to.set("members", new Tree.Row(group.members().stream().map(HuntGroupTree::member).toList()));
    }
    hunting(group.hunting(), to);
    to.unless(Requirements.NONE, "requires", group.requirements(), HuntGroupTree::requirements);
    to.optional("open", group.presence().hours().schedule(), hours);
    to.optional("when-closed", group.presence().hours().whenClosed(), WaitingTree::goal);
    to.part("nobody-there", nobody(group.presence().nobodyThere(), to.all()));
    to.part("callers-hear", HearingTree.of(group.hearing(), to.all()));
    to.part("on-answer", onAnswer(group.onAnswer(), to.all()));
    WaitingTree.write(group.waiting(), to);
  }

  static Tree member(Member member) {
    Settings to = new Settings(false);
    to.set("member", Tree.of(member.to().digits()));
    to.unless(1, "priority", member.priority().level());
    to.unless(1, "weight", member.weight());
    Map<String, Tree> parts = to.tall().children();
    return parts.size() == 1 ? Tree.of(member.to().digits()) : new Tree.Branch(parts, false);
  }

  private static void hunting(Hunting hunting, Settings to) {
    Hunting usual = Hunting.DEFAULT;
    to.unless(usual.strategy(), "strategy", hunting.strategy(), HuntGroupTree::strategy);
    to.unless(usual.growth(), "ring-one-more-every", hunting.growth(), WaitingTree::time);
    to.unless(
        usual.preference(), "preference", hunting.preference(), each -> Tree.of(Words.of(each)));
    to.unless(
        usual.forwarding(),
        "member-forwarding",
        hunting.forwarding(),
        each -> Tree.of(Words.of(each)));
    Settings opening = new Settings(false);
    hunting
        .escalation()
        .opening()
        .forEach((priority, after) -> opening.set("" + priority.level(), WaitingTree.time(after)));
    to.part("open-priority", opening);
  }

  private static Tree strategy(Strategy strategy) {
    return strategy instanceof StandardStrategy standard
        ? Tree.of(Words.of(standard))
        : Tree.table("host", strategy.words());
  }

  private static Tree requirements(Requirements requirements) {
    List<Requirements.Stage> stages = requirements.stages();
    return stages.size() == 1
        ? levels(stages.get(0))
        : new Tree.Row(stages.stream().map(HuntGroupTree::stage).toList());
  }

  private static Tree stage(Requirements.Stage stage) {
    return stage.after().isZero()
        ? Tree.table("skills", levels(stage))
        : Tree.table("after", WaitingTree.time(stage.after()), "skills", levels(stage));
  }

  private static Tree levels(Requirements.Stage stage) {
    Settings levels = new Settings(false);
    new TreeMap<>(stage.levels()).forEach((skill, level) -> levels.set(skill, Tree.of(level)));
    return new Tree.Branch(levels.tall().children(), false);
  }

  private static Settings nobody(NobodyThere nobody, boolean all) {
    NobodyThere usual = NobodyThere.DEFAULT;
    Settings to = new Settings(all);
    to.unless(usual.onArrival(), "on-arrival", nobody.onArrival(), HuntGroupTree::absences);
    to.unless(
        usual.whileWaiting(), "while-waiting", nobody.whileWaiting(), HuntGroupTree::absences);
    return to;
  }

  private static Tree absences(Set<Absence> ways) {
    return Tree.row(ways.stream().sorted().map(Words::of).toList());
  }

  private static Settings onAnswer(OnAnswer given, boolean all) {
    OnAnswer usual = OnAnswer.NOTHING;
    Settings to = new Settings(all);
    to.unless(usual.told(), "tell-agent", given.told(), Tree::row);
    to.yes(false, "tell-wait", given.tellsWait());
    to.optional("accept-by-key", given.acceptance(), HuntGroupTree::acceptance);
    to.unless("no", "record", given.recorded().map(HuntGroupTree::recorded).orElse("no"), Tree::of);
    to.yes(false, "set-variables", given.setsVariables());
    to.optional("dial-options", given.dialOptions(), Tree::of);
    return to;
  }

  private static String recorded(RecordedFrom from) {
    return switch (from) {
      case TALK -> "talk";
      case ANSWER -> "from-answer";
    };
  }

  private static Tree acceptance(Acceptance by) {
    return Tree.table(
        "key", by.key(), "prompt", by.prompt(), "within", DurationWords.of(by.within()));
  }
}
