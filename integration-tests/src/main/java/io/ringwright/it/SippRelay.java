package io.ringwright.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.SocketException;

/**
 * The wire between Asterisk and a SIPp process, on which every message can be seen and stopped, and
 * commands can be given to SIPp within its calls.
 *
 * <p>Thread safety: may be used by many threads; the watcher is called by one.
 */
final class SippRelay implements AutoCloseable {

  private static final int LARGEST_PACKET = 65_535;

  private final DatagramSocket socket;
  private final SocketAddress asterisk;
  private final SocketAddress sipp;

  /** Looks at each message on its way. */
  interface Watcher {
    /** Says whether a message may pass to Asterisk. */
    boolean toAsterisk(SipMessage message);

    /** Says whether a message may pass to SIPp. */
    boolean toSipp(SipMessage message);

    /** A message was sent on to SIPp. */
    default void passedToSipp(SipMessage message) {}
  }

  SippRelay(DatagramSocket socket, int asteriskPort, int sippPort) {
    this.socket = socket;
    this.asterisk = new InetSocketAddress(InetAddress.getLoopbackAddress(), asteriskPort);
    this.sipp = new InetSocketAddress(InetAddress.getLoopbackAddress(), sippPort);
  }

  /** Begins to pass messages on. */
  void start(String name, Watcher watcher) {
    Thread reader = new Thread(() -> read(watcher), name);
    reader.setDaemon(true);
    reader.start();
  }

  /** Gives SIPp a message that does not come from Asterisk. */
  void command(SipMessage message) {
    send(message, sipp);
  }

  @Override
  public void close() {
    socket.close();
  }

  private void read(Watcher watcher) {
    DatagramPacket packet = new DatagramPacket(new byte[LARGEST_PACKET], LARGEST_PACKET);
    while (!socket.isClosed()) {
      try {
        packet.setLength(LARGEST_PACKET);
        socket.receive(packet);
        SipMessage message = SipMessage.of(packet.getData(), packet.getLength());
        pass(message, packet.getSocketAddress(), watcher);
      } catch (SocketException e) {
        // Closed: the loop ends. Anything else is the answer to a packet for a process that is
        // gone.
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private void pass(SipMessage message, SocketAddress source, Watcher watcher) {
    if (!source.equals(asterisk)) {
      if (watcher.toAsterisk(message)) {
        send(message, asterisk);
      }
    } else if (watcher.toSipp(message)) {
      send(message, sipp);
      watcher.passedToSipp(message);
    }
  }

  private void send(SipMessage message, SocketAddress target) {
    byte[] bytes = message.bytes();
    try {
      socket.send(new DatagramPacket(bytes, bytes.length, target));
    } catch (IOException e) {
      if (!socket.isClosed()) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
