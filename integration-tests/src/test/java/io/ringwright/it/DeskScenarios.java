package io.ringwright.it;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.agi.DialSettings;
import io.ringwright.call.CallId;
import io.ringwright.call.CallOutcome;
import io.ringwright.call.InboundCall;
import io.ringwright.directory.PhoneList;
import io.ringwright.it.phone.SipCall;
import io.ringwright.it.phone.SipPhone;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/** A real Asterisk, a whole application on it, and real phones inside and outside. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class DeskScenarios {

  private static final int SOME_SPEECH = 10;

  private final List<SipPhone> registered = new ArrayList<>();
  private RealAsterisk pbx;
  private Optional<SipPhone> outside = Optional.empty();
  private Optional<CallCentreUnderTest> application = Optional.empty();

  /** The phone list of the application. */
  abstract PhoneList phones();

  @BeforeAll
  void boot() {
    pbx = RealAsterisk.boot();
  }

  @AfterAll
  void shutDown() {
    pbx.close();
  }

  /** Starts the application, when the phones of the house are registered. */
  void start() {
    outside = Optional.of(register(pbx.outside()));
    application = Optional.of(CallCentreUnderTest.start(pbx, phones(), new DialSettings("tT")));
  }

  @AfterEach
  void end() {
    try {
      registered.forEach(SipPhone::close);
    } finally {
      registered.clear();
      application.ifPresent(CallCentreUnderTest::close);
      application = Optional.empty();
    }
  }

  /** A phone in the house that is registered with an account, until the end of the scenario. */
  SipPhone desk(String account) {
    return register(pbx.desk(account));
  }

  private SipPhone register(SipPhone.Account account) {
    SipPhone phone = SipPhone.register(account);
    registered.add(phone);
    return phone;
  }

  SipPhone outside() {
    return outside.orElseThrow();
  }

  CallCentreUnderTest application() {
    return application.orElseThrow();
  }

  static SipCall answered(SipPhone phone) {
    SipCall call = phone.awaitCall();
    call.answer();
    call.awaitSpeech(SOME_SPEECH);
    return call;
  }

  /** Whoever is sent to another queue arrives once more: the visit before ended with that. */
  void everyCallEndedAnswered() {
    Map<CallId, Long> arrivals =
        application().heard().arrivals().stream().collect(groupingBy(InboundCall::id, counting()));
    application().awaitEnds(arrivals);
    Map<CallId, List<CallOutcome>> ends = application().heard().outcomes();
    assertThat(ends).containsOnlyKeys(arrivals.keySet());
    arrivals.forEach(
        (call, times) ->
            assertThat(ends.getOrDefault(call, List.of()))
                .as("ends of %s", call)
                .isEqualTo(sentOnUntilTheLast(times.intValue())));
    assertThat(application().heard().failures()).isEmpty();
  }

  private static List<CallOutcome> sentOnUntilTheLast(int visits) {
    List<CallOutcome> ends =
        new ArrayList<>(Collections.nCopies(visits - 1, CallOutcome.ANSWERED_THEN_SENT_ON));
    ends.add(CallOutcome.ANSWERED);
    return ends;
  }
}
