package io.ringwright.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.availability.DeviceState;
import io.ringwright.directory.HuntGroup.MemberForwarding;
import io.ringwright.directory.HuntGroup.Preference;
import io.ringwright.directory.HuntGroupBuilder;
import io.ringwright.directory.StandardStrategy;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Who is next in a hunt group, and what a group comes to. */
class HuntSequenceTest {

  private static RuleFixture group(Consumer<HuntGroupBuilder> sales) {
    return new RuleFixture(
        list ->
            list.extension("100", a -> a.device("PJSIP/100").holdCapacity(1))
                .extension("101", b -> b.device("PJSIP/101").holdCapacity(1))
                .extension("102", c -> c.device("PJSIP/102").holdCapacity(1))
                .extension("103", d -> d.device("PJSIP/102"))
                .huntGroup("700", sales));
  }

  private static HuntGroupBuilder all(HuntGroupBuilder group) {
    return group.member("102").member("101").member("100");
  }

  @Test
  void linear_begins_at_the_top_of_the_list_every_time() {
    RuleFixture linear = group(each -> all(each).strategy(StandardStrategy.LINEAR));
    assertThat(linear.comesTo("700")).isEqualTo("102");
    assertThat(linear.with("102", DeviceState.RINGING, 0, 1).comesTo("700")).isEqualTo("101");
  }

  @Test
  void longest_idle_takes_who_has_been_without_a_call_for_the_longest_time() {
    RuleFixture idle =
        group(HuntSequenceTest::all)
            .idleSince("100", RuleFixture.NOW.minusSeconds(10))
            .idleSince("101", RuleFixture.NOW.minusSeconds(30))
            .idleSince("102", RuleFixture.NOW.minusSeconds(20));
    assertThat(idle.comesTo("700")).isEqualTo("101");
  }

  @Test
  void who_never_had_a_call_comes_first_and_then_the_lower_number() {
    assertThat(group(HuntSequenceTest::all).comesTo("700")).isEqualTo("100");
    assertThat(
            group(HuntSequenceTest::all)
                .idleSince("100", RuleFixture.NOW.minusSeconds(3600))
                .comesTo("700"))
        .isEqualTo("101");
  }

  @Test
  void simultaneous_takes_all_free_members_of_the_best_priority() {
    RuleFixture ring =
        group(
            each ->
                each.strategy(StandardStrategy.SIMULTANEOUS)
                    .member("100", 2)
                    .member("101", 1)
                    .member("102", 1));
    assertThat(ring.comesTo("700")).isEqualTo("101,102");
    assertThat(ring.with("101", DeviceState.RINGING, 0, 1).comesTo("700")).isEqualTo("102");
    assertThat(ring.with("102", DeviceState.RINGING, 0, 1).comesTo("700")).isEqualTo("100");
  }

  @Test
  void priority_counts_before_the_strategy() {
    RuleFixture house =
        group(each -> each.member("100", 2).member("101", 1))
            .idleSince("101", RuleFixture.NOW.minusSeconds(1))
            .idleSince("100", RuleFixture.NOW.minusSeconds(999));
    assertThat(house.comesTo("700")).isEqualTo("101");
  }

  @Test
  void a_free_member_goes_before_one_on_hold_unless_the_group_says_priority_first() {
    assertThat(preferring(Preference.FREE_FIRST).comesTo("700")).isEqualTo("101");
    assertThat(preferring(Preference.PRIORITY_FIRST).comesTo("700")).isEqualTo("100");
  }

  private static RuleFixture preferring(Preference preference) {
    return group(each -> each.preference(preference).member("100", 1).member("101", 2))
        .engaged("100");
  }

  @Test
  void two_extensions_of_one_device_are_one_phone() {
    RuleFixture shared =
        group(each -> each.strategy(StandardStrategy.SIMULTANEOUS).member("102").member("103"));
    assertThat(shared.comesTo("700")).isEqualTo("102");
  }

  @Test
  void members_who_cannot_be_reached_leave_no_hope_and_engaged_ones_do() {
    RuleFixture house = group(each -> each.member("100").member("101"));
    assertThat(house.away("100").away("101").comesTo("700")).isEqualTo("nobody-in-service");
    assertThat(house.with("101", DeviceState.BUSY, 1, 0).comesTo("700")).isEqualTo("later");
  }

