package io.ringwright.ami;

import io.ringwright.availability.DeviceReport;
import io.ringwright.call.CallId;
import io.ringwright.call.Channel;
import io.ringwright.call.Device;
import io.ringwright.call.HangUpSide;
import io.ringwright.call.PbxId;
import io.ringwright.call.TalkingPhone;
import io.ringwright.dialplan.ChannelVariables;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The channels of one Asterisk, the devices they belong to, who is connected with whom, and what
 * follows from an event: which device is in which calls now, who answered, who has which caller,
 * which call is over.
 *
 * <p>An event may come twice, or late, or after a list that knew it already: the table holds states
 * and reports changes of them, so that none of this counts. The cost of an event does not depend on
 * how many channels there are, nor on how many are on one device, but on how many are in one
 * bridge.
 *
 * <p>Thread safety: for one thread.
 */
final class ChannelTable {

  private static final String UP = "6";
  private static final String ANSWERED = "ANSWER";

  private final PbxId pbx;
  private final DialplanContexts contexts;
  private final Legs legs;
  private final Bridges bridges;
  private final Conversations conversations;
  private final Dialling dialling;
  private final Transfers transfers;
  private final DeviceReports reports;

  /** The table of one Asterisk, empty. */
  ChannelTable(PbxId pbx, DialplanContexts contexts) {
    this.pbx = pbx;
    this.contexts = contexts;
    this.legs = new Legs(pbx);
    this.bridges = new Bridges(legs);
    this.conversations = new Conversations(legs, bridges);
    this.dialling = new Dialling(pbx, contexts, legs);
    this.transfers = new Transfers(legs, bridges, conversations);
    this.reports = new DeviceReports(contexts, legs, conversations);
  }

  /** Puts in a device of the list of device states. */
  void seenDevice(AmiMessage item) {
    Device.parse(item.header("device"))
        .ifPresent(device -> reports.say(device, AsteriskDeviceState.of(item.header("state"))));
  }

  /** Puts in a hint of the list of hints. */
  void seenHint(AmiMessage item) {
    hint(item).ifPresent(hint -> reports.say(hint, AsteriskDeviceState.ofHint(status(item))));
  }

  /** Puts in a channel of the list of channels, and the call it remembers. */
  void seenChannel(AmiMessage item, Optional<CallId> remembered) {
    Leg leg = legs.of(item, "");
    leg.up = item.header("channelstate").equals(UP);
    leg.calledOut =
        remembered.isPresent()
            && DialplanContexts.BEING_CALLED.contains(item.header("channelstate"));
    if (!item.header("bridgeid").isEmpty()) {
      bridges.enter(leg, item.header("bridgeid"));
    }
    remembered.ifPresent(
        call -> {
          leg.ours = true;
          legs.carry(leg, call);
          legs.link(leg.linkedId, call);
        });
    Stream.of(item.variable(ChannelVariables.LEFT).split(","))
        .flatMap(each -> CallId.parse(each).stream())
        .forEach(leg.keeps::add);
    dialling.seen(leg, item);
  }

  /** Takes over what no list says: for which call a channel was dialled, and who has whom. */
  void learnFrom(ChannelTable earlier) {
    for (Leg leg : List.copyOf(legs.all())) {
      Leg known = earlier.legs.get(leg.uniqueId);
      if (known != null) {
        learn(leg, known);
      }
    }
    // Who is connected stands in the snapshot: nothing is told of it.
    Set<String> all = new TreeSet<>();
    legs.all().forEach(leg -> Optional.ofNullable(leg.bridge).ifPresent(all::add));
    all.forEach(conversations::changed);
  }

  private void learn(Leg leg, Leg known) {
    leg.linkedId = known.linkedId;
    leg.dialledFor = known.dialledFor;
    legs.dialledAs(leg, known.dialledAs);
    legs.rungAs(leg, known.rungAs == null ? leg.rungAs : known.rungAs);
    leg.keeps.addAll(known.keeps);
    leg.sentOn |= known.sentOn;
    leg.calledOut |= known.calledOut;
    leg.answered = known.answered;
    leg.replaced = known.replaced;
    leg.hungUp = known.hungUp;
    leg.ours |= known.ours;
    leg.fellBack = known.fellBack;
    if (known.carries != null) {
      legs.carry(leg, known.carries);
    }
    Leg dials = known.dialledBy == null ? null : legs.get(known.dialledBy.uniqueId);
    if (dials != null) {
      leg.dialledBy = dials;
      dials.dialled.add(leg);
    }
    Leg party = known.party == null ? null : legs.get(known.party.uniqueId);
    if (party != null) {
      leg.party = party;
      party.callers.add(leg);
    }
  }

