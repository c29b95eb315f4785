package io.ringwright.ami;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.ringwright.testkit.ErrorOutput;
import io.ringwright.testkit.InputCost;
import io.ringwright.testkit.ManualClock;
import io.ringwright.testkit.MutatedInputs;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Bytes of an AMI session, changed in a few places, through the reader of the wire and all that
 * takes messages: nothing is thrown but the end of the session, and a good message that follows is
 * read. {@code -Dfuzz=N} tries N inputs.
 */
class FrameFuzzTest {

  private static final int FEW = 20_000;

  private static final String GREETING = "Asterisk Call Manager/9.0.0\r\n";

  /** Whatever stands before it, the two blank lines end it. */
  private static final String LAST =
      "\r\n\r\nEvent: DeviceStateChange\r\nDevice: PJSIP/last\r\nState: RINGING\r\n\r\n";

  private static final String CHANNEL =
      "Channel: PJSIP/trunk-00000001\r\nChannelState: 6\r\nContext: ringwright-wait\r\n"
          + "Uniqueid: lab-1.1\r\nLinkedid: lab-1.1\r\n";

  private static final String BOOTED =
      GREETING
          + "Response: Success\r\nMessage: Authentication accepted\r\n\r\n"
          + "Event: FullyBooted\r\nPrivilege: system,all\r\nStatus: Fully Booted\r\n\r\n";

  private static final List<String> GOOD =
      List.of(
          BOOTED
              + "Event: Newchannel\r\n"
              + CHANNEL
              + "\r\nEvent: DeviceStateChange\r\nDevice: PJSIP/8260\r\nState: INUSE\r\n\r\n"
              + "Event: DialBegin\r\nUniqueid: lab-1.1\r\nDestChannel: PJSIP/8260-00000002\r\n"
              + "DestUniqueid: lab-1.2\r\nDestLinkedid: lab-1.1\r\nDialString: 8260\r\n\r\n"
              + "Event: Hangup\r\n"
              + CHANNEL
              + "Cause: 16\r\n\r\n",
          BOOTED
              + "Response: Success\r\nActionID: 1-2\r\nEventList: start\r\n\r\n"
              + "Event: Status\r\nActionID: 1-2\r\n"
              + CHANNEL
              + "ChanVariable: RW_CALL=lab-1.1@lab\r\nChanVariable: RW_GROUP=700\r\n"
              + "ChanVariable: RW_SINCE=1700000000000\r\nBridgeID: \r\nCallerIDNum: 0301\r\n\r\n"
              + "Event: StatusComplete\r\nActionID: 1-2\r\nEventList: Complete\r\n"
              + "ListItems: 1\r\n\r\n",
          BOOTED
              + "Event: BridgeEnter\r\nBridgeUniqueid: b1\r\nUniqueid: lab-1.1\r\n\r\n"
              + "Event: AttendedTransfer\r\nResult: Success\r\nDestType: Bridge\r\n"
              + "OrigTransfererUniqueid: lab-1.2\r\nSecondTransfererUniqueid: lab-1.3\r\n"
              + "TransfereeUniqueid: lab-1.1\r\n\r\n"
              + "Event: BlindTransfer\r\nResult: Success\r\nTransfererUniqueid: lab-1.2\r\n"
              + "TransfereeUniqueid: lab-1.1\r\n\r\n"
              + "Event: ExtensionStatus\r\nExten: 8303\r\nContext: house\r\nHint: PJSIP/8303\r\n"
              + "Status: 1\r\n\r\nEvent: Rename\r\nUniqueid: lab-1.1\r\nNewname: PJSIP/x-1\r\n\r\n",
          BOOTED + "Response: Error\r\nActionID: a#1\r\nMessage: Permission denied\r\n\r\n");

  private final ErrorOutput log = ErrorOutput.kept();

  @AfterEach
  void letItGo() {
    log.close();
  }

  @Test
  void whatever_asterisk_sends_ends_the_session_at_most_and_what_follows_is_read() {
    MutatedInputs inputs = new MutatedInputs(GOOD, 6);
    int whole = 0;
    int all = Integer.getInteger("fuzz", FEW);
    InputCost cost = new InputCost(log::takeLines);
    for (int round = 0; round < all; round++) {
      byte[] input = inputs.next();
      try {
        whole += cost.of(() -> isReadToTheEnd(input)) ? 1 : 0;
      } catch (RuntimeException | Error unforeseen) {
        fail("round " + round + ": " + new String(input, StandardCharsets.UTF_8), unforeseen);
      }
    }
    assertThat(whole).isBetween(all / 2, all);
  }

  /** Whether the reader came to the end, and not to a line that is too long. */
  private static boolean isReadToTheEnd(byte[] input) {
    Flood flood = new Flood(Settings.LAB);
    AmiInbox inbox = new AmiInbox(1 << 20, flood);
    String end = read(input, inbox);
    List<AmiMessage> messages = Messages.takenFrom(inbox);
    take(messages, inbox, flood);
    if (!end.equals("Asterisk closed the connection")) {
      assertThat(end).startsWith("a ").contains(" of more than ");
      return false;
    }
    assertThat(messages).isNotEmpty();
    assertThat(messages.get(messages.size() - 1).header("device")).isEqualTo("PJSIP/last");
    return true;
  }

  /** Why the session ended. */
  private static String read(byte[] input, AmiInbox inbox) {
    byte[] last = LAST.getBytes(StandardCharsets.UTF_8);
    byte[] all = Arrays.copyOf(input, input.length + last.length);
    System.arraycopy(last, 0, all, input.length, last.length);
    try {
      AmiSocket socket = new AmiSocket(new InMemory(all), inbox);
      for (int line = 0; line <= all.length; line++) {
        assertThat(socket.readLine()).isNotNull();
      }
      throw new AssertionError("more lines than bytes");
    } catch (IOException end) {
      assertThat(inbox.ended()).hasValue(String.valueOf(end.getMessage()));
      return String.valueOf(end.getMessage());
    }
  }

  private static void take(List<AmiMessage> messages, AmiInbox inbox, Flood flood) {
    RecordingWire wire = new RecordingWire();
    LinkSettings settings = Settings.with(new RecordedEvents(), ManualClock.onMondayMorning());
    EventFeed feed =
        new EventFeed(settings, inbox, new PendingActions(wire, settings), () -> {}, flood);
    messages.forEach(feed::take);
    feed.tick();
  }

  /** Nothing but bytes that come in. */
  private static final class InMemory extends Socket {
    private final byte[] bytes;

    InMemory(byte[] bytes) {
      this.bytes = bytes;
    }

    @Override
    public InputStream getInputStream() {
      return new ByteArrayInputStream(bytes);
    }
  }
}
