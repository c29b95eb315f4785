package io.ringwright.view;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * All queues and all extensions at one moment. To make one changes nothing, however often it is
 * done.
 *
 * <p>Thread safety: immutable.
 *
 * @param at the instant, on the engine's time
 * @param queues all hunt groups, and the extensions for which calls wait, by number
 * @param extensions all extensions, in the order of the phone list
 * @param links the names of the switches that were ever linked, and whether each is now
 */
public record RouterView(
    Instant at,
    List<QueueView> queues,
    List<ExtensionView> extensions,
    Map<String, Boolean> links) {

  /** Copies the lists. */
  public RouterView {
    queues = List.copyOf(queues);
    extensions = List.copyOf(extensions);
    links = Map.copyOf(links);
  }

  /**
   * How many calls wait in all.
   *
   * @return zero or more
   */
  public int waiting() {
    return queues.stream().mapToInt(QueueView::waiting).sum();
  }
}