  /** Writes down an event and says what the engine should hear of it. */
  List<Fact> apply(AmiMessage event) {
    List<Fact> facts = new ArrayList<>(fallenBack(event));
    facts.addAll(changes(event));
    facts.replaceAll(fact -> fact.named(reports::withHints));
    return facts;
  }

  private List<Fact> changes(AmiMessage event) {
    return switch (event.event()) {
      case "Newchannel" -> appeared(event);
      case "Newstate" -> changed(event);
      case "Rename" -> renamed(event);
      case "DialBegin" -> dialBegan(event);
      case "DialEnd" -> dialEnded(event);
      case "BridgeEnter" -> entered(event);
      case "BridgeLeave" -> left(event);
      case "BridgeMerge" -> merged(event);
      case "AttendedTransfer" -> told(transfers.attended(event));
      case "BlindTransfer" -> told(transfers.blind(event));
      case "ParkedCall" -> told(transfers.parked(event));
      case "HangupRequest" -> hangUpAsked(event);
      case "Hangup" -> hungUp(event);
      case "DeviceStateChange" -> deviceChanged(event);
      case "ExtensionStatus" -> hintChanged(event);
      default -> List.of();
    };
  }

  /** How often a channel was looked at to say what a device does: what events have cost. */
  long looks() {
    return reports.looks();
  }

  /** Every device of which something is known. */
  List<DeviceReport> reports() {
    return reports.all();
  }

  /** The calls of all channels, and those that last though their callers have left. */
  Set<CallId> alive() {
    Set<CallId> alive = new HashSet<>();
    for (Leg leg : legs.all()) {
      if (leg.ownCall != null) {
        alive.add(leg.ownCall);
      }
      alive.addAll(leg.keeps);
    }
    return alive;
  }

  /** The names of the phone of whoever talks to a caller; none if nobody does. */
  List<Device> partyOf(CallId call) {
    Leg leg = legs.callerOf(call);
    return leg == null || leg.party == null ? List.of() : reports.withHints(leg.party.names());
  }

  /** What a channel's context says: no engine has answered. */
  private List<Fact> fallenBack(AmiMessage event) {
    Leg leg = legs.get(event.header("uniqueid"));
    String context = event.header("context");
    if (leg == null || context.isEmpty() || (leg.wasDialled() && leg.isSomebody())) {
      return List.of(); // Asterisk gives a phone that rings the context of its caller.
    }
    leg.ours |= contexts.isOurs(context);
    boolean before = leg.fellBack;
    leg.fellBack = contexts.isFallback(context);
    return leg.fellBack && !before
        ? legs.callOf(leg).<Fact>map(Fact.FellBack::new).stream().toList()
        : List.of();
  }

  /** A channel that somebody dials is told of with DialBegin, which knows for which call. */
  private List<Fact> appeared(AmiMessage event) {
    Leg leg = legs.of(event, "");
    return leg.wasDialled() ? List.of() : reports.changes(leg.devices());
  }

  private List<Fact> changed(AmiMessage event) {
    Leg leg = legs.get(event.header("uniqueid"));
    if (leg == null) {
      return List.of();
    }
    leg.up |= event.header("channelstate").equals(UP);
    return reports.changes(leg.devices());
  }

  private List<Fact> renamed(AmiMessage event) {
    Leg leg = legs.get(event.header("uniqueid"));
    if (leg == null) {
      return List.of();
    }
    Set<Device> touched = new LinkedHashSet<>(leg.devices());
    legs.name(leg, event.header("newname"));
    touched.addAll(leg.devices());
    return reports.changes(touched);
  }

  private List<Fact> dialBegan(AmiMessage event) {
    return reports.changes(dialling.began(event));
  }

