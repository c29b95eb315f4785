package io.ringwright.directory.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringwright.call.CallerId;
import io.ringwright.call.Device;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.directory.CallForwarding;
import io.ringwright.directory.CallForwarding.Kind;
import io.ringwright.directory.Condition;
import io.ringwright.directory.Condition.Circumstances;
import io.ringwright.directory.Desks;
import io.ringwright.directory.PhoneList;
import io.ringwright.directory.Schedule;
import io.ringwright.directory.Schedule.Hours;
import io.ringwright.directory.Schedule.WeeklyHours;
import io.ringwright.directory.Strategy;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PhoneListTextTest {

  private static final Schedule OFFICE =
      new Schedule(
          ZoneId.of("Europe/Berlin"),
          List.of(
              new WeeklyHours(
                  EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
                  new Hours(LocalTime.of(8, 0), LocalTime.of(18, 0)))),
          Map.of(LocalDate.of(2026, 12, 24), List.of()));

  static final PhoneList PHONES =
      PhoneList.builder()
          .allowExternal("+49")
          .extension(
              "100",
              anna ->
                  anna.device("PJSIP/100")
                      .skill("french", 2)
                      .forward(Kind.ON_BUSY, "101", new Condition.During(OFFICE))
                      .forward(Kind.ON_NO_REPLY, "+4930123", new Condition.Host("away", x -> true)))
          .extension("101", ben -> ben.device("PJSIP/101").overflow("700"))
          .huntGroup(
              "700",
              sales ->
                  sales
                      .menuKey("1")
                      .strategy(new AnyPhoneList.Own("nearest"))
                      .member("100")
                      .member("101", 2)
                      .leaveByKey("5", "101"))
          .build();

  private static final String TEXT =
      """
      ringwright-phone-list 1
      queue-order strict
      time-zone UTC
      allow-external +49
      schedule 1 zone=Europe/Berlin
        weekly monday,tuesday,wednesday,thursday,friday hours=08:00-18:00
        date 2026-12-24 hours=closed
      extension 100 device=PJSIP/100 service=in-service hold-capacity=0 ring-time=PT20S wrap-up=PT0S back-off=PT10S pause-after-unanswered=0 queue-limit=100 longest-wait=PT1H overflow=none call-back-key=none place-kept-for=PT0S place-by-number=no
        skill french level=2
        forward on-busy to=101 when=hours(1)
        forward on-no-reply to=+4930123 when=host("away")
      extension 101 device=PJSIP/101 service=in-service hold-capacity=0 ring-time=PT20S wrap-up=PT0S back-off=PT10S pause-after-unanswered=0 queue-limit=100 longest-wait=PT1H overflow=700 call-back-key=none place-kept-for=PT0S place-by-number=no
      hunt-group 700 menu-key=1 strategy="nearest" preference=free-first member-forwarding=follow one-more-every=PT5S requires="" queue-limit=100 longest-wait=PT1H overflow=none call-back-key=none place-kept-for=PT0S place-by-number=no
        member 100 priority=1 weight=1
        member 101 priority=2 weight=1
        leave-key 5 to=101
      end characters=1117
      """;

  @Test
  void a_list_has_one_text_and_one_hash_on_every_machine() {
    PhoneListText text = PhoneListText.of(PHONES);
    assertThat(text.text()).isEqualTo(TEXT);
    assertThat(text.sha256())
        .isEqualTo("bf55d8e88a85432011e0b120a50851b9ff2d417e273ccac086a1370827fa2eff");
  }

  @Test
  void any_list_comes_back_equal_and_with_an_equal_text() {
    for (int seed = 0; seed < 500; seed++) {
      PhoneList list = AnyPhoneList.of(new Random(seed));
      PhoneListText text = PhoneListText.of(list);
      PhoneList back =
          PhoneListText.kept(text.text(), text.sha256()).read(PhoneListText.ownStrategies(list));
      assertThat(back).as("seed %d", seed).isEqualTo(list).hasSameHashCodeAs(list);
      assertThat(PhoneListText.of(back)).as("seed %d", seed).isEqualTo(text);
    }
  }

  @Test
  void who_sits_at_another_phone_stands_in_a_line_of_its_own_beside_the_own_devices() {
    PhoneList seated =
        PHONES.with(Desks.NONE.with(DirectoryNumber.of("101"), Device.of("PJSIP/desk-3")));
    PhoneListText text = PhoneListText.of(seated);
    assertThat(text.text())
        .contains("\ndesk 101 PJSIP/desk-3\n", "extension 101 device=PJSIP/101 ");
    PhoneList back = text.read(PhoneListText.ownStrategies(seated));
    assertThat(back).isEqualTo(seated).isNotEqualTo(PHONES);
    assertThat(PhoneListText.of(back.with(Desks.NONE)).text()).isEqualTo(TEXT);
  }

  @Test
  void a_desk_that_the_list_does_not_allow_is_no_text_that_was_written() {
    Map<String, Strategy> strategies = PhoneListText.ownStrategies(PHONES);
    for (String wrong :
        List.of("109 PJSIP/7", "101 PJSIP/100", "101 Local/7", "101 PJSIP", "x y")) {
      String text =
          TEXT.replace("allow-external +49\n", "allow-external +49\ndesk " + wrong + "\n");
      assertThatThrownBy(() -> PhoneListText.kept(text, PhoneListText.hash(text)).read(strategies))
          .as(wrong)
          .isInstanceOf(PhoneListTextException.class)
          .hasMessageContaining("line 5");
    }
  }

  @Test
  void equal_lists_that_were_built_apart_have_equal_texts() {
    for (int seed = 0; seed < 100; seed++) {
      PhoneList one = AnyPhoneList.of(new Random(seed));
      PhoneList other = AnyPhoneList.of(new Random(seed));
      assertThat(one).isEqualTo(other);
      assertThat(PhoneListText.of(one).sha256()).isEqualTo(PhoneListText.of(other).sha256());
      assertThat(one).isNotEqualTo(AnyPhoneList.of(new Random(seed + 1000)));
    }
  }

  @Test
  void a_host_predicate_comes_back_as_a_condition_of_its_name_without_code() {
    PhoneList back = PhoneListText.of(PHONES).read(PhoneListText.ownStrategies(PHONES));
    Condition.Host away = new Condition.Host("away");
    assertThat(
            back.extensions()
                .iterator()
                .next()
                .forwarding()
                .entries()
                .map(CallForwarding.Entry::when))
        .contains(away);
    Circumstances anything = new Circumstances(CallerId.unknown(), Optional.empty(), Instant.EPOCH);
    assertThatThrownBy(() -> away.predicate().test(anything))
        .hasMessage(
            "host predicate 'away' has no code: its phone list was read from text.\n"
                + "Give the router a phone list that is built with this predicate.");
  }
}
