package io.ringwright.it.moves;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;

/**
 * A FastAGI server that has every caller wait on, and give the next sign of life after a
 * millisecond: so a caller is in the middle of the dialplan most of the time.
 *
 * <p>Thread safety: may be used by many threads.
 */
final class AnsweringEngine implements AutoCloseable {

  private static final int SILENCE = (int) Duration.ofSeconds(2).toMillis();
  private static final String SCRIPT = "agi_network_script: ";
  private static final String CALLER = "agi_uniqueid: ";
  private static final String TOKEN = "agi_arg_3: ";

  private final ServerSocket door = new ServerSocket();
  private final ExecutorService sessions =
      Executors.newCachedThreadPool(
          work -> {
            Thread thread = new Thread(work, "answering-engine");
            thread.setDaemon(true);
            return thread;
          });
  private final Listener listener;

  /** Told of what is asked, by the thread of the session. */
  interface Listener {

    /**
     * A caller has landed.
     *
     * @param caller the unique id of the channel
     * @param token the token in the question
     */
    void landed(String caller, long token);

    /**
     * A caller gives a sign of life.
     *
     * @param caller the unique id of the channel
     */
    void alive(String caller);
  }

  /**
   * Listens.
   *
   * @param port on loopback
   * @param listener told of each question
   */
  AnsweringEngine(int port, Listener listener) throws IOException {
    this.listener = listener;
    door.setReuseAddress(true);
    door.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 100);
    sessions.execute(this::serve);
  }

  private void serve() {
    while (!door.isClosed()) {
      try {
        Socket session = door.accept();
        sessions.execute(() -> converse(session));
      } catch (IOException | RejectedExecutionException closed) {
        return;
      }
    }
  }

  private void converse(Socket session) {
    try (session) {
      session.setSoTimeout(SILENCE);
      session.setTcpNoDelay(true);
      BufferedReader in =
          new BufferedReader(
              new InputStreamReader(session.getInputStream(), StandardCharsets.ISO_8859_1));
      answer(head(in), in, session.getOutputStream());
    } catch (IOException moved) {
      // Whoever is moved out of a question closes the session: that is the purpose.
    }
  }

  private void answer(Map<String, String> head, BufferedReader in, OutputStream out)
      throws IOException {
    String caller = head.getOrDefault(CALLER, "");
    String script = head.getOrDefault(SCRIPT, "");
    if (script.startsWith("landed")) {
      listener.landed(caller, Long.parseLong(head.getOrDefault(TOKEN, "0")));
    } else if (script.startsWith("alive")) {
      listener.alive(caller);
    }
    for (String variable : List.of("RW_CALL " + caller, "RW_ALIVE 1ms", "RW_DECISION wait")) {
      out.write(("SET VARIABLE " + variable + "\n").getBytes(StandardCharsets.UTF_8));
      out.flush();
      in.readLine();
    }
  }

  private static Map<String, String> head(BufferedReader in) throws IOException {
    Map<String, String> head = new HashMap<>();
    for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
      int value = line.indexOf(": ") + 2;
      head.put(line.substring(0, value), line.substring(value));
    }
    return head;
  }

  @Override
  public void close() throws IOException {
    door.close();
    sessions.shutdownNow();
  }
}
