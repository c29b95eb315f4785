package io.ringwright.engine;

import static io.ringwright.engine.House.rings;
import static io.ringwright.engine.House.waits;
import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.availability.DeviceState;
import io.ringwright.call.Announcement;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.ExternalNumber;
import io.ringwright.call.Inquiry;
import io.ringwright.call.LimitedUse;
import io.ringwright.call.Notice;
import io.ringwright.call.RejectReason;
import io.ringwright.call.RememberedCall;
import io.ringwright.call.RoutingAnswer;
import io.ringwright.call.RoutingDecision;
import io.ringwright.directory.CallBackSounds.Phrase;
import io.ringwright.directory.PhoneListBuilder;
import io.ringwright.directory.UseLimit;
import io.ringwright.telling.KeyUsed;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who asks for a call back hears the number, confirms it, enters another one, or waits on. */
class CallBackInquiryTest {

  private static final String OWN = "0301234567";

  private final House house = House.of(CallBackInquiryTest::office);

  private static void office(PhoneListBuilder list) {
    list.extension("100", anna -> anna.device("PJSIP/100"))
        .allowCallBack("030")
        .limit(LimitedUse.CALL_BACK, new UseLimit(2, 10, Duration.ofHours(1)))
        .huntGroup(
            "700",
            sales ->
                sales
                    .member("100")
                    .callersPress(
                        keys ->
                            keys.callBackConfirmed("5").sound(Phrase.THEN_POUND, "custom/hash")));
  }

  private void twoWait() {
    house.reports("100", DeviceState.IN_USE);
    house.arrives("c1", "700");
    house.passes(Duration.ofSeconds(1));
    house.arrives("c2", "700");
  }

  private RoutingAnswer asks() {
    return house.router.keyPressed(house.channel("c1"), DirectoryNumber.of("5"));
  }

  private RoutingAnswer says(Inquiry inquiry, String keys) {
    return house.router.keyPressed(house.channel("c1"), DirectoryNumber.of(keys), inquiry);
  }

  private static Inquiry whether(String number) {
    return new Inquiry.IsThisYourNumber(ExternalNumber.of(number));
  }

  private static String told(RoutingAnswer answer) {
    return answer.treatment().announcement().map(Announcement::text).orElse("");
  }

  private boolean isCalledBack() {
    return house.router.waitingCalls().get(0).callBack().isPresent();
  }

  @Test
  void the_caller_hears_the_number_and_keeps_the_place() {
    twoWait();
    RoutingAnswer answer = asks();
    assertThat(waits(answer)).isTrue();
    assertThat(answer.treatment().inquiry()).contains(whether(OWN));
    assertThat(told(answer))
        .isEqualTo("vm-num-i-have&*" + OWN + "&if-correct-press&#1n&vm-calldiffnum&vm-press&#2n");
    assertThat(house.queue()).containsExactly("c1", "c2");
    assertThat(isCalledBack()).isFalse();
  }

  @Test
  void the_number_that_was_confirmed_is_called_back() {
    twoWait();
    asks();
    RoutingAnswer answer = says(whether(OWN), "1");
    assertThat(answer.decision())
        .isEqualTo(new RoutingDecision.Reject(RejectReason.CALL_BACK_ARRANGED));
    assertThat(house.router.waitingCalls().get(0).callBack()).contains(ExternalNumber.of(OWN));
  }

  @Test
  void another_number_is_entered_heard_and_confirmed() {
    twoWait();
    asks();
    RoutingAnswer which = says(whether(OWN), "2");
    assertThat(which.treatment().inquiry()).contains(new Inquiry.WhichNumber());
    assertThat(told(which)).isEqualTo("vm-enter-num-to-call&custom/hash");
    RoutingAnswer again = says(new Inquiry.WhichNumber(), "0309876#");
    assertThat(again.treatment().inquiry()).contains(whether("0309876"));
    says(whether("0309876"), "1");
    assertThat(house.router.waitingCalls().get(0).callBack())
        .contains(ExternalNumber.of("0309876"));
  }

  @Test
  void a_number_that_may_not_be_called_is_refused_and_the_caller_waits_on() {
    twoWait();
    for (String wrong : List.of("0401234#", "030*1#", "03", "0900555")) {
      RoutingAnswer answer = says(new Inquiry.WhichNumber(), wrong);
      assertThat(waits(answer)).isTrue();
      assertThat(answer.notice()).contains(Notice.CALL_BACK_REFUSED);
      assertThat(answer.treatment().inquiry()).isEmpty();
    }
    assertThat(house.queue()).containsExactly("c1", "c2");
    assertThat(isCalledBack()).isFalse();
  }

  @Test
  void a_number_to_confirm_that_nobody_may_call_is_not_called_whoever_says_that_it_was_asked() {
    twoWait();
    RoutingAnswer answer = says(whether("0900555"), "1");
    assertThat(answer.notice()).contains(Notice.CALL_BACK_REFUSED);
    assertThat(isCalledBack()).isFalse();
  }

