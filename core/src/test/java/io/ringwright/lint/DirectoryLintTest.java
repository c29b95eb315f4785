package io.ringwright.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.call.Requirements;
import io.ringwright.directory.CallForwarding.Kind;
import io.ringwright.directory.Condition;
import io.ringwright.directory.ExtensionBuilder;
import io.ringwright.directory.HuntGroup.MemberForwarding;
import io.ringwright.directory.HuntGroupBuilder;
import io.ringwright.directory.PhoneList;
import io.ringwright.directory.PhoneListBuilder;
import io.ringwright.directory.Schedule;
import io.ringwright.directory.Schedule.Hours;
import io.ringwright.directory.Schedule.WeeklyHours;
import io.ringwright.directory.StandardStrategy;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Each fault is found, in one line; and what only looks like it is left alone. */
class DirectoryLintTest {

  static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  static final Condition VACATION = new Condition.Host("vacation", any -> true);
  static final Schedule OFFICE = hours(9, 17);
  static final Schedule NIGHT = hours(17, 24);
  static final Schedule CLOSED = new Schedule(BERLIN, List.of(), Map.of());

  static Schedule hours(int from, int to) {
    Hours hours = new Hours(LocalTime.of(from, 0), LocalTime.of(to % 24, 0));
    return Schedule.weekly(BERLIN, new WeeklyHours(Set.of(DayOfWeek.MONDAY), hours));
  }

  static PhoneListBuilder house(int... extensions) {
    PhoneListBuilder list = PhoneList.builder().allowExternal("+49");
    for (int number : extensions) {
      extension(list, number, any -> {});
    }
    return list;
  }

  static PhoneListBuilder extension(
      PhoneListBuilder list, int number, Consumer<ExtensionBuilder> more) {
    return list.extension(
        Integer.toString(number), each -> more.accept(each.device("PJSIP/" + number)));
  }

  static List<String> lines(PhoneListBuilder list) {
    return DirectoryLint.findings(list.build()).stream().map(Finding::toString).toList();
  }

  static List<String> of(Finding.Kind kind, PhoneListBuilder list) {
    return DirectoryLint.findings(list.build()).stream()
        .filter(each -> each.kind() == kind)
        .map(each -> each.item() + ": " + each.value())
        .toList();
  }

  static PhoneListBuilder group(Consumer<HuntGroupBuilder> more) {
    return house(100, 101).huntGroup("700", all -> more.accept(all.member("100").member("101")));
  }

  @Test
  void a_sound_house_gives_no_finding() {
    PhoneListBuilder sound =
        house(100, 101, 102)
            .huntGroup("700", all -> all.member("100").member("101").overflow("102"))
            .huntGroup("701", all -> all.member("700").member("102", 2).leaveByKey("1", "100"));
    extension(sound, 103, e -> e.forwardUnconditional("+4917012345"));
    extension(sound, 104, e -> e.forwardOnBusy("700").forwardOnNoReply("103").holdCapacity(2));
    assertThat(lines(sound)).isEmpty();
  }

  @Test
  void a_finding_is_one_line_with_item_value_and_remedy() {
    assertThat(lines(group(each -> each.queueLimit(0))))
        .containsExactly(
            "hunt group 700 · nobody may wait: queue limit 0 and no overflow: whoever finds all"
                + " phones engaged is rejected; raise the queue limit, or name an overflow");
  }

  // Loops

  private static PhoneListBuilder circle(Condition one, Condition other) {
    PhoneListBuilder list = house();
    extension(list, 100, e -> e.forward(Kind.UNCONDITIONAL, "101", one));
    return extension(list, 101, e -> e.forward(Kind.UNCONDITIONAL, "100", other));
  }

  @Test
  void a_loop_through_conditions_is_told_with_its_way() {
    assertThat(of(Finding.Kind.LOOP, circle(VACATION, new Condition.Always())))
        .containsExactly("extension 100: 100 → 101 → 100, while vacation and always holds");
  }

  @Test
  void conditions_that_contradict_each_other_make_no_loop() {
    Condition office = new Condition.During(OFFICE);
    assertThat(lines(circle(office, new Condition.Not(office)))).as("opposites").isEmpty();
    assertThat(lines(circle(office, new Condition.During(NIGHT)))).as("day and night").isEmpty();
    assertThat(lines(circle(new Condition.DialledDirectly(), new Condition.ThroughGroup())))
        .as("two ways to come")
        .isEmpty();
    assertThat(of(Finding.Kind.LOOP, circle(office, new Condition.During(hours(16, 18)))))
        .as("an hour shared")
        .hasSize(1);
  }

