package io.ringwright.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.call.Destination;
import io.ringwright.call.Device;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.directory.PhoneList;
import io.ringwright.directory.PhoneListBuilder;
import io.ringwright.directory.Strategy;
import io.ringwright.waiting.QueueOrder;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class PhoneListChangeTest {

  private final PhoneList before = list().build();

  /** 101 forwards to 100; 700 has 100 as a member, 701 has 101, 702 has 102. */
  private static PhoneListBuilder list() {
    return PhoneList.builder()
        .extension("100", anna -> anna.device("PJSIP/100"))
        .extension("101", ben -> ben.device("PJSIP/101").forwardOnBusy("100"))
        .extension("102", cleo -> cleo.device("PJSIP/102"))
        .huntGroup("700", group -> group.member("100"))
        .huntGroup("701", group -> group.member("101"))
        .huntGroup("702", group -> group.member("102"));
  }

  private static Destination extension(String number) {
    return new Destination.ToExtension(DirectoryNumber.of(number));
  }

  private static Destination group(String number) {
    return new Destination.ToHuntGroup(DirectoryNumber.of(number));
  }

  private PhoneListChange to(PhoneListBuilder after) {
    return PhoneListChange.between(before, after.build());
  }

  private static PhoneListBuilder withoutAnna() {
    return PhoneList.builder()
        .extension("101", ben -> ben.device("PJSIP/101").forwardOnBusy("102"))
        .extension("102", cleo -> cleo.device("PJSIP/102"))
        .huntGroup("700", group -> group.member("102"))
        .huntGroup("701", group -> group.member("101"))
        .huntGroup("702", group -> group.member("102"));
  }

  @Test
  void a_list_with_the_same_content_changes_nothing() {
    PhoneListChange change = to(list());
    assertThat(change.isEverywhere()).isFalse();
    assertThat(change.affected()).isEmpty();
    assertThat(change.devices()).isEmpty();
  }

  @Test
  void one_more_group_affects_that_group_alone() {
    PhoneListChange change = to(list().huntGroup("703", group -> group.member("100")));
    assertThat(change.affected()).containsExactly(group("703"));
    assertThat(change.devices()).isEmpty();
  }

  @Test
  void another_extension_affects_whatever_leads_to_it() {
    PhoneList after =
        PhoneList.builder()
            .extension("100", anna -> anna.device("PJSIP/1").holdCapacity(1))
            .extension("101", ben -> ben.device("PJSIP/101").forwardOnBusy("100"))
            .extension("102", cleo -> cleo.device("PJSIP/102"))
            .huntGroup("700", group -> group.member("100"))
            .huntGroup("701", group -> group.member("101"))
            .huntGroup("702", group -> group.member("102"))
            .build();
    PhoneListChange change = PhoneListChange.between(before, after);
    assertThat(change.affected())
        .containsExactlyInAnyOrder(extension("100"), extension("101"), group("700"), group("701"));
    assertThat(change.devices())
        .containsExactlyInAnyOrder(Device.of("PJSIP/1"), Device.of("PJSIP/100"));
  }

  @Test
  void what_is_there_no_more_is_affected_and_so_is_whatever_led_to_it() {
    PhoneListChange change = to(withoutAnna());
    assertThat(change.affected())
        .containsExactlyInAnyOrder(extension("100"), extension("101"), group("700"), group("701"));
    assertThat(change.devices())
        .containsExactlyInAnyOrder(Device.of("PJSIP/100"), Device.of("PJSIP/101"));
  }

  @Test
  void another_order_of_callers_may_affect_everything() {
    PhoneListChange change = to(list().queueOrder(QueueOrder.ageing(Duration.ofSeconds(1))));
    assertThat(change.isEverywhere()).isTrue();
    assertThat(change.affected()).isEmpty();
  }

  @Test
  void more_than_can_be_named_may_affect_everything() {
    PhoneListBuilder many = list();
    for (int each = 0; each < PhoneListChange.MOST_NAMED; each++) {
      many.huntGroup(Integer.toString(10_000 + each), group -> group.member("102"));
    }
    assertThat(to(many).isEverywhere()).isFalse();
    assertThat(to(many.huntGroup("9", group -> group.member("102"))).isEverywhere()).isTrue();
  }

  @Test
  void a_strategy_of_the_host_is_known_by_its_name() {
    assertThat(PhoneListChange.between(with("best"), with("best")).affected()).isEmpty();
    assertThat(PhoneListChange.between(with("best"), with("next")).affected())
        .containsExactly(group("700"));
  }

  private static PhoneList with(String words) {
    Strategy own =
        new Strategy() {
          @Override
          public String words() {
            return words;
          }

          @Override
          public List<Contender> next(List<Contender> equals, Memory memory) {
            return equals;
          }
        };
    return PhoneList.builder()
        .extension("100", anna -> anna.device("PJSIP/100"))
        .huntGroup("700", group -> group.member("100").strategy(own))
        .build();
  }

  @Test
  void a_change_belongs_to_the_very_lists_of_which_it_was_made() {
    PhoneList after = list().build();
    PhoneListChange change = PhoneListChange.between(before, after);
    assertThat(change.isBetween(before, after)).isTrue();
    assertThat(change.isBetween(after, before)).isFalse();
    assertThat(change.isBetween(before, list().build())).isFalse();
    assertThat(change.to()).isSameAs(after);
  }
}
