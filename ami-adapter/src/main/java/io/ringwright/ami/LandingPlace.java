package io.ringwright.ami;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Whether the context is there in which moved callers land, and includes the one where they wait.
 * Asterisk hangs up whoever goes to a context that does not exist, and says "Redirect successful"
 * before. A dialplan from before the landing was in each context has none where callers wait.
 *
 * <p>It is looked at with each look at everything, every 5 s, and when Asterisk says that something
 * was loaded anew. Where Asterisk does not let us look, callers are moved.
 *
 * <p>Thread safety: {@link #isMissing} may be used by many threads; the rest belongs to the thread
 * of the connection.
 */
final class LandingPlace {

  private static final Duration INTERVAL = Duration.ofSeconds(5);

  private final PendingActions actions;
  private final DialplanContexts contexts;
  private final InstantSource clock;
  private Instant next = Instant.MAX;
  private volatile boolean missing;

  LandingPlace(PendingActions actions, LinkSettings settings) {
    this.actions = actions;
    this.contexts = settings.plan().contexts();
    this.clock = settings.world().clock();
  }

  /** Whether a caller who is moved would not land. */
  boolean isMissing() {
    return missing;
  }

  /** Looks whether it is there. */
  void look() {
    next = clock.instant().plus(INTERVAL);
    var unused =
        actions
            .askForList(AmiAction.context(contexts.landing()), "ShowDialPlanComplete")
            .thenApply(SeenContext::of)
            .thenAccept(this::seen);
  }

  /** Looks if it is time to. */
  void tick() {
    if (!clock.instant().isBefore(next)) {
      look();
    }
  }

  private void seen(SeenContext seen) {
    if (!seen.isUnknown()) {
      missing = !seen.includes().contains(contexts.waiting());
    }
  }
}
