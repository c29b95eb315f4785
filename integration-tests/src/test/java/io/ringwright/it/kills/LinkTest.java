package io.ringwright.it.kills;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringwright.it.FreePorts;
import io.ringwright.it.kills.Link.Condition;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LinkTest {

  private static final int NOTHING_COMES_MILLIS = 200;
  private static final int PATIENCE_MILLIS = 10_000;

  private ServerSocket target;
  private Link link;

  @BeforeEach
  void begin() throws IOException {
    target = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    target.setSoTimeout(PATIENCE_MILLIS);
    link = new Link(FreePorts.tcp(), target.getLocalPort());
  }

  @AfterEach
  void end() throws IOException {
    link.close();
    target.close();
  }

  @Test
  void what_is_sent_arrives_and_so_does_the_end() throws IOException {
    try (Socket near = connect();
        Socket far = target.accept()) {
      near.getOutputStream().write(7);
      assertThat(read(far)).isEqualTo(7);
      far.getOutputStream().write(8);
      far.close();
      assertThat(read(near)).isEqualTo(8);
      assertThat(read(near)).isEqualTo(-1);
    }
  }

  @Test
  void a_cut_resets_connections_and_refuses_new_ones_until_it_is_over() throws IOException {
    try (Socket near = connect();
        Socket far = target.accept()) {
      link.is(Condition.CUT);
      assertThatThrownBy(() -> read(near)).isInstanceOf(SocketException.class);
      assertThatThrownBy(() -> read(far)).isInstanceOf(SocketException.class);
      assertThatThrownBy(this::connect).isInstanceOf(ConnectException.class);
    }
    link.is(Condition.OPEN);
    what_is_sent_arrives_and_so_does_the_end();
  }

  @Test
  void what_is_held_arrives_at_the_end() throws IOException {
    try (Socket near = connect();
        Socket far = target.accept()) {
      link.is(Condition.HELD);
      near.getOutputStream().write(7);
      assertSilent(far);
      link.is(Condition.OPEN);
      assertThat(read(far)).isEqualTo(7);
    }
  }

  @Test
  void half_open_connections_stand_in_silence_and_are_reset_at_the_end() throws IOException {
    try (Socket old = connect();
        Socket far = target.accept()) {
      link.is(Condition.SILENT);
      old.getOutputStream().write(7);
      assertSilent(far);
      try (Socket fresh = connect()) {
        assertSilent(fresh);
        link.is(Condition.OPEN);
        assertThatThrownBy(() -> read(fresh)).isInstanceOf(SocketException.class);
      }
      assertThatThrownBy(() -> read(old)).isInstanceOf(SocketException.class);
    }
    what_is_sent_arrives_and_so_does_the_end();
  }

  @Test
  void where_nobody_listens_the_connection_ends() throws IOException {
    target.close();
    try (Socket near = connect()) {
      assertThat(read(near)).isEqualTo(-1);
    }
  }

  private Socket connect() throws IOException {
    return new Socket(InetAddress.getLoopbackAddress(), link.port());
  }

  private static int read(Socket socket) throws IOException {
    socket.setSoTimeout(PATIENCE_MILLIS);
    return socket.getInputStream().read();
  }

  private static void assertSilent(Socket socket) throws IOException {
    socket.setSoTimeout(NOTHING_COMES_MILLIS);
    assertThatThrownBy(() -> socket.getInputStream().read())
        .isInstanceOf(SocketTimeoutException.class);
  }
}
