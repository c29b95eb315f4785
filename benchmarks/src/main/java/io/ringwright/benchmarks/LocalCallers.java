package io.ringwright.benchmarks;

import io.ringwright.dialplan.ChannelVariables;
import io.ringwright.it.AmiMessage;
import io.ringwright.it.AmiObserver;
import io.ringwright.it.LoadAsterisk;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Callers without media. Each is a Local channel that AMI originates: its near half is in the
 * dialplan as a caller is, its far half only waits, until the near one has been hung up.
 *
 * <p>The number of a caller says how long the phone talks: see {@code phones-told.xml}.
 *
 * <p>Thread safety: for one thread.
 */
final class LocalCallers implements AutoCloseable {

  static final String ARRIVED_AT = "ARRIVED_AT";
  static final String ANSWERED_AT = "ANSWERED_AT";

  /** For how long a question has been asked, or asked again, in seconds. */
  static final String SPENT = ChannelVariables.SPENT;

  private static final Duration LONGEST_UNANSWERED = Duration.ofMinutes(10);
  private static final Duration LIST = Duration.ofSeconds(60);
  private static final Duration STUCK = Duration.ofSeconds(20);
  private static final Duration LOOK = Duration.ofMillis(200);

  private final AmiObserver ami;
  private final List<Long> arrivals = new ArrayList<>();
  private Listing listing = new Listing();

  private LocalCallers(LoadAsterisk asterisk) throws IOException {
    ami = AmiObserver.connect(asterisk.ami("laboratory"), this::happened);
  }

  static LocalCallers at(LoadAsterisk asterisk) throws IOException {
    return new LocalCallers(asterisk);
  }

  /** What one Status lists. For two threads. */
  private static final class Listing {
    private final List<LocalChannel> channels = new ArrayList<>();
    private int talking;
    private final CountDownLatch complete = new CountDownLatch(1);
  }

  /**
   * One calls.
   *
   * @param address number and context in the dialplan, with an @ between
   * @param talk for how many milliseconds the phone talks, or until which millisecond since 1970
   */
  void call(String address, long talk) {
    arrivals.add(ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now()));
    ami.tell(
        "Originate",
        Map.of(
            "Channel", "Local/" + address + "/n",
            "Context", "far-half",
            "Exten", "s",
            "Priority", "1",
            "CallerID", "<" + talk + ">",
            "Timeout", Long.toString(LONGEST_UNANSWERED.toMillis()),
            "Async", "true"));
  }

  /** Several call, evenly spread over the time that they take, whether Asterisk keeps up or not. */
  void call(String address, long talk, int callers, int perSecond) {
    long start = System.nanoTime();
    for (int each = 0; each < callers; each++) {
      long due = start + each * 1_000_000_000L / perSecond;
      for (long now = System.nanoTime(); now < due; now = System.nanoTime()) {
        LockSupport.parkNanos(due - now);
      }
      call(address, talk);
    }
  }

  /** When each called, in microseconds since 1970. */
  long[] arrivals() {
    return arrivals.stream().mapToLong(Long::longValue).toArray();
  }

  /**
   * Waits until there is no call any more, or nobody has come or gone for so long that whoever is
   * left will stay.
   *
   * @return how many calls are left
   */
  int awaitNobody(Duration longest) {
    long now = System.nanoTime();
    long deadline = now + longest.toNanos();
    int calls = calls();
    for (long changed = now; calls > 0 && now < deadline && now - changed < STUCK.toNanos(); ) {
      LockSupport.parkNanos(LOOK.toNanos());
      int before = calls;
      calls = calls();
      now = System.nanoTime();
      changed = calls == before ? changed : now;
    }
    return calls;
  }

  private int calls() {
    return Integer.parseInt(ami.ask("CoreStatus", Map.of()).get("CoreCurrentCalls"));
  }

  /**
   * What Asterisk shows.
   *
   * @param channels both halves of all who are there
   * @param talking how many phones are in a call
   */
  record Seen(List<LocalChannel> channels, int talking) {}

  /** Looks at all channels. */
  Seen look() throws IOException {
    listing = new Listing();
    ami.tell("Status", Map.of("Variables", String.join(",", ARRIVED_AT, ANSWERED_AT, SPENT)));
    try {
      if (!listing.complete.await(LIST.toSeconds(), TimeUnit.SECONDS)) {
        throw new IOException("Asterisk has not listed its channels within " + LIST);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while Asterisk lists its channels", e);
    }
    return new Seen(List.copyOf(listing.channels), listing.talking);
  }

  /** On the thread that reads. */
  private void happened(AmiMessage event) {
    switch (event.get("Event")) {
      case "Status" -> seen(event);
      case "StatusComplete" -> listing.complete.countDown();
      default -> {}
    }
  }

  private void seen(AmiMessage channel) {
    if (channel.get("Channel").startsWith("Local/")) {
      listing.channels.add(LocalChannel.of(channel::get));
    } else if (channel.get("ChannelStateDesc").equals("Up")) {
      listing.talking++;
    }
  }

  /** Everybody hangs up. */
  void hangUpAll() {
    ami.tell("Hangup", Map.of("Channel", "/^Local/"));
  }

  @Override
  public void close() {
    ami.close();
  }
}
