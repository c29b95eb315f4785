package io.ringwright.wallboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpContext;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpPrincipal;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** A page that takes nothing of what is sent, where one page can be open at a time. */
class SlowPageTest {

  private static final Duration SLOWEST = Duration.ofSeconds(10);

  private final News news = new News();
  private final AtomicLong nanoseconds = new AtomicLong();
  private final Viewers viewers = new Viewers(news, 1, SLOWEST, nanoseconds::get);
  private final Stuck page = new Stuck();
  private final AtomicReference<Throwable> end = new AtomicReference<>();

  @Test
  void it_is_let_go_after_a_while_and_makes_room_for_another() throws Exception {
    Thread serving = serve();
    page.sending.await();
    nanoseconds.set(SLOWEST.toNanos());
    viewers.letSlowOnesGo();
    assertThat(viewers.admit(new Stuck())).as("not so soon").isFalse();
    nanoseconds.incrementAndGet();
    viewers.letSlowOnesGo();
    serving.join();
    assertThat(end.get()).isInstanceOf(IOException.class);
    assertThat(viewers.admit(new Stuck())).isTrue();
  }

  private Thread serve() {
    assertThat(viewers.admit(page)).isTrue();
    news.publish("{}", "{}");
    Thread serving =
        new Thread(
            () -> {
              try {
                viewers.serve(page, false);
              } catch (IOException | InterruptedException e) {
                end.set(e);
              }
            });
    serving.start();
    return serving;
  }

  /**
   * A connection whose other side reads nothing: what is written stays there until it is closed.
   */
  private static final class Stuck extends HttpExchange {

    private final CountDownLatch sending = new CountDownLatch(1);
    private final CountDownLatch closed = new CountDownLatch(1);

    @Override
    public OutputStream getResponseBody() {
      return new OutputStream() {
        @Override
        public void write(int b) throws IOException {
          sending.countDown();
          try {
            closed.await();
          } catch (InterruptedException e) {
            throw new InterruptedIOException();
          }
          throw new IOException("closed");
        }
      };
    }

    @Override
    public void close() {
      closed.countDown();
    }

    @Override
    public Headers getRequestHeaders() {
      return new Headers();
    }

    @Override
    public Headers getResponseHeaders() {
      return new Headers();
    }

    @Override
    public URI getRequestURI() {
      return URI.create("/events");
    }

    @Override
    public String getRequestMethod() {
      return "GET";
    }

    @Override
    public HttpContext getHttpContext() {
      throw new UnsupportedOperationException("there is no server");
    }

    @Override
    public InputStream getRequestBody() {
      return InputStream.nullInputStream();
    }

    @Override
    public void sendResponseHeaders(int status, long length) {}

    @Override
    public InetSocketAddress getRemoteAddress() {
      return InetSocketAddress.createUnresolved("slow", 1);
    }

    @Override
    public int getResponseCode() {
      return 200;
    }

    @Override
    public InetSocketAddress getLocalAddress() {
      return InetSocketAddress.createUnresolved("here", 1);
    }

    @Override
    public String getProtocol() {
      return "HTTP/1.1";
    }

    @Override
    public Object getAttribute(String name) {
      throw new UnsupportedOperationException("nothing is kept");
    }

    @Override
    public void setAttribute(String name, Object value) {}

    @Override
    public void setStreams(InputStream in, OutputStream out) {}

    @Override
    public HttpPrincipal getPrincipal() {
      throw new UnsupportedOperationException("nobody logs in");
    }
  }
}
