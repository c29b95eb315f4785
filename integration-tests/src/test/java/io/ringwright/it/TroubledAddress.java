package io.ringwright.it;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Stands between Asterisk and a FastAGI server, and passes questions on, or not.
 *
 * <p>Thread safety: may be used by many threads.
 */
final class TroubledAddress implements AutoCloseable {

  /** What becomes of a question. */
  enum Trouble {
    /** It is passed on, and so is the answer. */
    NONE,
    /** The connection is taken, and nothing is said. */
    SILENT,
    /** The connection is reset. */
    RESET,
    /** The session ends without a word. */
    EMPTY,
    /** The engine is asked and answers, and the answer is lost. */
    UNHEARD
  }

  private static final Pattern SCRIPT = Pattern.compile("agi_network_script: ([a-z-]+)");

  private final ServerSocket door;
  private final int target;
  private final Map<String, Trouble> troubles = new ConcurrentHashMap<>();
  private final List<String> questions = new CopyOnWriteArrayList<>();
  private final List<Socket> open = new CopyOnWriteArrayList<>();

  private TroubledAddress(ServerSocket door, int target) {
    this.door = door;
    this.target = target;
  }

  /** Listens at a port, and passes on to another. */
  static TroubledAddress between(int port, int target) throws IOException {
    ServerSocket door = new ServerSocket();
    door.setReuseAddress(true);
    door.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    TroubledAddress address = new TroubledAddress(door, target);
    run(address::accept);
    return address;
  }

  /** What becomes of the questions of a script from now on. */
  void has(String script, Trouble trouble) {
    troubles.put(script, trouble);
  }

  /** How many questions of a script have come. */
  long asked(String script) {
    return questions.stream().filter(script::equals).count();
  }

  @Override
  public void close() throws IOException {
    door.close();
    for (Socket each : open) {
      each.close();
    }
  }

  private void accept() throws IOException {
    while (!door.isClosed()) {
      Socket asterisk = door.accept();
      open.add(asterisk);
      run(() -> serve(asterisk));
    }
  }

  private void serve(Socket asterisk) throws IOException {
    byte[] head = head(asterisk.getInputStream());
    Matcher script = SCRIPT.matcher(new String(head, StandardCharsets.ISO_8859_1));
    String name = script.find() ? script.group(1) : "";
    questions.add(name);
    switch (troubles.getOrDefault(name, Trouble.NONE)) {
      case NONE -> pass(asterisk, head, asterisk.getOutputStream());
      case UNHEARD -> {
        pass(asterisk, head, OutputStream.nullOutputStream());
        asterisk.close();
      }
      case EMPTY -> asterisk.close();
      case RESET -> {
        asterisk.setSoLinger(true, 0);
        asterisk.close();
      }
      case SILENT -> {
        // The socket stays open until this is closed.
      }
    }
  }

  private static byte[] head(InputStream in) throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    int before = 0;
    for (int next = in.read(); next >= 0; next = in.read()) {
      head.write(next);
      if (next == '\n' && before == '\n') {
        break;
      }
      before = next;
    }
    return head.toByteArray();
  }

  private void pass(Socket asterisk, byte[] head, OutputStream answerTo) throws IOException {
    try (Socket engine = new Socket(InetAddress.getLoopbackAddress(), target)) {
      open.add(engine);
      engine.getOutputStream().write(head);
      run(() -> asterisk.getInputStream().transferTo(engine.getOutputStream()));
      engine.getInputStream().transferTo(answerTo);
      asterisk.shutdownOutput();
    }
  }

  /** Work that ends when its connection does. */
  private interface Work {
    void run() throws IOException;
  }

  private static void run(Work work) {
    Thread thread =
        new Thread(
            () -> {
              try {
                work.run();
              } catch (IOException over) {
                // Closed by one of the sides.
              }
            },
            "troubled-address");
    thread.setDaemon(true);
    thread.start();
  }
}
