package io.ringwright.engine.state;

import io.ringwright.announcement.Facts;
import io.ringwright.announcement.Facts.Ahead;
import io.ringwright.announcement.Told;
import io.ringwright.call.Destination;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.RoutingDecision.Wait;
import io.ringwright.directory.HuntGroup;
import java.time.Instant;

/**
 * How a waiting call stands, for those who tell the caller so.
 *
 * <p>Thread safety: confined to the owner of the state.
 */
public final class StandingFacts {

  /** Of a larger group no more people are counted, and of a longer queue no more calls. */
  static final int MOST_COUNTED = 500;

  private final EngineState state;

  /**
   * The facts of a state.
   *
   * @param state the state
   */
  public StandingFacts(EngineState state) {
    this.state = state;
  }

  /**
   * How a call stands now.
   *
   * @param call a call that waits
   * @param wait what was decided of it
   * @param told what its caller was told up to now
   */
  public Facts of(Call call, Wait wait, Told told) {
    return new Facts(
        state.now(),
        wait.position(),
        Math.max(wait.position(), state.waiting().length(wait.waitingFor())),
        wait.estimate(),
        staff(wait.waitingFor(), MOST_COUNTED),
        ahead(call, wait.position(), told));
  }

  /** Who came in ahead since the position was told that it had before, if it rose. */
  private Ahead ahead(Call call, int position, Told told) {
    int figure = told.standing().figure();
    if (figure > 0 && position > figure) {
      return ahead(call, told.standing().turn());
    }
    boolean roseBefore =
        told.standing().expected().filter(wait -> position > wait.position()).isPresent();
    return roseBefore ? ahead(call, told.begun()) : Ahead.NOBODY;
  }

  /** How many members take calls through their group, those of groups in it included. */
  private int staff(Destination destination, int most) {
    if (!(destination instanceof Destination.ToHuntGroup to)) {
      return 1;
    }
    return state.phones().huntGroup(to.number()).map(group -> staff(group, most)).orElse(0);
  }

  private int staff(HuntGroup group, int most) {
    int there = 0;
    int counted = 0;
    for (HuntGroup.Member member : group.members()) {
      if (counted++ == most) {
        break;
      }
      there +=
          member.to() instanceof Destination.ToExtension to
              ? (takesCalls(to.number(), group.number()) ? 1 : 0)
              : staff(member.to(), most - counted);
    }
    return there;
  }

  private boolean takesCalls(DirectoryNumber extension, DirectoryNumber group) {
    return state.extensions().attendanceIn(extension, group).isPresent()
        && !state.extensions().isLeftAlone(extension);
  }

  /** Who stands ahead of a call and joined its queue later than an instant. */
  private Ahead ahead(Call call, Instant since) {
    int higher = 0;
    int back = 0;
    int counted = 0;
    for (Call other : state.waiting().queue(call.wanted()).orElseThrow().all()) {
      if (other == call || counted++ == MOST_COUNTED) {
        break;
      }
      if (!other.phaseSince().isBefore(since)) {
        boolean above = other.place().priority().compareTo(call.place().priority()) < 0;
        higher += above ? 1 : 0;
        back += above ? 0 : 1;
      }
    }
    return new Ahead(higher, back);
  }
}
