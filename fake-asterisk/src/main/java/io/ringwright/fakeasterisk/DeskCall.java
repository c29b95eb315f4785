package io.ringwright.fakeasterisk;

/**
 * A call at a {@link DeskPhone}. Every wait ends after 10 s with an {@link IllegalStateException}
 * that says what was expected.
 *
 * <p>Thread safety: may be used by many threads.
 */
public interface DeskCall {

  /**
   * The number of the other side.
   *
   * @return who calls, as the switch says it, or what was dialled
   */
  String number();

  /** Answers a call that rings here. */
  void answer();

  /** Ends the call, whether it was answered or not. Does nothing if it is over. */
  void hangUp();

  /**
   * Presses keys one after the other, as tones in the talk. Returns before they are pressed.
   *
   * @param keys digits, {@code *}, {@code #}
   */
  void press(String keys);

  /** Puts the other side on hold, with the music of the switch. */
  void hold();

  /** Takes the other side back from hold. */
  void resume();

  /**
   * Sends the other side to a number, without a word: a blind transfer by REFER.
   *
   * @param number what would be dialled
   */
  void transfer(String number);

  /**
   * Connects the other side with that of another call of this phone: an attended transfer by REFER
   * with Replaces. The other call may talk, ring or wait.
   *
   * @param consultation the other call
   */
  void transferTo(DeskCall consultation);

  /** Waits until the other side rings. */
  void awaitRinging();

  /** Waits until the call is answered. */
  void awaitTalking();

  /** Waits until the call is over, however it ends. */
  void awaitOver();

  /**
   * Waits until something is heard: another side, or music.
   *
   * @param packets how many packets of 20 ms, where the phone counts them
   */
  void awaitSpeech(int packets);
}
