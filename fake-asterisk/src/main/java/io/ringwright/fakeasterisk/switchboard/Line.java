package io.ringwright.fakeasterisk.switchboard;

import io.ringwright.availability.DeviceState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** One device: what answers there, and in which state it is. Belongs to the timeline's thread. */
final class Line {

  private final Switchboard switchboard;
  private final String device;
  private final String context;
  private final Phone phone;
  private final List<PhoneLeg> legs = new ArrayList<>();
  private boolean reachable = true;
  private DeviceState reported = DeviceState.NOT_IN_USE;

  Line(Switchboard switchboard, String device, String context, Phone phone) {
    this.context = context;
    this.switchboard = switchboard;
    this.device = device;
    this.phone = phone;
  }

  String device() {
    return device;
  }

  /** The case of a technology does not matter; that of what follows does. */
  boolean isNamed(String name) {
    int slash = device.indexOf('/');
    return slash > 0
        && name.length() == device.length()
        && name.regionMatches(true, 0, device, 0, slash)
        && name.endsWith(device.substring(slash));
  }

  /** Where the device calls and transfers to. */
  String context() {
    return context;
  }

  Phone phone() {
    return phone;
  }

  boolean isReachable() {
    return reachable;
  }

  void reach(boolean now) {
    reachable = now;
    update();
  }

  void add(PhoneLeg leg) {
    legs.add(leg);
  }

  /** What rings there. */
  Optional<PhoneLeg> ringing() {
    return legs.stream().filter(leg -> leg.channel().state() == ChannelState.RINGING).findFirst();
  }

  void remove(PhoneLeg leg) {
    legs.remove(leg);
  }

  void forget(LiveChannel channel) {
    legs.removeIf(leg -> leg.channel() == channel);
  }

  void hangUp() {
    List.copyOf(legs).forEach(PhoneLeg::hangUp);
  }

  DeviceState state() {
    return reported;
  }

  void update() {
    DeviceState now = worked();
    if (now != reported) {
      reported = now;
      switchboard.tell(listener -> listener.deviceChanged(device, now));
    }
  }

  /**
   * What the channels make of the device: a channel that nothing was heard of does not count.
   * Source: {@code chan_pjsip_devicestate} in Asterisk's {@code channels/chan_pjsip.c}.
   */
  private DeviceState worked() {
    Set<ChannelState> states =
        switchboard.channelsOf(device).stream().map(LiveChannel::state).collect(Collectors.toSet());
    boolean rings = states.contains(ChannelState.RINGING);
    if (states.contains(ChannelState.UP) || states.contains(ChannelState.RING)) {
      return rings ? DeviceState.RING_IN_USE : DeviceState.IN_USE;
    }
    if (rings) {
      return DeviceState.RINGING;
    }
    if (states.contains(ChannelState.BUSY)) {
      return DeviceState.BUSY;
    }
    return reachable ? DeviceState.NOT_IN_USE : DeviceState.UNAVAILABLE;
  }
}
