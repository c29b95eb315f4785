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
 * come. Single queues, and after a phone list that changes much a revision of everything: first the
 * extensions, then all queues in the order of their numbers. Both are worked through in several
 * events if they are long.
 *
 * <p>Thread safety: confined to the owner of the state.
 */
public final class Replacements {

  private final Map<Destination, Optional<WaitingCall>> progress = new LinkedHashMap<>();
  private Optional<Revision> revision;

  Replacements() {
    revision = Optional.empty();
  }

  Replacements(Data data) {
    data.queues().forEach(each -> progress.put(each.queue(), each.last()));
    revision = data.revision();
  }

  /**
   * How far a queue has come.
   *
   * @param queue which
   * @param last the last call that was placed anew; empty if none was
   */
  public record Progress(Destination queue, Optional<WaitingCall> last) {}

  /**
   * How far a revision of everything has come.
   *
   * @param extensions how many extensions of the phone list were looked at
   * @param reached the queue that was reached; empty if none was
   */
  public record Revision(int extensions, Optional<Progress> reached) {}

  /**
   * What is to be placed anew, as plain data.
   *
   * @param queues single queues, in the order in which they are worked through
   * @param revision how far the revision has come, if there is one
   */
  public record Data(List<Progress> queues, Optional<Revision> revision) {}

  /**
   * What is done in one event.
   *
   * @param calls the calls to place anew
   * @param finished queues of which nothing is left, single ones and those of the revision
   * @param everything whether the revision comes to its end
   */
  public record Slice(List<Call> calls, List<Destination> finished, boolean everything) {}

  /**
   * How much is done in one event.
   *
   * @param extensions so many extensions are looked at
   * @param calls so many calls are placed anew
   */
  public record Most(int extensions, int calls) {}

  /** Begins with a queue, or begins it again. */
  public void begin(Destination queue) {
    progress.put(queue, Optional.empty());
  }

  /** Begins a revision of everything, or begins it again. */
  public void beginRevision() {
    progress.clear();
    revision = Optional.of(new Revision(0, Optional.empty()));
  }

  /** Whether any queue is left. */
  public boolean isPending() {
    return isRevising() || !progress.isEmpty();
  }

  /** Whether there is a revision of everything. */
  public boolean isRevising() {
    return revision.isPresent();
  }

  /** How many extensions of the phone list were looked at. */
  public int lookedAt() {
    return revision.map(Revision::extensions).orElse(Integer.MAX_VALUE);
  }

  /**
   * Takes out what is done next.
   *
   * @param waiting the queues
   * @param extensions how many extensions the phone list has
   * @param most how much is taken
   */
  public Slice next(WaitingCalls waiting, int extensions, Most most) {
    Slice slice = new Slice(new ArrayList<>(), new ArrayList<>(), false);
    singleQueues(waiting, slice, most.calls());
    if (revision.isEmpty()) {
      return slice;
    }
    int seen = Math.min(extensions, revision.get().extensions() + most.extensions());
    Optional<Progress> reached = revision.get().reached();
    if (seen < extensions) {
      revision = Optional.of(new Revision(seen, reached));
      return slice;
    }
    revision =
        goOn(waiting, reached, slice, most.calls()).map(at -> new Revision(seen, Optional.of(at)));
    return new Slice(slice.calls(), slice.finished(), revision.isEmpty());
  }

  private void singleQueues(WaitingCalls waiting, Slice slice, int most) {
    while (slice.calls().size() < most && !progress.isEmpty()) {
      Map.Entry<Destination, Optional<WaitingCall>> first = progress.entrySet().iterator().next();
      Destination queue = first.getKey();
      Optional<Progress> left = take(waiting, new Progress(queue, first.getValue()), slice, most);
      if (left.isPresent()) {
        progress.put(queue, left.get().last());
      } else {
        progress.remove(queue);
      }
    }
  }

  private static Optional<Progress> goOn(
      WaitingCalls waiting, Optional<Progress> reached, Slice slice, int most) {
    Optional<Progress> at = reached;
    if (at.isEmpty()) {
      at = waiting.after(Optional.empty()).map(Replacements::begun);
    }
    while (at.isPresent() && slice.calls().size() < most) {
      Destination queue = at.get().queue();
      at = take(waiting, at.get(), slice, most);
      if (at.isEmpty()) {
        at = waiting.after(Optional.of(queue)).map(Replacements::begun);
      }
    }
    return at;
  }

  private static Progress begun(Destination queue) {
    return new Progress(queue, Optional.empty());
  }

  /** Takes calls of a queue; empty if that was its last. */
  private static Optional<Progress> take(
      WaitingCalls waiting, Progress progress, Slice slice, int most) {
    Optional<WaitingQueue> queue = waiting.queue(progress.queue());
    Call call = queue.isEmpty() ? null : after(queue.get(), progress.last());
    Optional<WaitingCall> last = progress.last();
    while (call != null && slice.calls().size() < most) {
      slice.calls().add(call);
      last = Optional.of(call.waiting());
      call = queue.get().all().higher(call);
    }
    if (call == null) {
      slice.finished().add(progress.queue());
      return Optional.empty();
    }
    return Optional.of(new Progress(progress.queue(), last));
  }

  /** How far all of it has come. */
  Data data() {
    return new Data(
        progress.entrySet().stream()
            .map(each -> new Progress(each.getKey(), each.getValue()))
            .toList(),
        revision);
  }

  private static @Nullable Call after(WaitingQueue queue, Optional<WaitingCall> last) {
    return last.isEmpty()
        ? queue.all().first()
        : queue.all().higher(new Call(last.get(), last.get().place().since()));
  }
}
