package io.ringwright.fakeasterisk.switchboard;

import io.ringwright.fakeasterisk.switchboard.SwitchListener.Asked;
import io.ringwright.fakeasterisk.switchboard.SwitchListener.SentOn;

/**
 * Somebody in a talk sends the other side to a number, without a word; one that parks keeps them
 * there.
 *
 * <p>Thread safety: belongs to the timeline's thread.
 */
public final class BlindTransfer {

  private BlindTransfer() {}

  /**
   * Carries out what a phone asks by REFER. Nothing happens if it is in no talk.
   *
   * @param switchboard the switch
   * @param transferer the phone's channel
   * @param to where to send the other side
   */
  public static void start(Switchboard switchboard, LiveChannel transferer, Location to) {
    start(switchboard, transferer, to, Asked.BY_REFER);
  }

  static void start(Switchboard switchboard, LiveChannel transferer, Location to, Asked asked) {
    transferer
        .bridge()
        .flatMap(
            bridge ->
                bridge
                    .otherThan(transferer)
                    .map(other -> new SentOn(transferer, other, bridge, to, asked)))
        .ifPresent(transfer -> carryOut(switchboard, transfer));
  }

  private static void carryOut(Switchboard switchboard, SentOn transfer) {
    transfer.transferer().resume();
    if (switchboard.extensions().parks(transfer.to())) {
      park(switchboard, transfer);
    } else {
      switchboard.tell(listener -> listener.transferredBlindly(transfer));
      transfer.transferee().moveTo(transfer.to());
    }
  }

  private static void park(Switchboard switchboard, SentOn transfer) {
    ParkingLot lot = switchboard.parkingLot();
    if (lot.hasRoom()) {
      int space = lot.reserve(transfer.transferee());
      switchboard.tell(listener -> listener.transferredBlindly(transfer));
      lot.move(transfer.transferee(), transfer.bridge(), space);
      transfer.bridge().dissolve(transfer.transferer());
    }
  }
}
