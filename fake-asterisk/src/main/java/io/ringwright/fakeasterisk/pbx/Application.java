package io.ringwright.fakeasterisk.pbx;

import io.ringwright.fakeasterisk.switchboard.Fate;
import io.ringwright.fakeasterisk.switchboard.LiveChannel;

/**
 * One application of a dialplan, such as {@code Dial} or {@code Playback}.
 *
 * <p>Thread safety: called on the timeline's thread.
 */
@FunctionalInterface
public interface Application {

  /**
   * Does the work, or begins it.
   *
   * @param call for whom, with which arguments, and whom to tell when it is done
   */
  void start(Call call);

  /**
   * One use of an application.
   *
   * @param channel the channel that executes it
   * @param data its arguments, variables put in
   * @param dialplan what the channel sees of its dialplan
   * @param whenDone hears the verdict once, at once or later
   */
  record Call(LiveChannel channel, String data, DialplanAccess dialplan, WhenDone whenDone) {

    /**
     * Ends this use.
     *
     * @param verdict how the dialplan goes on
     */
    public void done(Verdict verdict) {
      whenDone.done(verdict);
    }

    /**
     * The same use of another application.
     *
     * @param otherData its arguments
     * @return the use
     */
    public Call with(String otherData) {
      return new Call(channel, otherData, dialplan, whenDone);
    }

    /**
     * Whether the channel has been asked to leave, so that nothing which takes time may begin.
     *
     * @return true if it is to be hung up or moved
     */
    public boolean isLeaving() {
      return channel.fate() != Fate.STAYS;
    }
  }

  /** Hears that an application is done. */
  @FunctionalInterface
  interface WhenDone {

    /**
     * It is done.
     *
     * @param verdict how the dialplan goes on
     */
    void done(Verdict verdict);
  }
}
