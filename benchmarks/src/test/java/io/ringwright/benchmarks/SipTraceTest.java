package io.ringwright.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.benchmarks.SipTrace.Message;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SipTraceTest {

  @Test
  void a_line_of_the_trace_is_a_message() {
    SipTrace trace =
        SipTrace.parse(
            Stream.of(
                "2026-11-23\t13:35:25.720384\t1795440925.020384\tR\tabc\tCSeq:1 INVITE\t"
                    + "INVITE sip:8260@127.0.0.1:5060 SIP/2.0"));

    assertThat(trace.messages())
        .containsExactly(
            new Message(
                1_795_440_925_020_384L, false, "abc", "INVITE sip:8260@127.0.0.1:5060 SIP/2.0"));
    assertThat(trace.messages().get(0).user()).isEqualTo("8260");
    assertThat(trace.messages().get(0).is("INVITE")).isTrue();
    assertThat(trace.messages().get(0).is("BYE")).isFalse();
  }

  @Test
  void what_is_no_message_is_passed_over() {
    assertThat(SipTrace.parse(Stream.of("", "date\ttime", "a\tb\tc\td\te\tf\tg")).messages())
        .isEmpty();
  }

  @Test
  void only_the_messages_of_a_run_belong_to_it() {
    SipTrace trace =
        new SipTrace(
            Stream.of(1L, 5L, 9L).map(at -> new Message(at, true, "c", "BYE sip:a@b")).toList());

    assertThat(trace.between(2, 9).messages()).extracting(Message::at).containsExactly(5L, 9L);
  }
}
