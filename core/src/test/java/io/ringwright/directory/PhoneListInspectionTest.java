package io.ringwright.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.ringwright.call.RingOutcome;
import io.ringwright.directory.HuntGroup.Absence;
import io.ringwright.waiting.QueueOrder;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A phone list that would misroute calls does not build, and says why as a whole. */
class PhoneListInspectionTest {

  private static final String TO_SOMEBODY =
      "expected an extension or a hunt group of the list, or an external number that allowExternal"
          + " permits";

  private static PhoneListBuilder anna() {
    return PhoneList.builder().extension("100", anna -> anna.device("PJSIP/100"));
  }

  private static PhoneListBuilder anna(Consumer<ExtensionBuilder> more) {
    return PhoneList.builder()
        .extension("100", anna -> more.accept(anna.device("PJSIP/100")))
        .extension("101", ben -> ben.device("PJSIP/101"));
  }

  private static PhoneListBuilder sales(Consumer<HuntGroupBuilder> more) {
    return anna().huntGroup("700", sales -> more.accept(sales.member("100")));
  }

  static List<String> mistakesOf(PhoneListBuilder builder) {
    DirectoryException refused = catchThrowableOfType(DirectoryException.class, builder::build);
    assertThat(refused).as("the refusal").isNotNull();
    return refused.mistakes().stream().map(DirectoryException.Mistake::toString).toList();
  }

  @Test
  void every_mistake_is_listed_at_once_with_item_value_and_what_was_expected() {
    PhoneListBuilder builder =
        anna()
            .allowExternal("")
            .queueOrder(QueueOrder.ageing(Duration.ofDays(2)))
            .extension("10x", a -> a.device("PJSIP/1"))
            .extension("101", a -> a.device("nothing").holdCapacity(-1))
            .huntGroup("700", all -> all.member("999"))
            .huntGroup("701", all -> all.member("700").overflow("555"));
    DirectoryException refused = catchThrowableOfType(DirectoryException.class, builder::build);
    assertThat(refused)
        .hasMessage(
            """
            The phone list has 7 mistakes:
              - allowed numbers: prefix '' is not valid; expected an optional + and at least one digit
              - queue order: penalty per level 2 d is not valid; expected zero to a day
              - extension 10x: number '10x' is not valid; expected 1 to 20 of 0-9, * and #
              - extension 101: device 'nothing' is not valid; expected technology/resource, such as PJSIP/100
              - extension 101: hold capacity -1 is not valid; expected 0 or more
              - hunt group 700: member '999' is not in the list; expected an extension or a hunt group of the list
              - hunt group 701: overflow to '555' leads nowhere; expected an extension or a hunt group of the list, or an external number that allowExternal permits""");
    assertThat(refused.mistakes()).hasSize(7);
  }

  @Test
  void one_mistake_is_told_as_one() {
    assertThat(catchThrowableOfType(DirectoryException.class, sales(g -> g.menuKey("x"))::build))
        .hasMessage(
            """
            The phone list has a mistake:
              - menu key of hunt group 700: number 'x' is not valid; expected 1 to 20 of 0-9, * and #""");
  }

  // Numbers and devices

  @Test
  void a_number_belongs_to_one() {
    assertThat(mistakesOf(anna().extension("100", ben -> ben.device("PJSIP/101"))))
        .containsExactly("extension 100: is in the list twice; expected a number of its own");
    assertThat(mistakesOf(anna().huntGroup("100", all -> all.member("100"))))
        .contains(
            "hunt group 100: number 100 belongs to extension 100; expected a number of its own");
    assertThat(mistakesOf(sales(group -> group.menuKey("100"))))
        .containsExactly(
            "menu key of hunt group 700: number 100 belongs to extension 100;"
                + " expected a number of its own");
  }

  @Test
  void an_extension_has_a_device() {
    assertThat(mistakesOf(PhoneList.builder().extension("100", a -> {})))
        .containsExactly(
            "extension 100: has no device; expected technology/resource, such as PJSIP/100");
  }

  @Test
  void text_from_outside_breaks_no_line_of_the_message() {
    assertThat(mistakesOf(anna().extension("1\r\n2" + "3".repeat(99), b -> b.device("PJSIP/1"))))
        .singleElement()
        .asString()
        .startsWith("extension 1\\u000d\\u000a2333")
        .hasSizeLessThan(200);
  }

  // Forwardings

  @Test
  void an_extension_forwards_to_others_only() {
    assertThat(mistakesOf(anna(a -> a.forwardOnBusy("100"))))
        .containsExactly(
            "extension 100: forwarding on busy to '100' leads back to itself;"
                + " expected another number than its own");
  }

