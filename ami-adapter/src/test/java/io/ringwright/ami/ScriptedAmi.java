package io.ringwright.ami;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BiConsumer;
import javax.net.ServerSocketFactory;

/**
 * An AMI server on loopback that does what a test tells it, also what no Asterisk would do on
 * demand: cut a list, go silent, say no, write byte by byte.
 */
final class ScriptedAmi implements AutoCloseable {

  static final String USER = "router";
  static final String SECRET = "s3cret";

  private static final String CHALLENGE = "4711";

  private final Map<String, String> devices = new ConcurrentSkipListMap<>();
  private final Map<String, AmiMessage> channels = new ConcurrentSkipListMap<>();
  private final Map<String, BiConsumer<Session, AmiMessage>> scripts = new ConcurrentHashMap<>();
  private final List<AmiMessage> received = new CopyOnWriteArrayList<>();
  private final List<Session> sessions = new CopyOnWriteArrayList<>();
  private final ServerSocketFactory doors;
  private final int port;
  private volatile ServerSocket door;
  private volatile Thread porter;
  private volatile boolean greets = true;
  private volatile boolean silent;
  private volatile int chunk = Integer.MAX_VALUE;

  ScriptedAmi() throws IOException {
    this(ServerSocketFactory.getDefault());
  }

  /** One whose door makes connections of another kind, such as encrypted ones. */
  ScriptedAmi(ServerSocketFactory doors) throws IOException {
    this.doors = doors;
    door = listenAnywhere();
    port = door.getLocalPort();
    porter = admit(door);
  }

  /** Below the ports of clients: who tries a shut door there cannot meet itself. */
  private ServerSocket listenAnywhere() throws IOException {
    IOException last = new IOException("no port was tried");
    for (int tries = 0; tries < 1_000; tries++) {
      try {
        return listen(ThreadLocalRandom.current().nextInt(20_000, 32_000));
      } catch (IOException taken) {
        last = taken;
      }
    }
    throw last;
  }

  private ServerSocket listen(int port) throws IOException {
    ServerSocket socket = doors.createServerSocket();
    socket.setReuseAddress(true);
    socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    return socket;
  }

  int port() {
    return port;
  }

  void device(String device, String state) {
    devices.put(device, state);
  }

  void channel(AmiMessage status) {
    channels.put(status.header("uniqueid"), status);
  }

  void noChannels() {
    channels.clear();
  }

  /** What to do instead when this action comes. */
  void on(String action, BiConsumer<Session, AmiMessage> script) {
    scripts.put(action, script);
  }

  /** Does the usual again when this action comes. */
  void asUsual(String action) {
    scripts.remove(action);
  }

  /** Accepts connections, but says nothing. */
  void noGreeting() {
    greets = false;
  }

  /** Reads on, but says nothing any more: a half-open link. */
  void fallSilent() {
    silent = true;
  }

  void writeInPiecesOf(int bytes) {
    chunk = bytes;
  }

  List<AmiMessage> received(String action) {
    return received.stream().filter(each -> each.header("action").equals(action)).toList();
  }

  /** Sends an event to everybody who is there. */
  void event(AmiMessage event) {
    for (Session session : sessions) {
      try {
        session.write(text(event));
      } catch (UncheckedIOException gone) {
        sessions.remove(session);
      }
    }
  }

  void raw(String text) {
    sessions.forEach(session -> session.write(text));
  }

  /** Cuts every connection. */
  void cut() {
    sessions.forEach(Session::close);
    sessions.clear();
  }

  void shutTheDoor() throws IOException {
    door.close();
    // A closed door lets callers in until the thread that waits behind it has left.
    try {
      porter.join(5_000);
    } catch (InterruptedException hurry) {
      Thread.currentThread().interrupt();
    }
    cut();
  }

  void openTheDoor() throws IOException {
    door = listen(port);
    porter = admit(door);
  }

  @Override
  public void close() throws IOException {
    shutTheDoor();
  }

  private Thread admit(ServerSocket through) {
    return start(
        () -> {
          while (!through.isClosed()) {
            Session session = new Session(through.accept());
            sessions.add(session);
            start(session::serve);
          }
        });
  }

  private interface Work {
    void run() throws IOException;
  }

