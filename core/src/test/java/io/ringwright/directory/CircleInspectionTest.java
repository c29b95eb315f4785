package io.ringwright.directory;

import static io.ringwright.directory.PhoneListInspectionTest.mistakesOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.directory.CallForwarding.Kind;
import org.junit.jupiter.api.Test;

/** What leads back to itself whatever happens is refused; what may or may not is let pass. */
class CircleInspectionTest {

  private static final Condition SOMETIMES = new Condition.Host("full moon", each -> true);

  private static PhoneListBuilder forwarding(PhoneListBuilder list, int from, int to) {
    return list.extension(
        Integer.toString(from),
        each -> each.device("PJSIP/" + from).forwardUnconditional(Integer.toString(to)));
  }

  private static PhoneListBuilder ring(PhoneListBuilder list, int first, int size) {
    for (int i = 0; i < size; i++) {
      forwarding(list, first + i, first + (i + 1) % size);
    }
    return list;
  }

  @Test
  void forwardings_that_always_lead_in_a_circle_are_refused_with_the_circle() {
    PhoneListBuilder house = ring(forwarding(PhoneList.builder(), 100, 201), 200, 3);
    assertThat(mistakesOf(ring(house, 300, 2)))
        .containsExactly(
            "extension 201: its unconditional forwarding leads back to itself, always:"
                + " 201 → 202 → 200 → 201;"
                + " expected a condition, or another number, somewhere on the way",
            "extension 300: its unconditional forwarding leads back to itself, always:"
                + " 300 → 301 → 300;"
                + " expected a condition, or another number, somewhere on the way");
  }

  @Test
  void a_circle_that_a_condition_can_open_is_a_matter_of_calls() {
    PhoneListBuilder house =
        forwarding(PhoneList.builder(), 100, 101)
            .extension(
                "101",
                ben -> ben.device("PJSIP/101").forward(Kind.UNCONDITIONAL, "100", SOMETIMES));
    assertThat(house.build().extensions()).hasSize(2);
  }

  @Test
  void an_earlier_forwarding_under_a_condition_opens_a_circle_too() {
    PhoneListBuilder house =
        forwarding(PhoneList.builder(), 100, 101)
            .extension(
                "101",
                ben ->
                    ben.device("PJSIP/101")
                        .forward(Kind.UNCONDITIONAL, "102", SOMETIMES)
                        .forwardUnconditional("100"))
            .extension("102", cleo -> cleo.device("PJSIP/102"));
    assertThat(house.build().extensions()).hasSize(3);
  }

  @Test
  void other_forwardings_need_an_engaged_phone_and_extensions_out_of_service_forward_nothing() {
    PhoneListBuilder house =
        PhoneList.builder()
            .extension("100", anna -> anna.device("PJSIP/100").forwardOnBusy("101"))
            .extension("101", ben -> ben.device("PJSIP/101").forwardOnBusy("100"))
            .extension(
                "102", cleo -> cleo.device("PJSIP/102").forwardUnconditional("103").outOfService());
    assertThat(forwarding(house, 103, 102).build().extensions()).hasSize(4);
  }

  @Test
  void a_long_circle_is_told_in_short() {
    assertThat(mistakesOf(ring(PhoneList.builder(), 10_000, 1000)))
        .singleElement()
        .asString()
        .contains("10000 → 10001 → 10002")
        .contains("10011 → … (988 more) → 10000;");
  }

  private static PhoneListBuilder house() {
    return PhoneList.builder().extension("100", anna -> anna.device("PJSIP/100"));
  }

  @Test
  void hunt_groups_that_are_members_of_themselves_are_refused_with_the_circle() {
    PhoneListBuilder nested =
        house()
            .huntGroup("700", each -> each.member("100").member("701").member("702"))
            .huntGroup("701", each -> each.member("702"))
            .huntGroup("702", each -> each.member("700"))
            .huntGroup("703", each -> each.member("700").member("703"));
    assertThat(mistakesOf(nested))
        .containsExactly(
            "hunt group 703: member '703' is the group itself; expected members other than itself",
            "hunt group 700: is a member of itself: 700 → 701 → 702 → 700;"
                + " expected hunt groups that do not lead back to themselves");
  }

  @Test
  void a_group_in_several_groups_is_no_circle() {
    PhoneListBuilder nested =
        house()
            .huntGroup("700", each -> each.member("701").member("702"))
            .huntGroup("701", each -> each.member("703"))
            .huntGroup("702", each -> each.member("703"))
            .huntGroup("703", each -> each.member("100"));
    assertThat(nested.build().huntGroups()).hasSize(4);
  }

  @Test
  void a_member_who_forwards_back_to_the_group_is_a_matter_of_calls() {
    PhoneListBuilder back =
        PhoneList.builder()
            .extension("100", a -> a.device("PJSIP/100").forwardUnconditional("700"))
            .extension("101", b -> b.device("PJSIP/101"))
            .huntGroup("700", each -> each.member("100").member("101"));
    assertThat(back.build().huntGroups()).hasSize(1);
  }

  @Test
  void groups_nest_ten_levels_deep_and_not_deeper_however_many_there_are() {
    assertThat(nested(10).build().huntGroups()).hasSize(10);
    assertThat(mistakesOf(nested(11)))
        .containsExactly(
            "hunt group 70000: has hunt groups within hunt groups, more than 10 levels deep;"
                + " expected at most 10 levels");
    assertThat(mistakesOf(nested(20_000))).hasSize(1);
  }

  private static PhoneListBuilder nested(int levels) {
    PhoneListBuilder list = house();
    for (int level = 0; level < levels; level++) {
      String below = level == levels - 1 ? "100" : Integer.toString(70_001 + level);
      list.huntGroup(Integer.toString(70_000 + level), each -> each.member(below));
    }
    return list;
  }
}
