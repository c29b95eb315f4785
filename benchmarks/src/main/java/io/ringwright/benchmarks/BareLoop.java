package io.ringwright.benchmarks;

import io.ringwright.fakeasterisk.PbxUnderTest.AmiLogin;
import io.ringwright.it.LoadAsterisk;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * The fastest that AMI allows: one thread reads events, and writes a Redirect of the longest
 * waiting caller as soon as a phone's channel hangs up.
 *
 * <p>It has no safety at all. It does not look at responses, believes that every Redirect arrives,
 * forgets everybody when it ends, and never asks whether the phone is really free.
 */
final class BareLoop implements Peer {

  @Override
  public String title() {
    return "bare AMI loop";
  }

  @Override
  public String number() {
    return "702";
  }

  @Override
  public Running start(LoadAsterisk asterisk, Load load) throws IOException {
    AmiLogin login = asterisk.ami("bare");
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), login.port());
    socket.setTcpNoDelay(true);
    Loop loop = new Loop(socket, new ArrayDeque<>(load.numbers()));
    loop.write("Action: Login\r\nUsername: bare\r\nSecret: " + login.secret() + "\r\n\r\n");
    Thread thread = new Thread(loop::run, "bare-loop");
    thread.setDaemon(true);
    thread.start();
    return () -> {
      try {
        socket.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    };
  }

  /** The whole state: who waits, which phones are free. For the one thread. */
  private static final class Loop {
    private static final String DEVICE = "PJSIP/";

    private final Deque<String> waiting = new ArrayDeque<>();
    private final Deque<String> free;
    private final Socket socket;
    private final OutputStream out;

    Loop(Socket socket, Deque<String> phones) throws IOException {
      this.socket = socket;
      this.free = phones;
      this.out = socket.getOutputStream();
    }

    void run() {
      try (BufferedReader in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
        Map<String, String> event = new HashMap<>();
        for (String line = in.readLine(); line != null; line = in.readLine()) {
          int colon = line.indexOf(": ");
          if (colon > 0) {
            event.put(line.substring(0, colon), line.substring(colon + 2));
          } else if (line.isEmpty()) {
            take(event);
            event.clear();
          }
        }
      } catch (IOException e) {
        // Closed: the run is over.
      }
    }

    void write(String action) throws IOException {
      out.write(action.getBytes(StandardCharsets.UTF_8));
      out.flush();
    }

    private void take(Map<String, String> event) throws IOException {
      String kind = event.getOrDefault("Event", "");
      String channel = event.getOrDefault("Channel", "");
      if (kind.equals("UserEvent")) {
        waiting.addLast(channel);
        match();
      } else if (kind.equals("Hangup") && isPhone(channel)) {
        free.addLast(channel.substring(DEVICE.length(), channel.indexOf('-')));
        match();
      } else if (kind.equals("Hangup")) {
        waiting.remove(channel);
      }
    }

    private static boolean isPhone(String channel) {
      return channel.startsWith(DEVICE) && Character.isDigit(channel.charAt(DEVICE.length()));
    }

    private void match() throws IOException {
      while (!waiting.isEmpty() && !free.isEmpty()) {
        write(
            "Action: Redirect\r\nChannel: "
                + waiting.removeFirst()
                + "\r\nContext: bare-deliver\r\nExten: "
                + free.removeFirst()
                + "\r\nPriority: 1\r\n\r\n");
      }
    }
  }
}
