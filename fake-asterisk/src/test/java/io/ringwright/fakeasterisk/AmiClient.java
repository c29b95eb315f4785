package io.ringwright.fakeasterisk;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** An AMI client of a test that sends and reads plain text. */
public final class AmiClient implements AutoCloseable {

  private final Socket socket;
  private final InputStream in;
  private final StringBuilder pending = new StringBuilder();

  public AmiClient(int port) throws IOException {
    this.socket = new Socket(InetAddress.getLoopbackAddress(), port);
    this.in = socket.getInputStream();
    socket.setSoTimeout(5_000);
  }

  /** Connects, reads the banner and logs in. */
  public static AmiClient loggedIn(PbxUnderTest.AmiLogin login, String events) throws IOException {
    AmiClient client = new AmiClient(login.port());
    client.line();
    client.send(
        "Action: Login",
        "Username: " + login.user(),
        "Secret: " + login.secret(),
        "Events: " + events);
    client.message("Authentication accepted");
    return client;
  }

  public void send(String... headers) throws IOException {
    raw(String.join("\r\n", headers) + "\r\n\r\n");
  }

  public void raw(String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
  }

  /** The first line that is left, without its end. */
  public String line() throws IOException {
    return upTo("\r\n");
  }

  /** The next message. */
  public String message() throws IOException {
    return upTo("\r\n\r\n");
  }

  /** The next message that contains a text; those before it are dropped. */
  public String message(String part) throws IOException {
    String message = message();
    while (!message.contains(part)) {
      message = message();
    }
    return message;
  }

  /** All messages up to the one that contains a text, that one included. */
  public List<String> messagesUpTo(String part) throws IOException {
    List<String> messages = new ArrayList<>();
    do {
      messages.add(message());
    } while (!messages.get(messages.size() - 1).contains(part));
    return messages;
  }

  /** Asks and reads the response, which carries the action id; what comes before is dropped. */
  public String ask(String... headers) throws IOException {
    send(headers);
    return message("Response: ");
  }

  private String upTo(String end) throws IOException {
    byte[] bytes = new byte[4096];
    int found = pending.indexOf(end);
    while (found < 0) {
      int count = in.read(bytes);
      if (count < 0) {
        throw new IOException("closed after: " + pending);
      }
      pending.append(new String(bytes, 0, count, StandardCharsets.UTF_8));
      found = pending.indexOf(end);
    }
    String text = pending.substring(0, found);
    pending.delete(0, found + end.length());
    return text;
  }

  /** Whether nothing at all comes for a while. */
  public boolean isSilentFor(int milliseconds) throws IOException {
    socket.setSoTimeout(milliseconds);
    try {
      return pending.length() == 0 && in.read() == Integer.MIN_VALUE;
    } catch (SocketTimeoutException silent) {
      return true;
    } finally {
      socket.setSoTimeout(5_000);
    }
  }

  /** Reads to the end of the connection. */
  public String rest() throws IOException {
    String text = pending + new String(in.readAllBytes(), StandardCharsets.UTF_8);
    pending.setLength(0);
    return text;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
