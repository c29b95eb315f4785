package io.ringwright.wallboard;

import io.ringwright.CallRouter;
import io.ringwright.call.CallId;
import io.ringwright.call.Destination;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.view.RouterView;
import io.ringwright.waiting.WaitingCall;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * All that the page shows of one moment.
 *
 * @param view queues, extensions and links
 * @param callers who waits, first to last
 * @param days what became of the calls of each queue since midnight
 * @param journal whether the answers given so far would survive a crash, in words
 */
record Board(
    RouterView view, List<WaitingCall> callers, Map<Destination, QueueDay> days, String journal) {

  /** Reads a router and the counts of the day. */
  static Board of(CallRouter router, DayCounts counts) {
    RouterView view = router.view();
    Map<Destination, QueueDay> days = new HashMap<>();
    view.queues().forEach(queue -> days.put(queue.destination(), counts.of(queue.destination())));
    return new Board(view, router.waitingCalls(), days, router.durability().toString());
  }

  /**
   * What stands beside the numbers.
   *
   * @param names the name of an extension or hunt group
   * @param reasons why a call stands where it does, in a line
   * @param scales the service levels
   */
  record Legend(
      Function<DirectoryNumber, Optional<String>> names,
      Function<CallId, Optional<String>> reasons,
      List<ServiceScale> scales) {}
}
