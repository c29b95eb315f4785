package io.ringwright.it.moves;

import io.ringwright.it.AmiMessage;
import io.ringwright.it.AmiObserver;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * A caller without media, a Local channel, who waits and is moved again and again; whoever is hung
 * up calls anew.
 *
 * <p>Thread safety: {@link #run} is for one thread; {@link #landed}, {@link #alive} and {@link
 * #happened} may be called by others meanwhile.
 */
final class MovedCaller {

  private enum End {
    LANDED,
    GONE
  }

  private static final long LONGEST_PAUSE = Duration.ofMillis(4).toNanos();
  private static final Duration LANDING = Duration.ofMillis(500);
  private static final Duration ARRIVAL = Duration.ofSeconds(20);

  /** A move that was lost is sent again, as the engine does. */
  private static final int MOST_SENDINGS = 20;

  private static final AtomicLong TOKENS = new AtomicLong();

  private final String name;
  private final AmiObserver ami;
  private final Landing landing;
  private final MoveTally tally;
  private final Random chance;
  private int calls;
  private volatile String uniqueId = "";
  private volatile long token;
  private volatile CompletableFuture<Boolean> waits = new CompletableFuture<>();
  private volatile CompletableFuture<String> channel = new CompletableFuture<>();
  private volatile CompletableFuture<End> end = new CompletableFuture<>();

  MovedCaller(String name, AmiObserver ami, Landing landing, MoveTally tally, Random chance) {
    this.name = name;
    this.ami = ami;
    this.landing = landing;
    this.tally = tally;
    this.chance = chance;
  }

  /** Calls, and is moved so often, at moments by chance, or until it is enough. */
  void run(int moves, BooleanSupplier enough) {
    call();
    for (int each = 0; each < moves && !enough.getAsBoolean(); each++) {
      awaitWaiting();
      LockSupport.parkNanos((long) (chance.nextDouble() * LONGEST_PAUSE));
      if (move() == End.GONE) {
        tally.lost();
        call();
      } else {
        tally.landed();
      }
    }
    ami.tell("Hangup", Map.of("Channel", channel.getNow("")));
  }

  private void call() {
    channel = new CompletableFuture<>();
    waits = new CompletableFuture<>();
    end = new CompletableFuture<>();
    // No id may begin with another one: Asterisk takes them for the same.
    uniqueId = name + "-" + ++calls + "-near";
    Map<String, String> originate = new HashMap<>();
    originate.put("Channel", "Local/700@callers/n");
    originate.put("ChannelId", "far-" + uniqueId);
    originate.put("OtherChannelId", uniqueId);
    originate.put("Application", "Wait");
    originate.put("Data", "3600");
    originate.put("Async", "true");
    ami.tell("Originate", originate);
  }

  /** The caller has come to the waiting loop, or back to it from the landing. */
  private void awaitWaiting() {
    try {
      waits.get(ARRIVAL.toSeconds(), TimeUnit.SECONDS);
      channel.get(ARRIVAL.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException | ExecutionException | TimeoutException e) {
      throw new IllegalStateException(uniqueId + " does not wait", e);
    }
  }

  private End move() {
    token = TOKENS.incrementAndGet();
    if (end.getNow(End.LANDED) == End.LANDED) {
      end = new CompletableFuture<>();
    }
    for (int sent = 0; sent < MOST_SENDINGS; sent++) {
      redirect();
      try {
        return end.get(LANDING.toMillis(), TimeUnit.MILLISECONDS);
      } catch (TimeoutException late) {
        tally.sentAgain();
      } catch (InterruptedException | ExecutionException e) {
        throw new IllegalStateException(uniqueId + " was not moved", e);
      }
    }
    throw new IllegalStateException(uniqueId + " does not land");
  }

  private void redirect() {
    ami.tell(
        "Redirect",
        Map.of(
            "Channel",
            channel.getNow(""),
            "Context",
            landing.context(),
            "Exten",
            landing.extension(token),
            "Priority",
            "1"));
  }

  /** The engine was asked about a landing. */
  void landed(String caller, long asked) {
    if (caller.equals(uniqueId) && asked == token) {
      waits = new CompletableFuture<>();
      end.complete(End.LANDED);
    }
  }

  /** The engine was told that a caller waits. */
  void alive(String caller) {
    if (caller.equals(uniqueId)) {
      waits.complete(true);
    }
  }

  /** Asterisk told something. */
  void happened(AmiMessage event) {
    if (event.get("Uniqueid").equals(uniqueId)) {
      switch (event.get("Event")) {
        case "Newchannel" -> channel.complete(event.get("Channel"));
        case "Hangup" -> end.complete(End.GONE);
        default -> {
          // Nothing else matters here.
        }
      }
    }
  }
}
