package io.ringwright.records;

import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.Visit;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps each leg whose talk is over until its wrap-up is: one for each extension at most.
 *
 * <p>Thread safety: confined to its {@link CallBook}.
 */
final class WrapUps {

  private final Steps steps;

  /** A leg whose talk has just ended: a wrap-up of it would be told next. */
  private final Map<Visit, LegRecord> talked = new HashMap<>();

  private final Map<DirectoryNumber, WrappingUp> running = new LinkedHashMap<>();

  WrapUps(Steps steps) {
    this.steps = steps;
  }

  private record WrappingUp(LegRecord leg, Instant since) {

    LegRecord over(Instant now) {
      return leg.wrappedUp(Duration.between(since, now));
    }
  }

  void talkEnded(LegRecord leg) {
    Optional.ofNullable(talked.put(leg.visit(), leg)).ifPresent(steps::leg);
  }

  void begun(DirectoryNumber extension, Visit visit, Instant now) {
    LegRecord leg = talked.get(visit);
    if (leg != null && OpenLegs.extension(leg).filter(extension::equals).isPresent()) {
      talked.remove(visit);
      ended(extension, now);
      running.put(extension, new WrappingUp(leg, now));
    }
  }

  void ended(DirectoryNumber extension, Instant now) {
    WrappingUp over = running.remove(extension);
    if (over != null) {
      steps.leg(over.over(now));
    }
  }

  /** No wrap-up is told of this visit any more. */
  void visitEnded(Visit visit) {
    Optional.ofNullable(talked.remove(visit)).ifPresent(steps::leg);
  }

  void close(Instant now) {
    List.copyOf(running.keySet()).forEach(extension -> ended(extension, now));
    List.copyOf(talked.keySet()).forEach(this::visitEnded);
  }
}
