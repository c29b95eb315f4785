package io.ringwright.agi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Peers who say nothing, or little, cost those nothing who say what they want. */
@Timeout(60)
class ArrivingSessionsTest {

  private static final Duration HEAD = Duration.ofSeconds(2);

  private final List<Socket> peers = new ArrayList<>();
  private long nanos;
  private int port;
  private final ArrivingSessions arriving = opened();

  private ArrivingSessions opened() {
    try {
      ServerSocketChannel server = ServerSocketChannel.open();
      server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1000);
      port = server.socket().getLocalPort();
      return new ArrivingSessions(server, InetAddress::isLoopbackAddress, HEAD, () -> nanos);
    } catch (IOException failed) {
      throw new IllegalStateException(failed);
    }
  }

  @AfterEach
  void closes() throws IOException {
    arriving.close();
    arriving.closeBegun();
    for (Socket peer : peers) {
      peer.close();
    }
  }

  private Socket peer(String text) throws IOException {
    Socket peer = new Socket(InetAddress.getLoopbackAddress(), port);
    peer.setSoTimeout(10_000);
    peers.add(peer);
    say(peer, text);
    return peer;
  }

  private static void say(Socket peer, String text) throws IOException {
    peer.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
  }

  private String arrives() throws IOException {
    byte[] begin = new byte[8192];
    int length = arriving.next().in().read(begin);
    return new String(begin, 0, length, StandardCharsets.UTF_8);
  }

  @Test
  void a_session_arrives_when_its_head_is_whole() throws IOException {
    Socket slow = peer("agi_network: yes\n");
    peer("agi_a: 1\n\n");
    assertThat(arrives()).isEqualTo("agi_a: 1\n\n");
    say(slow, "agi_b: 2\n\nmore");
    assertThat(arrives()).startsWith("agi_network: yes\nagi_b: 2\n\n");
  }

  @Test
  void it_is_kept_when_the_head_was_whole_and_not_when_it_began() throws IOException {
    nanos = 5;
    Socket slow = peer("agi_network: yes\n");
    peer("agi_a: 1\n\n");
    assertThat(arriving.next().since()).isEqualTo(5);
    nanos = 1_000;
    say(slow, "\n");
    assertThat(arriving.next().since()).isEqualTo(1_000);
  }

  @Test
  void who_says_all_and_goes_is_heard() throws IOException {
    peer("agi_a: 1\n\n").close();
    assertThat(arrives()).isEqualTo("agi_a: 1\n\n");
    Socket late = peer("agi_b:");
    peer("agi_c: 1\n\n");
    assertThat(arrives()).isEqualTo("agi_c: 1\n\n");
    say(late, " 1\n\n");
    late.close();
    assertThat(arrives()).isEqualTo("agi_b: 1\n\n");
  }

  @Test
  void what_is_said_after_the_head_is_not_lost() throws IOException {
    peer("agi_a: 1\n\n200 result=1\n");
    assertThat(arrives()).isEqualTo("agi_a: 1\n\n200 result=1\n");
  }

  @Test
  void hundreds_who_say_nothing_do_not_keep_one_waiting_who_does() throws IOException {
    for (int silent = 0; silent < 300; silent++) {
      peer("");
    }
    peer("agi_a: 1\n\n");
    assertThat(arrives()).isEqualTo("agi_a: 1\n\n");
  }

  @Test
  void of_too_many_that_are_begun_the_first_is_closed() throws IOException {
    Socket first = peer("agi");
    for (int silent = 0; silent < ArrivingSessions.MOST_BEGUN; silent++) {
      peer("");
    }
    peer("agi_a: 1\n\n");
    assertThat(arrives()).isEqualTo("agi_a: 1\n\n");
    assertThat(hasEnded(first)).isTrue();
  }

  @Test
  void who_has_not_come_to_the_end_of_the_head_in_time_is_closed() throws IOException {
    Socket dripping = peer("a");
    peer("agi_a: 1\n\n");
    arrives();
    nanos = HEAD.toNanos();
    peer("agi_b: 1\n\n");
    arrives();
    assertThat(hasEnded(dripping)).isTrue();
  }

  @Test
  void a_head_without_end_is_closed() throws IOException {
    Socket endless = peer("");
    String line = "agi_a: " + "x".repeat(1000) + "\n";
    boolean closed = false;
    for (int lines = 0; lines < 10_000 && !closed; lines++) {
      closed = !says(endless, line);
      peer("agi_b: 1\n\n");
      arrives();
    }
    assertThat(closed).isTrue();
  }

  private static boolean says(Socket peer, String text) {
    try {
      say(peer, text);
      return true;
    } catch (IOException closed) {
      return false;
    }
  }

  private static boolean hasEnded(Socket peer) {
    try {
      return peer.getInputStream().read() < 0;
    } catch (IOException reset) {
      return true;
    }
  }
}
