package io.ringwright.engine.state;

import io.ringwright.call.Destination;
import io.ringwright.routing.PhoneListChange;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** The queues whose calls can get elsewhere than before, because another phone list is in force. */
final class AffectedQueues {

  private final WaitingCalls waiting;
  private final Replacements replacements;
  private final Openings openings;

  AffectedQueues(WaitingCalls waiting, Replacements replacements, Openings openings) {
    this.waiting = waiting;
    this.replacements = replacements;
    this.openings = openings;
  }

  /**
   * Opens them; their calls are placed anew where that can lead to another lane.
   *
   * @return whether there is any
   */
  boolean open(PhoneListChange change, long version) {
    boolean any = false;
    for (Destination destination : change.affected()) {
      Optional<WaitingQueue> queue = waiting.queue(destination);
      if (queue.isPresent()) {
        boolean others =
            queue.get().takeBasis(change.reach().traits(destination), change.to(), version);
        open(destination, others);
        any = true;
      }
    }
    Set<Destination> preferring = new LinkedHashSet<>();
    waiting.preferring(change.affected(), preferring::add);
    preferring.stream().sorted(WaitingCalls.BY_NUMBER).forEach(queue -> open(queue, true));
    return any || !preferring.isEmpty();
  }

  private void open(Destination queue, boolean anew) {
    if (anew || replacements.isRevising()) {
      replacements.begin(queue);
    }
    openings.thinned(queue);
    openings.opened(queue);
  }
}