  @Test
  void an_earlier_forwarding_takes_calls_out_of_a_circle() {
    PhoneListBuilder list = house(102);
    extension(
        list, 100, e -> e.forward(Kind.UNCONDITIONAL, "102", VACATION).forwardUnconditional("101"));
    extension(list, 101, e -> e.forward(Kind.UNCONDITIONAL, "100", VACATION));
    assertThat(of(Finding.Kind.LOOP, list)).isEmpty();
  }

  @Test
  void a_loop_that_needs_engaged_phones_is_worth_a_look() {
    PhoneListBuilder list = house();
    extension(list, 100, e -> e.forwardOnBusy("101"));
    extension(list, 101, e -> e.forwardOnNotReachable("102"));
    extension(list, 102, e -> e.forwardOnBusy("100").forwardOnNoReply("101"));
    List<Finding> findings = DirectoryLint.findings(list.build());
    assertThat(findings).hasSize(1);
    assertThat(findings.get(0).kind().severity()).isEqualTo(Finding.Severity.WORTH_A_LOOK);
    assertThat(findings.get(0).value()).startsWith("100 → 101 → 102 → 100");
  }

  @Test
  void two_loops_are_told_as_two() {
    PhoneListBuilder list = circle(VACATION, VACATION);
    extension(list, 200, e -> e.forward(Kind.UNCONDITIONAL, "201", VACATION));
    extension(list, 201, e -> e.forward(Kind.UNCONDITIONAL, "200", VACATION));
    assertThat(of(Finding.Kind.LOOP, list)).hasSize(2);
  }

  @Test
  void a_chain_of_more_than_ten_diversions_is_told_once() {
    PhoneListBuilder list = house(1012);
    for (int i = 1000; i < 1012; i++) {
      String next = Integer.toString(i + 1);
      extension(list, i, e -> e.forwardUnconditional(next));
    }
    assertThat(of(Finding.Kind.CHAIN_TOO_LONG, list))
        .singleElement()
        .asString()
        .startsWith("extension 1000: calls are diverted more than 10 times: 1000 → 1001");
    extension(list, 2000, e -> e.forwardUnconditional("1002"));
    assertThat(of(Finding.Kind.CHAIN_TOO_LONG, list)).as("2000 makes eleven").hasSize(2);
  }

  // Dead ends

  @Test
  void whom_nobody_can_answer_is_a_dead_end_and_so_is_what_leads_there() {
    PhoneListBuilder list = house(103);
    extension(list, 100, e -> e.outOfService());
    extension(list, 101, e -> e.doNotDisturb());
    extension(list, 102, e -> e.forwardUnconditional("100"));
    list.huntGroup("700", all -> all.member("103").overflow("101").leaveByKey("1", "102"));
    list.huntGroup("701", all -> all.member("100"));
    assertThat(of(Finding.Kind.DEAD_END, list))
        .containsExactly(
            "extension 100: it is out of service, and nothing takes its calls",
            "extension 101: it is on do-not-disturb, and nothing takes its calls",
            "extension 102: it always forwards, and nobody there can answer,"
                + " and nothing takes its calls",
            "hunt group 701: no member can ever ring, and no overflow helps");
    assertThat(of(Finding.Kind.LEADS_TO_DEAD_END, list))
        .containsExactly(
            "extension 102: forwarding unconditional to extension 100,"
                + " where nobody can ever answer",
            "hunt group 700: overflow to extension 101, where nobody can ever answer",
            "hunt group 700: key 1 to extension 102, where nobody can ever answer");
  }

  @Test
  void an_overflow_or_a_forwarding_brings_life_to_a_phone_that_never_rings() {
    PhoneListBuilder list = house(103);
    extension(list, 100, e -> e.outOfService().overflow("103"));
    extension(list, 101, e -> e.doNotDisturb().forwardOnBusy("100"));
    extension(list, 102, e -> e.forwardUnconditional("+493012345"));
    assertThat(lines(list)).isEmpty();
  }

  @Test
  void a_group_that_only_overflows_is_a_dead_end_of_its_own_but_nothing_leads_astray() {
    PhoneListBuilder list = house(103);
    extension(list, 100, e -> e.forwardUnconditional("+493012345"));
    list.huntGroup("700", all -> all.member("100").overflow("103"));
    extension(list, 104, e -> e.forwardOnBusy("700"));
    assertThat(of(Finding.Kind.DEAD_END, list))
        .containsExactly("hunt group 700: no member can ever ring, so every call overflows");
    assertThat(of(Finding.Kind.LEADS_TO_DEAD_END, list)).isEmpty();
  }

