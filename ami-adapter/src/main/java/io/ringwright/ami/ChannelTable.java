package io.ringwright.ami;

import io.ringwright.availability.DeviceReport;
import io.ringwright.availability.DeviceState;
import io.ringwright.call.CallId;
import io.ringwright.call.Device;
import io.ringwright.call.PbxId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The channels of one Asterisk, the devices they belong to, and what follows from an event: which
 * device is in which calls now, who answered, which call is over.
 *
 * <p>An event may come twice, or late, or after a list that knew it already: the table holds states
 * and reports changes of them, so that none of this counts. The cost of an event does not depend on
 * how many channels there are.
 *
 * <p>Thread safety: for one thread.
 */
final class ChannelTable {

  private static final String UP = "6";
  private static final String ANSWERED = "ANSWER";

  /** Between two renamings of a masquerade a name ends so; such a channel is nobody's any more. */
  private static final String MASQUERADED = "<";

  /** These cannot be true of a device without a channel. Busy can: do-not-disturb. */
  private static final Set<DeviceState> NEED_A_CHANNEL =
      EnumSet.of(
          DeviceState.IN_USE, DeviceState.RINGING, DeviceState.RING_IN_USE, DeviceState.ON_HOLD);

  private final PbxId pbx;
  private final Map<String, Leg> legs = new HashMap<>();
  private final Map<Device, Set<Leg>> legsOf = new HashMap<>();
  private final Map<Device, DeviceState> said = new HashMap<>();
  private final Map<Device, DeviceReport> reported = new HashMap<>();

  /** The call that a linked id stands for, where it is not the linked id itself. */
  private final Map<String, CallId> callOfLinkedId = new HashMap<>();

  /** The table of one Asterisk, empty. */
  ChannelTable(PbxId pbx) {
    this.pbx = pbx;
  }

  /** What the engine should hear. */
  sealed interface Fact {

    /** A device is in this state and these calls. */
    record Reported(DeviceReport report) implements Fact {}

    /** Somebody answered. */
    record Answered(CallId call, Device device) implements Fact {}

    /** A channel that may have been a caller's is gone. */
    record Ended(CallId call) implements Fact {}
  }

  private static final class Leg {
    final String uniqueId;
    final String linkedId;
    private @Nullable Device device;
    private boolean up;
    private @Nullable CallId dialledFor;

    /** Nobody dialled here but the switch itself, to call somebody back. */
    private boolean calledOut;

    Leg(String uniqueId, String linkedId) {
      this.uniqueId = uniqueId;
      this.linkedId = linkedId;
    }

    /** Whether somebody dialled here, as opposed to a channel that calls. */
    boolean dialled() {
      return calledOut || dialledFor != null || !uniqueId.equals(linkedId);
    }

    /** Whether its end is the end of no caller, even if it had been answered. */
    boolean wasCalled() {
      return dialledFor != null || (calledOut && !up);
    }
  }

  /** Puts in a device of the list of device states. */
  void seenDevice(AmiMessage item) {
    Device.parse(item.header("device"))
        .ifPresent(device -> said.put(device, AsteriskDeviceState.of(item.header("state"))));
  }

  /** Puts in a channel of the list of channels, and the call it remembers. */
  void seenChannel(AmiMessage item, Optional<CallId> remembered) {
    Leg leg = leg(item, "");
    leg.up = item.header("channelstate").equals(UP);
    leg.calledOut =
        remembered.isPresent()
            && DialplanContexts.BEING_CALLED.contains(item.header("channelstate"));
    remembered.ifPresent(call -> callOfLinkedId.putIfAbsent(leg.linkedId, call));
  }

  /** Takes over what no list says: for which call a channel was dialled. */
  void learnFrom(ChannelTable earlier) {
    for (Leg leg : legs.values()) {
      Leg known = earlier.legs.get(leg.uniqueId);
      if (known != null) {
        leg.dialledFor = known.dialledFor;
        leg.calledOut |= known.calledOut;
      }
    }
  }

  /** Writes down an event and says what the engine should hear of it. */
  List<Fact> apply(AmiMessage event) {
    return switch (event.event()) {
      case "Newchannel" -> appeared(event);
      case "Newstate" -> changed(event);
      case "Rename" -> renamed(event);
      case "DialBegin" -> dialBegan(event);
      case "DialEnd" -> dialEnded(event);
      case "Hangup" -> hungUp(event);
      case "DeviceStateChange" -> deviceChanged(event);
      default -> List.of();
    };
  }

  /** Every device of which something is known. */
  List<DeviceReport> reports() {
    Set<Device> devices = new LinkedHashSet<>(said.keySet());
    devices.addAll(legsOf.keySet());
    List<DeviceReport> all = new ArrayList<>();
    for (Device device : devices) {
      DeviceReport report = reportOf(device);
      reported.put(device, report);
      all.add(report);
    }
    return all;
  }

  /** The identities of all channels. */
  Collection<String> uniqueIds() {
    return legs.keySet();
  }

  /** A channel that somebody dials is told of with DialBegin, which knows for which call. */
  private List<Fact> appeared(AmiMessage event) {
    Leg leg = leg(event, "");
    return leg.dialled() ? List.of() : tell(leg);
  }

  private List<Fact> changed(AmiMessage event) {
    Leg leg = legs.get(event.header("uniqueid"));
    if (leg == null) {
      return List.of();
    }
    leg.up |= event.header("channelstate").equals(UP);
    return tell(leg);
  }

