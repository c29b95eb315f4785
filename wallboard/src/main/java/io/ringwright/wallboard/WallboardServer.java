package io.ringwright.wallboard;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.ringwright.CallRouter;
import io.ringwright.call.CallId;
import io.ringwright.call.RoutingAnswer;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Serves one page that shows what goes on: queues, agents, and who waits. It reads and changes
 * nothing, and the page updates itself by server-sent events (WHATWG HTML, "Server-sent events").
 *
 * <p>Thread safety: may be used by many threads.
 */
public final class WallboardServer implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(WallboardServer.class);
  private static final int THREADS_BESIDE_VIEWERS = 8;
  private static final int BACKLOG = 50;
  private static final String HTML = "text/html; charset=utf-8";
  private static final Map<String, String> FILES =
      Map.of(
          "/", HTML,
          "/wallboard.css", "text/css; charset=utf-8",
          "/wallboard.js", "text/javascript; charset=utf-8");

  private final CallRouter router;
  private final DayCounts counts;
  private final Board.Legend legend;
  private final Predicate<String> mayLearn;
  private final Function<CallId, List<RoutingAnswer>> decisions;
  private final News news = new News();
  private final Viewers viewers;
  private final HttpServer server;
  private final ThreadPoolExecutor threads;
  private final ScheduledExecutorService publisher;

  WallboardServer(WallboardServerBuilder given) throws IOException {
    router = given.router;
    counts = given.counts;
    mayLearn = given.mayLearn;
    decisions = given.decisions;
    legend =
        new Board.Legend(given.names, call -> reason(given.decisions.apply(call)), counts.scales());
    viewers = new Viewers(news, given.viewers, given.slowest, given.nanoseconds);
    server = HttpServer.create(given.address, BACKLOG);
    threads = threads(given.viewers + THREADS_BESIDE_VIEWERS);
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
    publisher = Executors.newSingleThreadScheduledExecutor(daemons("ringwright-wallboard-news"));
    var unused =
        publisher.scheduleWithFixedDelay(
            this::publish, 0, given.every.toMillis(), TimeUnit.MILLISECONDS);
  }

  /**
   * A new server is set up.
   *
   * @param router what it shows
   * @param counts a listener of the same router
   * @return a builder
   */
  public static WallboardServerBuilder builder(CallRouter router, DayCounts counts) {
    return new WallboardServerBuilder(router, counts);
  }

  /**
   * Where it listens.
   *
   * @return the TCP port
   */
  public int port() {
    return server.getAddress().getPort();
  }

  private void publish() {
    try {
      viewers.letSlowOnesGo();
      if (viewers.isAnybodyThere()) {
        Board board = Board.of(router, counts);
        news.publish(
            BoardWriter.write(board, legend, false), BoardWriter.write(board, legend, true));
      }
    } catch (RuntimeException e) {
      LOG.warn("The wallboard was not updated; the next try is in a moment", e);
    }
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    if (!exchange.getRequestMethod().equals("GET")) {
      send(exchange, 405, HTML, "Only GET is answered here.");
    } else if (path.equals("/events")) {
      events(exchange);
    } else if (path.startsWith("/explain/")) {
      explain(exchange, path.substring("/explain/".length()));
    } else if (FILES.containsKey(path)) {
      send(exchange, 200, String.valueOf(FILES.get(path)), file(path));
    } else {
      send(exchange, 404, HTML, "Nothing is here. The wallboard is at /.");
    }
  }

  private void events(HttpExchange exchange) throws IOException {
    if (!viewers.admit(exchange)) {
      exchange.getResponseHeaders().set("Retry-After", "30");
      send(exchange, 503, HTML, "Too many pages are open.");
      return;
    }
    try {
      head(exchange, "text/event-stream");
      exchange.sendResponseHeaders(200, 0);
      viewers.serve(exchange, mayLearn.test(key(exchange)));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      viewers.leave(exchange);
    }
  }

  private void explain(HttpExchange exchange, String call) throws IOException {
    if (!mayLearn.test(key(exchange))) {
      send(exchange, 403, HTML, "This page was opened without a key that gives the right.");
      return;
    }
    try {
      List<RoutingAnswer> answers = decisions.apply(CallId.of(call));
      send(exchange, 200, "application/json", ExplanationWriter.write(answers));
    } catch (IllegalArgumentException e) {
      send(exchange, 404, HTML, "No call can have this name.");
    }
  }

  /** Why a call stands where it does: the summary of the last decision about it. */
  private static Optional<String> reason(List<RoutingAnswer> answers) {
    return answers.isEmpty()
        ? Optional.empty()
        : Optional.of(answers.get(answers.size() - 1).explanation().summary());
  }

  private static String key(HttpExchange exchange) {
    String query = exchange.getRequestURI().getQuery();
    return query != null && query.startsWith("key=") ? query.substring("key=".length()) : "";
  }

  private static void head(HttpExchange exchange, String type) {
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.getResponseHeaders().set("Cache-Control", "no-store");
    exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
    exchange.getResponseHeaders().set("Referrer-Policy", "no-referrer");
    exchange
        .getResponseHeaders()
        .set(
            "Content-Security-Policy",
            "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';"
                + " frame-ancestors 'self'");
  }

  private static void send(HttpExchange exchange, int status, String type, String text)
      throws IOException {
    try (exchange) {
      byte[] body = text.getBytes(StandardCharsets.UTF_8);
      head(exchange, type);
      exchange.sendResponseHeaders(status, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private static String file(String path) throws IOException {
    String name = path.equals("/") ? "wallboard.html" : path.substring(1);
    try (InputStream file = WallboardServer.class.getResourceAsStream(name)) {
      if (file == null) {
        throw new FileNotFoundException("resource " + name);
      }
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** Who comes while all threads are taken waits for one. */
  private static ThreadPoolExecutor threads(int most) {
    ThreadPoolExecutor threads =
        new ThreadPoolExecutor(
            most,
            most,
            10,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            daemons("ringwright-wallboard"));
    threads.allowCoreThreadTimeOut(true);
    return threads;
  }

  private static ThreadFactory daemons(String name) {
    return work -> {
      Thread thread = new Thread(work, name);
      thread.setDaemon(true);
      return thread;
    };
  }

  /** Ends all pages, and listens no longer. */
  @Override
  public void close() {
    publisher.shutdownNow();
    news.end();
    server.stop(0);
    threads.shutdownNow();
  }
}
