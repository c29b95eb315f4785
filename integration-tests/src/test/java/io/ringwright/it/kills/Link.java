package io.ringwright.it.kills;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Passes TCP connections on from one loopback port to another, in one of several conditions.
 *
 * <p>Thread safety: may be used by many threads.
 */
final class Link implements AutoCloseable {

  private static final int BUFFER = 8_192;
  private static final int BACKLOG = 200;

  /** What becomes of what is sent. */
  enum Condition {
    /** It arrives. */
    OPEN,
    /** Connections are reset, and new ones refused. */
    CUT,
    /** Half-open: connections stand, and nothing arrives any more; they are reset at the end. */
    SILENT,
    /** Nothing arrives until the end, and then all of it. */
    HELD
  }

  private final int port;
  private final int target;

  @GuardedBy("this")
  private final Set<Pair> pairs = new HashSet<>();

  @GuardedBy("this")
  private Condition condition = Condition.OPEN;

  @GuardedBy("this")
  private ServerSocket door;

  Link(int port, int target) throws IOException {
    this.port = port;
    this.target = target;
    door = listen();
  }

  int port() {
    return port;
  }

  /** Changes the condition; what a condition holds back or ends, it does so until the next. */
  synchronized void is(Condition next) {
    try {
      if (next == Condition.CUT) {
        door.close();
        reset(true);
      } else if (door.isClosed()) {
        door = listen();
      }
      if (next == Condition.SILENT) {
        pairs.forEach(each -> each.deaf = true);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    condition = next;
    reset(false);
    notifyAll();
  }

  @Override
  public void close() {
    is(Condition.CUT);
  }

  /** Ends all connections, or, where not all, those that were half-open and are so no more. */
  @GuardedBy("this")
  private void reset(boolean all) {
    for (Pair each : Set.copyOf(pairs)) {
      if (all || (each.deaf && condition != Condition.SILENT)) {
        each.reset();
        pairs.remove(each);
      }
    }
  }

  private ServerSocket listen() throws IOException {
    ServerSocket open = new ServerSocket();
    open.setReuseAddress(true);
    open.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), BACKLOG);
    thread("kills-door", () -> accept(open));
    return open;
  }

  private void accept(ServerSocket open) {
    while (!open.isClosed()) {
      try {
        connect(open.accept());
      } catch (IOException e) {
        // The door was closed, or nobody listens at the target: both ends are closed.
      }
    }
  }

  private void connect(Socket near) throws IOException {
    Pair pair = new Pair(near);
    synchronized (this) {
      if (condition == Condition.CUT) {
        pair.reset();
        return;
      }
      pairs.add(pair);
      pair.deaf = condition == Condition.SILENT;
    }
    if (pair.deaf) {
      return;
    }
    try {
      pair.far.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), target));
      near.setTcpNoDelay(true);
      pair.far.setTcpNoDelay(true);
    } catch (IOException e) {
      forget(pair);
      throw e;
    }
    thread("kills-in", () -> pump(pair, near, pair.far));
    thread("kills-out", () -> pump(pair, pair.far, near));
  }

  private void pump(Pair pair, Socket from, Socket to) {
    byte[] buffer = new byte[BUFFER];
    try {
      InputStream in = from.getInputStream();
      for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
        if (arrives(pair)) {
          to.getOutputStream().write(buffer, 0, length);
        }
      }
      if (arrives(pair)) {
        to.shutdownOutput();
      }
    } catch (IOException e) {
      // One of the two has closed, or the link was cut.
      pair.ends.incrementAndGet();
    }
    if (arrives(pair) && pair.ends.incrementAndGet() >= 2) {
      forget(pair);
    }
  }

  /** Waits for as long as things are held, and says whether they arrive then. */
  private synchronized boolean arrives(Pair pair) {
    try {
      while (condition == Condition.HELD) {
        wait();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return !pair.deaf;
  }

  private void forget(Pair pair) {
    pair.close();
    synchronized (this) {
      pairs.remove(pair);
    }
  }

  private static void thread(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
  }

  /** A connection from one end to the other. */
  private static final class Pair {
    final Socket near;
    final Socket far = new Socket();
    final AtomicInteger ends = new AtomicInteger();
    volatile boolean deaf;

    Pair(Socket near) {
      this.near = near;
    }

    /** Both ends are told that the connection broke. */
    void reset() {
      try {
        near.setSoLinger(true, 0);
        far.setSoLinger(true, 0);
      } catch (IOException e) {
        // Closed already.
      }
      close();
    }

    void close() {
      for (Socket each : List.of(near, far)) {
        try {
          each.close();
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    }
  }
}
