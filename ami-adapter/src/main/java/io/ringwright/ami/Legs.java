package io.ringwright.ami;

import io.ringwright.call.CallId;
import io.ringwright.call.Channel;
import io.ringwright.call.Device;
import io.ringwright.call.PbxId;
import io.ringwright.call.TalkingPhone;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The channels of one Asterisk: by their identity, by the call that they carry, and by the devices
 * to which they belong.
 *
 * <p>Thread safety: for one thread.
 */
final class Legs {

  /** Between two renamings of a masquerade a name ends so; such a channel is nobody's any more. */
  private static final String MASQUERADED = "<";

  private final PbxId pbx;
  private final Map<String, Leg> byId = new HashMap<>();
  private final Map<Device, Set<Leg>> byDevice = new HashMap<>();
  private final Map<String, Leg> localHalves = new HashMap<>();
  private final Map<CallId, Leg> carriers = new HashMap<>();

  /** The call that a linked id stands for, where it is not the linked id itself. */
  private final Map<String, CallId> callOfLinkedId = new HashMap<>();

  private long ages;

  Legs(PbxId pbx) {
    this.pbx = pbx;
  }

  Collection<Leg> all() {
    return byId.values();
  }

  @Nullable Leg get(String uniqueId) {
    return byId.get(uniqueId);
  }

  /** The leg that a message is about, put in if it is new; the prefix tells which of several. */
  Leg of(AmiMessage message, String prefix) {
    Leg leg =
        byId.computeIfAbsent(
            message.header(prefix + "uniqueid"),
            uniqueId -> new Leg(pbx, uniqueId, message.header(prefix + "linkedid"), ages++));
    name(leg, message.header(prefix + "channel"));
    return leg;
  }

  /** A leg has another name from now on, and so another device. */
  void name(Leg leg, String name) {
    if (leg.name.equals(name)) {
      return;
    }
    localHalves.remove(leg.name, leg);
    leg.name = name;
    if (name.startsWith("Local/")) {
      localHalves.put(name, leg);
    }
    Device before = leg.device;
    leg.device = deviceOf(name).orElse(null);
    if (before != null && !leg.devices().contains(before)) {
      drop(before, leg);
    }
    index(leg);
  }

  /** The leg was dialled through Local channels of these devices. */
  void dialledAs(Leg leg, List<Device> devices) {
    leg.dialledAs = devices;
    index(leg);
  }

  /** What was dialled to reach the leg, where that looks like a device. */
  void rungAs(Leg leg, @Nullable Device rung) {
    leg.rungAs = rung;
    index(leg);
  }

  private void index(Leg leg) {
    for (Device each : leg.devices()) {
      byDevice.computeIfAbsent(each, none -> new LinkedHashSet<>()).add(leg);
    }
  }

  /** The legs at a device. */
  Set<Leg> at(Device device) {
    return byDevice.getOrDefault(device, Set.of());
  }

  Set<Device> devices() {
    return byDevice.keySet();
  }

  /** The other half of a Local channel. */
  @Nullable Leg otherHalf(Leg leg) {
    int end = leg.name.length() - 1;
    if (!leg.name.startsWith("Local/") || end < 2 || leg.name.charAt(end - 1) != ';') {
      return null;
    }
    char other = leg.name.charAt(end) == '1' ? '2' : '1';
    return localHalves.get(leg.name.substring(0, end) + other);
  }

  /** The caller's leg of a call. */
  @Nullable Leg callerOf(CallId call) {
    Leg carrier = carriers.get(call);
    Leg own = byId.get(call.uniqueId());
    return carrier != null || own == null || own.carries != null ? carrier : own;
  }

  /** The call of whoever calls on this leg. */
  Optional<CallId> callOf(Leg caller) {
    return Optional.ofNullable(caller.carries == null ? caller.ownCall : caller.carries);
  }

  /** The caller on this leg goes on with a call that came on another. */
  void carry(Leg leg, CallId call) {
    if (!call.equals(leg.ownCall)) {
      leg.carries = call;
      carriers.put(call, leg);
    }
  }

  /** What a linked id stands for. */
  void link(String linkedId, CallId call) {
    if (!linkedId.equals(call.uniqueId())) {
      callOfLinkedId.putIfAbsent(linkedId, call);
    }
  }

  /** A linked id does not stand for this call, as it seemed. */
  void unlink(String linkedId, CallId call) {
    callOfLinkedId.remove(linkedId, call);
  }

  /** The call that the linked id of a leg stands for. */
  Optional<CallId> linked(Leg leg) {
    CallId known = callOfLinkedId.get(leg.linkedId);
    if (known != null) {
      return Optional.of(known);
    }
    Leg first = byId.get(leg.linkedId);
    return first == null ? CallId.parse(pbx, leg.linkedId) : Optional.ofNullable(first.ownCall);
  }

  /** The phone of a leg, as the engine is told of it. */
  TalkingPhone phone(Leg leg) {
    return new TalkingPhone(leg.names(), Channel.parse(pbx, leg.name));
  }

  /** The leg is gone; its devices stay known until {@link #drop}. */
  void remove(Leg leg) {
    byId.remove(leg.uniqueId);
    localHalves.remove(leg.name, leg);
    if (leg.dialledBy != null) {
      leg.dialledBy.dialled.remove(leg);
    }
    if (leg.carries != null) {
      carriers.remove(leg.carries, leg);
    }
    CallId call = callOfLinkedId.get(leg.linkedId);
    if (call != null && call.uniqueId().equals(leg.uniqueId)) {
      callOfLinkedId.remove(leg.linkedId);
    }
    new ArrayList<>(leg.devices()).forEach(device -> drop(device, leg));
  }

  private void drop(Device device, Leg leg) {
    Set<Leg> left = byDevice.get(device);
    if (left != null && left.remove(leg) && left.isEmpty()) {
      byDevice.remove(device);
    }
  }

  /** Whether a channel is being replaced by another, and is nobody's. */
  static boolean isMasqueraded(String channelName) {
    return channelName.contains(MASQUERADED);
  }

  /** A channel's name is its device and, after the last dash, a number. */
  static Optional<Device> deviceOf(String channelName) {
    int dash = channelName.lastIndexOf('-');
    return dash < 0 || isMasqueraded(channelName)
        ? Optional.empty()
        : Device.parse(channelName.substring(0, dash));
  }
}
