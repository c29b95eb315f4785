package io.ringwright.agi;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import io.ringwright.call.DirectoryNumber;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

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

  private final LongSupplier nanoseconds;

  @GuardedBy("this")
  private final Map<String, Proof> proofs = new LinkedHashMap<>();

  @GuardedBy("this")
  private final Map<DirectoryNumber, Deque<Long>> wrong = new HashMap<>();

  private record Proof(DirectoryNumber agent, long since) {}

  /**
   * Nothing is proven yet.
   *
   * @param nanoseconds counts nanoseconds from any beginning, and is not set
   */
  ProvenAgents(LongSupplier nanoseconds) {
    this.nanoseconds = nanoseconds;
  }

  /** Whether one more PIN of a number may be compared. */
  synchronized boolean mayTry(DirectoryNumber number) {
    Deque<Long> tries = wrong.getOrDefault(number, new ArrayDeque<>());
    while (!tries.isEmpty() && isOver(tries.getFirst(), WINDOW)) {
      tries.removeFirst();
    }
    if (tries.isEmpty()) {
      wrong.remove(number);
    }
    return tries.size() < MOST_WRONG;
  }

  /** A PIN of an extension was wrong. */
  synchronized void wrong(DirectoryNumber number) {
    wrong.computeIfAbsent(number, none -> new ArrayDeque<>()).addLast(nanoseconds.getAsLong());
  }

  /** A channel has proven whose it is. */
  synchronized void prove(String uniqueId, DirectoryNumber agent) {
    proofs.values().removeIf(proof -> isOver(proof.since(), PROOF_HOLDS));
    if (proofs.size() >= MOST_PROOFS) {
      proofs.remove(proofs.keySet().iterator().next());
    }
    proofs.put(uniqueId, new Proof(agent, nanoseconds.getAsLong()));
  }

  /** Whose a channel has proven to be. */
  synchronized Optional<DirectoryNumber> agent(String uniqueId) {
    return Optional.ofNullable(proofs.get(uniqueId))
        .filter(proof -> !isOver(proof.since(), PROOF_HOLDS))
        .map(Proof::agent);
  }

  private boolean isOver(long since, Duration time) {
    return nanoseconds.getAsLong() - since >= time.toNanos();
  }
}
