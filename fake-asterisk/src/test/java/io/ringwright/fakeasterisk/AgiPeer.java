package io.ringwright.fakeasterisk;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A FastAGI server of a test: it runs a script for every call and remembers what it was told. */
public final class AgiPeer implements AutoCloseable {

  private final ServerSocket listener;
  private final Script script;
  private final List<String> environments = new CopyOnWriteArrayList<>();

  /** What a session does. */
  @FunctionalInterface
  public interface Script {

    void run(Session session) throws IOException;
  }

  /** One session. */
  public static final class Session {
    private final Socket socket;
    private final BufferedReader in;
    private final String environment;

    private Session(Socket socket) throws IOException {
      this.socket = socket;
      this.in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
      StringBuilder block = new StringBuilder();
      for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
        block.append(line).append('\n');
      }
      this.environment = block.toString();
    }

    public String environment() {
      return environment;
    }

    /** The value of a line of the environment. */
    public String value(String name) {
      return environment
          .lines()
          .filter(line -> line.startsWith("agi_" + name + ": "))
          .map(line -> line.substring(name.length() + 6))
          .findFirst()
          .orElse("");
    }

    /** Sends a command and reads one line. */
    public String ask(String command) throws IOException {
      socket.getOutputStream().write((command + "\n").getBytes(StandardCharsets.UTF_8));
      return line();
    }

    public String line() throws IOException {
      String line = in.readLine();
      return line == null ? "EOF" : line;
    }

    public void set(String name, String value) throws IOException {
      ask("SET VARIABLE \"" + name + "\" \"" + value + "\"");
    }
  }

  public AgiPeer(int port, Script script) throws IOException {
    this.listener = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
    this.script = script;
    Thread thread = new Thread(this::accept, "test-agi-peer");
    thread.setDaemon(true);
    thread.start();
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        Socket socket = listener.accept();
        Thread thread = new Thread(() -> serve(socket), "test-agi-session");
        thread.setDaemon(true);
        thread.start();
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      Session session = new Session(socket);
      environments.add(session.environment());
      script.run(session);
    } catch (IOException closed) {
      // The test sees what is missing.
    }
  }

  public List<String> environments() {
    return environments;
  }

  @Override
  public void close() throws IOException {
    listener.close();
  }
}
