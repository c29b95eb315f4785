package io.ringwright.agi;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import io.ringwright.call.DirectoryNumber;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Which channels have proven by number and PIN whose they are, and how many tries were wrong.
 *
 * <p>Thread safety: may be used by many threads.
 */
final class ProvenAgents {

  /** So many wrong PINs of a number within {@link #WINDOW}; after that the right one is refused. */
  static final int MOST_WRONG = 5;

  /** How long a wrong PIN counts. */
  static final Duration WINDOW = Duration.ofMinutes(10);

  /** A proof is for the code that was dialled, and its questions follow at once. */
  static final Duration PROOF_HOLDS = Duration.ofSeconds(60);

  private static final int MOST_PROOFS = 1000;

  private final InstantSource clock;

  @GuardedBy("this")
  private final Map<String, Proof> proofs = new LinkedHashMap<>();

  @GuardedBy("this")
  private final Map<DirectoryNumber, Deque<Instant>> wrong = new HashMap<>();

  private record Proof(DirectoryNumber agent, Instant until) {}

  ProvenAgents(InstantSource clock) {
    this.clock = clock;
  }

  /** Whether one more PIN of a number may be compared. */
  synchronized boolean mayTry(DirectoryNumber number) {
    Deque<Instant> tries = wrong.getOrDefault(number, new ArrayDeque<>());
    Instant since = clock.instant().minus(WINDOW);
    while (!tries.isEmpty() && !tries.getFirst().isAfter(since)) {
      tries.removeFirst();
    }
    if (tries.isEmpty()) {
      wrong.remove(number);
    }
    return tries.size() < MOST_WRONG;
  }

  /** A PIN of an extension was wrong. */
  synchronized void wrong(DirectoryNumber number) {
    wrong.computeIfAbsent(number, none -> new ArrayDeque<>()).addLast(clock.instant());
  }

  /** A channel has proven whose it is. */
  synchronized void prove(String uniqueId, DirectoryNumber agent) {
    Instant now = clock.instant();
    proofs.values().removeIf(proof -> !proof.until().isAfter(now));
    if (proofs.size() >= MOST_PROOFS) {
      proofs.remove(proofs.keySet().iterator().next());
    }
    proofs.put(uniqueId, new Proof(agent, now.plus(PROOF_HOLDS)));
  }

  /** Whose a channel has proven to be. */
  synchronized Optional<DirectoryNumber> agent(String uniqueId) {
    return Optional.ofNullable(proofs.get(uniqueId))
        .filter(proof -> proof.until().isAfter(clock.instant()))
        .map(Proof::agent);
  }
}
