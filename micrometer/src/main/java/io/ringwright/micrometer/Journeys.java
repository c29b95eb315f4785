package io.ringwright.micrometer;

import io.ringwright.call.CallId;
import io.ringwright.call.Token;
import io.ringwright.call.Visit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the listener remembers of each call that is under way. Of calls that never end, the oldest
 * are forgotten when there are too many.
 *
 * <p>Thread safety: for one thread at a time.
 */
final class Journeys {

  private final int most;
  private final Map<CallId, Journey> calls;

  Journeys(int most) {
    this.most = most;
    this.calls =
        new LinkedHashMap<>() {
          private static final long serialVersionUID = 1;

          @Override
          protected boolean removeEldestEntry(Map.Entry<CallId, Journey> eldest) {
            return size() > Journeys.this.most;
          }
        };
  }

  /** One visit of a call. */
  static final class Journey {
    private final long visit;
    private String group;
    private boolean answered;
    private @Nullable Delivery delivery;

    private Journey(long visit, String group) {
      this.visit = visit;
      this.group = group;
    }

    String group() {
      return group;
    }

    private void group(String changed) {
      group = changed;
    }

    /** Notes an answer; true for the first one. */
    boolean answered() {
      boolean first = !answered;
      answered = true;
      return first;
    }

    void delivering(Delivery begun) {
      delivery = begun;
    }

    Optional<Delivery> delivery() {
      return Optional.ofNullable(delivery);
    }

    /** The delivery under way, which is over with this. */
    Optional<Delivery> endDelivery() {
      Optional<Delivery> ended = Optional.ofNullable(delivery);
      delivery = null;
      return ended;
    }
  }

  /**
   * A waiting caller is being moved.
   *
   * @param token the attempt
   * @param since the reading of the clock when that was told
   */
  record Delivery(Token token, long since) {}

  void begin(Visit visit, String group) {
    calls.remove(visit.call());
    calls.put(visit.call(), new Journey(visit.number(), group));
  }

  /** The visit; one that is not known, as after a restart, has no group and is not kept. */
  Journey of(Visit visit) {
    Journey known = calls.get(visit.call());
    return known != null && known.visit == visit.number()
        ? known
        : new Journey(visit.number(), Tags.NO_GROUP);
  }

  /** The visit waits for a group from now on. */
  void waitsFor(Visit visit, String group) {
    Journey journey = of(visit);
    journey.group(group);
    calls.put(visit.call(), journey);
  }

  Optional<Journey> of(CallId call) {
    return Optional.ofNullable(calls.get(call));
  }

  /** The visit, which is over. */
  Journey end(Visit visit) {
    Journey ended = of(visit);
    calls.remove(visit.call(), ended);
    return ended;
  }

  int size() {
    return calls.size();
  }
}
