package io.ringwright.ami;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import org.asteriskjava.util.SocketConnectionFacade;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The wire of one session, as asterisk-java wants it. It sorts what comes in: the answers to
 * asterisk-java's own login go to asterisk-java, everything else to our {@link AmiInbox}.
 *
 * <p>So events and answers do not pass asterisk-java's queue, which drops both without a word when
 * it is full, nor its event classes, which it finds by searching the class path and which do not
 * know all that Asterisk sends. Events of no interest are not even decoded.
 *
 * <p>Thread safety: one thread reads; the rest may be used by many.
 */
final class AmiSocket implements SocketConnectionFacade {

  /** The reason of an end that was ours. */
  static final String CLOSED = "closed";

  private static final Logger LOG = LoggerFactory.getLogger(AmiSocket.class);

  private static final int LONGEST_LINE = 65_536;
  private static final int MOST_LINES = 10_000;
  private static final String EVENT = "Event: ";

  /** By this mark asterisk-java tells its own action ids; ours never hold it. */
  private static final char MARK_OF_ASTERISK_JAVA = '#';

  private final Socket socket;
  private final InputStream in;
  private final AmiInbox inbox;
  private final Queue<String> forAsteriskJava = new ArrayDeque<>();
  private final byte[] buffer = new byte[16_384];
  private byte[] line = new byte[512];
  private int position;
  private int limit;
  private boolean greeted;

  AmiSocket(Socket socket, AmiInbox inbox) throws IOException {
    this.socket = socket;
    this.in = socket.getInputStream();
    this.inbox = inbox;
  }

  /** The next line for asterisk-java. Reads, and sorts, until there is one. */
  @Override
  public String readLine() throws IOException {
    try {
      if (!greeted) {
        greeted = true;
        return text(nextLine());
      }
      while (forAsteriskJava.isEmpty()) {
        sort();
      }
      return forAsteriskJava.remove();
    } catch (IOException broken) {
      over(reason(broken));
      throw broken;
    } catch (RuntimeException | Error failure) {
      // Whatever it is: nobody reads here any more, so the link is made anew.
      over("reading failed");
      LOG.error("what came from Asterisk could not be read", failure);
      throw failure;
    }
  }

  /** Who is stuck in writing to somebody who does not read gets free by closing. */
  private void over(String why) throws IOException {
    inbox.end(why);
    socket.close();
  }

  private static String reason(IOException broken) {
    String words = broken.getMessage();
    return words == null ? broken.getClass().getSimpleName() : words;
  }

  /** Reads one message, and hands it on. */
  void sort() throws IOException {
    String first = text(nextLine());
    String event = first.startsWith(EVENT) ? first.substring(EVENT.length()).strip() : "";
    if (!event.isEmpty() && !EventHeaders.isWanted(event)) {
      skipMessage();
      return;
    }
    List<String> lines = new ArrayList<>();
    if (!first.isEmpty()) {
      lines.add(first);
      readRest(event, lines);
    }
    handOn(lines);
  }

  private void skipMessage() throws IOException {
    int length = nextLine();
    while (length > 0) {
      length = nextLine();
    }
  }

  /** The lines of a message up to the blank one: of an event those that are read. */
  private void readRest(String event, List<String> lines) throws IOException {
    int count = 1;
    for (int length = nextLine(); length > 0; length = nextLine()) {
      count++;
      if (count > MOST_LINES) {
        throw new IOException("a message of more than " + MOST_LINES + " lines");
      }
      if (event.isEmpty() || isRead(event, length)) {
        lines.add(text(length));
      }
    }
  }

  /** Whether the line is a header, or holds a channel variable, that somebody reads. */
  private boolean isRead(String event, int length) {
    int colon = 0;
    while (colon < length && line[colon] != ':') {
      colon++;
    }
    String name = new String(line, 0, colon, StandardCharsets.ISO_8859_1).strip();
    String lower = name.toLowerCase(Locale.ROOT);
    return EventHeaders.shared(event, lower) != null || lower.endsWith("variable");
  }

  private void handOn(List<String> lines) {
    AmiMessage message = AmiMessage.of(lines);
    if (message.isEvent() || ours(message)) {
      inbox.put(message);
    } else {
      forAsteriskJava.addAll(lines);
      forAsteriskJava.add("");
    }
  }

  private static boolean ours(AmiMessage message) {
    return !message.actionId().isEmpty() && message.actionId().indexOf(MARK_OF_ASTERISK_JAVA) < 0;
  }

  /** Reads up to the next CR LF; the bytes before it are in {@code line}. Returns how many. */
  private int nextLine() throws IOException {
    int length = 0;
    while (true) {
      byte next = nextByte();
      if (next == '\n' && length > 0 && line[length - 1] == '\r') {
        return length - 1;
      }
      if (length == line.length) {
        if (length >= LONGEST_LINE) {
          throw new IOException("a line of more than " + LONGEST_LINE + " bytes");
        }
        line = Arrays.copyOf(line, 2 * length);
      }
      line[length++] = next;
    }
  }

  private byte nextByte() throws IOException {
    if (position == limit) {
      limit = in.read(buffer);
      position = 0;
      if (limit < 0) {
        limit = 0;
        throw new IOException("Asterisk closed the connection");
      }
    }
    return buffer[position++];
  }

  private String text(int length) {
    return new String(line, 0, length, StandardCharsets.UTF_8);
  }

  /** Sends a whole action. */
  synchronized void send(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
  }

  /** Sends an action of asterisk-java's login; these come whole, too. */
  @Override
  public void write(String action) throws IOException {
    send(action.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void flush() {}

  @Override
  public void close() throws IOException {
    inbox.end(CLOSED);
    socket.close();
  }

  @Override
  public boolean isConnected() {
    return socket.isConnected() && !socket.isClosed();
  }

  @Override
  public InetAddress getLocalAddress() {
    return socket.getLocalAddress();
  }

  @Override
  public int getLocalPort() {
    return socket.getLocalPort();
  }

  @Override
  public InetAddress getRemoteAddress() {
    return socket.getInetAddress();
  }

  @Override
  public int getRemotePort() {
    return socket.getPort();
  }
}
