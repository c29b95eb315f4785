package io.ringwright.it;

import io.ringwright.fakeasterisk.PbxUnderTest.AmiLogin;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * The tests' own AMI session, which sees everything. It shares no code with the adapter under test.
 *
 * <p>Thread safety: may be used by many threads; the listener is called by one.
 */
public final class AmiObserver implements AutoCloseable {

  /** The name of the thread that reads, of every session. */
  public static final String THREAD = "lab-observer";

  private static final long ANSWER_LIMIT_SECONDS = 30;

  private final Socket socket;
  private final Consumer<AmiMessage> listener;
  private final Map<String, CompletableFuture<AmiMessage>> awaited = new ConcurrentHashMap<>();
  private final AtomicInteger lastAction = new AtomicInteger();
  private final CountDownLatch booted = new CountDownLatch(1);

  private AmiObserver(Socket socket, Consumer<AmiMessage> listener) {
    this.socket = socket;
    this.listener = listener;
  }

  /** Connects and logs in as the tests' own user; fails if nobody listens yet. */
  static AmiObserver connect(int port, String secret, Consumer<AmiMessage> listener)
      throws IOException {
    return connect(new AmiLogin(port, "observer", secret), listener);
  }

  /**
   * Connects and logs in as any user, to see what that one sees.
   *
   * @param login the user
   * @param listener told of every event
   * @return a session that is logged in
   * @throws IOException if nobody listens
   */
  public static AmiObserver connect(AmiLogin login, Consumer<AmiMessage> listener)
      throws IOException {
    AmiObserver observer =
        new AmiObserver(new Socket(InetAddress.getLoopbackAddress(), login.port()), listener);
    Thread reader = new Thread(observer::read, THREAD);
    reader.setDaemon(true);
    reader.start();
    observer.ask("Login", Map.of("Username", login.user(), "Secret", login.secret()));
    return observer;
  }

  /** Waits until Asterisk has loaded everything. */
  void awaitBooted() throws IOException {
    try {
      if (!booted.await(ANSWER_LIMIT_SECONDS, TimeUnit.SECONDS)) {
        throw new IOException("Asterisk has not said FullyBooted");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while Asterisk boots");
    }
  }

  /**
   * Sends an action and waits for its response, for 30 s at most.
   *
   * @param action the name of the action
   * @param headers what else it says
   * @return the response
   * @throws IllegalStateException if none comes
   */
  public AmiMessage ask(String action, Map<String, String> headers) {
    String id = "lab-" + lastAction.incrementAndGet();
    CompletableFuture<AmiMessage> answer = new CompletableFuture<>();
    awaited.put(id, answer);
    send(block(action, id, headers));
    try {
      return answer.get(ANSWER_LIMIT_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException("no answer to AMI action " + action, e);
    }
  }

  /**
   * Sends an action and does not wait for its response.
   *
   * @param action the name of the action
   * @param headers what else it says
   */
  public void tell(String action, Map<String, String> headers) {
    send(block(action, "lab-" + lastAction.incrementAndGet(), headers));
  }

  private static String block(String action, String id, Map<String, String> headers) {
    StringBuilder block = new StringBuilder("Action: " + action + "\r\nActionID: " + id + "\r\n");
    headers.forEach((name, value) -> block.append(name).append(": ").append(value).append("\r\n"));
    return block.append("\r\n").toString();
  }

  /** What Asterisk's command line answers. */
  String command(String line) {
    return ask("Command", Map.of("Command", line)).get("Output");
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private synchronized void send(String block) {
    try {
      OutputStream out = socket.getOutputStream();
      out.write(block.getBytes(StandardCharsets.UTF_8));
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void read() {
    try (InputStream in = new BufferedInputStream(socket.getInputStream())) {
      AmiMessage.line(in); // the banner
      for (var next = event(in); next.isPresent(); next = event(in)) {
        take(next.get());
      }
    } catch (IOException e) {
      // Closed, by us or with Asterisk: who still waits is told below.
    }
    awaited.values().forEach(f -> f.completeExceptionally(new IOException("AMI is closed")));
  }

  private static Optional<AmiMessage> event(InputStream in) throws IOException {
    Optional<AmiMessage> event = AmiMessage.read(in);
    while (event.isPresent() && event.get().isTorn()) {
      AmiMessage torn = event.get();
      event = AmiMessage.read(in).map(torn::joined);
    }
    return event;
  }

  private void take(AmiMessage message) {
    if (message.get("Event").equals("FullyBooted")) {
      booted.countDown();
    }
    CompletableFuture<AmiMessage> answer =
        message.get("Response").isEmpty() ? null : awaited.remove(message.get("ActionID"));
    Optional.ofNullable(answer).ifPresent(f -> f.complete(message));
    if (!message.get("Event").isEmpty()) {
      listener.accept(message);
    }
  }
}
