package io.ringwright.engine.dispatch;

import io.ringwright.availability.Availability;
import io.ringwright.directory.Extension;
import io.ringwright.directory.HuntGroup.Member;
import io.ringwright.directory.Strategy;
import org.jspecify.annotations.Nullable;

/** A plain member of a hunt group, and how it stands for calls of one kind. */
public final class MemberSlot {

  /** How a member stands for calls of that kind. */
  public enum Readiness {
    /** Out of service, logged out or not reachable. */
    GONE,
    /** Will never have the skills asked for. */
    UNQUALIFIED,
    /** May ring later. */
    LATER,
    /** May ring now. */
    FREE,
    /** May ring now, while in a call. */
    FREE_ON_HOLD
  }

  final Member member;
  final int order;
  final Extension extension;
  Readiness standing = Readiness.GONE;

  /** What the strategy looks at; changed only while the slot is in no order. */
  Strategy.@Nullable Contender facts;

  public MemberSlot(Member member, int order, Extension extension) {
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

  public Availability availability() {
    return standing == Readiness.FREE ? Availability.FREE : Availability.FREE_ON_HOLD;
  }
}
