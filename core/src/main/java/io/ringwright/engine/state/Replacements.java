package io.ringwright.engine.state;

import io.ringwright.call.Destination;
import io.ringwright.waiting.WaitingCall;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Queues whose calls are to be placed in lanes anew, because settings changed, and how far that has
 * come: long queues are worked through in several events.
 *
 * <p>Thread safety: confined to the owner of the state.
 */
public final class Replacements {

  private final Map<Destination, Optional<WaitingCall>> progress = new LinkedHashMap<>();

  Replacements() {}

  Replacements(List<Progress> data) {
    data.forEach(each -> progress.put(each.queue(), each.last()));
  }

  /**
   * How far a queue has come.
   *
   * @param queue which
   * @param last the last call that was placed anew; empty if none was
   */
  public record Progress(Destination queue, Optional<WaitingCall> last) {}

  /** Begins with a queue, or begins it again. */
  public void begin(Destination queue) {
    progress.put(queue, Optional.empty());
  }

  /** Whether any queue is left. */
  public boolean isPending() {
    return !progress.isEmpty();
  }

  /** Takes out the next calls to place, at most so many. */
  public List<Call> next(WaitingCalls waiting, int most) {
    List<Call> next = new ArrayList<>();
    while (next.size() < most && !progress.isEmpty()) {
      Map.Entry<Destination, Optional<WaitingCall>> first = progress.entrySet().iterator().next();
      Optional<WaitingQueue> queue = waiting.queue(first.getKey());
      Call call = queue.isEmpty() ? null : after(queue.get(), first.getValue());
      while (call != null && next.size() < most) {
        next.add(call);
        call = queue.get().all().higher(call);
      }
      if (call == null) {
        progress.remove(first.getKey());
      } else {
        progress.put(first.getKey(), Optional.of(next.get(next.size() - 1).waiting()));
      }
    }
    return next;
  }

  /** How far all queues have come, in the order in which they are worked through. */
  List<Progress> data() {
    return progress.entrySet().stream()
        .map(each -> new Progress(each.getKey(), each.getValue()))
        .toList();
  }

  private static @Nullable Call after(WaitingQueue queue, Optional<WaitingCall> last) {
    return last.isEmpty()
        ? queue.all().first()
        : queue.all().higher(new Call(last.get(), last.get().place().since()));
  }
}
