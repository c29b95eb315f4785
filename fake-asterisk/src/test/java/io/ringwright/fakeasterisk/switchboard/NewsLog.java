package io.ringwright.fakeasterisk.switchboard;

import io.ringwright.availability.DeviceState;
import java.util.ArrayList;
import java.util.List;

/** Writes down, in short, what a switch tells. */
public final class NewsLog implements SwitchListener {

  private final List<String> lines = new ArrayList<>();

  /** What was told since this was last asked. */
  public List<String> take() {
    List<String> taken = List.copyOf(lines);
    lines.clear();
    return taken;
  }

  private static String who(LiveChannel channel) {
    return channel.id().resource();
  }

  @Override
  public void channelStateChanged(LiveChannel channel) {
    lines.add(who(channel) + " " + channel.state());
  }

  @Override
  public void dialBegun(LiveChannel caller, LiveChannel phone, String dialString) {
    lines.add("dial " + dialString);
  }

  @Override
  public void dialEnded(LiveChannel caller, LiveChannel phone, String status) {
    lines.add("dial " + who(phone) + " ended " + status);
  }

  @Override
  public void bridgeEntered(Bridge bridge, LiveChannel channel) {
    lines.add(who(channel) + " enters, " + bridge.size());
  }

  @Override
  public void bridgeLeft(Bridge bridge, LiveChannel channel) {
    lines.add(who(channel) + " leaves, " + bridge.size());
  }

  @Override
  public void musicStarted(LiveChannel channel, String musicClass) {
    lines.add(who(channel) + " hears " + musicClass);
  }

  @Override
  public void musicStopped(LiveChannel channel) {
    lines.add(who(channel) + " hears no music");
  }

  @Override
  public void promptPlayed(LiveChannel channel, String how, String what) {
    lines.add(who(channel) + " " + how + " " + what);
  }

  @Override
  public void channelGone(LiveChannel channel) {
    lines.add(who(channel) + " gone " + channel.hangupCause());
  }

  @Override
  public void deviceChanged(String device, DeviceState state) {
    lines.add(device + " is " + state);
  }
}
