package io.ringwright.agi;

import static io.ringwright.agi.ServerLog.LOG;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Accepts peers, and reads what they want before anybody works for them. All of it is done by the
 * one thread in {@link #next}: a peer who says nothing, or a byte now and then, holds no thread,
 * and is closed when the time for a head is over.
 *
 * <p>Thread safety: {@link #close} by any thread; the rest by one.
 */
final class ArrivingSessions implements Closeable {

  /** More than this are not begun at once: the one that was begun first is closed. */
  static final int MOST_BEGUN = 500;

  /** A head is no longer than so many bytes. */
  private static final int LONGEST_HEAD = 64 * 1024;

  private static final int MOST_STRANGERS_NAMED = 100;

  private final ServerSocketChannel server;
  private final Predicate<InetAddress> peers;
  private final long headNanos;
  private final LongSupplier nanoTime;
  private final Selector selector;
  private final ByteBuffer buffer = ByteBuffer.allocate(8192);
  private final Set<Begun> begun = new LinkedHashSet<>();

  /** Those whose head is there, but who cannot be handed over within a selection. */
  private final List<Begun> whole = new ArrayList<>();

  private final Deque<Arrived> arrived = new ArrayDeque<>();
  private final Set<InetAddress> strangers = new HashSet<>();
  private @Nullable IOException acceptFailed;

  /**
   * A session whose head is there.
   *
   * @param socket of the session
   * @param in what the peer says, from the first byte on
   * @param since when its head was there, on the clock that counts nanoseconds
   */
  record Arrived(Socket socket, InputStream in, long since) {}

  /** A session whose head is not there yet. */
  private static final class Begun {
    private final SocketChannel channel;
    private final long until;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    Begun(SocketChannel channel, long until) {
      this.channel = channel;
      this.until = until;
    }
  }

  /**
   * What comes in at a socket.
   *
   * @param server bound, and closed with this
   * @param peers who may come in
   * @param time for a whole head
   * @param nanoTime the time that passes
   */
  ArrivingSessions(
      ServerSocketChannel server,
      Predicate<InetAddress> peers,
      Duration time,
      LongSupplier nanoTime)
      throws IOException {
    this.server = server;
    this.peers = peers;
    this.headNanos = time.toNanos();
    this.nanoTime = nanoTime;
    this.selector = Selector.open();
    server.configureBlocking(false);
    server.register(selector, SelectionKey.OP_ACCEPT);
  }

  /**
   * The next session whose head is there; waits for one.
   *
   * @throws IOException if none can be accepted now, or all is closed
   */
  Arrived next() throws IOException {
    while (arrived.isEmpty()) {
      try {
        selector.select(this::happens, millisToFirstEnd());
        arriveAll();
      } catch (ClosedSelectorException closed) {
        throw new IOException("closed", closed);
      }
      closeOverdue();
      IOException failed = acceptFailed;
      acceptFailed = null;
      if (arrived.isEmpty() && (failed != null || !server.isOpen())) {
        throw failed != null ? failed : new IOException("closed");
      }
    }
    return arrived.remove();
  }

  private void happens(SelectionKey key) {
    if (key.attachment() instanceof Begun session) {
      read(session, key);
    } else {
      accept();
    }
  }

  private void accept() {
    try {
      for (SocketChannel peer = server.accept(); peer != null; peer = server.accept()) {
        admit(peer);
      }
    } catch (IOException failed) {
      closeFirstBegun(); // Maybe there are too many files open.
      acceptFailed = failed;
    }
  }

  private void admit(SocketChannel peer) throws IOException {
    InetAddress address = peer.socket().getInetAddress();
    if (!peers.test(address)) {
      peer.close();
      if (strangers.size() < MOST_STRANGERS_NAMED && strangers.add(address)) {
        LOG.warn("AGI peer {} turned away: name it with peers(..) if it is an Asterisk", address);
      }
      return;
    }
    if (begun.size() >= MOST_BEGUN) {
      closeFirstBegun();
    }
    Begun session = new Begun(peer, nanoTime.getAsLong() + headNanos);
    begun.add(session);
    peer.configureBlocking(false);
    read(session, null);
  }

  /** Reads what is there. */
  private void read(Begun session, @Nullable SelectionKey key) {
    try {
      int length = fill(session);
      if (isWhole(session.bytes.toByteArray())) { // Even if the peer has gone by now.
        arriveOnceFree(session, key);
      } else if (length < 0 || session.bytes.size() > LONGEST_HEAD) {
        close(session);
      } else {
        await(session, key);
      }
    } catch (IOException gone) {
      close(session);
    }
  }

  private void arriveOnceFree(Begun session, @Nullable SelectionKey key) {
    if (key == null) {
      arrive(session);
    } else {
      key.cancel();
      whole.add(session);
    }
  }

  private void await(Begun session, @Nullable SelectionKey key) throws IOException {
    if (key == null) {
      session.channel.register(selector, SelectionKey.OP_READ, session);
    }
  }

  /**
   * Takes all bytes that are there; below zero where the peer has ended. A buffer that was not
   * filled has emptied the socket: it is not asked again.
   */
  private int fill(Begun session) throws IOException {
    int length;
    do {
      length = session.channel.read(buffer.clear());
      session.bytes.write(buffer.array(), 0, Math.max(0, length));
    } while (length == buffer.capacity() && session.bytes.size() <= LONGEST_HEAD);
    return length;
  }

  /** A head ends with an empty line. */
  private static boolean isWhole(byte[] bytes) {
    byte before = '\n';
    for (byte each : bytes) {
      if (each == '\n' && before == '\n') {
        return true;
      }
      before = each;
    }
    return false;
  }

  /** Whose key was cancelled is free of the selector only after another selection. */
  private void arriveAll() throws IOException {
    while (!whole.isEmpty()) {
      List<Begun> free = List.copyOf(whole);
      whole.clear();
      selector.selectNow(this::happens);
      for (Begun session : free) {
        arrive(session);
      }
    }
  }

  private void arrive(Begun session) {
    try {
      begun.remove(session);
      session.channel.configureBlocking(true);
      Socket socket = session.channel.socket();
      InputStream begin = new ByteArrayInputStream(session.bytes.toByteArray());
      InputStream in = new SequenceInputStream(begin, socket.getInputStream());
      arrived.add(new Arrived(socket, in, nanoTime.getAsLong()));
    } catch (IOException gone) {
      closeQuietly(session.channel);
    }
  }

  private long millisToFirstEnd() {
    if (begun.isEmpty()) {
      return 0; // Without an end.
    }
    long left = begun.iterator().next().until - nanoTime.getAsLong();
    return Math.max(1, left / 1_000_000 + 1);
  }

  /** All have the same time, so those that were begun first are due first. */
  private void closeOverdue() {
    long now = nanoTime.getAsLong();
    while (!begun.isEmpty() && begun.iterator().next().until - now <= 0) {
      closeFirstBegun();
    }
  }

  private void closeFirstBegun() {
    if (!begun.isEmpty()) {
      close(begun.iterator().next());
    }
  }

  private void close(Begun session) {
    begun.remove(session);
    closeQuietly(session.channel);
  }

  private static void closeQuietly(Closeable open) {
    try {
      open.close();
    } catch (IOException ignored) {
      // It is as closed as it will be.
    }
  }

  /** Nobody comes in any more, and heads that are not there yet are not waited for. */
  @Override
  public void close() {
    closeQuietly(server);
    closeQuietly(selector);
  }

  /** Closes the sessions whose heads are not there yet, once {@link #next} has ended. */
  void closeBegun() {
    Set.copyOf(begun).forEach(this::close);
    arrived.forEach(session -> closeQuietly(session.socket()));
  }
}
