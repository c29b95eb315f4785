package io.ringwright.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringwright.fakeasterisk.PbxUnderTest.CallPlan;
import io.ringwright.fakeasterisk.PbxUnderTest.Caller;
import io.ringwright.fakeasterisk.PhoneBehaviour;
import io.ringwright.fakeasterisk.Sighting;
import io.ringwright.fakeasterisk.Sighting.Kind;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The laboratory itself: its Asterisk boots, its phones and callers do what they are told. */
@OnRealAsterisk
class RealAsteriskIT {

  private static final Duration SOON = Duration.ofMillis(200);
  private static final Duration LONG = Duration.ofSeconds(30);
  private static RealAsterisk pbx;

  @BeforeAll
  static void boot() {
    pbx = RealAsterisk.boot();
  }

  @AfterAll
  static void end() {
    pbx.close();
  }

  @Test
  void a_phone_rings_and_answers_and_hangs_up() throws Exception {
    pbx.phone("8260", PhoneBehaviour.answers(SOON, SOON));
    Caller caller = call("8260");
    awaitEnd(caller);
    await(() -> kinds(caller).contains(Kind.PHONE_ENDS));
    assertThat(kinds(caller))
        .containsSubsequence(
            Kind.CALLER_ARRIVED, Kind.PHONE_RINGS, Kind.PHONE_ANSWERS, Kind.CALLER_ENDED);
    awaitInTurn(() -> phoneSaw("8260"), "INVITE", "180", "200", "ACK", "BYE", "200");
    awaitInTurn(() -> callerSaw(caller), "INVITE", "180", "200", "ACK", "BYE", "200");
  }

  @Test
  void a_busy_phone_refuses_without_ringing() throws Exception {
    pbx.phone("8261", PhoneBehaviour.busy());
    Caller caller = call("8261");
    awaitEnd(caller);
    await(() -> !stops(caller).isEmpty());
    assertThat(stops(caller)).containsExactly("8261 BUSY");
    assertThat(kinds(caller)).doesNotContain(Kind.PHONE_RINGS);
    awaitInTurn(() -> callerSaw(caller), "486");
  }

  @Test
  void a_phone_where_nobody_is_rings_until_the_caller_gives_up() throws Exception {
    pbx.phone("8262", PhoneBehaviour.nobodyThere());
    Caller caller = pbx.call(CallPlan.of("030", "lab-8262").withPatience(Duration.ofMillis(700)));
    awaitEnd(caller);
    assertThat(kinds(caller)).contains(Kind.PHONE_RINGS).doesNotContain(Kind.PHONE_ANSWERS);
    awaitInTurn(() -> phoneSaw("8262"), "INVITE", "180", "CANCEL", "487", "ACK");
    awaitInTurn(() -> callerSaw(caller), "180", "CANCEL", "487", "ACK");
  }

  @Test
  void a_phone_that_declines_rings_and_refuses() throws Exception {
    pbx.phone("8263", PhoneBehaviour.declines());
    Caller caller = call("8263");
    awaitEnd(caller);
    awaitInTurn(() -> phoneSaw("8263"), "INVITE", "180", "603", "ACK");
    await(() -> kinds(caller).contains(Kind.PHONE_STOPS));
    assertThat(kinds(caller)).contains(Kind.PHONE_STOPS).doesNotContain(Kind.PHONE_ANSWERS);
  }

  @Test
  void a_vanished_phone_gives_no_sign_of_life() throws Exception {
    pbx.phone("8264", PhoneBehaviour.vanished());
    Caller caller = pbx.call(CallPlan.of("030", "lab-8264").withPatience(Duration.ofMillis(700)));
    awaitEnd(caller);
    assertThat(phoneSaw("8264")).contains("INVITE").doesNotContain("180", "200", "487");
  }

  @Test
  void a_phone_that_cannot_be_reached_is_not_called() throws Exception {
    pbx.reachable("8265", false);
    Caller refused = call("8265");
    awaitEnd(refused);
    assertThat(phoneSaw("8265")).doesNotContain("INVITE");
    pbx.reachable("8265", true);
    pbx.phone("8265", PhoneBehaviour.answers(SOON, SOON));
    Caller caller = call("8265");
    awaitEnd(caller);
    assertThat(kinds(caller)).contains(Kind.PHONE_ANSWERS);
  }

  @Test
  void a_caller_hangs_up_in_the_talk() throws Exception {
    pbx.phone("8266", PhoneBehaviour.answers(Duration.ZERO, LONG));
    Caller caller = call("8266");
    await(() -> kinds(caller).contains(Kind.PHONE_ANSWERS));
    caller.hangUp();
    caller.hangUp();
    awaitEnd(caller);
    await(() -> kinds(caller).contains(Kind.PHONE_ENDS));
    await(() -> phoneSaw("8266").contains("BYE"));
  }

