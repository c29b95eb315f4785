package io.ringwright.agi;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The other end of an AGI session: opens it as Asterisk does, and replies to each command. */
final class AsteriskSide implements AutoCloseable {

  private static final Pattern SET = Pattern.compile("SET VARIABLE \"?([^\" ]+)\"? \"(.*)\"");
  private static final int PATIENCE_MILLIS = 10_000;

  private final Socket socket;
  private final BufferedReader in;

  /** What came back: every command, and the variables they set, in order. */
  record Exchange(List<String> commands, Map<String, String> variables) {

    String decision() {
      return variables.getOrDefault("RW_DECISION", "");
    }

    String variable(String name) {
      return variables.getOrDefault(name, "");
    }

    String lastVariable() {
      return variables.keySet().stream().reduce((before, last) -> last).orElse("");
    }
  }

  AsteriskSide(int port) throws IOException {
    socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setSoTimeout(PATIENCE_MILLIS);
    in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
  }

  /** Asks a script, as an ordinary caller. */
  static Exchange ask(int port, String script, String... arguments) throws IOException {
    return ask(port, new Question(script, arguments));
  }

  static Exchange ask(int port, Question question) throws IOException {
    return ask(port, question, command -> "200 result=1");
  }

  static Exchange ask(int port, Question question, UnaryOperator<String> replies)
      throws IOException {
    try (AsteriskSide asterisk = new AsteriskSide(port)) {
      asterisk.send(question.head());
      return asterisk.serve(replies);
    }
  }

  void send(String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Replies to commands until the other side ends the session. */
  Exchange serve(UnaryOperator<String> replies) throws IOException {
    List<String> commands = new ArrayList<>();
    Map<String, String> variables = new LinkedHashMap<>();
    for (String command = in.readLine(); command != null; command = in.readLine()) {
      commands.add(command);
      Matcher set = SET.matcher(command);
      if (set.matches()) {
        variables.put(set.group(1), set.group(2));
      }
      send(replies.apply(command) + "\n");
    }
    return new Exchange(commands, variables);
  }

  /** Whether the other side has ended the session without a word. */
  boolean hasEnded() throws IOException {
    try {
      return in.readLine() == null;
    } catch (java.net.SocketException reset) {
      return true;
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  /**
   * The head of a request, with whatever a test wants in it. What the dialplan asks has a number of
   * its own, ahead of the arguments; the same question that is asked twice has the same.
   */
  static final class Question {
    private static final AtomicInteger ASKED = new AtomicInteger();

    private final Map<String, String> head = new LinkedHashMap<>();

    Question(String script, String... arguments) {
      head.put("network", "yes");
      head.put("network_script", script);
      head.put("request", "agi://127.0.0.1/" + script);
      head.put("channel", "PJSIP/trunk-0000001f");
      head.put("language", "en");
      head.put("type", "PJSIP");
      head.put("uniqueid", "lab-1700000000.12");
      head.put("version", "22.10.0");
      head.put("callerid", "0301234567");
      head.put("calleridname", "Ada");
      head.put("context", "ringwright-route");
      head.put("extension", "s");
      head.put("priority", "4");
      head.put("enhanced", "0.0");
      head.put("accountcode", "");
      head.put("threadid", "139");
      List<String> all = new ArrayList<>(List.of(arguments));
      if (io.ringwright.dialplan.Question.of(script).isPresent()) {
        all.add(0, String.valueOf(ASKED.incrementAndGet()));
      }
      for (int i = 0; i < all.size(); i++) {
        head.put("arg_" + (i + 1), all.get(i));
      }
    }

    Question with(String name, String value) {
      head.put(name, value);
      return this;
    }

    String head() {
      StringBuilder lines = new StringBuilder();
      head.forEach((name, value) -> lines.append("agi_" + name + ": " + value + "\n"));
      return lines.append("\n").toString();
    }
  }
}
