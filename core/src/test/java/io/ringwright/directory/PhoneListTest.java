package io.ringwright.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.ringwright.call.Destination;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.directory.CallForwarding.Kind;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class PhoneListTest {

  private static PhoneListBuilder anna() {
    return PhoneList.builder().extension("100", anna -> anna.device("PJSIP/100"));
  }

  private static List<String> mistakesOf(PhoneListBuilder builder) {
    DirectoryException refused = catchThrowableOfType(DirectoryException.class, builder::build);
    assertThat(refused).as("the refusal").isNotNull();
    return refused.mistakes();
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
  void every_mistake_is_listed_at_once_with_item_value_and_what_was_expected() {
    PhoneListBuilder builder =
        anna()
            .extension("10x", a -> a.device("PJSIP/1"))
            .extension("101", a -> a.device("nothing").holdCapacity(-1))
            .huntGroup("700", all -> all.member("999"));
    DirectoryException refused = catchThrowableOfType(DirectoryException.class, builder::build);
    assertThat(refused)
        .hasMessage(
            """
            The phone list has 4 mistakes:
              - extension 10x: number '10x' is not valid; expected 1 to 20 of 0-9, * and #
              - extension 101: device 'nothing' is not valid; expected technology/resource, such as PJSIP/100
              - extension 101: hold capacity -1 is not valid; expected 0 or more
              - hunt group 700: member '999' is not valid; expected an extension or a hunt group of the list""");
    assertThat(refused.mistakes()).hasSize(4);
  }

  @Test
  void a_number_belongs_to_one() {
    assertThat(mistakesOf(anna().extension("100", ben -> ben.device("PJSIP/101"))))
        .containsExactly(
            "extension 100: number '100' again is not valid;"
                + " expected a number that extension 100 does not have");
    assertThat(mistakesOf(anna().huntGroup("100", all -> all.member("100")))).hasSize(2);
    assertThat(mistakesOf(anna().huntGroup("700", all -> all.menuKey("100").member("100"))))
        .singleElement()
        .asString()
        .startsWith("hunt group 700 menu key: number '100' again");
  }

  @Test
  void a_group_has_members_each_once_with_a_priority() {
    assertThat(mistakesOf(anna().huntGroup("700", all -> {})))
        .containsExactly("hunt group 700: no members is not valid; expected at least one member");
    assertThat(mistakesOf(anna().huntGroup("700", all -> all.member("100").member("100"))))
        .containsExactly(
            "hunt group 700: member '100' twice is not valid; expected each member once");
    assertThat(mistakesOf(anna().huntGroup("700", all -> all.member("100", 0))))
        .singleElement()
        .asString()
        .contains("member '100' with priority 0", "1 (highest) to 1000");
  }

  @Test
  void an_extension_forwards_to_others_only() {
    assertThat(
            mistakesOf(
                PhoneList.builder()
                    .extension("100", a -> a.device("PJSIP/100").forwardOnBusy("100"))))
        .containsExactly(
            "extension 100: forwarding on busy to '100' is not valid;"
                + " expected another number than its own");
  }

  @Test
  void a_forwarding_leads_to_somebody_or_outside_by_permission() {
    for (String to : List.of("999", "+4930123456", "", "100&200", "1\r\n2")) {
      assertThat(
              mistakesOf(
                  PhoneList.builder()
                      .extension("100", a -> a.device("PJSIP/100").forwardUnconditional(to))))
          .as(to)
          .singleElement()
          .asString()
          .contains("allowExternal");
    }
  }

  @Test
  void an_allowed_prefix_does_not_let_in_what_is_no_number() {
    PhoneListBuilder builder =
        PhoneList.builder()
            .allowExternal("+49")
            .extension("100", a -> a.device("PJSIP/100").forwardUnconditional("+4930&PJSIP/1"));
    assertThat(mistakesOf(builder))
        .singleElement()
        .asString()
        .contains("expected an optional + and 3 to 15 digits");
  }

  @Test
  void a_prefix_that_allows_everything_is_refused() {
    for (String prefix : List.of("", "+", "0 ", "abc")) {
      assertThat(mistakesOf(anna().allowExternal(prefix))).as(prefix).isNotEmpty();
    }
  }

  @Test
  void overflow_leads_to_somebody_else() {
    assertThat(mistakesOf(anna().huntGroup("700", all -> all.member("100").overflow("700"))))
        .containsExactly(
            "hunt group 700: overflow to '700' is not valid;"
                + " expected another number than its own");
    assertThat(mistakesOf(anna().huntGroup("700", all -> all.member("100").overflow("701"))))
        .hasSize(1);
  }

  @Test
  void times_and_limits_stay_within_reason() {
    assertThat(
            mistakesOf(
                PhoneList.builder()
                    .extension(
                        "100",
                        a ->
                            a.device("PJSIP/100")
                                .ringTime(Duration.ofMillis(999))
                                .wrapUp(Duration.ofSeconds(-1))
                                .backOff(Duration.ofSeconds(Long.MAX_VALUE))
                                .queueLimit(-1)
                                .longestWait(Duration.ZERO))
                    .extension(
                        "101",
                        b ->
                            b.device("PJSIP/101").longestWait(Duration.ofSeconds(Long.MAX_VALUE)))))
        .extracting(mistake -> mistake.substring(0, mistake.indexOf(" is not valid")))
        .containsExactly(
            "extension 100: ring time PT0.999S",
            "extension 100: wrap-up PT-1S",
            "extension 100: back-off PT2562047788015215H30M7S",
            "extension 100: queue limit -1",
            "extension 100: longest wait PT0S",
            "extension 101: longest wait PT2562047788015215H30M7S");
  }

  @Test
  void forwardings_in_a_circle_are_a_matter_of_calls_not_of_the_list() {
    PhoneList phones =
        anna()
            .extension("101", b -> b.device("PJSIP/101").forwardOnBusy("102"))
            .extension("102", c -> c.device("PJSIP/102").forwardOnBusy("101"))
            .build();
    assertThat(phones.extensions()).hasSize(3);
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
  void a_list_knows_on_which_ways_callers_or_hours_matter() {
    Destination first = new Destination.ToExtension(DirectoryNumber.of("100"));
    Destination second = new Destination.ToExtension(DirectoryNumber.of("101"));
    assertThat(anna().build().traits(first)).isEqualTo(new WayTraits(false, false, List.of()));
    assertThat(anna().build().dependsOnTime()).isFalse();
    PhoneList phones =
        anna()
            .extension(
                "101",
                b ->
                    b.device("PJSIP/101")
                        .forward(Kind.ON_BUSY, "100", new Condition.Host("moon", each -> true)))
            .build();
    assertThat(phones.traits(second)).isEqualTo(new WayTraits(true, true, List.of()));
    assertThat(phones.traits(first)).isEqualTo(new WayTraits(false, false, List.of()));
    assertThat(phones.dependsOnTime()).isTrue();
  }
}