  @CanIgnoreReturnValue
  private static Thread start(Work work) {
    Thread thread =
        new Thread(
            () -> {
              try {
                work.run();
              } catch (IOException | UncheckedIOException over) {
                // The test is over, or cut the connection.
              }
            },
            "scripted-ami");
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  static String text(AmiMessage message) {
    StringBuilder text = new StringBuilder();
    String event = message.event();
    if (!event.isEmpty()) {
      text.append("Event: ").append(event).append("\r\n");
    }
    message
        .headers()
        .forEach(
            (key, value) -> {
              if (!key.equals("event")) {
                text.append(key).append(": ").append(value).append("\r\n");
              }
            });
    message
        .variables()
        .forEach((key, value) -> text.append("Variable: " + key + "=" + value + "\r\n"));
    return text.append("\r\n").toString();
  }

  /** One connection. */
  final class Session {
    private final Socket socket;
    private final OutputStream out;

    Session(Socket socket) throws IOException {
      this.socket = socket;
      this.out = socket.getOutputStream();
      socket.setTcpNoDelay(true);
    }

    void serve() throws IOException {
      if (greets) {
        write("Asterisk Call Manager/11.0.0\r\n");
      }
      var in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
      List<String> lines = new ArrayList<>();
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        if (!line.isEmpty()) {
          lines.add(line);
          continue;
        }
        AmiMessage action = AmiMessage.of(lines);
        lines.clear();
        received.add(action);
        scripts.getOrDefault(name(action), Session::usual).accept(this, action);
      }
    }

    /** What an Asterisk does with an action. */
    void usual(AmiMessage action) {
      switch (name(action)) {
        case "Challenge" -> answer(action, "Success", "Challenge: " + CHALLENGE);
        case "Login" -> login(action);
        case "DeviceStateList" -> {
          answer(action, "Success", "EventList: start");
          devices.forEach((device, state) -> item(action, Messages.deviceState(device, state)));
          complete(action, "DeviceStateListComplete", devices.size());
        }
        case "Status" -> {
          answer(action, "Success", "EventList: start");
          channels.values().forEach(channel -> item(action, channel));
          complete(action, "StatusComplete", channels.size());
        }
        case "ListCommands" -> answer(action, "Success", "Redirect: move (Priv: call,all)");
        case "Redirect" -> answer(action, "Success", "Message: Redirect successful");
        default -> answer(action, "Success", "Message: Done");
      }
    }

    private void login(AmiMessage action) {
      if (!action.header("username").equals(USER) || !action.header("key").equals(key())) {
        answer(action, "Error", "Message: Authentication failed");
        close();
        return;
      }
      answer(action, "Success", "Message: Authentication accepted");
      write("Event: FullyBooted\r\nStatus: Fully Booted\r\n\r\n");
    }

    void answer(AmiMessage action, String response, String... lines) {
      String more = lines.length == 0 ? "" : String.join("\r\n", lines) + "\r\n";
      write("Response: " + response + "\r\nActionID: " + id(action) + "\r\n" + more + "\r\n");
    }

    void item(AmiMessage action, AmiMessage event) {
      write(text(event).replaceFirst("\r\n", "\r\nActionID: " + id(action) + "\r\n"));
    }

    void complete(AmiMessage action, String event, int items) {
      write(
          "Event: "
              + event
              + "\r\nActionID: "
              + id(action)
              + "\r\nEventList: Complete\r\nListItems: "
              + items
              + "\r\n\r\n");
    }

    synchronized void write(String text) {
      if (silent) {
        return;
      }
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      try {
        for (int at = 0; at < bytes.length; at += Math.min(chunk, bytes.length - at)) {
          out.write(bytes, at, Math.min(chunk, bytes.length - at));
          out.flush();
        }
      } catch (IOException gone) {
        throw new UncheckedIOException(gone);
      }
    }

    void close() {
      try {
        socket.close();
      } catch (IOException gone) {
        // Closed already.
      }
    }
  }

  private static String name(AmiMessage action) {
    return action.header("action");
  }

  private static String id(AmiMessage action) {
    return action.actionId();
  }

  private static String key() {
    try {
      byte[] text = (CHALLENGE + SECRET).getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(text));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
