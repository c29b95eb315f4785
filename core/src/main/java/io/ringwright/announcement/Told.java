package io.ringwright.announcement;

import java.time.Instant;
import java.util.Optional;

/**
 * What one caller was told in one wait for one destination. All instants are of the engine's time;
 * {@link Instant#MIN} stands for never.
 *
 * <p>Thread safety: immutable.
 *
 * @param begun when the wait began, as far as announcements go
 * @param last when the last announcement began
 * @param standing what was told of the standing
 * @param own what was told of the house's own messages
 */
public record Told(Instant begun, Instant last, OfStanding standing, OfOwn own) {

  /**
   * What was told of the standing.
   *
   * @param turn when it was last told, or left out for a reason
   * @param figure the number told last; 0 for none
   * @param expected the wait told last that has not been taken back; empty for none
   */
  public record OfStanding(Instant turn, int figure, Optional<ToldWait> expected) {

    static final OfStanding NOTHING = new OfStanding(Instant.MIN, 0, Optional.empty());
  }

  /**
   * A wait that a caller was told.
   *
   * @param until when it ends, counted from the instant at which it was told
   * @param minutes how many minutes were told; 1 also for less than a minute
   * @param position the position then
   * @param staff how many people could take the calls then
   */
  public record ToldWait(Instant until, int minutes, int position, int staff) {}

  /**
   * What was told of the house's own messages.
   *
   * @param turn when one was told last
   * @param count how many were told
   * @param latest the place in the list of the last one, from 1 on; 0 for none
   */
  public record OfOwn(Instant turn, int count, int latest) {

    static final OfOwn NOTHING = new OfOwn(Instant.MIN, 0, 0);
  }

  /**
   * Nothing was told yet, and no join message will be.
   *
   * @param now when the wait begins
   * @return the beginning
   */
  public static Told nothing(Instant now) {
    return new Told(now, Instant.MIN, OfStanding.NOTHING, OfOwn.NOTHING);
  }

  Told at(Instant now) {
    return new Told(begun, now, standing, own);
  }

  Told with(OfStanding other) {
    return new Told(begun, last, other, own);
  }

  Told with(OfOwn other) {
    return new Told(begun, last, standing, other);
  }
}
