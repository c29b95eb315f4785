package io.ringwright.records;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Spans of time that do not overlap, in order.
 *
 * @param all the spans
 */
record Spans(List<Span> all) {

  /** From an instant to the first one after it. */
  record Span(long from, long to) {

    long within(Span bounds) {
      return Math.max(0, Math.min(to, bounds.to()) - Math.max(from, bounds.from()));
    }

    static Span of(Instant from, Instant to) {
      return new Span(from.toEpochMilli(), to.toEpochMilli());
    }
  }

  /** Spans that may overlap, each instant counted once. */
  static Spans union(List<Span> some) {
    List<Span> sorted = new ArrayList<>(some);
    sorted.removeIf(span -> span.to() <= span.from());
    sorted.sort(Comparator.comparingLong(Span::from));
    List<Span> merged = new ArrayList<>();
    for (Span span : sorted) {
      Span last = merged.isEmpty() ? null : merged.get(merged.size() - 1);
      if (last != null && span.from() <= last.to()) {
        merged.set(merged.size() - 1, new Span(last.from(), Math.max(last.to(), span.to())));
      } else {
        merged.add(span);
      }
    }
    return new Spans(merged);
  }

  Spans and(Spans other) {
    List<Span> both = new ArrayList<>(all);
    both.addAll(other.all);
    return union(both);
  }

  /** How much of them is within bounds. */
  Duration within(Span bounds) {
    return within(all, bounds);
  }

  /** How much of spans is within bounds; what overlaps counts each. */
  static Duration within(List<Span> spans, Span bounds) {
    return Duration.ofMillis(spans.stream().mapToLong(span -> span.within(bounds)).sum());
  }
}
