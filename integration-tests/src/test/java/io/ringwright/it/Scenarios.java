package io.ringwright.it;

import io.ringwright.agi.FastAgiServerBuilder;
import io.ringwright.agi.Prompts;
import io.ringwright.ami.AmiConnectionBuilder;
import io.ringwright.call.CallId;
import io.ringwright.directory.PhoneList;
import io.ringwright.directory.PhoneListBuilder;
import io.ringwright.fakeasterisk.PbxUnderTest;
import io.ringwright.fakeasterisk.PbxUnderTest.CallPlan;
import io.ringwright.fakeasterisk.PbxUnderTest.Caller;
import io.ringwright.fakeasterisk.PhoneBehaviour;
import io.ringwright.fakeasterisk.Sighting;
import io.ringwright.fakeasterisk.Sighting.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;

/** A switch, an application on it, and the words in which scenarios are told. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class Scenarios {

  static final String ROUTE = "ringwright-route";
  static final String WAIT = "ringwright-wait";
  static final String REJECT = "ringwright-reject";
  static final String RINGING = "ringwright-ringing";
  static final String DELIVER = "ringwright-deliver";
  static final String FALLBACK = "ringwright-fallback";

  static final Duration AT_ONCE = Duration.ofMillis(100);
  static final Duration SHORT_TALK = Duration.ofMillis(300);
  static final Duration LONG_TALK = Duration.ofSeconds(50);

  private static final Duration KEY_IS_SEEN_WITHIN = Duration.ofSeconds(1);

  private final List<Caller> callers = new ArrayList<>();
  private Watch watch;
  private Optional<CallCentreUnderTest> application = Optional.empty();

  private PbxUnderTest pbx;

  /** Boots the switch on which the scenarios of this class run. */
  abstract PbxUnderTest boot();

  PbxUnderTest pbx() {
    return pbx;
  }

  @BeforeAll
  void bootOnce() {
    pbx = boot();
  }

  @AfterAll
  void shutDown() {
    pbx.close();
  }

  @BeforeEach
  void begin() {
    watch = new Watch(pbx());
    for (String phone : List.of("8260", "8261", "8262", "8263")) {
      pbx().phone(phone, PhoneBehaviour.nobodyThere());
      pbx().reachable(phone, true);
    }
  }

  @AfterEach
  void end() {
    try {
      pbx.amiOpen(true);
      callers.forEach(Caller::hangUp);
      callers.forEach(watch::awaitEnd);
    } finally {
      callers.clear();
      application.ifPresent(CallCentreUnderTest::close);
      application = Optional.empty();
    }
  }

  /** Starts the application on this switch. */
  void start(PhoneListBuilder phones) {
    start(phones, Prompts.none());
  }

  void start(PhoneListBuilder phones, Prompts prompts) {
    application = Optional.of(CallCentreUnderTest.start(pbx(), phones.build(), prompts));
  }

  void start(
      PhoneListBuilder phones,
      UnaryOperator<FastAgiServerBuilder> answers,
      UnaryOperator<AmiConnectionBuilder> link) {
    application = Optional.of(CallCentreUnderTest.start(pbx(), phones.build(), answers, link));
  }

  /** Starts it; it answers callers, and the link to the switch is still to come. */
  void startBeforeTheLink(PhoneListBuilder phones) {
    application = Optional.of(CallCentreUnderTest.startBeforeTheLink(pbx(), phones.build()));
  }

  /** Starts it; it listens for questions at a port of its own, and not where the switch asks. */
  void startElsewhere(PhoneListBuilder phones) {
    application = Optional.of(CallCentreUnderTest.startElsewhere(pbx(), phones.build()));
  }

  void startToCallBack(PhoneListBuilder phones) {
    application =
        Optional.of(
            CallCentreUnderTest.startToCallBack(pbx(), phones.build(), "PJSIP/<number>@trunk"));
  }

  CallCentreUnderTest application() {
    return application.orElseThrow();
  }

  Watch watch() {
    return watch;
  }

  Caller call(String number, String dialled) {
    return call(CallPlan.of(number, dialled));
  }

  Caller call(CallPlan plan) {
    Caller caller = pbx().call(plan);
    callers.add(caller);
    return caller;
  }

  /** Has a phone talk, so that the next callers wait for it. */
  void engage(String phone) {
    pbx().phone(phone, PhoneBehaviour.answers(AT_ONCE, LONG_TALK));
    Caller blocker = call("0700", phone);
    watch().awaitAnswer(blocker, phone);
    application().awaitInCall(phone, 1);
    pbx().phone(phone, PhoneBehaviour.nobodyThere());
  }

  Caller waitingCaller(String number, String dialled) {
    int before = application().router().waitingCalls().size();
    Caller caller = call(number, dialled);
    watch().awaitContext(caller, WAIT);
    watch().awaitThat("waiting", () -> application().router().waitingCalls().size() == before + 1);
    return caller;
  }

  CallId idOf(Caller caller) {
    return CallId.of(watch().variable(caller, "RW_CALL"));
  }

  static PhoneListBuilder phones() {
    PhoneListBuilder phones = PhoneList.builder();
    for (String number : List.of("8260", "8261", "8262", "8263")) {
      phones.extension(number, phone -> phone.device("PJSIP/" + number));
    }
    return phones;
  }

  /**
   * Presses a key until it is seen where keys lead: one that falls into the moment of a sign of
   * life is lost.
   */
  void press(Caller caller, char key, String extension) {
    press(caller, key, WAIT, extension);
  }

  /** The same in another context. */
  void press(Caller caller, char key, String context, String extension) {
    for (int tries = 0; tries < 10; tries++) {
      caller.press(key);
      if (watch().sees(KEY_IS_SEEN_WITHIN, seen -> isAt(seen, caller, context, extension))) {
        return;
      }
    }
    throw new AssertionError("key " + key + " led nowhere; seen:\n" + watch().transcript());
  }

  private static boolean isAt(Sighting seen, Caller caller, String context, String extension) {
    return seen.caller().equals(caller.id())
        && seen.kind() == Kind.CONTEXT_ENTERED
        && seen.subject().equals(context)
        && seen.detail().equals(extension);
  }

  List<CallId> queue() {
    return application().router().waitingCalls().stream().map(call -> call.id()).toList();
  }
}
