package io.ringwright.fakeasterisk.ami;

import io.ringwright.fakeasterisk.switchboard.AttendedTransfer;
import io.ringwright.fakeasterisk.switchboard.BlindTransfer;
import io.ringwright.fakeasterisk.switchboard.Bridge;
import io.ringwright.fakeasterisk.switchboard.LiveChannel;
import io.ringwright.fakeasterisk.switchboard.SwitchListener;
import java.util.function.BiConsumer;

/**
 * Turns transfers and pick-ups into events, with the names and headers of Asterisk 22. Source:
 * {@code main/stasis_bridges.c}, {@code main/manager_channels.c} and {@code main/pickup.c}. Belongs
 * to the timeline's thread.
 */
final class TransferEvents implements SwitchListener {

  private final String systemName;
  private final BiConsumer<AmiClass, AmiText> broadcast;

  TransferEvents(String systemName, BiConsumer<AmiClass, AmiText> broadcast) {
    this.systemName = systemName;
    this.broadcast = broadcast;
  }

  private AmiText event(String name) {
    return AmiText.event(name)
        .header("Privilege", "call,all")
        .headerIfAny("SystemName", systemName);
  }

  private void tell(AmiText event) {
    broadcast.accept(AmiClass.CALL, event);
  }

  @Override
  public void unheld(LiveChannel channel) {
    tell(event("Unhold").channel("", channel));
  }

  @Override
  public void transferredBlindly(BlindTransfer transfer) {
    tell(
        event("BlindTransfer")
            .header("Result", "Success")
            .channel("Transferer", transfer.transferer())
            .channel("Transferee", transfer.transferee())
            .bridge("", transfer.bridge())
            .header("IsExternal", "Yes")
            .header("Context", transfer.to().context())
            .header("Extension", transfer.to().extension()));
  }

  @Override
  public void transferred(AttendedTransfer transfer) {
    AmiText event =
        event("AttendedTransfer")
            .header("Result", "Success")
            .channel("OrigTransferer", transfer.here())
            .bridge("Orig", transfer.talk())
            .channel("SecondTransferer", transfer.consultation());
    transfer.target().ifPresent(bridge -> event.bridge("Second", bridge));
    event.channel("Transferee", transfer.transferee());
    transfer.target().ifPresent(bridge -> target(event, bridge, transfer.transferee()));
    event.header("IsExternal", "No");
    transfer
        .target()
        .ifPresentOrElse(
            bridge -> event.header("DestType", "Bridge").header("DestBridgeUniqueid", bridge.id()),
            () ->
                event
                    .header("DestType", "App")
                    .header("DestApp", transfer.consultation().application()));
    tell(event);
  }

  /** The other side of the second call is named where there is one. */
  private static void target(AmiText event, Bridge bridge, LiveChannel transferee) {
    bridge.otherThan(transferee).ifPresent(other -> event.channel("TransferTarget", other));
  }

  @Override
  public void pickedUp(LiveChannel picker, LiveChannel target) {
    tell(event("Pickup").channel("", picker).channel("Target", target));
  }
}
