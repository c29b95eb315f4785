package io.ringwright.fakeasterisk.ami;

import io.ringwright.fakeasterisk.switchboard.Bridge;
import io.ringwright.fakeasterisk.switchboard.LiveChannel;
import io.ringwright.fakeasterisk.switchboard.SwitchListener;
import io.ringwright.fakeasterisk.switchboard.SwitchListener.Asked;
import io.ringwright.fakeasterisk.switchboard.SwitchListener.Connected;
import io.ringwright.fakeasterisk.switchboard.SwitchListener.SentOn;
import java.util.function.BiConsumer;

/**
 * Turns transfers, pick-ups, parking and Local channels into events, with the names and headers of
 * Asterisk 22. Source: {@code main/stasis_bridges.c}, {@code main/core_local.c}, {@code
 * main/manager_channels.c} and {@code main/pickup.c}. Belongs to the timeline's thread.
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
  public void held(LiveChannel channel) {
    tell(event("Hold").channel("", channel));
  }

  @Override
  public void unheld(LiveChannel channel) {
    tell(event("Unhold").channel("", channel));
  }

  @Override
  public void transferredBlindly(SentOn transfer) {
    tell(
        event("BlindTransfer")
            .header("Result", "Success")
            .channel("Transferer", transfer.transferer())
            .channel("Transferee", transfer.transferee())
            .bridge("", transfer.bridge())
            .header("IsExternal", isByKeys(transfer) ? "No" : "Yes")
            .header("Context", transfer.to().context())
            .header("Extension", transfer.to().extension()));
  }

  private static boolean isByKeys(SentOn transfer) {
    return transfer.asked() == Asked.BY_KEYS;
  }

  @Override
  public void transferred(Connected transfer) {
    AmiText event =
        event("AttendedTransfer")
            .header("Result", "Success")
            .channel("OrigTransferer", transfer.here())
            .bridge("Orig", transfer.talk())
            .channel("SecondTransferer", transfer.consultation());
    transfer.target().ifPresent(bridge -> event.bridge("Second", bridge));
    event.channel("Transferee", transfer.transferee());
    transfer.destination().ifPresent(bridge -> target(event, bridge, transfer.transferee()));
    event.header("IsExternal", "No");
    transfer
        .destination()
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
  public void bridgesMerged(Bridge to, Bridge from) {
    tell(event("BridgeMerge").bridge("To", to).bridge("From", from));
  }

  @Override
  public void parked(LiveChannel parkee, int space) {
    tell(ofParking("ParkedCall", parkee, space));
  }

  @Override
  public void unparked(LiveChannel parkee, LiveChannel retriever, int space) {
    tell(ofParking("UnParkedCall", parkee, space).channel("Retriever", retriever));
  }

  private AmiText ofParking(String name, LiveChannel parkee, int space) {
    return event(name)
        .channel("Parkee", parkee)
        .header("Parkinglot", "default")
        .header("ParkingSpace", space);
  }

  @Override
  public void localBridged(LiveChannel first, LiveChannel second, boolean optimises) {
    tell(
        ofLocal("LocalBridge", first, second)
            .header("Context", second.location().context())
            .header("Exten", second.location().extension())
            .header("LocalOptimization", optimises ? "Yes" : "No"));
  }

  @Override
  public void localOptimisationBegun(LiveChannel first, LiveChannel second, LiveChannel source) {
    tell(ofLocal("LocalOptimizationBegin", first, second).channel("Source", source));
  }

  @Override
  public void localOptimisationEnded(LiveChannel first, LiveChannel second) {
    tell(ofLocal("LocalOptimizationEnd", first, second));
  }

  private AmiText ofLocal(String name, LiveChannel first, LiveChannel second) {
    return event(name).channel("LocalOne", first).channel("LocalTwo", second);
  }

  @Override
  public void pickedUp(LiveChannel picker, LiveChannel target) {
    tell(event("Pickup").channel("", picker).channel("Target", target));
  }
}
