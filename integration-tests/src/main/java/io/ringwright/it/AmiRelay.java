package io.ringwright.it;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The wire between an application and AMI, which can be cut, and on which the actions can be read.
 *
 * <p>Thread safety: may be used by many threads.
 */
final class AmiRelay implements AutoCloseable {

  private static final int BUFFER = 8192;
  private static final long PORTER_LEAVES_MILLIS = 5_000;

  private final int port;
  private final int amiPort;

  @GuardedBy("this")
  private final Set<Socket> sockets = new HashSet<>();

  @GuardedBy("this")
  private final List<Map<String, String>> actions = new ArrayList<>();

  @GuardedBy("this")
  private ServerSocket door;

  @GuardedBy("this")
  private Thread porter;

  AmiRelay(int amiPort) throws IOException {
    this.amiPort = amiPort;
    this.door = listen(0);
    this.port = door.getLocalPort();
    this.porter = accept(door);
  }

  int port() {
    return port;
  }

  synchronized List<Map<String, String>> actions() {
    return List.copyOf(actions);
  }

  /** Lets connections in again. Does nothing if they are let in already. */
  synchronized void open() {
    if (door.isClosed()) {
      try {
        door = listen(port);
        porter = accept(door);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Cuts every connection and refuses new ones. */
  @Override
  public void close() {
    try {
      awaitEnd(cut());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private synchronized Thread cut() throws IOException {
    door.close();
    for (Socket socket : sockets) {
      socket.close();
    }
    sockets.clear();
    return porter;
  }

  /** A closed door lets callers in until the thread that waits behind it has left. */
  private static void awaitEnd(Thread thread) {
    try {
      thread.join(PORTER_LEAVES_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static ServerSocket listen(int port) throws IOException {
    ServerSocket socket = new ServerSocket();
    socket.setReuseAddress(true);
    socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    return socket;
  }

  private Thread accept(ServerSocket open) {
    return thread(
        "lab-ami-door",
        () -> {
          while (!open.isClosed()) {
            try {
              connect(open.accept());
            } catch (IOException e) {
              // The door was closed, or the caller was gone at once.
            }
          }
        });
  }

  private void connect(Socket application) throws IOException {
    Socket asterisk = connectOrClose(application);
    application.setTcpNoDelay(true);
    asterisk.setTcpNoDelay(true);
    synchronized (this) {
      if (door.isClosed()) {
        application.close();
        asterisk.close();
        return;
      }
      sockets.add(application);
      sockets.add(asterisk);
    }
    ActionReader reader = new ActionReader();
    thread("lab-ami-in", () -> pump(application, asterisk, reader::read));
    thread("lab-ami-out", () -> pump(asterisk, application, (bytes, length) -> {}));
  }

  /** Where no Asterisk runs, the application is told so by the end of its connection. */
  private Socket connectOrClose(Socket application) throws IOException {
    try {
      return new Socket(InetAddress.getLoopbackAddress(), amiPort);
    } catch (IOException e) {
      application.close();
      throw e;
    }
  }

  private void pump(Socket from, Socket to, Tap tap) {
    byte[] buffer = new byte[BUFFER];
    try (from;
        to) {
      InputStream in = from.getInputStream();
      for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
        tap.see(buffer, length);
        to.getOutputStream().write(buffer, 0, length);
      }
    } catch (IOException e) {
      // Cut, by us or by one of the two: both ends are closed.
    }
    synchronized (this) {
      sockets.remove(from);
      sockets.remove(to);
    }
  }

  private static Thread thread(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  /** Looks at bytes on their way. */
  private interface Tap {
    void see(byte[] bytes, int length);
  }

  /** Reads actions as Asterisk does: lines, a block ended by an empty one. */
  private final class ActionReader {
    private final StringBuilder line = new StringBuilder();
    private Map<String, String> block = new LinkedHashMap<>();

    void read(byte[] bytes, int length) {
      for (int i = 0; i < length; i++) {
        if (bytes[i] == '\n') {
          endOfLine();
        } else if (bytes[i] != '\r') {
          line.append((char) (bytes[i] & 0xff));
        }
      }
    }

    private void endOfLine() {
      if (line.isEmpty() && !block.isEmpty()) {
        synchronized (AmiRelay.this) {
          actions.add(Map.copyOf(block));
        }
        block = new LinkedHashMap<>();
      } else {
        int colon = line.indexOf(":");
        if (colon > 0) {
          block.put(line.substring(0, colon), line.substring(colon + 1).strip());
        }
      }
      line.setLength(0);
    }
  }
}
