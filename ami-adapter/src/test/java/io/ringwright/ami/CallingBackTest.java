package io.ringwright.ami;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.ringwright.call.ExternalNumber;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CallingBackTest {

  private static final Duration TIME = CallingBack.USUAL_RING_TIME;

  @ParameterizedTest
  @CsvSource({
    "PJSIP/<number>@trunk, PJSIP/+49301234567@trunk",
    "PJSIP/trunk/sip:<number>@10.0.0.5:5061, PJSIP/trunk/sip:+49301234567@10.0.0.5:5061",
    "Local/<number>@ringwright-outbound/n, Local/+49301234567@ringwright-outbound/n",
    "DAHDI/g1/0<number>, DAHDI/g1/0+49301234567"
  })
  void the_number_stands_where_the_word_stood(String dialled, String channel) {
    assertThat(new CallingBack(dialled, TIME).channel(ExternalNumber.of("+49301234567")))
        .isEqualTo(channel);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "<number>",
        "PJSIP/trunk",
        "PJSIP/<number>@<number>",
        "PJSIP/<number>&PJSIP/8260",
        "PJSIP/<number>,20",
        "PJSIP/<number>@a b",
        "PJSIP/<number>${X}",
        "Local/<number>@outbound",
        "Local/<number>@outbound/nj"
      })
  void what_could_dial_anything_else_is_refused(String dialled) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new CallingBack(dialled, TIME))
        .withMessageContaining("expected");
  }

  @Test
  void an_end_of_a_line_is_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new CallingBack("PJSIP/<number>@t\r\nAction: Command", TIME));
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 301})
  void a_ring_time_is_one_second_to_five_minutes(long seconds) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new CallingBack("PJSIP/<number>@t", Duration.ofSeconds(seconds)));
  }
}