  private static RuleFixture forwarding(MemberForwarding policy) {
    return new RuleFixture(
        list ->
            list.allowExternal("+49")
                .extension("100", a -> a.device("PJSIP/100").forwardUnconditional("102"))
                .extension("101", b -> b.device("PJSIP/101").forwardOnBusy("103"))
                .extension("102", c -> c.device("PJSIP/102"))
                .extension("103", d -> d.device("PJSIP/103"))
                .extension("104", e -> e.device("PJSIP/104").forwardUnconditional("+4930123"))
                .huntGroup("700", all -> all.memberForwarding(policy).member("100").member("101"))
                .huntGroup("701", all -> all.member("104"))
                .huntGroup("702", all -> all.memberForwarding(policy).member("100")));
  }

  @Test
  void a_group_that_follows_rings_where_its_members_forward() {
    RuleFixture follow = forwarding(MemberForwarding.FOLLOW);
    assertThat(follow.engaged("101").comesTo("700")).isEqualTo("102");
    assertThat(follow.engaged("102").comesTo("700")).isEqualTo("103");
  }

  @Test
  void a_group_that_skips_leaves_forwarding_members_out_and_follows_none_of_the_others() {
    RuleFixture skip = forwarding(MemberForwarding.SKIP);
    assertThat(skip.comesTo("700")).isEqualTo("101");
    assertThat(skip.engaged("101").comesTo("700")).isEqualTo("later");
    assertThat(skip.comesTo("702")).isEqualTo("nobody-in-service");
    assertThat(skip.explained("702")).contains("this group skips a member that forwards");
  }

  @Test
  void no_group_follows_a_member_out_of_the_house() {
    RuleFixture house = forwarding(MemberForwarding.FOLLOW);
    assertThat(house.comesTo("701")).isEqualTo("nobody-in-service");
    assertThat(house.comesTo("104")).as("dialled directly").isEqualTo("outside +4930123");
  }

  private static RuleFixture nested() {
    return new RuleFixture(
        list ->
            list.extension("100", a -> a.device("PJSIP/100").forwardUnconditional("701"))
                .extension("101", b -> b.device("PJSIP/101").forwardUnconditional("701"))
                .extension("102", c -> c.device("PJSIP/102"))
                .extension("103", d -> d.device("PJSIP/103").forwardUnconditional("702"))
                .huntGroup("700", all -> all.member("100").member("101"))
                .huntGroup("701", all -> all.member("102"))
                .huntGroup("702", all -> all.member("103")));
  }

  @Test
  void a_member_may_forward_to_another_group() {
    assertThat(nested().comesTo("700")).isEqualTo("102");
    assertThat(nested().explained("700")).contains("hunt group 701 · hunt: as said above: 102");
  }

  @Test
  void two_ways_to_a_group_without_hope_give_none() {
    assertThat(nested().away("102").comesTo("700")).isEqualTo("nobody-in-service");
  }

  @Test
  void a_group_whose_member_forwards_back_to_it_is_a_loop() {
    assertThat(nested().comesTo("702")).isEqualTo("nobody-in-service");
    assertThat(nested().explained("702")).contains("loop: 702 → 103 → 702");
  }

  @Test
  void an_engaged_member_is_worth_waiting_for_wherever_it_forwards() {
    RuleFixture house =
        new RuleFixture(
            list ->
                list.allowExternal("+49")
                    .extension("100", a -> a.device("PJSIP/100").forwardOnBusy("+4917012345"))
                    .extension("101", b -> b.device("PJSIP/101").forwardOnBusy("701"))
                    .extension("102", c -> c.device("PJSIP/102").outOfService())
                    .huntGroup("700", all -> all.member("100"))
                    .huntGroup("701", all -> all.member("102"))
                    .huntGroup("702", all -> all.member("101")));
    assertThat(house.engaged("100").comesTo("700")).as("out of the house").isEqualTo("later");
    assertThat(house.comesTo("100")).as("dialled directly").isEqualTo("outside +4917012345");
    assertThat(house.engaged("101").comesTo("702")).as("an empty group").isEqualTo("later");
    assertThat(house.comesTo("701")).isEqualTo("nobody-in-service");
  }

  @Test
  void members_who_forward_to_their_own_group_when_busy_are_worth_waiting_for() {
    RuleFixture team =
        new RuleFixture(
            list ->
                list.extension("100", a -> a.device("PJSIP/100").forwardOnBusy("700"))
                    .extension("101", b -> b.device("PJSIP/101").forwardOnBusy("700"))
                    .huntGroup("700", all -> all.member("100").member("101")));
    assertThat(team.engaged("100").comesTo("700")).isEqualTo("101");
    assertThat(team.engaged("101").comesTo("700")).isEqualTo("later");
    assertThat(team.comesTo("100")).as("dialled directly").isEqualTo("later");
  }
}
