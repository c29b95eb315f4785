package io.ringwright.directory;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.call.Destination;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.directory.CallForwarding.Kind;
import org.junit.jupiter.api.Test;

class PhoneListTest {

  private static PhoneListBuilder anna() {
    return PhoneList.builder().extension("100", anna -> anna.device("PJSIP/100"));
  }

  @Test
  void a_number_and_a_menu_key_lead_to_what_stands_behind_them() {
    PhoneList phones = anna().huntGroup("700", all -> all.menuKey("1").member("100")).build();
    assertThat(phones.lookUp(DirectoryNumber.of("100")))
        .contains(new Destination.ToExtension(DirectoryNumber.of("100")));
    assertThat(phones.lookUp(DirectoryNumber.of("700")))
        .isEqualTo(phones.lookUp(DirectoryNumber.of("1")))
        .contains(new Destination.ToHuntGroup(DirectoryNumber.of("700")));
    assertThat(phones.lookUp(DirectoryNumber.of("2"))).isEmpty();
  }

  @Test
  void what_is_not_said_is_default() {
    PhoneList phones = anna().huntGroup("700", all -> all.member("100")).build();
    Extension anna = phones.extensions().iterator().next();
    assertThat(anna.holdCapacity()).isZero();
    assertThat(anna.times()).isEqualTo(Extension.Times.DEFAULT);
    assertThat(anna.forwarding()).isEqualTo(CallForwarding.OFF);
    assertThat(anna.waiting()).isEqualTo(WaitingPolicy.DEFAULT);
    assertThat(phones.huntGroups().iterator().next().hunting().strategy())
        .isEqualTo(StandardStrategy.LONGEST_IDLE);
  }

  @Test
  void the_first_forwarding_of_a_kind_whose_condition_holds_applies() {
    PhoneList phones =
        anna()
            .extension("101", b -> b.device("PJSIP/101"))
            .extension(
                "102",
                c ->
                    c.device("PJSIP/102")
                        .forward(Kind.ON_BUSY, "100", new Condition.ThroughGroup())
                        .forwardOnBusy("101"))
            .build();
    CallForwarding forwarding =
        phones.extension(DirectoryNumber.of("102")).orElseThrow().forwarding();
    Condition.Circumstances direct =
        new Condition.Circumstances(
            io.ringwright.call.CallerId.unknown(),
            java.util.Optional.empty(),
            java.time.Instant.EPOCH);
    assertThat(forwarding.applying(Kind.ON_BUSY, direct).map(entry -> entry.to().digits()))
        .contains("101");
    assertThat(forwarding.applying(Kind.ON_NO_REPLY, direct)).isEmpty();
  }

  @Test
  void a_list_knows_whether_hours_or_the_host_matter() {
    assertThat(anna().build().dependsOnTime()).isFalse();
    PhoneList phones =
        anna()
            .extension(
                "101",
                b ->
                    b.device("PJSIP/101")
                        .forward(Kind.ON_BUSY, "100", new Condition.Host("moon", each -> true)))
            .build();
    assertThat(phones.dependsOnTime()).isTrue();
  }
}
