package io.ringwright.engine.state;

import io.ringwright.call.CallId;
import io.ringwright.call.Destination;
import io.ringwright.call.InboundCall;
import io.ringwright.waiting.Place;
import io.ringwright.waiting.WaitingCall;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The places of callers who hung up while waiting, kept for a while in case they come back. Belongs
 * to the {@link EngineState} and its lock.
 */
public final class KeptPlaces {

  /** More places than this are not kept. */
  private static final int MOST = 10_000;

  private record Kept(WaitingCall call, Instant until, boolean byNumber) {}

  private final Map<CallId, Kept> kept = new LinkedHashMap<>();

  /** The caller hung up; the place is kept for so long. */
  public void keep(WaitingCall call, Duration window, boolean byNumber, Instant now) {
    kept.values().removeIf(each -> !now.isBefore(each.until()));
    Iterator<CallId> oldest = kept.keySet().iterator();
    if (kept.size() >= MOST) {
      oldest.next();
      oldest.remove();
    }
    kept.put(call.id(), new Kept(call, now.plus(window), byNumber));
  }

  /** Gives the place back to a caller who returns for the same; once. */
  public Optional<Place> takeBack(InboundCall call, Destination wanted, Instant now) {
    for (Iterator<Kept> each = kept.values().iterator(); each.hasNext(); ) {
      Kept place = each.next();
      if (now.isBefore(place.until())
          && place.call().waitingFor().equals(wanted)
          && isSame(call, place)) {
        each.remove();
        return Optional.of(place.call().place());
      }
    }
    return Optional.empty();
  }

  private static boolean isSame(InboundCall call, Kept place) {
    boolean named = call.returning().filter(place.call().id()::equals).isPresent();
    String number = call.caller().number();
    boolean sameNumber =
        place.byNumber() && !number.isEmpty() && number.equals(place.call().caller().number());
    return named || sameNumber;
  }
}
