package io.ringwright.it.kills;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.fakeasterisk.Sighting;
import io.ringwright.fakeasterisk.Sighting.Kind;
import io.ringwright.it.SipMessage;
import io.ringwright.it.SipSeen;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Planted messages at a phone. */
class RingReaderTest {

  private static final String PHONE = "8260";
  private static final String CALLER = "100001";

  @Test
  void a_talk_lasts_from_the_invite_to_the_bye() {
    Ring ring =
        ring(
            got(1, "INVITE sip:8260@lab SIP/2.0", "INVITE"),
            gave(1.1, "SIP/2.0 180 Ringing", "INVITE"),
            gave(2, "SIP/2.0 200 OK", "INVITE"),
            got(2.1, "ACK sip:8260@lab SIP/2.0", "ACK"),
            gave(5, "BYE sip:lab SIP/2.0", "BYE"),
            got(5.1, "SIP/2.0 200 OK", "BYE"));

    assertThat(ring).isEqualTo(new Ring(PHONE, CALLER, at(1), at(2), at(5)));
  }

  @Test
  void a_ring_that_is_taken_back_is_no_answer_though_the_phone_answers_meanwhile() {
    Ring ring =
        ring(
            got(1, "INVITE sip:8260@lab SIP/2.0", "INVITE"),
            got(2, "CANCEL sip:8260@lab SIP/2.0", "CANCEL"),
            gave(2.1, "SIP/2.0 200 OK", "INVITE"),
            got(2.2, "ACK sip:8260@lab SIP/2.0", "ACK"));

    assertThat(ring).isEqualTo(new Ring(PHONE, CALLER, at(1), Instant.MAX, at(2)));
  }

  @Test
  void a_refusal_ends_a_ring() {
    Ring ring =
        ring(
            got(1, "INVITE sip:8260@lab SIP/2.0", "INVITE"),
            gave(1.5, "SIP/2.0 603 Decline", "INVITE"),
            got(1.6, "ACK sip:8260@lab SIP/2.0", "ACK"));

    assertThat(ring).isEqualTo(new Ring(PHONE, CALLER, at(1), Instant.MAX, at(1.5)));
  }

  @Test
  void where_the_phone_gave_no_answer_the_dialling_ends_on_the_switch() {
    RingReader reader = stoppedAt5();

    assertThat(reader.rings(PHONE, List.of(got(1, "INVITE sip:8260@lab SIP/2.0", "INVITE"))))
        .containsExactly(new Ring(PHONE, CALLER, at(1), Instant.MAX, at(5)));
  }

  @Test
  void an_answer_that_crosses_the_end_of_the_dialling_is_none() {
    RingReader reader = stoppedAt5();

    assertThat(
            reader.rings(
                PHONE,
                List.of(
                    got(1, "INVITE sip:8260@lab SIP/2.0", "INVITE"),
                    gave(4.99, "SIP/2.0 200 OK", "INVITE"),
                    got(5.01, "ACK sip:8260@lab SIP/2.0", "ACK"),
                    got(5.02, "BYE sip:8260@lab SIP/2.0", "BYE"))))
        .containsExactly(new Ring(PHONE, CALLER, at(1), Instant.MAX, at(5)));
  }

  @Test
  void an_invite_of_a_call_that_has_ended_is_no_ring_when_the_phone_is_back_on_the_wire() {
    RingReader reader = stoppedAt5();

    assertThat(
            reader.rings(
                PHONE,
                List.of(
                    got(8, "INVITE sip:8260@lab SIP/2.0", "INVITE"),
                    got(8.001, "CANCEL sip:8260@lab SIP/2.0", "CANCEL"),
                    gave(8.002, "SIP/2.0 487 Request Terminated", "INVITE"),
                    got(8.003, "ACK sip:8260@lab SIP/2.0", "ACK"))))
        .isEmpty();
    assertThat(reader.rings(PHONE, List.of(got(8, "INVITE sip:8260@lab SIP/2.0", "INVITE"))))
        .as("to a phone that still gives no response")
        .isEmpty();
  }

  @Test
  void every_ring_ends_with_its_asterisk_and_one_of_its_last_moments_at_once() {
    RingReader reader = new RingReader(List.of(new Stay(at(3), at(6))), Map.of());

    assertThat(reader.rings(PHONE, List.of(got(1, "INVITE sip:8260@lab SIP/2.0", "INVITE"))))
        .containsExactly(new Ring(PHONE, CALLER, at(1), Instant.MAX, at(3)));
    assertThat(reader.rings(PHONE, List.of(got(3.1, "INVITE sip:8260@lab SIP/2.0", "INVITE"))))
        .containsExactly(new Ring(PHONE, CALLER, at(3.1), Instant.MAX, at(3.1)));
    assertThat(reader.rings(PHONE, List.of(got(7, "INVITE sip:8260@lab SIP/2.0", "INVITE"))))
        .containsExactly(new Ring(PHONE, CALLER, at(7), Instant.MAX, Instant.MAX));
  }

  /** The switch stops dialling after 5 s, because nobody answered. */
  private static RingReader stoppedAt5() {
    Sighting stops = new Sighting(at(5), Kind.PHONE_STOPS, "caller-1", PHONE, "NOANSWER");
    return new RingReader(List.of(), Map.of(CALLER, List.of(stops)));
  }

  private static Ring ring(SipSeen... wire) {
    List<Ring> rings = new RingReader(List.of(), Map.of()).rings(PHONE, List.of(wire));
    assertThat(rings).hasSize(1);
    return rings.get(0);
  }

  private static SipSeen got(double seconds, String line, String method) {
    return new SipSeen(at(seconds), true, message(line, method));
  }

  private static SipSeen gave(double seconds, String line, String method) {
    return new SipSeen(at(seconds), false, message(line, method));
  }

  private static SipMessage message(String line, String method) {
    return new SipMessage(
        String.join(
            "\r\n",
            line,
            "From: <sip:" + CALLER + "@127.0.0.1>;tag=1",
            "Call-ID: call-1",
            "CSeq: 1 " + method,
            "",
            ""));
  }

  private static Instant at(double seconds) {
    return Instant.EPOCH.plusMillis(Math.round(seconds * 1_000));
  }
}
