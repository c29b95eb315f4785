package io.ringwright.it;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.SocketException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * The wire between Asterisk and a SIPp process, on which every message can be seen and stopped, and
 * commands can be given to SIPp within its calls.
 *
 * <p>SIPp gives up a call when a message arrives while it has something to send in it. So a message
 * that SIPp has to react to holds back the next one in the same call until the reaction is seen.
 *
 * <p>Thread safety: may be used by many threads; the watcher is called by one.
 */
final class SippRelay implements AutoCloseable {

  private static final int LARGEST_PACKET = 65_535;

  /** After this long without a reaction SIPp has none to give. */
  private static final long REACTION_LIMIT_MILLIS = 200;

  private final DatagramSocket socket;
  private final ScheduledExecutorService timer;

  /** The messages held back, by the Call-ID of each call in which SIPp has to react. */
  @GuardedBy("this")
  private final Map<String, Deque<SipMessage>> held = new HashMap<>();

  private final SocketAddress asterisk;
  private final SocketAddress sipp;

  /** Looks at each message on its way. */
  interface Watcher {
    /** What is passed on to Asterisk instead of a message: itself, another, or nothing. */
    Optional<SipMessage> toAsterisk(SipMessage message);

    /** What is passed on to SIPp instead of a message: itself, another, or nothing. */
    Optional<SipMessage> toSipp(SipMessage message);

    /** A message is on its way to SIPp; what is commanded now comes after it. */
    void passedToSipp(SipMessage message);
  }

  SippRelay(DatagramSocket socket, ScheduledExecutorService timer, int asteriskPort, int sippPort) {
    this.socket = socket;
    this.timer = timer;
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
    toSipp(message);
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
      watcher.toAsterisk(message).ifPresent(passed -> send(passed, asterisk));
      release(message.callId());
      return;
    }
    watcher
        .toSipp(message)
        .ifPresent(
            passed -> {
              toSipp(passed);
              watcher.passedToSipp(passed);
            });
  }

  private synchronized void toSipp(SipMessage message) {
    String call = message.callId();
    Deque<SipMessage> queue = held.get(call);
    if (queue != null) {
      queue.add(message);
      return;
    }
    send(message, sipp);
    if (wantsReaction(message)) {
      Deque<SipMessage> fresh = new ArrayDeque<>();
      held.put(call, fresh);
      var unused =
          timer.schedule(() -> giveUp(call, fresh), REACTION_LIMIT_MILLIS, TimeUnit.MILLISECONDS);
    }
  }

  private synchronized void release(String call) {
    Deque<SipMessage> queue = held.remove(call);
    if (queue != null) {
      queue.forEach(this::toSipp);
    }
  }

  private synchronized void giveUp(String call, Deque<SipMessage> queue) {
    if (held.get(call) == queue) {
      release(call);
    }
  }

  /** All but what begins, confirms or merely informs: SIPp waits for more after those. */
  private static boolean wantsReaction(SipMessage message) {
    if (message.isResponse()) {
      return message.method().equals("INVITE") && !message.kind().startsWith("1");
    }
    return !Set.of("INVITE", "ACK").contains(message.kind());
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
