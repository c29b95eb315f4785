package io.ringwright.ami;

import io.ringwright.availability.DeviceReport;
import io.ringwright.availability.DeviceState;
import io.ringwright.call.CallId;
import io.ringwright.call.Device;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The state of each device, and the calls it is in: what was said last, so that only changes are
 * told.
 *
 * <p>Thread safety: for one thread.
 */
final class DeviceReports {

  /** These cannot be true of a device without a channel. Busy can: do-not-disturb. */
  private static final Set<DeviceState> NEED_A_CHANNEL =
      EnumSet.of(
          DeviceState.IN_USE, DeviceState.RINGING, DeviceState.RING_IN_USE, DeviceState.ON_HOLD);

  /** A device in more calls than this is told with those that came first. */
  static final int MOST_CALLS = DeviceReport.MOST_CALLS;

  private final DialplanContexts contexts;
  private final Legs legs;
  private final Conversations conversations;
  private final Map<Device, DeviceState> said = new HashMap<>();
  private final Map<Device, DeviceReport> reported = new HashMap<>();
  private final Hints hints = new Hints();

  /** How often a channel was looked at. */
  private long looks;

  DeviceReports(DialplanContexts contexts, Legs legs, Conversations conversations) {
    this.contexts = contexts;
    this.legs = legs;
    this.conversations = conversations;
  }

  /** What Asterisk says of a device. */
  void say(Device device, DeviceState state) {
    said.put(device, state);
  }

  /** A hint stands for what the dialplan says there: devices, joined by {@code &}. */
  void standsFor(Device hint, String written) {
    hints.standsFor(hint, written);
  }

  /** The names of a phone, and before them the hints that stand for it. */
  List<Device> withHints(List<Device> names) {
    return hints.with(names);
  }

  /** Every device of which something is known. */
  List<DeviceReport> all() {
    Set<Device> devices = new LinkedHashSet<>(said.keySet());
    devices.addAll(legs.devices());
    List<DeviceReport> all = new ArrayList<>();
    for (Device device : devices) {
      DeviceReport report = reportOf(device);
      reported.put(device, report);
      all.add(report);
    }
    return all;
  }

  /** What is to be told of these devices: nothing of one of which it was told before. */
  List<Fact> changes(Collection<Device> devices) {
    List<Fact> facts = new ArrayList<>();
    for (Device device : hints.with(List.copyOf(devices))) {
      if (isWithoutChannel(device)
          && NEED_A_CHANNEL.contains(wordOf(device))
          && !hints.isMoreThanDevices(device)) {
        said.put(device, DeviceState.NOT_IN_USE);
      }
      change(device).ifPresent(facts::add);
    }
    return facts;
  }

  /** The same after Asterisk said something of a device, which may be ahead of its channels. */
  List<Fact> said(Device device, DeviceState state) {
    say(device, state);
    return change(device).stream().toList();
  }

  private Optional<Fact> change(Device device) {
    DeviceReport report = reportOf(device);
    return report.equals(reported.put(device, report))
        ? Optional.empty()
        : Optional.of(new Fact.Reported(report));
  }

  private DeviceReport reportOf(Device device) {
    List<Leg> here = at(device);
    Set<CallId> calls = new LinkedHashSet<>();
    for (Leg leg : here) {
      conversations.addCallsOf(leg, calls);
    }
    return new DeviceReport(device, stateOf(device, here), firstOf(calls));
  }

  private static Set<CallId> firstOf(Set<CallId> calls) {
    return calls.size() <= MOST_CALLS
        ? calls
        : calls.stream().limit(MOST_CALLS).collect(Collectors.toSet());
  }

  /** Asterisk's word, unless it is behind the channels: channels and states reach us apart. */
  private DeviceState stateOf(Device device, List<Leg> here) {
    DeviceState word = wordOf(device);
    if (!here.isEmpty() && isUnconfirmed(device, here)) {
      return DeviceState.RINGING;
    }
    if (here.isEmpty() || (word != DeviceState.NOT_IN_USE && word != DeviceState.UNKNOWN)) {
      return word;
    }
    boolean talks = here.stream().anyMatch(leg -> leg.up || !leg.wasDialled());
    return talks ? DeviceState.IN_USE : DeviceState.RINGING;
  }

  /** Whoever answered outside has not pressed the key: for Asterisk this device is in use. */
  private boolean isUnconfirmed(Device device, List<Leg> here) {
    return contexts.asksForKey(device)
        && here.stream().noneMatch(leg -> leg.up && device.equals(leg.device));
  }

  /** The channels that came first to a device, or to the devices for which a hint stands. */
  private List<Leg> at(Device device) {
    Stream<Leg> all =
        device.isHint()
            ? hints.behind(device).stream().flatMap(each -> legs.at(each).stream()).distinct()
            : legs.at(device).stream();
    List<Leg> first = all.limit(MOST_CALLS).toList();
    looks += first.size();
    return first;
  }

  private boolean isWithoutChannel(Device device) {
    return device.isHint()
        ? hints.behind(device).stream().allMatch(each -> legs.at(each).isEmpty())
        : legs.at(device).isEmpty();
  }

  /** How often a channel was looked at: what events have cost. */
  long looks() {
    return looks;
  }

  private DeviceState wordOf(Device device) {
    return said.getOrDefault(device, DeviceState.UNKNOWN);
  }
}
