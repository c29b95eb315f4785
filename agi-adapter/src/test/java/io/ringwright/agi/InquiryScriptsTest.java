package io.ringwright.agi;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.agi.AsteriskSide.Exchange;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Keys that answer an inquiry come with it. */
class InquiryScriptsTest {

  private static final String CALL = "lab-1700000000.12@lab";

  /** Key 1 in the queue of 701, by which callers leave it, after the caller was asked something. */
  private static Exchange pressedAfter(String inquiry) throws IOException {
    House house = new House();
    try (FastAgiServer server = house.server().start()) {
      AsteriskSide.ask(server.port(), "route", "701", "", "", "");
      return AsteriskSide.ask(
          server.port(), "key", CALL, "1", inquiry, "701", "5", "1700000000123");
    }
  }

  @Test
  void a_key_that_answers_an_inquiry_leads_nobody_out_of_the_queue() throws IOException {
    for (String inquiry : new String[] {"0301234", "*"}) {
      assertThat(pressedAfter(inquiry).decision()).isEqualTo("wait");
    }
  }

  @Test
  void what_is_no_inquiry_is_left_out() throws IOException {
    for (String none : new String[] {"", "nonsense", "12"}) {
      assertThat(pressedAfter(none).decision()).isEqualTo("ring");
    }
  }
}
