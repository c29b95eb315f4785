package io.ringwright.fakeasterisk.switchboard;

/**
 * Somebody in a talk sends the other side to a number, without a word.
 *
 * <p>Thread safety: belongs to the timeline's thread.
 *
 * @param transferer who sends
 * @param transferee who is sent
 * @param bridge their talk
 * @param to where to
 */
public record BlindTransfer(
    LiveChannel transferer, LiveChannel transferee, Bridge bridge, Location to) {

  /**
   * Carries out what a phone asks by REFER. Nothing happens if it is in no talk.
   *
   * @param transferer the phone's channel
   * @param to where to send the other side
   */
  public static void start(LiveChannel transferer, Location to) {
    transferer
        .bridge()
        .flatMap(
            bridge ->
                bridge
                    .otherThan(transferer)
                    .map(other -> new BlindTransfer(transferer, other, bridge, to)))
        .ifPresent(BlindTransfer::carryOut);
  }

  private void carryOut() {
    Switchboard switchboard = transferer.switchboard();
    switchboard.tell(listener -> listener.unheld(transferer));
    switchboard.tell(listener -> listener.transferredBlindly(this));
    transferee.moveTo(to);
  }
}
