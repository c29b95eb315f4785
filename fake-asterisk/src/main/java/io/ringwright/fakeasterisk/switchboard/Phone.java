package io.ringwright.fakeasterisk.switchboard;

/**
 * What answers for a device: it is told of each call and does with it what it likes, now or later,
 * on the timeline.
 *
 * <p>Thread safety: called on the timeline's thread.
 */
@FunctionalInterface
public interface Phone {

  /**
   * A call reaches the phone.
   *
   * @param invitation by which the phone answers, refuses or rings
   */
  void invited(Invitation invitation);

  /**
   * One call to one phone, from the phone's side. What no longer fits does nothing.
   *
   * <p>Thread safety: belongs to the timeline's thread.
   */
  interface Invitation {

    /**
     * Which number is called: the phone's own, or behind a trunk the one that was dialled.
     *
     * @return such as {@code 8260}
     */
    String number();

    /**
     * Whether the phone may still answer.
     *
     * @return false once it answered, refused, or was called off
     */
    boolean isOpen();

    /**
     * The channel on which the call comes.
     *
     * @return the phone's channel
     */
    LiveChannel channel();

    /** Rings. */
    void ring();

    /** Answers. */
    void answer();

    /**
     * Refuses.
     *
     * @param cause why, a Q.850 number
     * @param sipStatus the SIP status that says so
     */
    void refuse(int cause, int sipStatus);

    /** Hangs up after an answer. */
    void hangUp();
  }
}
