package io.ringwright.it;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.agi.DialSettings;
import io.ringwright.call.CallId;
import io.ringwright.call.CallOutcome;
import io.ringwright.call.InboundCall;
import io.ringwright.directory.PhoneList;
import io.ringwright.directory.PhoneListBuilder;
import io.ringwright.it.phone.SipCall;
import io.ringwright.it.phone.SipPhone;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a whole application does when people at real phones hand callers over. */
@OnRealAsterisk
class DeskPhoneScenariosIT {

  private static final int SOME_SPEECH = 10;

  private static RealAsterisk pbx;

  private SipPhone anna;
  private SipPhone berta;
  private SipPhone outside;
  private CallCentreUnderTest application;

  @BeforeAll
  static void boot() {
    pbx = RealAsterisk.boot();
  }

  @AfterAll
  static void shutDown() {
    pbx.close();
  }

  @BeforeEach
  void begin() {
    anna = SipPhone.register(pbx.desk("8301"));
    berta = SipPhone.register(pbx.desk("8302"));
    outside = SipPhone.register(pbx.outside());
    application = CallCentreUnderTest.start(pbx, phones(), new DialSettings("tT"));
  }

  @AfterEach
  void end() {
    try {
      List.of(outside, anna, berta).forEach(SipPhone::close);
    } finally {
      application.close();
    }
  }

  @Test
  void a_caller_who_is_sent_to_another_queue_is_answered_there() {
    SipCall caller = outside.callAs("0301", "701");
    answered(anna).transfer("702");
    SipCall there = answered(berta);
    assertThat(there.number()).isEqualTo("0301");
    there.hangUp();
    caller.awaitOver();
    everyCallEndedAnswered();
  }

  @Test
  void who_has_sent_a_caller_on_gets_the_next_one() {
    SipCall first = outside.callAs("0301", "701");
    SipCall here = answered(anna);
    SipCall second = outside.callAs("0302", "701");
    second.awaitTalking();
    here.transfer("702");
    assertThat(answered(anna).number()).isEqualTo("0302");
    answered(berta).hangUp();
    first.awaitOver();
    second.hangUp();
    everyCallEndedAnswered();
  }

  @Test
  void a_call_that_a_colleague_picks_up_is_answered_and_the_phone_that_rang_is_free() {
    SipCall caller = outside.callAs("0301", "701");
    SipCall ringing = anna.awaitCall();
    SipCall pickUp = berta.call("*8");
    pickUp.awaitTalking();
    ringing.awaitOver();
    application.awaitAnswers(1);
    outside.callAs("0302", "701");
    SipCall next = answered(anna);
    assertThat(next.number()).isEqualTo("0302");
    next.hangUp();
    caller.hangUp();
    everyCallEndedAnswered();
  }

  private static SipCall answered(SipPhone phone) {
    SipCall call = phone.awaitCall();
    call.answer();
    call.awaitSpeech(SOME_SPEECH);
    return call;
  }

  /** Whoever is sent to another queue arrives once more; each arrival ends once. */
  private void everyCallEndedAnswered() {
    Map<CallId, Long> arrivals =
        application.heard().arrivals().stream().collect(groupingBy(InboundCall::id, counting()));
    application.awaitEnds(arrivals);
    Map<CallId, List<CallOutcome>> ends = application.heard().outcomes();
    assertThat(ends).containsOnlyKeys(arrivals.keySet());
    arrivals.forEach(
        (call, times) ->
            assertThat(ends.getOrDefault(call, List.of()))
                .as("ends of %s", call)
                .hasSize(times.intValue())
                .containsOnly(CallOutcome.ANSWERED));
  }

  private static PhoneList phones() {
    PhoneListBuilder phones = PhoneList.builder();
    for (String number : List.of("8301", "8302")) {
      phones
          .extension(number, phone -> phone.device("PJSIP/" + number).wrapUp(Duration.ZERO))
          .huntGroup("70" + number.charAt(3), group -> group.member(number));
    }
    return phones.build();
  }
}