  private List<Fact> renamed(AmiMessage event) {
    Leg leg = legs.get(event.header("uniqueid"));
    if (leg == null) {
      return List.of();
    }
    List<Fact> facts = new ArrayList<>();
    Device before = leg.device;
    assign(leg, event.header("newname"));
    if (before != null && !before.equals(leg.device)) {
      facts.addAll(tell(before));
    }
    facts.addAll(tell(leg));
    return facts;
  }

  private List<Fact> dialBegan(AmiMessage event) {
    Leg leg = leg(event, "dest");
    leg.calledOut |= event.header("uniqueid").isEmpty();
    event
        .callId(pbx, "uniqueid")
        .ifPresent(
            call -> {
              leg.dialledFor = call;
              if (!leg.linkedId.equals(call.uniqueId())) {
                callOfLinkedId.putIfAbsent(leg.linkedId, call);
              }
            });
    return tell(leg);
  }

  private List<Fact> dialEnded(AmiMessage event) {
    if (!event.header("dialstatus").equals(ANSWERED)) {
      return List.of();
    }
    List<Fact> facts = new ArrayList<>();
    Leg leg = legs.get(event.header("destuniqueid"));
    if (leg != null) {
      leg.up = true;
      facts.addAll(tell(leg));
    }
    Optional<Device> device = deviceOf(event.header("destchannel"));
    event
        .callId(pbx, "uniqueid")
        .ifPresent(call -> device.ifPresent(phone -> facts.add(new Fact.Answered(call, phone))));
    return facts;
  }

  /**
   * The device is reported without waiting for its change of state, which comes later: this is the
   * moment at which the next caller can be sent to it.
   */
  private List<Fact> hungUp(AmiMessage event) {
    List<Fact> facts = new ArrayList<>();
    String uniqueId = event.header("uniqueid");
    Leg leg = legs.remove(uniqueId);
    if (leg != null) {
      forget(leg);
      facts.addAll(tell(leg));
    }
    boolean wasCalled = leg != null && leg.wasCalled();
    if (!wasCalled && !event.header("channel").contains(MASQUERADED)) {
      CallId.parse(pbx, uniqueId).ifPresent(call -> facts.add(new Fact.Ended(call)));
    }
    return facts;
  }

  private List<Fact> deviceChanged(AmiMessage event) {
    seenDevice(event);
    return Device.parse(event.header("device")).map(this::tell).orElse(List.of());
  }

  /** What the engine should hear of the device of a channel. */
  private List<Fact> tell(Leg leg) {
    return leg.device == null ? List.of() : tell(leg.device);
  }

  /** What the engine should hear of a device: nothing, if it has heard it. */
  private List<Fact> tell(Device device) {
    DeviceReport report = reportOf(device);
    return report.equals(reported.put(device, report))
        ? List.of()
        : List.of(new Fact.Reported(report));
  }

  private DeviceReport reportOf(Device device) {
    Set<Leg> here = legsOf.getOrDefault(device, Set.of());
    Set<CallId> calls = new LinkedHashSet<>();
    here.forEach(leg -> callOf(leg).ifPresent(calls::add));
    return new DeviceReport(device, stateOf(device, here), calls);
  }

  /** Asterisk's word, unless it is behind the channels: channels and states reach us apart. */
  private DeviceState stateOf(Device device, Set<Leg> here) {
    DeviceState word = said.getOrDefault(device, DeviceState.UNKNOWN);
    if (here.isEmpty() || (word != DeviceState.NOT_IN_USE && word != DeviceState.UNKNOWN)) {
      return word;
    }
    boolean talks = here.stream().anyMatch(leg -> leg.up || !leg.dialled());
    return talks ? DeviceState.IN_USE : DeviceState.RINGING;
  }

  private Optional<CallId> callOf(Leg leg) {
    if (leg.dialledFor != null) {
      return Optional.of(leg.dialledFor);
    }
    CallId known = callOfLinkedId.get(leg.linkedId);
    return known == null ? CallId.parse(pbx, leg.linkedId) : Optional.of(known);
  }

  /** The channel that a message is about, put in if it is new; the prefix tells which of two. */
  private Leg leg(AmiMessage message, String prefix) {
    Leg leg =
        legs.computeIfAbsent(
            message.header(prefix + "uniqueid"),
            uniqueId -> new Leg(uniqueId, message.header(prefix + "linkedid")));
    assign(leg, message.header(prefix + "channel"));
    return leg;
  }

  private void assign(Leg leg, String channelName) {
    Device now = deviceOf(channelName).orElse(null);
    Device before = leg.device;
    if (before != null && !before.equals(now)) {
      leave(before, leg);
    }
    leg.device = now;
    if (now != null) {
      legsOf.computeIfAbsent(now, none -> new LinkedHashSet<>()).add(leg);
    }
  }

  private void forget(Leg leg) {
    CallId call = callOfLinkedId.get(leg.linkedId);
    if (call != null && call.uniqueId().equals(leg.uniqueId)) {
      callOfLinkedId.remove(leg.linkedId);
    }
    if (leg.device != null) {
      leave(leg.device, leg);
    }
  }

  private void leave(Device device, Leg leg) {
    Set<Leg> left = legsOf.getOrDefault(device, Set.of());
    left.remove(leg);
    if (left.isEmpty()) {
      legsOf.remove(device);
      if (NEED_A_CHANNEL.contains(said.getOrDefault(device, DeviceState.UNKNOWN))) {
        said.put(device, DeviceState.NOT_IN_USE);
      }
    }
  }

  /** A channel's name is its device and, after the last dash, a number. */
  private static Optional<Device> deviceOf(String channelName) {
    int dash = channelName.lastIndexOf('-');
    return dash < 0 || channelName.contains(MASQUERADED)
        ? Optional.empty()
        : Device.parse(channelName.substring(0, dash));
  }
}
