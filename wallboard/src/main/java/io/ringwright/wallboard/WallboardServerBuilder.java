package io.ringwright.wallboard;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.ringwright.CallRouter;
import io.ringwright.call.CallId;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.RoutingAnswer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Predicate;

/**
 * How a {@link WallboardServer} is set up.
 *
 * <p>Thread safety: for one thread.
 */
public final class WallboardServerBuilder {

  private static final Duration SHORTEST = Duration.ofMillis(100);
  private static final Duration LONGEST = Duration.ofMinutes(1);
  private static final int MOST_VIEWERS = 1000;

  final CallRouter router;
  final DayCounts counts;
  InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 8088);
  Duration every = Duration.ofSeconds(1);
  int viewers = 100;

  /** A page that has not taken what was sent for so long is let go. */
  Duration slowest = Duration.ofSeconds(10);

  Function<DirectoryNumber, Optional<String>> names = number -> Optional.empty();
  Predicate<String> mayLearn = key -> false;
  Function<CallId, List<RoutingAnswer>> decisions = call -> List.of();
  LongSupplier nanoseconds = System::nanoTime;

  WallboardServerBuilder(CallRouter router, DayCounts counts) {
    this.router = router;
    this.counts = counts;
  }

  /**
   * Where it listens; {@code 127.0.0.1:8088} by default, so that only programs of this machine
   * reach it. Whoever is to see it from elsewhere goes through a web server that knows them.
   *
   * @param host an address of this machine
   * @param port 0 for any that is free
   * @return this
   */
  @CanIgnoreReturnValue
  public WallboardServerBuilder address(String host, int port) {
    this.address = new InetSocketAddress(host, port);
    return this;
  }

  /**
   * How often pages are told what changed; each second by default. However many look at it, the
   * router is read once at a time, and not at all while nobody does.
   *
   * @param time 100 ms to a minute
   * @return this
   * @throws IllegalArgumentException if it is shorter or longer
   */
  @CanIgnoreReturnValue
  public WallboardServerBuilder every(Duration time) {
    if (time.compareTo(SHORTEST) < 0 || time.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "news every " + time + " is not valid; expected " + SHORTEST + " to " + LONGEST);
    }
    this.every = time;
    return this;
  }

  /**
   * How many pages can be open at a time; 100 by default. Each needs a thread.
   *
   * @param most 1 to 1000
   * @return this
   * @throws IllegalArgumentException if it is out of range
   */
  @CanIgnoreReturnValue
  public WallboardServerBuilder viewers(int most) {
    if (most < 1 || most > MOST_VIEWERS) {
      throw new IllegalArgumentException(
          most + " viewers are not valid; expected 1 to " + MOST_VIEWERS);
    }
    this.viewers = most;
    return this;
  }

  /**
   * What extensions and hunt groups are called; numbers alone are shown by default.
   *
   * @param book empty for a number without a name
   * @return this
   */
  @CanIgnoreReturnValue
  public WallboardServerBuilder names(Function<DirectoryNumber, Optional<String>> book) {
    this.names = book;
    return this;
  }

  /**
   * Who may learn the numbers and names of callers, and why calls stand where they do; nobody by
   * default. A page that is opened at {@code /?key=...} sends its key along.
   *
   * @param key says whether it gives the right; compare it in constant time ({@link
   *     java.security.MessageDigest#isEqual})
   * @return this
   */
  @CanIgnoreReturnValue
  public WallboardServerBuilder callersShownTo(Predicate<String> key) {
    this.mayLearn = key;
    return this;
  }

  /**
   * Where the reasons of decisions are; without them the page shows none. {@link
   * io.ringwright.memory.RecentDecisions#of} is one that keeps the last ones.
   *
   * @param recent the last decisions about a call, first to last; empty if none are known
   * @return this
   */
  @CanIgnoreReturnValue
  public WallboardServerBuilder explainedBy(Function<CallId, List<RoutingAnswer>> recent) {
    this.decisions = recent;
    return this;
  }

  /**
   * Starts to listen.
   *
   * @return the server, which is to be closed
   * @throws IOException if the address is taken or not of this machine
   */
  public WallboardServer start() throws IOException {
    return new WallboardServer(this);
  }
}
