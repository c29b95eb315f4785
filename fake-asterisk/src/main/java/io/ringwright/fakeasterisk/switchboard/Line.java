package io.ringwright.fakeasterisk.switchboard;

import io.ringwright.availability.DeviceState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** One device: what answers there, and in which state it is. Belongs to the timeline's thread. */
final class Line {

  private final Watch watch;
  private final String device;
  private final String context;
  private final Phone phone;
  private final List<PhoneLeg> legs = new ArrayList<>();
  private boolean reachable = true;
  private DeviceState reported = DeviceState.NOT_IN_USE;

  /** The channels of a switch, and who is told of a device. */
  interface Watch {
    List<LiveChannel> channelsOf(String device);

    void changed(String device, DeviceState state);
  }

  Line(Watch watch, String device, String context, Phone phone) {
    this.context = context;
    this.watch = watch;
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
      watch.changed(device, now);
    }
  }

  /**
   * What the channels make of the device: a channel that nothing was heard of does not count.
   * Source: {@code chan_pjsip_devicestate} in Asterisk's {@code channels/chan_pjsip.c}.
   */
  private DeviceState worked() {
    List<LiveChannel> channels = watch.channelsOf(device);
    Set<ChannelState> states =
        channels.stream().map(LiveChannel::state).collect(Collectors.toSet());
    boolean rings = states.contains(ChannelState.RINGING);
    List<LiveChannel> inCall = channels.stream().filter(Line::isInCall).toList();
    if (!inCall.isEmpty()) {
      return rings ? DeviceState.RING_IN_USE : inCall(inCall);
    }
    if (rings) {
      return DeviceState.RINGING;
    }
    if (states.contains(ChannelState.BUSY)) {
      return DeviceState.BUSY;
    }
    return reachable ? DeviceState.NOT_IN_USE : DeviceState.UNAVAILABLE;
  }

  private static boolean isInCall(LiveChannel channel) {
    return channel.state() == ChannelState.UP || channel.state() == ChannelState.RING;
  }

  /** A device is on hold if all its calls are: it is held, and does not hold. */
  private static DeviceState inCall(List<LiveChannel> channels) {
    boolean held = channels.stream().allMatch(channel -> channel.audio().isHeld());
    return held ? DeviceState.ON_HOLD : DeviceState.IN_USE;
  }
}
