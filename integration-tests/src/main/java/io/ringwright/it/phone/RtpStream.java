package io.ringwright.it.phone;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a phone says and hears in a call: a packet of its tone every 20 ms, keys as events (RFC
 * 4733), and a count of the packets that came.
 *
 * <p>Thread safety: may be used by many threads.
 */
final class RtpStream implements AutoCloseable {

  private static final String KEYS = "0123456789*#ABCD";
  private static final int PACKET_MILLIS = 20;
  private static final int SAMPLES = 160;
  private static final int HEADER = 12;
  private static final byte VERSION = (byte) 0x80;

  /** A tone in µ-law: two samples of one loudness, above and below. */
  private static final byte HIGH = (byte) 0x9f;

  private static final byte LOW = (byte) 0x1f;
  private static final byte ULAW = 0;
  private static final byte EVENT = 101;

  /** How many packets a key lasts, how often its end is said, and the pause to the next key. */
  private static final int KEY_PACKETS = 5;

  private static final int END_PACKETS = 3;
  private static final int PAUSE_PACKETS = 4;

  private static final Pattern HOST = Pattern.compile("(?m)^c=IN IP4 (\\S+)");
  private static final Pattern PORT = Pattern.compile("(?m)^m=audio (\\d+)");

  private final DatagramChannel channel;
  private final InetSocketAddress local;
  private final int identity = ThreadLocalRandom.current().nextInt();

  /** What is to be said of keys, a packet each; an empty one is a pause. */
  @GuardedBy("this")
  private final Deque<byte[]> events = new ArrayDeque<>();

  @GuardedBy("this")
  private @Nullable SocketAddress peer;

  @GuardedBy("this")
  private int sequence;

  @GuardedBy("this")
  private int stamp;

  @GuardedBy("this")
  private int pressedAt;

  @GuardedBy("this")
  private int heard;

  @GuardedBy("this")
  private @Nullable ScheduledFuture<?> sending;

  private final byte[] voice;

  private RtpStream(DatagramChannel channel, InetSocketAddress local, byte[] voice) {
    this.channel = channel;
    this.local = local;
    this.voice = voice;
  }

  /** A stream with a port of its own, that says a tone of so many samples each period. */
  static RtpStream open(String host, int period) {
    try {
      DatagramChannel channel = DatagramChannel.open();
      channel.bind(new InetSocketAddress(host, 0));
      channel.configureBlocking(false);
      return new RtpStream(channel, (InetSocketAddress) channel.getLocalAddress(), voice(period));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The offer, or the answer, of this phone. */
  String description(String direction) {
    String host = local.getAddress().getHostAddress();
    return String.join(
        "\r\n",
        "v=0",
        "o=phone 1 " + System.nanoTime() + " IN IP4 " + host,
        "s=-",
        "c=IN IP4 " + host,
        "t=0 0",
        "m=audio " + local.getPort() + " RTP/AVP 0 " + EVENT,
        "a=rtpmap:0 PCMU/8000",
        "a=rtpmap:" + EVENT + " telephone-event/8000",
        "a=fmtp:" + EVENT + " 0-16",
        "a=ptime:" + PACKET_MILLIS,
        "a=" + direction,
        "");
  }

  /** Takes from the other side's description where to send. */
  synchronized void sendTo(String description) {
    Matcher host = HOST.matcher(description);
    Matcher port = PORT.matcher(description);
    if (host.find() && port.find()) {
      peer = new InetSocketAddress(host.group(1), Integer.parseInt(port.group(1)));
    }
  }

  /** Begins to send and to count; once only. */
  synchronized void start(ScheduledExecutorService clock) {
    if (sending == null && channel.isOpen()) {
      sending = clock.scheduleAtFixedRate(this::tick, 0, PACKET_MILLIS, TimeUnit.MILLISECONDS);
    }
  }

  /** Presses a key for 100 ms; one after the other. */
  synchronized void press(char key) {
    int number = KEYS.indexOf(key);
    if (number < 0) {
      throw new IllegalArgumentException("key '" + key + "': expected one of " + KEYS);
    }
    for (int i = 1; i <= KEY_PACKETS + END_PACKETS; i++) {
      boolean end = i > KEY_PACKETS;
      int duration = SAMPLES * Math.min(i, KEY_PACKETS);
      byte flags = (byte) ((end ? 0x80 : 0) | 10);
      events.add(new byte[] {(byte) number, flags, (byte) (duration >> 8), (byte) duration});
    }
    for (int i = 0; i < PAUSE_PACKETS; i++) {
      events.add(new byte[0]);
    }
  }

  /** How many packets came so far. */
  synchronized int heard() {
    return heard;
  }

  @Override
  public synchronized void close() throws IOException {
    if (sending != null) {
      sending.cancel(false);
    }
    channel.close();
  }

  private synchronized void tick() {
    try {
      ByteBuffer packet = ByteBuffer.allocate(1_500);
      while (channel.isOpen() && channel.receive(packet) != null) {
        heard++;
        packet.clear();
      }
      if (channel.isOpen() && peer != null) {
        channel.send(next(), peer);
      }
    } catch (IOException e) {
      // The other side is gone or going: SIP tells.
    }
  }

  /** All packets of one key carry the time at which it was pressed. */
  @GuardedBy("this")
  private ByteBuffer next() {
    byte @Nullable [] event = events.poll();
    boolean silent = event == null || event.length == 0;
    boolean begins = !silent && event[1] > 0 && event[2] == 0 && (event[3] & 0xff) == SAMPLES;
    stamp += SAMPLES;
    pressedAt = begins ? stamp : pressedAt;
    ByteBuffer packet = ByteBuffer.allocate(HEADER + SAMPLES).put(VERSION);
    packet.put((byte) ((begins ? 0x80 : 0) | (silent ? ULAW : EVENT)));
    packet.putShort((short) sequence++).putInt(silent ? stamp : pressedAt).putInt(identity);
    return packet.put(silent ? voice : event).flip();
  }

  private static byte[] voice(int period) {
    byte[] voice = new byte[SAMPLES];
    for (int at = 0; at < SAMPLES; at++) {
      voice[at] = at % period < period / 2 ? HIGH : LOW;
    }
    return voice;
  }
}