  private List<Fact> dialEnded(AmiMessage event) {
    if (!event.header("dialstatus").equals(ANSWERED)) {
      return List.of();
    }
    List<Fact> facts = new ArrayList<>();
    Leg phone = legs.get(event.header("destuniqueid"));
    if (phone != null) {
      phone.up = true;
      facts.addAll(reports.changes(phone.devices()));
    }
    if (dialling.awaitsKey(event)) {
      return facts;
    }
    Optional<CallId> call = dialling.callOf(event);
    Leg caller = call.map(legs::callerOf).orElse(null);
    if (phone != null && caller != null) {
      facts.addAll(told(conversations.answered(caller, phone)));
    } else if (call.isPresent()) {
      List<Device> names = Legs.deviceOf(event.header("destchannel")).stream().toList();
      Optional<Channel> channel = Channel.parse(pbx, event.header("destchannel"));
      facts.add(new Fact.Answered(call.get(), new TalkingPhone(names, channel)));
    }
    return facts;
  }

  /** Facts, and then what they change about devices. */
  private List<Fact> told(List<Fact> facts) {
    List<Fact> all = new ArrayList<>(facts);
    all.addAll(reports.changes(conversations.takeTouched()));
    return all;
  }

  private List<Fact> entered(AmiMessage event) {
    Leg leg = legs.get(event.header("uniqueid"));
    if (leg == null) {
      return List.of();
    }
    bridges.enter(leg, event.header("bridgeuniqueid"));
    return told(conversations.changed(leg.bridge));
  }

  private List<Fact> left(AmiMessage event) {
    Leg leg = legs.get(event.header("uniqueid"));
    if (leg == null || !event.header("bridgeuniqueid").equals(leg.bridge)) {
      return List.of();
    }
    bridges.leave(leg);
    return told(conversations.changed(event.header("bridgeuniqueid")));
  }

  private List<Fact> merged(AmiMessage event) {
    String to = event.header("tobridgeuniqueid");
    bridges.merge(event.header("frombridgeuniqueid"), to);
    return told(conversations.changed(to));
  }

  /** Somebody hung up a phone; the switch itself and operators ask in another way. */
  private List<Fact> hangUpAsked(AmiMessage event) {
    Leg leg = legs.get(event.header("uniqueid"));
    if (leg != null) {
      conversations.hungUp(leg);
    }
    return List.of();
  }

  /**
   * The device is reported without waiting for its change of state, which comes later: this is the
   * moment at which the next caller can be sent to it.
   */
  private List<Fact> hungUp(AmiMessage event) {
    List<Fact> facts = new ArrayList<>();
    Leg leg = legs.get(event.header("uniqueid"));
    if (leg != null) {
      facts.addAll(transfers.takenOut(leg));
      bridges.leave(leg);
      conversations.ended(leg);
      legs.remove(leg);
      Set<Device> touched = new LinkedHashSet<>(leg.devices());
      touched.addAll(conversations.takeTouched());
      facts.addAll(reports.changes(touched));
    }
    HangUpSide by = leg == null ? HangUpSide.UNKNOWN : leg.hungUp;
    over(event, leg).forEach(call -> facts.add(new Fact.Ended(call, by)));
    return facts;
  }

  private Set<CallId> over(AmiMessage event, @Nullable Leg leg) {
    Set<CallId> over = new LinkedHashSet<>();
    if (leg != null) {
      over.addAll(leg.keeps);
    }
    boolean ends = leg == null || !(leg.wasCalled() || leg.replaced);
    if (ends && !Legs.isMasqueraded(event.header("channel"))) {
      if (leg != null) {
        legs.callOf(leg).ifPresent(over::add);
      }
      event.callId(pbx, "uniqueid").ifPresent(over::add);
    }
    return over;
  }

  private List<Fact> deviceChanged(AmiMessage event) {
    return Device.parse(event.header("device"))
        .map(device -> reports.said(device, AsteriskDeviceState.of(event.header("state"))))
        .orElse(List.of());
  }

  /** The state of a hint, and what stands behind it. */
  private List<Fact> hintChanged(AmiMessage event) {
    return hint(event)
        .map(hint -> reports.said(hint, AsteriskDeviceState.ofHint(status(event))))
        .orElse(List.of());
  }

  private Optional<Device> hint(AmiMessage event) {
    Optional<Device> hint = Device.hint(event.header("exten"), event.header("context"));
    hint.ifPresent(name -> reports.standsFor(name, event.header("hint")));
    return hint;
  }

  private static String status(AmiMessage event) {
    return event.header("status");
  }
}