  @Test
  void the_owner_of_a_phone_hangs_up() throws Exception {
    pbx.phone("8267", PhoneBehaviour.answers(Duration.ZERO, LONG));
    Caller caller = call("8267");
    await(() -> phoneSaw("8267").contains("ACK"));
    pbx.hangUpPhone("8267");
    awaitEnd(caller);
    awaitInTurn(() -> callerSaw(caller), "BYE");
  }

  @Test
  void a_phone_takes_two_calls_at_once() throws Exception {
    pbx.phone("8268", PhoneBehaviour.answers(Duration.ZERO, LONG));
    Caller first = call("8268");
    await(() -> kinds(first).contains(Kind.PHONE_ANSWERS));
    pbx.phone("8268", PhoneBehaviour.answers(SOON, Duration.ofMillis(300)));
    Caller second = call("8268");
    awaitEnd(second);
    assertThat(kinds(second)).contains(Kind.PHONE_ANSWERS);
    assertThat(kinds(first)).doesNotContain(Kind.CALLER_ENDED);
    pbx.hangUpPhone("8268");
    awaitEnd(first);
  }

  @Test
  void thirty_callers_at_once_are_kept_apart() throws Exception {
    pbx.phone("8269", PhoneBehaviour.answers(SOON, SOON));
    List<Caller> callers = IntStream.range(0, 30).mapToObj(i -> call("8269")).toList();
    for (Caller caller : callers) {
      awaitEnd(caller);
      assertThat(kinds(caller)).containsOnlyOnce(Kind.PHONE_ANSWERS);
    }
  }

  @Test
  void the_way_to_ami_can_be_cut_and_mended() throws Exception {
    try (Socket session = new Socket(InetAddress.getLoopbackAddress(), pbx.ami().port())) {
      assertThat(session.getInputStream().read()).isEqualTo('A');
      pbx.amiOpen(false);
      session.setSoTimeout(5_000);
      assertThat(readToEnd(session)).isTrue();
      assertThatThrownBy(() -> new Socket(InetAddress.getLoopbackAddress(), pbx.ami().port()))
          .isInstanceOf(ConnectException.class);
    }
    pbx.amiOpen(true);
    try (Socket session = new Socket(InetAddress.getLoopbackAddress(), pbx.ami().port())) {
      assertThat(session.getInputStream().read()).isEqualTo('A');
    }
  }

  private static boolean readToEnd(Socket session) {
    try {
      return session.getInputStream().readAllBytes().length > 0;
    } catch (IOException e) {
      return true;
    }
  }

  private static Caller call(String phone) {
    return pbx.call(CallPlan.of("0301234567", "lab-" + phone));
  }

  private static List<Kind> kinds(Caller caller) {
    return of(caller).stream().map(Sighting::kind).toList();
  }

  private static List<String> stops(Caller caller) {
    return of(caller).stream()
        .filter(s -> s.kind() == Kind.PHONE_STOPS)
        .map(s -> s.subject() + " " + s.detail())
        .toList();
  }

  private static List<Sighting> of(Caller caller) {
    return pbx.sightings().stream().filter(s -> s.caller().equals(caller.id())).toList();
  }

  private static List<String> phoneSaw(String number) {
    return pbx.phoneSaw(number).stream().map(seen -> seen.message().kind()).toList();
  }

  private static List<String> callerSaw(Caller caller) {
    return pbx.callerSaw(caller).stream().map(seen -> seen.message().kind()).toList();
  }

  /** Waits until a caller's channel is gone, which is when all is said about the call. */
  private static void awaitEnd(Caller caller) throws IOException {
    await(() -> kinds(caller).contains(Kind.CALLER_ENDED));
  }

  /** The last messages of a call can cross the news of its end. */
  private static void awaitInTurn(Supplier<List<String>> seen, String... wanted)
      throws IOException {
    await(() -> inTurn(seen.get(), wanted));
  }

  private static boolean inTurn(List<String> seen, String... wanted) {
    int found = 0;
    for (String message : seen) {
      if (found < wanted.length && message.equals(wanted[found])) {
        found++;
      }
    }
    return found == wanted.length;
  }

  private static void await(BooleanSupplier condition) throws IOException {
    long deadline = System.nanoTime() + Duration.ofSeconds(15).toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("seen: %s", pbx.sightings()).isLessThan(deadline);
      Pause.briefly();
    }
  }
}
