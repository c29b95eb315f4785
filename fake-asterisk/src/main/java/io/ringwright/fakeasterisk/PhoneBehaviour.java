package io.ringwright.fakeasterisk;

import java.time.Duration;

/**
 * What a phone does when a call reaches it.
 *
 * <p>Thread safety: immutable.
 */
public sealed interface PhoneBehaviour {

  /**
   * Rings, answers, talks, and hangs up by itself.
   *
   * @param after how long it rings before somebody answers
   * @param talk how long the talk lasts before the phone hangs up
   */
  record Answers(Duration after, Duration talk) implements PhoneBehaviour {}

  /** Rings for as long as the caller's side lets it: nobody is there to answer. */
  record NobodyThere() implements PhoneBehaviour {}

  /** Refuses every call as busy (SIP 486), whatever its device state says. */
  record Busy() implements PhoneBehaviour {}

  /** Rings, and refuses every call for good (SIP 603), as a person who presses "reject". */
  record Declines() implements PhoneBehaviour {}

  /** Gives no sign of life: unplugged, so that no response to a call ever comes back. */
  record Vanished() implements PhoneBehaviour {}

  /**
   * A phone that answers.
   *
   * @param after how long it rings before somebody answers
   * @param talk how long the talk lasts before the phone hangs up
   * @return the behaviour
   */
  static PhoneBehaviour answers(Duration after, Duration talk) {
    return new Answers(after, talk);
  }

  /**
   * A phone that rings and is never answered.
   *
   * @return the behaviour
   */
  static PhoneBehaviour nobodyThere() {
    return new NobodyThere();
  }

  /**
   * A phone that is busy.
   *
   * @return the behaviour
   */
  static PhoneBehaviour busy() {
    return new Busy();
  }

  /**
   * A phone that rejects the call.
   *
   * @return the behaviour
   */
  static PhoneBehaviour declines() {
    return new Declines();
  }

  /**
   * A phone that is gone.
   *
   * @return the behaviour
   */
  static PhoneBehaviour vanished() {
    return new Vanished();
  }
}
