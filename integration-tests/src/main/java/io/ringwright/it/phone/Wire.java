package io.ringwright.it.phone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * A phone's UDP socket for SIP. A request is sent again until a response comes, and a request that
 * comes again gets the same response again (RFC 3261 section 17).
 *
 * <p>Thread safety: may be used by many threads; requests and responses are delivered by one.
 */
final class Wire implements AutoCloseable {

  private static final long AGAIN_MILLIS = 500;
  private static final int MOST_SENDS = 20;
  private static final int LARGEST = 65_535;

  private final DatagramSocket socket;
  private final InetSocketAddress asterisk;
  private final ScheduledExecutorService clock;
  private final Map<String, Consumer<SipText>> asked = new ConcurrentHashMap<>();
  private final Map<String, Boolean> responded = new ConcurrentHashMap<>();
  private final Map<String, SipText> replies = new ConcurrentHashMap<>();
  private final Map<String, Boolean> taken = new ConcurrentHashMap<>();

  Wire(String address, int asteriskPort, ScheduledExecutorService clock) throws IOException {
    this.socket = new DatagramSocket(new InetSocketAddress(address, 0));
    this.asterisk = new InetSocketAddress(InetAddress.getLoopbackAddress(), asteriskPort);
    this.clock = clock;
  }

  /** Begins to deliver the requests that come. */
  void open(Consumer<SipText> requests) {
    Thread reader = new Thread(() -> read(requests), "phone-wire-" + socket.getLocalPort());
    reader.setDaemon(true);
    reader.start();
  }

  /** Address and port, as they stand in a URI. */
  String address() {
    return host() + ":" + socket.getLocalPort();
  }

  String host() {
    return socket.getLocalAddress().getHostAddress();
  }

  /** Address and port of Asterisk. */
  String peer() {
    return asterisk.getAddress().getHostAddress() + ":" + asterisk.getPort();
  }

  /** A Via header's value, of a request that is new. */
  String via() {
    return "SIP/2.0/UDP " + address() + ";rport;branch=z9hG4bK" + UUID.randomUUID();
  }

  /** Sends a request; its responses, provisional ones included, are delivered. */
  void ask(SipText request, Consumer<SipText> responses) {
    String key = key(request);
    asked.put(key, responses);
    sendUntilResponded(request, key, MOST_SENDS);
  }

  /** Responds to a request. */
  void reply(SipText request, SipText response) {
    replies.put(key(request), response);
    send(response);
  }

  /** Sends what gets no response: an ACK. */
  void send(SipText message) {
    byte[] packet = message.wire().getBytes(StandardCharsets.UTF_8);
    try {
      socket.send(new DatagramPacket(packet, packet.length, asterisk));
    } catch (IOException e) {
      if (!socket.isClosed()) {
        throw new UncheckedIOException(e);
      }
    }
  }

  @Override
  public void close() {
    socket.close();
  }

  private void sendUntilResponded(SipText request, String key, int sends) {
    if (sends > 0 && !responded.containsKey(key) && !socket.isClosed()) {
      send(request);
      var unused =
          clock.schedule(
              () -> sendUntilResponded(request, key, sends - 1),
              AGAIN_MILLIS,
              TimeUnit.MILLISECONDS);
    }
  }

  private void read(Consumer<SipText> requests) {
    DatagramPacket packet = new DatagramPacket(new byte[LARGEST], LARGEST);
    while (!socket.isClosed()) {
      try {
        packet.setLength(LARGEST);
        socket.receive(packet);
        String text = new String(packet.getData(), 0, packet.getLength(), StandardCharsets.UTF_8);
        if (!text.isBlank()) {
          take(SipText.parse(text), requests);
        }
      } catch (IOException e) {
        // Closed; or Asterisk is gone, and the waits of the test say so.
      }
    }
  }

  private void take(SipText message, Consumer<SipText> requests) {
    String key = key(message);
    if (message.isResponse()) {
      responded.put(key, true);
      asked.getOrDefault(key, none -> {}).accept(message);
    } else if (taken.putIfAbsent(key, true) == null) {
      requests.accept(message);
    } else if (replies.containsKey(key)) {
      send(replies.get(key));
    }
  }

  private static String key(SipText message) {
    return message.branch() + " " + message.method();
  }
}