  @Test
  void any_other_key_and_an_empty_number_have_the_caller_wait_on() {
    twoWait();
    RoutingAnswer other = says(whether(OWN), "7");
    RoutingAnswer empty = says(new Inquiry.WhichNumber(), "#");
    for (RoutingAnswer answer : List.of(other, empty)) {
      assertThat(waits(answer)).isTrue();
      assertThat(answer.notice()).isEmpty();
      assertThat(answer.treatment().inquiry()).isEmpty();
    }
    assertThat(isCalledBack()).isFalse();
  }

  @Test
  void whoever_has_no_number_that_may_be_called_is_asked_for_one() {
    House strict =
        House.of(
            list ->
                list.extension("100", anna -> anna.device("PJSIP/100"))
                    .allowCallBack("040")
                    .huntGroup(
                        "700",
                        group ->
                            group.member("100").callersPress(keys -> keys.callBackConfirmed("5"))));
    strict.reports("100", DeviceState.IN_USE);
    strict.arrives("c1", "700");
    assertThat(
            strict
                .router
                .keyPressed(strict.channel("c1"), DirectoryNumber.of("5"))
                .treatment()
                .inquiry())
        .contains(new Inquiry.WhichNumber());
  }

  @Test
  void where_nobody_can_be_called_back_nobody_is_asked() {
    twoWait();
    house.pbx.cannotCallBack();
    RoutingAnswer answer = asks();
    assertThat(answer.notice()).contains(Notice.CALL_BACK_REFUSED);
    assertThat(answer.treatment().inquiry()).isEmpty();
  }

  @Test
  void more_calls_back_than_the_limit_allows_are_refused_when_they_are_confirmed() {
    twoWait();
    says(whether("0309876"), "1");
    for (String call : List.of("c3", "c4")) {
      house.arrives(call, "700");
      RoutingAnswer answer =
          house.router.keyPressed(house.channel(call), Inquiry.CONFIRM, whether("0309876"));
      assertThat(answer.notice().isPresent()).isEqualTo(call.equals("c4"));
    }
  }

  @Test
  void a_phone_that_becomes_free_has_the_caller_at_once_and_a_late_key_changes_nothing() {
    twoWait();
    asks();
    house.idle("100");
    assertThat(house.pbx.delivered()).containsExactly("c1");
    RoutingAnswer late = says(whether(OWN), "1");
    assertThat(late.decision()).isInstanceOf(RoutingDecision.Wait.class);
    assertThat(rings(house.lands(house.pbx.deliveries.get(0)))).isEqualTo("100");
  }

  @Test
  void the_same_question_that_comes_again_is_asked_again() {
    twoWait();
    RememberedCall channel = house.channel("c1").asked(7);
    RoutingAnswer first = house.router.keyPressed(channel, DirectoryNumber.of("5"));
    RoutingAnswer again = house.router.keyPressed(channel, DirectoryNumber.of("5"));
    assertThat(again.treatment()).isEqualTo(first.treatment());
    assertThat(again.treatment().inquiry()).contains(whether(OWN));
  }

  @Test
  void an_engine_that_knows_nothing_takes_the_answer_for_what_it_is() {
    twoWait();
    asks();
    RememberedCall channel = house.channel("c1");
    house.engineForgets();
    house.connects();
    house.reports("100", DeviceState.IN_USE);
    RoutingAnswer answer = house.router.keyPressed(channel, Inquiry.CONFIRM, whether(OWN));
    assertThat(answer.decision())
        .isEqualTo(new RoutingDecision.Reject(RejectReason.CALL_BACK_ARRANGED));
  }

  private List<KeyUsed.Meaning> told() {
    return house.ear.book.keys.stream().map(KeyUsed::meaning).toList();
  }

  @Test
  void the_listener_is_told_of_each_key_and_what_came_of_it() {
    twoWait();
    asks();
    says(whether(OWN), "2");
    says(new Inquiry.WhichNumber(), "0190666");
    says(new Inquiry.WhichNumber(), "#");
    says(new Inquiry.WhichNumber(), "0309876");
    says(whether("0309876"), "7");
    says(whether("0309876"), "1");
    assertThat(told())
        .containsExactly(
            KeyUsed.Meaning.ASKED,
            KeyUsed.Meaning.ASKED,
            KeyUsed.Meaning.CALL_BACK_REFUSED,
            KeyUsed.Meaning.NOTHING,
            KeyUsed.Meaning.ASKED,
            KeyUsed.Meaning.NOTHING,
            KeyUsed.Meaning.CALL_BACK);
  }

  @Test
  void a_key_is_told_too_where_its_question_is_over() {
    twoWait();
    asks();
    house.directory.replace(
        House.phones(
            list ->
                list.extension("100", anna -> anna.device("PJSIP/100"))
                    .huntGroup("700", sales -> sales.member("100"))));
    house.router.directoryChanged();
    says(whether(OWN), "1");
    house.idle("100");
    house.lands(house.pbx.last());
    says(whether(OWN), "1");
    assertThat(told())
        .containsExactly(KeyUsed.Meaning.ASKED, KeyUsed.Meaning.NOTHING, KeyUsed.Meaning.NOTHING);
  }
}