  @ParameterizedTest
  @ValueSource(strings = {"999", "+4930123456", "", "100&200"})
  void a_forwarding_leads_to_somebody_or_outside_by_permission(String to) {
    assertThat(mistakesOf(anna(a -> a.forwardUnconditional(to))))
        .containsExactly(
            "extension 100: forwarding unconditional to '"
                + to
                + "' leads nowhere; "
                + TO_SOMEBODY);
  }

  @Test
  void an_allowed_prefix_does_not_let_in_what_is_no_number() {
    assertThat(mistakesOf(anna(a -> a.forwardOnBusy("+4930&PJSIP/1")).allowExternal("+49")))
        .containsExactly(
            "extension 100: forwarding on busy to '+4930&PJSIP/1' is no external number;"
                + " expected an optional + and 3 to 15 digits");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "+", "0 ", "abc"})
  void a_prefix_that_allows_everything_or_nothing_is_refused(String prefix) {
    assertThat(mistakesOf(anna().allowExternal(prefix)))
        .containsExactly(
            "allowed numbers: prefix '"
                + prefix
                + "' is not valid; expected an optional + and at least one digit");
  }

  // Members

  @Test
  void a_group_has_members_each_once_and_never_itself() {
    assertThat(mistakesOf(anna().huntGroup("700", all -> {})))
        .containsExactly("hunt group 700: has no members; expected at least one");
    assertThat(mistakesOf(sales(group -> group.member("100"))))
        .containsExactly("hunt group 700: member '100' is named twice; expected each member once");
    assertThat(mistakesOf(sales(group -> group.member("700"))))
        .containsExactly(
            "hunt group 700: member '700' is the group itself; expected members other than"
                + " itself");
  }

  @Test
  void a_member_has_a_priority_and_a_weight() {
    assertThat(mistakesOf(anna().huntGroup("700", g -> g.member("100", 0, 1001))))
        .containsExactly(
            "hunt group 700: member '100' with weight 1001 is not valid; expected 1 to 1000",
            "hunt group 700: member '100' with priority 0 is not valid;"
                + " expected 1 (highest) to 1000");
    assertThat(mistakesOf(anna().huntGroup("700", g -> g.member("100", 1001, 0)))).hasSize(2);
    assertThat(anna().huntGroup("700", g -> g.member("100", 1000, 1000)).build().huntGroups())
        .hasSize(1);
  }

  @Test
  void a_priority_opens_later_and_for_somebody() {
    assertThat(
            mistakesOf(
                sales(
                    group ->
                        group
                            .openPriority(1, Duration.ofSeconds(5))
                            .openPriority(2, Duration.ZERO)
                            .openPriority(3, Duration.ofHours(25)))))
        .containsExactly(
            "hunt group 700: opening of priority 1 is not valid;"
                + " expected 2 to 1000, for the first is always open",
            "hunt group 700: opening of priority 2 after 0 s is not valid;"
                + " expected above zero, up to a day",
            "hunt group 700: opening of priority 2 is for no member;"
                + " expected at least one member of this priority or a lower one",
            "hunt group 700: opening of priority 3 after 1 d 1 h is not valid;"
                + " expected above zero, up to a day",
            "hunt group 700: opening of priority 3 is for no member;"
                + " expected at least one member of this priority or a lower one");
  }

  @Test
  void one_phone_more_rings_every_second_to_every_hour() {
    assertThat(mistakesOf(sales(group -> group.ringOneMoreEvery(Duration.ofMillis(500)))))
        .containsExactly(
            "hunt group 700: ringing one more every 500 ms is not valid;"
                + " expected a second to an hour");
  }

  // What an extension can and how long things take

  @Test
  void times_and_limits_stay_within_reason() {
    assertThat(
            mistakesOf(
                anna(
                    a ->
                        a.ringTime(Duration.ofMillis(999))
                            .wrapUp(Duration.ofSeconds(-1))
                            .backOff(Duration.ofSeconds(Long.MAX_VALUE))
                            .queueLimit(-1)
                            .longestWait(Duration.ZERO))))
        .containsExactly(
            "extension 100: ring time 999 ms is not valid; expected a second to an hour",
            "extension 100: wrap-up -1 s is not valid; expected zero to a day",
            "extension 100: back-off 106751991167300 d 15 h 30 min 7 s is not valid;"
                + " expected zero to a day",
            "extension 100: queue limit -1 is not valid; expected 0 or more",
            "extension 100: longest wait 0 s is not valid; expected above zero, up to 365 days");
  }

  @Test
  void skills_have_a_name_and_a_level() {
    assertThat(mistakesOf(anna(a -> a.skill("French!", 3).skill("sales", 0).skill("care", 101))))
        .containsExactly(
            "extension 100: skill 'French!' is not valid;"
                + " expected 1 to 32 letters, digits, dashes or underscores",
            "extension 100: skill 'sales' at level 0 is not valid; expected 1 to 100",
            "extension 100: skill 'care' at level 101 is not valid; expected 1 to 100");
  }

  @Test
  void missed_rings_are_counted_from_one_and_have_times_that_fit() {
    assertThat(mistakesOf(anna(a -> a.pauseAfter(RingOutcome.NO_REPLY, 0))))
        .containsExactly(
            "extension 100: pause after rings that ended with no reply 0 is not valid;"
                + " expected 1 or more");
    assertThat(mistakesOf(anna(a -> leftAlone(a, RingOutcome.BUSY, 20, 10))))
        .containsExactly(
            "extension 100: left alone after rings that ended with busy for PT20S, at most for"
                + " PT10S; expected a longest time that is not less than the first one");
    assertThat(mistakesOf(anna(a -> leftAlone(a, RingOutcome.ANSWERED, 10, 20))))
        .containsExactly(
            "extension 100: after rings that ended with an answer something is to follow;"
                + " expected no reply, rejected, busy or not reachable");
  }

  private static void leftAlone(ExtensionBuilder to, RingOutcome after, int first, int longest) {
    to.leaveAloneAfter(after, 1, Duration.ofSeconds(first), Duration.ofSeconds(longest));
  }

  // Waiting

  @Test
  void overflow_leads_to_somebody_else() {
    assertThat(mistakesOf(sales(group -> group.overflow("700"))))
        .containsExactly(
            "hunt group 700: overflow to '700' leads back to itself;"
                + " expected another number than its own");
    assertThat(mistakesOf(anna(a -> a.overflow("701"))))
        .containsExactly("extension 100: overflow to '701' leads nowhere; " + TO_SOMEBODY);
  }

  @Test
  void who_is_not_there_for_those_who_wait_is_not_there_for_those_who_come() {
    assertThat(mistakesOf(sales(all -> all.nobodyThereWhileWaiting(Absence.PAUSED))))
        .containsExactly(
            "hunt group 700: who is PAUSED counts as not there for calls that wait, but not for"
                + " those that come; expected the same for calls that come (nobodyThereOnArrival),"
                + " or it left out for those that wait (nobodyThereWhileWaiting): else a call is"
                + " let in and sent away at once");
    assertThat(mistakesOf(sales(all -> all.nobodyThereOnArrival()))).hasSize(1);
    assertThat(sales(all -> all.nobodyThereWhileWaiting(Absence.REFUSED)).build().huntGroups())
        .hasSize(1);
  }

  @Test
  void a_key_to_leave_the_queue_is_a_short_one_and_leads_to_somebody() {
    assertThat(mistakesOf(sales(g -> g.leaveByKey("12345", "100").leaveByKey("3", "555"))))
        .containsExactly(
            "hunt group 700: key '12345' to leave the queue is not valid;"
                + " expected 1 to 4 of 0-9, * and #",
            "hunt group 700: key '3' to '555' leads nowhere; " + TO_SOMEBODY);
    assertThat(mistakesOf(anna(a -> a.leaveByKey("*", "100"))))
        .containsExactly(
            "extension 100: key '*' to '100' leads back to itself;"
                + " expected another number than its own");
  }

  @Test
  void a_key_to_be_called_back_is_a_key_of_its_own() {
    assertThat(mistakesOf(sales(group -> group.callBackByKey("a"))))
        .containsExactly(
            "hunt group 700: key 'a' to be called back is not valid;"
                + " expected 1 to 4 of 0-9, * and #");
    assertThat(mistakesOf(sales(g -> g.leaveByKey("1", "100").callBackByKey("1"))))
        .containsExactly(
            "hunt group 700: key '1' to be called back leads elsewhere already;"
                + " expected one key for each purpose");
  }

  @Test
  void a_place_is_kept_for_a_day_at_most() {
    assertThat(mistakesOf(sales(group -> group.keepPlaceFor(Duration.ofDays(2), true))))
        .containsExactly("hunt group 700: place kept for 2 d is not valid; expected zero to a day");
  }

  @Test
  void a_level_of_priority_costs_a_day_at_most() {
    assertThat(mistakesOf(anna().queueOrder(QueueOrder.ageing(Duration.ofSeconds(-1)))))
        .containsExactly(
            "queue order: penalty per level -1 s is not valid; expected zero to a day");
    assertThat(anna().queueOrder(QueueOrder.ageing(Duration.ZERO)).build().queueOrder())
        .isEqualTo(QueueOrder.ageing(Duration.ZERO));
  }
}
