package io.ringwright.fakeasterisk.ami;

import io.ringwright.availability.DeviceState;
import io.ringwright.fakeasterisk.switchboard.Bridge;
import io.ringwright.fakeasterisk.switchboard.DeviceStateWord;
import io.ringwright.fakeasterisk.switchboard.DialStatus;
import io.ringwright.fakeasterisk.switchboard.HangupCause;
import io.ringwright.fakeasterisk.switchboard.LiveChannel;
import io.ringwright.fakeasterisk.switchboard.SwitchListener;
import java.util.function.BiConsumer;

/**
 * Turns what happens in the switch into events, with the names and headers of Asterisk 22. Source:
 * {@code main/manager_channels.c}, {@code main/manager_bridges.c} and {@code
 * res/res_musiconhold.c}. Belongs to the timeline's thread.
 */
final class AmiEvents implements SwitchListener {

  private final String systemName;
  private final BiConsumer<AmiClass, AmiText> broadcast;

  AmiEvents(String systemName, BiConsumer<AmiClass, AmiText> broadcast) {
    this.systemName = systemName;
    this.broadcast = broadcast;
  }

  private AmiText event(AmiClass eventClass, String name) {
    return AmiText.event(name)
        .header("Privilege", eventClass.word() + ",all")
        .headerIfAny("SystemName", systemName);
  }

  private void ofCall(AmiText event) {
    broadcast.accept(AmiClass.CALL, event);
  }

  private AmiText ofChannel(String name, LiveChannel channel) {
    return event(AmiClass.CALL, name).channel("", channel);
  }

  // Channels

  @Override
  public void channelCreated(LiveChannel channel) {
    ofCall(ofChannel("Newchannel", channel));
  }

  @Override
  public void channelStateChanged(LiveChannel channel) {
    ofCall(ofChannel("Newstate", channel));
  }

  @Override
  public void connectedLineChanged(LiveChannel channel) {
    ofCall(ofChannel("NewConnectedLine", channel));
  }

  @Override
  public void stepped(LiveChannel channel) {
    broadcast.accept(
        AmiClass.DIALPLAN,
        event(AmiClass.DIALPLAN, "Newexten")
            .channel("", channel)
            .header("Extension", channel.location().extension())
            .header("Application", channel.application())
            .header("AppData", channel.data()));
  }

  @Override
  public void variableSet(LiveChannel channel, String name, String value) {
    broadcast.accept(
        AmiClass.DIALPLAN,
        event(AmiClass.DIALPLAN, "VarSet")
            .channel("", channel)
            .header("Variable", name)
            .header("Value", AmiText.escaped(value)));
  }

  @Override
  public void hangupRequested(LiveChannel channel) {
    AmiText event = ofChannel("HangupRequest", channel);
    if (channel.hangupCause() != HangupCause.UNKNOWN) {
      event.header("Cause", channel.hangupCause());
    }
    ofCall(withSipStatus(event, channel));
  }

  @Override
  public void softHangupRequested(LiveChannel channel, int flag) {
    ofCall(withSipStatus(ofChannel("SoftHangupRequest", channel).header("Cause", flag), channel));
  }

  @Override
  public void channelGone(LiveChannel channel) {
    AmiText event =
        ofChannel("Hangup", channel)
            .header("Cause", channel.hangupCause())
            .header("Cause-txt", HangupCause.text(channel.hangupCause()));
    ofCall(withSipStatus(event, channel));
  }

  private static AmiText withSipStatus(AmiText event, LiveChannel channel) {
    return channel.sipStatus() == 0 ? event : event.header("TechCause", channel.sipStatus());
  }

  // Dialling

  @Override
  public void dialBegun(LiveChannel caller, LiveChannel phone, String dialString) {
    ofCall(ofDial("DialBegin", caller, phone).header("DialString", dialString));
  }

  @Override
  public void dialRinging(LiveChannel caller, LiveChannel phone) {
    ofCall(ofDial("DialState", caller, phone).header("DialStatus", "RINGING"));
  }

  @Override
  public void dialEnded(LiveChannel caller, LiveChannel phone, String status) {
    ofCall(ofDial("DialEnd", caller, phone).header("DialStatus", status));
  }

  /** Who is called by the switch itself has nobody at the other end. */
  @Override
  public void callOutBegun(LiveChannel channel, String dialString) {
    ofCall(ofCallOut("DialBegin", channel).header("DialString", dialString));
  }

  @Override
  public void callOutRinging(LiveChannel channel) {
    ofCall(ofCallOut("DialState", channel).header("DialStatus", "RINGING"));
  }

  @Override
  public void callOutEnded(LiveChannel channel, DialStatus status) {
    ofCall(ofCallOut("DialEnd", channel).header("DialStatus", status));
  }

  private AmiText ofCallOut(String name, LiveChannel channel) {
    return event(AmiClass.CALL, name).channel("Dest", channel);
  }

  private AmiText ofDial(String name, LiveChannel caller, LiveChannel phone) {
    return ofChannel(name, caller).channel("Dest", phone);
  }

  // Conversations and music

  @Override
  public void bridgeCreated(Bridge bridge) {
    ofCall(ofBridge("BridgeCreate", bridge));
  }

  @Override
  public void bridgeEntered(Bridge bridge, LiveChannel channel) {
    ofCall(ofBridge("BridgeEnter", bridge).channel("", channel));
  }

  @Override
  public void bridgeEnteredInPlaceOf(Bridge bridge, LiveChannel channel, LiveChannel replaced) {
    ofCall(
        ofBridge("BridgeEnter", bridge)
            .channel("", channel)
            .header("SwapUniqueid", replaced.id().uniqueId()));
  }

  @Override
  public void bridgeLeft(Bridge bridge, LiveChannel channel) {
    ofCall(ofBridge("BridgeLeave", bridge).channel("", channel));
  }

  @Override
  public void bridgeDestroyed(Bridge bridge) {
    ofCall(ofBridge("BridgeDestroy", bridge));
  }

  private AmiText ofBridge(String name, Bridge bridge) {
    return event(AmiClass.CALL, name).bridge("", bridge);
  }

  @Override
  public void musicStarted(LiveChannel channel, String musicClass) {
    ofCall(ofChannel("MusicOnHoldStart", channel).header("Class", musicClass));
  }

  @Override
  public void musicStopped(LiveChannel channel) {
    ofCall(ofChannel("MusicOnHoldStop", channel));
  }

  @Override
  public void recordingBegun(LiveChannel channel) {
    ofCall(ofChannel("MixMonitorStart", channel));
  }

  // Devices

  @Override
  public void deviceChanged(String device, DeviceState state) {
    ofCall(
        event(AmiClass.CALL, "DeviceStateChange")
            .header("Device", device)
            .header("State", DeviceStateWord.of(state)));
  }
}
