package io.ringwright.engine;

import io.ringwright.call.CallId;
import io.ringwright.waiting.WaitingCall;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The files of all calls that are not over, and which calls ended a moment ago. Belongs to the
 * {@link EngineState} and its lock.
 */
public final class Calls {

  /** Of more calls than this it is not remembered that they were withdrawn. */
  private static final int MOST_WITHDRAWN = 1000;

  private final Map<CallId, Call> files = new HashMap<>();
  private final Map<CallId, Instant> lately = new LinkedHashMap<>();
  private final Set<CallId> withdrawn = new LinkedHashSet<>();

  /** Opens a file for a call that is not in line yet. */
  public Call open(WaitingCall call, Instant now) {
    Call file = new Call(call, now);
    files.put(call.id(), file);
    lately.remove(call.id());
    withdrawn.remove(call.id());
    return file;
  }

  public Optional<Call> of(CallId call) {
    return Optional.ofNullable(files.get(call));
  }

  /** The call stays out, though its channel may still be in the wait context. */
  public void withdraw(CallId call) {
    withdrawn.add(call);
    if (withdrawn.size() > MOST_WITHDRAWN) {
      withdrawn.remove(withdrawn.iterator().next());
    }
  }

  public boolean isWithdrawn(CallId call) {
    return withdrawn.contains(call);
  }

  /** A copy, so that calls may end while it is gone through. */
  public Collection<Call> all() {
    return List.copyOf(files.values());
  }

  public void close(Call file, Instant now) {
    files.remove(file.id());
    forgetLately(now);
    lately.remove(file.id());
    lately.put(file.id(), now);
  }

  /** Whether the call ended a moment ago, so that what is still said of it comes too late. */
  public boolean endedLately(CallId call, Instant now) {
    Instant end = lately.get(call);
    return end != null && now.isBefore(end.plus(EngineState.CROSSING_TOLERANCE));
  }

  /** In the order in which they ended, so that the first that is fresh ends the search. */
  private void forgetLately(Instant now) {
    Iterator<Instant> ends = lately.values().iterator();
    while (ends.hasNext() && !now.isBefore(ends.next().plus(EngineState.CROSSING_TOLERANCE))) {
      ends.remove();
    }
  }
}