  @Test
  void overflows_in_a_circle_are_told_with_the_way() {
    PhoneListBuilder list =
        house(100)
            .huntGroup("700", all -> all.member("100").overflow("701"))
            .huntGroup("701", all -> all.member("100").overflow("702"))
            .huntGroup("702", all -> all.member("100").overflow("701"));
    assertThat(of(Finding.Kind.OVERFLOW_CIRCLE, list))
        .containsExactly(
            "hunt group 701: overflows lead back to it: 701 → 702 → 701;"
                + " a call that nobody answers goes round until it has followed 20"
                + " overflows, and is rejected then");
  }

  // Members

  private static PhoneListBuilder members(MemberForwarding policy) {
    PhoneListBuilder list = house(105);
    extension(list, 100, e -> e.outOfService().forwardUnconditional("105"));
    extension(list, 101, e -> e.forwardUnconditional("105"));
    extension(list, 102, e -> e.doNotDisturb().forwardOnBusy("105"));
    extension(list, 103, e -> e.forwardUnconditional("+493012345"));
    extension(list, 104, e -> e.forward(Kind.UNCONDITIONAL, "105", VACATION));
    return list.huntGroup(
        "700",
        all ->
            all.memberForwarding(policy)
                .member("100")
                .member("101")
                .member("102")
                .member("103")
                .member("104"));
  }

  @Test
  void a_member_that_never_rings_is_told_with_the_reason() {
    assertThat(of(Finding.Kind.MEMBER_NEVER_RINGS, members(MemberForwarding.FOLLOW)))
        .containsExactly(
            "hunt group 700: member extension 100 is out of service",
            "hunt group 700: member extension 103 always forwards to where no phone of the house"
                + " can ring");
    assertThat(of(Finding.Kind.MEMBER_NEVER_RINGS, members(MemberForwarding.SKIP)))
        .containsExactly(
            "hunt group 700: member extension 100 is out of service",
            "hunt group 700: member extension 101 always forwards,"
                + " and this group skips members that do",
            "hunt group 700: member extension 102 is on do-not-disturb,"
                + " and this group follows no forwarding",
            "hunt group 700: member extension 103 always forwards,"
                + " and this group skips members that do");
  }

  @Test
  void a_group_in_a_group_that_has_nobody_never_rings() {
    PhoneListBuilder list = house(101);
    extension(list, 100, e -> e.outOfService());
    list.huntGroup("700", all -> all.member("701").member("101"));
    list.huntGroup("701", all -> all.member("100"));
    assertThat(of(Finding.Kind.MEMBER_NEVER_RINGS, list))
        .contains("hunt group 700: member hunt group 701 has nobody who can ring");
  }

  @Test
  void a_forwarding_for_direct_calls_alone_does_not_keep_a_member_from_ringing() {
    PhoneListBuilder list = house();
    extension(
        list,
        100,
        e -> e.forward(Kind.UNCONDITIONAL, "+493012345", new Condition.DialledDirectly()));
    list.huntGroup("700", all -> all.member("100"));
    assertThat(lines(list)).isEmpty();
  }

  @Test
  void two_members_with_one_phone_are_told() {
    PhoneListBuilder list =
        house(100)
            .extension("101", same -> same.device("PJSIP/100"))
            .huntGroup("700", all -> all.member("100").member("101"));
    assertThat(of(Finding.Kind.SAME_PHONE_TWICE, list))
        .containsExactly("hunt group 700: members 100 and 101 both ring PJSIP/100");
  }

  // Skills

  private static PhoneListBuilder french(int level, Requirements asked) {
    PhoneListBuilder list = house(101);
    extension(list, 100, e -> e.skill("french", level));
    return list.huntGroup("700", all -> all.member("100").member("101").requires(asked));
  }

  @Test
  void skills_that_nobody_behind_a_group_has_are_told() {
    assertThat(of(Finding.Kind.REQUIREMENTS_UNMET, french(2, Requirements.of(Map.of("french", 3)))))
        .containsExactly("hunt group 700: it asks for french:3, which nobody behind it ever has");
    assertThat(of(Finding.Kind.REQUIREMENTS_UNMET, french(3, Requirements.of(Map.of("french", 3)))))
        .isEmpty();
  }

  @Test
  void skills_that_nobody_has_at_first_are_told_with_the_moment_from_which_they_do() {
    Requirements asked =
        Requirements.parse("french:9+sales:1;60=french:5;90=french:2").orElseThrow();
    assertThat(of(Finding.Kind.REQUIREMENTS_UNMET_AT_FIRST, french(2, asked)))
        .containsExactly(
            "hunt group 700: nobody behind it has french:9+sales:1;"
                + " only after 1 min 30 s can anybody take a call");
  }

