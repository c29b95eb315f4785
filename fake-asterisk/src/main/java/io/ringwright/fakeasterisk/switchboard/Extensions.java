package io.ringwright.fakeasterisk.switchboard;

/**
 * What a switch has to know of its dialplan to understand transfers.
 *
 * <p>Thread safety: called on the timeline's thread.
 */
public interface Extensions {

  /** A dialplan without a step. */
  Extensions NONE =
      new Extensions() {
        @Override
        public boolean exists(Location place) {
          return false;
        }

        @Override
        public boolean mayBeLonger(Location place) {
          return false;
        }

        @Override
        public boolean parks(Location place) {
          return false;
        }
      };

  /**
   * Whether there is a step.
   *
   * @param place the place
   * @return true if a channel could go on there
   */
  boolean exists(Location place);

  /**
   * Whether somebody who dials digit by digit may go on.
   *
   * @param place the context, and what was dialled so far
   * @return true if something longer would match too
   */
  boolean mayBeLonger(Location place);

  /**
   * Whether whoever is transferred there is parked.
   *
   * @param place the place
   * @return true if its first step is the application Park
   */
  boolean parks(Location place);
}
