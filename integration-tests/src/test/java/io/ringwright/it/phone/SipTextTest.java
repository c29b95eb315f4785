package io.ringwright.it.phone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SipTextTest {

  private static final String INVITE =
      String.join(
          "\r\n",
          "INVITE sip:8301@127.0.0.2:5060 SIP/2.0",
          "Via: SIP/2.0/UDP 127.0.0.1:5060;rport;branch=z9hG4bKabc",
          "From: \"Anna\" <sip:0301@127.0.0.1>;tag=from-1",
          "To: <sip:8301@127.0.0.2>",
          "CSeq: 17 INVITE",
          "call-id: x",
          "Content-Length: 5",
          "",
          "v=0\r\n");

  @Test
  void a_message_is_read_and_written_with_its_body() {
    SipText invite = SipText.parse(INVITE);
    assertThat(invite.method()).isEqualTo("INVITE");
    assertThat(invite.sequence()).isEqualTo(17);
    assertThat(invite.branch()).isEqualTo("z9hG4bKabc");
    assertThat(invite.body()).isEqualTo("v=0\r\n");
    assertThat(SipText.parse(invite.wire()).body()).isEqualTo("v=0\r\n");
  }

  @Test
  void a_response_repeats_what_the_request_said_and_adds_a_tag_where_none_is() {
    SipText busy = SipText.parse(INVITE).response(486, "mine");
    assertThat(busy.startLine()).isEqualTo("SIP/2.0 486 Busy Here");
    assertThat(busy.status()).isEqualTo(486);
    assertThat(busy.method()).isEqualTo("INVITE");
    assertThat(busy.required("To")).isEqualTo("<sip:8301@127.0.0.2>;tag=mine");
    assertThat(SipText.tagOf(busy.required("From"))).isEqualTo("from-1");
    assertThat(busy.required("Call-ID")).isEqualTo("x");
  }

  @Test
  void the_parts_of_an_address_are_found() {
    String from = SipText.parse(INVITE).required("From");
    assertThat(SipText.uriOf(from)).isEqualTo("sip:0301@127.0.0.1");
    assertThat(SipText.userOf(from)).isEqualTo("0301");
    assertThat(SipText.userOf("<sip:127.0.0.1>")).isEmpty();
  }

  @Test
  void a_header_that_is_missing_is_named() {
    assertThatThrownBy(() -> SipText.parse("BYE sip:x SIP/2.0\r\n\r\n").required("CSeq"))
        .hasMessage("no header CSeq in BYE sip:x SIP/2.0");
  }
}
