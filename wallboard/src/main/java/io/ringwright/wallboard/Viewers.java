package io.ringwright.wallboard;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The pages that are open: each gets the newest board, and nothing of those it was too slow for.
 *
 * <p>Thread safety: may be used by many threads; each page is served by a thread of its own.
 */
final class Viewers {

  private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(15);

  private final News news;
  private final int most;
  private final Duration slowest;
  private final LongSupplier nanoseconds;
  private final Map<HttpExchange, Long> writingSince = new ConcurrentHashMap<>();
  private final Map<HttpExchange, Boolean> open = new ConcurrentHashMap<>();

  /**
   * No page is open yet.
   *
   * @param most how many there can be at a time
   * @param slowest a page that has not taken a board for so long is let go
   * @param nanoseconds a clock that only measures, as {@link System#nanoTime}
   */
  Viewers(News news, int most, Duration slowest, LongSupplier nanoseconds) {
    this.news = news;
    this.most = most;
    this.slowest = slowest;
    this.nanoseconds = nanoseconds;
  }

  boolean isAnybodyThere() {
    return !open.isEmpty();
  }

  /** Takes a page in, unless there are too many. */
  synchronized boolean admit(HttpExchange page) {
    return open.size() < most && open.put(page, true) == null;
  }

  /** Serves a page until it is closed. */
  void serve(HttpExchange page, boolean withCallers) throws IOException, InterruptedException {
    try {
      OutputStream body = page.getResponseBody();
      long last = 0;
      while (!news.isOver()) {
        News.Issue issue = news.await(last, SIGN_OF_LIFE);
        last = issue == null ? last : issue.number();
        send(page, body, text(issue, withCallers));
      }
    } finally {
      leave(page);
    }
  }

  private static String text(News.@Nullable Issue issue, boolean withCallers) {
    if (issue == null) {
      return ":\n\n";
    }
    return "data: " + (withCallers ? issue.forSome() : issue.forAll()) + "\n\n";
  }

  private void send(HttpExchange page, OutputStream body, String text) throws IOException {
    writingSince.put(page, nanoseconds.getAsLong());
    body.write(text.getBytes(StandardCharsets.UTF_8));
    body.flush();
    writingSince.remove(page);
  }

  void leave(HttpExchange page) {
    open.remove(page);
    writingSince.remove(page);
    page.close();
  }

  /** Lets those go that have not taken what was sent. */
  void letSlowOnesGo() {
    long now = nanoseconds.getAsLong();
    writingSince.forEach(
        (page, since) -> {
          if (now - since > slowest.toNanos()) {
            leave(page);
          }
        });
  }
}
