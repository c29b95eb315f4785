package io.ringwright.directory;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * When any of several schedules opens or closes next. What was found out is kept until that
 * instant, for each schedule by itself, so that equal schedules cost one computation.
 *
 * <p>Thread safety: may be asked by any thread; two that ask at once may both compute.
 */
final class HoursChanges {

  private final List<Next> schedules;
  private final Next earliest;

  HoursChanges(Collection<Schedule> schedules) {
    this.schedules =
        schedules.stream()
            .distinct()
            .map(schedule -> new Next(new ScheduleChanges(schedule)::next))
            .toList();
    this.earliest = new Next(this::earliest);
  }

  /** The first instant after this one at which one of them opens or closes, or empty. */
  Optional<Instant> next(Instant after) {
    return earliest.after(after);
  }

  private Optional<Instant> earliest(Instant after) {
    return schedules.stream()
        .flatMap(each -> each.after(after).stream())
        .min(Comparator.naturalOrder());
  }

  /** The next change after an instant, which is the same for all instants up to it. */
  private static final class Next {

    private record Known(Instant asked, Optional<Instant> change) {
      boolean holdsFor(Instant after) {
        return !after.isBefore(asked) && (change.isEmpty() || after.isBefore(change.get()));
      }
    }

    private final Function<Instant, Optional<Instant>> computation;
    private volatile @Nullable Known known;

    Next(Function<Instant, Optional<Instant>> computation) {
      this.computation = computation;
    }

    Optional<Instant> after(Instant after) {
      Known last = known;
      if (last == null || !last.holdsFor(after)) {
        last = new Known(after, computation.apply(after));
        known = last;
      }
      return last.change();
    }
  }
}
