package io.ringwright.it;

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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A FastAGI server that keeps every question as it came, and answers by a script: what the dialplan
 * does, without the engine, and what Asterisk sends, without a parser in between.
 */
final class ScriptedEngine implements AutoCloseable {

  private static final String REQUEST = "agi_network_script: ";

  private final ServerSocket door;
  private final List<List<String>> questions = new CopyOnWriteArrayList<>();
  private final Map<String, Map<String, String>> answers = new ConcurrentHashMap<>();

  private final Thread server;
  private volatile Socket served = new Socket();

  private ScriptedEngine(ServerSocket door) {
    this.door = door;
    server = new Thread(this::serve, "scripted-engine");
    server.setDaemon(true);
  }

  static ScriptedEngine listen(int port) throws IOException {
    ServerSocket door = new ServerSocket();
    door.setReuseAddress(true);
    door.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    ScriptedEngine engine = new ScriptedEngine(door);
    engine.server.start();
    return engine;
  }

  /** What a script answers from now on; without an answer the session is closed unanswered. */
  void answer(String script, Map<String, String> variables, String decision) {
    Map<String, String> all = new LinkedHashMap<>(variables);
    all.put("RW_DECISION", decision);
    answers.put(script, all);
  }

  /** The heads of the sessions, in order. */
  List<List<String>> questions() {
    return List.copyOf(questions);
  }

  /** The heads of the sessions that asked this, in order. */
  List<List<String>> questions(String script) {
    return questions.stream().filter(head -> head.contains(REQUEST + script)).toList();
  }

  @Override
  public void close() throws IOException {
    door.close();
    served.close();
    // The port is free only when nobody waits at the door any more.
    try {
      server.join(Duration.ofSeconds(5).toMillis());
    } catch (InterruptedException hurry) {
      Thread.currentThread().interrupt();
    }
  }

  private void serve() {
    while (!door.isClosed()) {
      try (Socket session = door.accept()) {
        served = session;
        session.setSoTimeout(2_000);
        converse(session);
      } catch (IOException e) {
        // Closed, or a caller hung up in the middle: the next session is another call.
      }
    }
  }

  private void converse(Socket session) throws IOException {
    BufferedReader in =
        new BufferedReader(
            new InputStreamReader(session.getInputStream(), StandardCharsets.ISO_8859_1));
    List<String> head = new ArrayList<>();
    for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
      head.add(line);
    }
    questions.add(head);
    OutputStream out = session.getOutputStream();
    for (Map.Entry<String, String> variable : scriptOf(head).entrySet()) {
      String command = "SET VARIABLE " + variable.getKey() + " \"" + variable.getValue() + "\"\n";
      out.write(command.getBytes(StandardCharsets.UTF_8));
      out.flush();
      in.readLine();
    }
  }

  private Map<String, String> scriptOf(List<String> head) {
    return head.stream()
        .filter(line -> line.startsWith(REQUEST))
        .map(line -> line.substring(REQUEST.length()).replaceAll(",.*", ""))
        .findFirst()
        .map(script -> answers.getOrDefault(script, Map.of()))
        .orElse(Map.of());
  }
}
