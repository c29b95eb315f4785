package io.ringwright.engine.dispatch;

import io.ringwright.availability.Availability;
import io.ringwright.directory.Extension;
import io.ringwright.directory.HuntGroup.Absence;
import io.ringwright.directory.HuntGroup.Member;
import io.ringwright.directory.Strategy;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A plain member of a hunt group, and how it stands there. */
final class MemberSlot {

  /** How a member stands for calls through its hunt group, whatever skills they ask for. */
  enum Readiness {
    /** Takes no part in its hunt groups. */
    LOGGED_OUT,
    /** Logged in, but the phone is not reachable. */
    NOT_REACHABLE,
    /** Reachable, but on a pause. */
    PAUSED,
    /** Reachable, but left alone because it did not take the last calls. */
    LEFT_ALONE,
    /** May ring later. */
    LATER,
    /** May ring now. */
    FREE,
    /** May ring now, while in a call. */
    FREE_ON_HOLD;

    boolean isReachable() {
      return this == LATER || this == PAUSED || this == LEFT_ALONE || mayRing();
    }

    /** Whether it counts as there, where these ways to be missing do not. */
    boolean isThere(Set<Absence> absences) {
      return switch (this) {
        case LOGGED_OUT -> !absences.contains(Absence.LOGGED_OUT);
        case NOT_REACHABLE -> !absences.contains(Absence.NOT_REACHABLE);
        case PAUSED -> !absences.contains(Absence.PAUSED);
        case LEFT_ALONE -> !absences.contains(Absence.REFUSED);
        case LATER, FREE, FREE_ON_HOLD -> true;
      };
    }

    boolean mayRing() {
      return this == FREE || this == FREE_ON_HOLD;
    }
  }

  final Member member;
  final int order;
  final Extension extension;
  Readiness standing = Readiness.LOGGED_OUT;

  /** What the strategy looks at; changed only while the slot is in no order. */
  Strategy.@Nullable Contender facts;

  MemberSlot(Member member, int order, Extension extension) {
    this.member = member;
    this.order = order;
    this.extension = extension;
  }

  Strategy.Contender facts() {
    if (facts == null) {
      throw new IllegalStateException(
          "member " + extension.number() + " is asked before it stands");
    }
    return facts;
  }

  Availability availability() {
    return standing == Readiness.FREE ? Availability.FREE : Availability.FREE_ON_HOLD;
  }
}
