package io.ringwright.ami;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What of the wire goes to asterisk-java, and what to us. */
class AmiSocketTest {

  /** The events from which something follows. */
  private static final List<String> FOLLOWED =
      List.of(
          "Newchannel",
          "Newstate",
          "Rename",
          "DialBegin",
          "DialEnd",
          "BridgeEnter",
          "BridgeLeave",
          "BridgeMerge",
          "AttendedTransfer",
          "BlindTransfer",
          "ParkedCall",
          "Hangup",
          "DeviceStateChange",
          "ExtensionStatus",
          "FullyBooted",
          "Shutdown");

  private static final String GREETING = "Asterisk Call Manager/11.0.0\r\n";

  private final AmiInbox inbox = new AmiInbox(1 << 20, new Flood(Settings.LAB));

  @Test
  void asterisk_java_gets_its_greeting_and_the_answers_to_its_login() throws Exception {
    String answer = "Response: Success\r\nActionID: 12_0#\r\nChallenge: 1\r\n\r\n";
    assertThat(linesForAsteriskJava(GREETING + answer, 5))
        .containsExactly(
            "Asterisk Call Manager/11.0.0",
            "Response: Success",
            "ActionID: 12_0#",
            "Challenge: 1",
            "");
  }

  @Test
  void events_and_the_answers_to_our_questions_come_to_us() throws Exception {
    read(
        GREETING
            + "Event: Hangup\r\nUniqueid: lab-1.1\r\n\r\n"
            + "Response: Success\r\nActionID: ab-1\r\n\r\n"
            + "Event: Status\r\nActionID: ab-2\r\nUniqueid: lab-1.2\r\n\r\n");
    assertThat(arrived())
        .extracting(each -> each.event() + each.actionId())
        .containsExactly("Hangup", "ab-1", "Statusab-2");
  }

  @Test
  void no_event_from_which_something_follows_is_passed_over() throws Exception {
    StringBuilder all = new StringBuilder(GREETING);
    FOLLOWED.forEach(event -> all.append("Event: " + event + "\r\n\r\n"));
    read(all.toString());
    assertThat(arrived()).extracting(AmiMessage::event).containsExactlyElementsOf(FOLLOWED);
  }

  @Test
  void of_an_event_only_the_headers_that_are_read_are_kept() throws Exception {
    read(
        GREETING
            + "Event: Hangup\r\nPrivilege: call,all\r\nChannel: PJSIP/1-1\r\nCause-txt: Bye\r\n"
            + "CallerIDName: Bob\r\nUniqueid: lab-1.1\r\nContext: default\r\n\r\n");
    assertThat(arrived())
        .singleElement()
        .satisfies(
            event ->
                assertThat(event.names())
                    .containsExactlyInAnyOrder("event", "channel", "uniqueid", "context"));
  }

  @Test
  void events_that_nobody_here_wants_are_passed_over() throws Exception {
    read(
        GREETING
            + "Event: RTCPSent\r\nX: y\r\n\r\n"
            + "Event: Newexten\r\n\r\n"
            + "Event: Hangup\r\n\r\n");
    assertThat(arrived()).extracting(AmiMessage::event).containsExactly("Hangup");
  }

  @Test
  void a_message_may_come_byte_by_byte() throws Exception {
    byte[] bytes =
        (GREETING + "Event: DeviceStateChange\r\nDevice: Custom:Bj\u00f6rn\r\n\r\n")
            .getBytes(StandardCharsets.UTF_8);
    readAll(
        new InputStream() {
          private int at;

          @Override
          public int read() {
            return at < bytes.length ? bytes[at++] & 0xff : -1;
          }

          @Override
          public int read(byte[] buffer, int offset, int length) {
            int next = read();
            if (next < 0) {
              return -1;
            }
            buffer[offset] = (byte) next;
            return 1;
          }
        });
    assertThat(arrived())
        .singleElement()
        .extracting(m -> m.header("device"))
        .isEqualTo("Custom:Bj\u00f6rn");
  }