  @Test
  void a_member_without_the_skills_is_worth_a_look_unless_it_forwards() {
    assertThat(
            of(Finding.Kind.MEMBER_LACKS_SKILLS, french(3, Requirements.of(Map.of("french", 3)))))
        .containsExactly("hunt group 700: member extension 101 never has french:3");
    assertThat(
            of(
                Finding.Kind.MEMBER_LACKS_SKILLS,
                french(3, Requirements.parse("french:3;60=").orElseThrow())))
        .isEmpty();
  }

  @Test
  void an_opening_time_that_changes_nothing_is_told() {
    PhoneListBuilder list =
        house(100, 101, 102)
            .huntGroup(
                "700",
                all ->
                    all.member("100")
                        .member("101", 3)
                        .member("102", 5)
                        .longestWait(Duration.ofMinutes(5))
                        .openPriority(2, Duration.ofSeconds(30))
                        .openPriority(3, Duration.ofSeconds(60))
                        .openPriority(4, Duration.ofSeconds(45))
                        .openPriority(5, Duration.ofMinutes(10)));
    assertThat(of(Finding.Kind.OPENING_WITHOUT_EFFECT, list))
        .containsExactly(
            "hunt group 700: priority 2 opens after 30 s,"
                + " but no member has it, and the next priority opens no sooner",
            "hunt group 700: priority 4 opens after 45 s,"
                + " but a higher priority opens only after 1 min",
            "hunt group 700: priority 5 opens after 10 min, but no call waits longer than 5 min");
  }

  @Test
  void a_level_that_covers_those_below_it_has_an_effect() {
    assertThat(
            lines(
                house(100, 101)
                    .huntGroup(
                        "700",
                        all ->
                            all.member("100")
                                .member("101", 3)
                                .openPriority(2, Duration.ofSeconds(30)))))
        .isEmpty();
  }

  @Test
  void weights_and_growth_that_the_strategy_does_not_ask_are_told() {
    PhoneListBuilder list =
        house(100, 101)
            .huntGroup(
                "700",
                all ->
                    all.member("100", 1, 5).member("101").ringOneMoreEvery(Duration.ofSeconds(10)))
            .huntGroup(
                "701",
                all ->
                    all.member("100")
                        .member("101")
                        .strategy(StandardStrategy.PROGRESSIVE)
                        .ringOneMoreEvery(Duration.ofSeconds(20)));
    assertThat(of(Finding.Kind.SETTING_WITHOUT_EFFECT, list))
        .containsExactly(
            "hunt group 700: its members have weights, which the strategy longest idle does not"
                + " ask",
            "hunt group 700: it rings one more every 10 s, which only the strategy progressive"
                + " does",
            "hunt group 701: it rings one more every 20 s, but no phone rings longer than 20 s");
  }

  // Waiting

  @Test
  void a_wait_that_is_over_with_the_first_ring_is_told() {
    assertThat(of(Finding.Kind.WAIT_TOO_SHORT, group(g -> g.longestWait(Duration.ofSeconds(20)))))
        .containsExactly(
            "hunt group 700: longest wait 20 s leaves no time for a second phone: the first"
                + " rings for 20 s");
    assertThat(lines(group(g -> g.longestWait(Duration.ofSeconds(21))))).isEmpty();
  }

  @Test
  void keys_and_places_of_callers_who_may_not_wait_are_told() {
    assertThat(
            of(
                Finding.Kind.SETTING_WITHOUT_EFFECT,
                group(g -> g.queueLimit(0).overflow("100").callBackByKey("1"))))
        .containsExactly(
            "hunt group 700: it has keys or keeps places for callers who wait,"
                + " but its queue limit is 0");
    assertThat(
            of(
                Finding.Kind.SETTING_WITHOUT_EFFECT,
                group(g -> g.keepPlaceFor(Duration.ZERO, true))))
        .containsExactly(
            "hunt group 700: it knows returning callers by their number,"
                + " but keeps places for 0 s");
  }

  // A list that does not build

  @Test
  void a_list_that_does_not_build_is_told_by_its_mistakes() {
    PhoneListBuilder list =
        extension(house(101), 100, e -> e.forwardOnBusy("999").forwardOnNoReply("0012345"));
    assertThat(DirectoryLint.inspect(list))
        .extracting(Finding::toString)
        .containsExactly(
            "extension 100 · mistake: forwarding on busy to '999' leads nowhere; expected an"
                + " extension or a hunt group of the list, or an external number that"
                + " allowExternal permits",
            "extension 100 · mistake: forwarding on no reply to '0012345' leads nowhere; expected"
                + " an extension or a hunt group of the list, or an external number that"
                + " allowExternal permits");
    assertThat(DirectoryLint.inspect(group(g -> g.queueLimit(0)))).hasSize(1);
  }
}
