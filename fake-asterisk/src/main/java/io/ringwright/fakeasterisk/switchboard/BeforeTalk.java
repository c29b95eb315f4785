package io.ringwright.fakeasterisk.switchboard;

import java.util.function.Consumer;

/**
 * What a phone that has answered does before it talks to the caller: option {@code U} of Dial.
 *
 * <p>Thread safety: belongs to the timeline's thread.
 */
@FunctionalInterface
public interface BeforeTalk {

  /** Nothing: the talk begins at once. */
  BeforeTalk NOTHING = (phone, whenDone) -> whenDone.accept(Said.TALK);

  /**
   * Begins.
   *
   * @param phone the channel that has answered
   * @param whenDone hears once what becomes of the call, at once or later
   */
  void start(LiveChannel phone, Consumer<Said> whenDone);

  /**
   * What becomes of the call.
   *
   * @param result how the dial ended, such as {@code CONTINUE}; empty if the two talk
   * @param status what the caller finds in {@code DIALSTATUS}
   * @param callerGoesOn whether the caller goes on in the dialplan, without the phone
   */
  record Said(String result, DialStatus status, boolean callerGoesOn) {

    /** The two talk. */
    public static final Said TALK = new Said("", DialStatus.ANSWER, true);

    boolean isTalk() {
      return result.isEmpty();
    }
  }
}