  @Test
  void a_bare_line_feed_in_a_value_begins_no_header() throws Exception {
    read(
        GREETING
            + "Event: Newchannel\r\nCallerIDName: x\nUniqueid: fake\r\nUniqueid: lab-1.1\r\n\r\n");
    assertThat(arrived())
        .singleElement()
        .extracting(m -> m.header("uniqueid"))
        .isEqualTo("lab-1.1");
  }

  @Test
  void bytes_that_are_no_utf_8_do_not_stop_the_reading() throws Exception {
    byte[] latin =
        (GREETING + "Event: DeviceStateChange\r\nDevice: Custom:Bj\u00f6rn\r\n\r\n")
            .getBytes(StandardCharsets.ISO_8859_1);
    readAll(new ByteArrayInputStream(latin));
    assertThat(arrived()).hasSize(1);
  }

  @Test
  void an_endless_line_ends_the_session_and_not_the_memory() {
    InputStream endless =
        new InputStream() {
          @Override
          public int read() {
            return 'x';
          }
        };
    assertThatThrownBy(() -> readAll(endless)).hasMessageContaining("a line of more than 65536");
    assertThat(inbox.ended()).hasValueSatisfying(why -> assertThat(why).contains("65536"));
  }

  @Test
  void an_endless_message_ends_the_session_too() {
    assertThatThrownBy(() -> read(GREETING + "Event: Hangup\r\n" + "X: y\r\n".repeat(20_000)))
        .hasMessageContaining("more than 10000 lines");
  }

  @ParameterizedTest
  @MethodSource("failures")
  void whatever_fails_in_reading_ends_the_session_and_is_thrown_on(Throwable failure) {
    InputStream failing =
        new InputStream() {
          @Override
          public int read() {
            return AmiSocketTest.<RuntimeException, Integer>raise(failure);
          }
        };
    assertThatThrownBy(() -> socket(failing).readLine()).isSameAs(failure);
    assertThat(inbox.ended()).contains("reading failed");
  }

  static Stream<Throwable> failures() {
    return Stream.of(
        new IllegalStateException("a rule is broken"),
        new OutOfMemoryError("Java heap space"),
        new StackOverflowError());
  }

  @SuppressWarnings("unchecked")
  private static <E extends Throwable, T> T raise(Throwable failure) throws E {
    throw (E) failure;
  }

  @Test
  void the_end_of_the_connection_is_known_at_once_and_by_its_reason() {
    assertThatThrownBy(
            () -> readAll(new ByteArrayInputStream(GREETING.getBytes(StandardCharsets.US_ASCII))))
        .isInstanceOf(IOException.class);
    assertThat(inbox.ended()).contains("Asterisk closed the connection");
  }

  private List<String> linesForAsteriskJava(String text, int count) throws IOException {
    AmiSocket socket = socket(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      lines.add(socket.readLine());
    }
    return lines;
  }

  /** Reads everything; the end of the text is no failure here. */
  private void read(String text) throws IOException {
    readAll(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  private void readAll(InputStream in) throws IOException {
    AmiSocket socket = socket(in);
    assertThat(socket.readLine()).isEqualTo(GREETING.strip());
    try {
      socket.readLine();
    } catch (IOException over) {
      if (!"Asterisk closed the connection".equals(over.getMessage()) || arrivedNothing()) {
        throw over;
      }
    }
  }

  private boolean arrivedNothing() throws IOException {
    if (taken.isEmpty()) {
      taken.addAll(Messages.takenFrom(inbox));
    }
    return taken.isEmpty();
  }

  private final List<AmiMessage> taken = new ArrayList<>();

  private List<AmiMessage> arrived() throws IOException {
    arrivedNothing();
    return taken;
  }

  private AmiSocket socket(InputStream in) throws IOException {
    return new AmiSocket(
        new Socket() {
          @Override
          public InputStream getInputStream() {
            return in;
          }
        },
        inbox);
  }
}
