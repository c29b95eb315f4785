package io.ringwright.ami;

import io.ringwright.call.CallId;
import io.ringwright.call.Device;
import io.ringwright.call.HangUpSide;
import io.ringwright.call.PbxId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One channel, and what is known of it.
 *
 * <p>Thread safety: for one thread.
 */
final class Leg {

  /** Channels of these kinds belong to Asterisk itself: nobody talks there. */
  private static final List<String> NOBODY =
      List.of("Local/", "CBAnn/", "CBRec/", "Announcer/", "Recorder/", "Surrogate/", "Message/");

  final String uniqueId;

  /** The call that its uniqueid names; null if it names none. */
  final @Nullable CallId ownCall;

  /** The first that it had: a bridge gives it another one, which says nothing about who called. */
  String linkedId;

  /** Grows from leg to leg: the older of two has the smaller one. */
  final long age;

  String name = "";
  @Nullable Device device;
  boolean up;

  /** The call for which it was dialled. */
  @Nullable CallId dialledFor;

  /** The devices of the Local channels through which it was dialled, the first of them first. */
  List<Device> dialledAs = List.of();

  /** What was dialled, where that looks like a device. */
  @Nullable Device rungAs;

  /** Nobody dialled here but the switch itself, to call somebody back. */
  boolean calledOut;

  /** The half of a Local channel that dialled it. */
  @Nullable Leg dialledBy;

  /** What it dialled, if it is half of a Local channel. */
  final Set<Leg> dialled = new LinkedHashSet<>();

  /** The call of its caller, where that is not the call of its own uniqueid. */
  @Nullable CallId carries;

  /** The bridge in which it is. */
  @Nullable String bridge;

  /** Who talks to this caller, or did last and is still there. */
  @Nullable Leg party;

  /** The callers whose party this is. */
  final Set<Leg> callers = new LinkedHashSet<>();

  /** Calls whose callers have left for good, and that last as long as this leg, which had them. */
  final Set<CallId> keeps = new LinkedHashSet<>();

  /** Whether it was dialled, and was sent into the dialplan since. */
  boolean sentOn;

  /** Whether anybody has talked to this caller. */
  boolean answered;

  /** Who hung up first of this caller and the party, since they talk to each other. */
  HangUpSide hungUp = HangUpSide.UNKNOWN;

  /** Whether another caller goes on with its call, so that its end is not the end of that call. */
  boolean replaced;

  /** Whether it was seen in one of our contexts. */
  boolean ours;

  /** Whether it was told that this caller is in the fallback context. */
  boolean fellBack;

  Leg(PbxId pbx, String uniqueId, String linkedId, long age) {
    this.uniqueId = uniqueId;
    this.ownCall = CallId.parse(pbx, uniqueId).orElse(null);
    this.linkedId = linkedId;
    this.age = age;
  }

  /** Whether somebody dialled here, as opposed to a channel that calls. */
  boolean wasDialled() {
    return calledOut || dialledFor != null || !uniqueId.equals(linkedId);
  }

  /** Whether it is a caller's. */
  boolean isCaller() {
    return carries != null || sentOn || !wasDialled();
  }

  /** Whether its end is the end of no caller, even if it had been answered. */
  boolean wasCalled() {
    return carries == null && !sentOn && (dialledFor != null || (calledOut && !up));
  }

  /** Whether somebody can talk there. */
  boolean isSomebody() {
    return NOBODY.stream().noneMatch(name::startsWith);
  }

  /** The devices that are in a call because of this leg: those it was dialled as, and its own. */
  List<Device> devices() {
    return isBehindOwnTrunk(rungAs) ? names() : and(dialledAs, device);
  }

  /** The trunk has a state of its own: who is behind it is known only by what was dialled. */
  boolean isBehindOwnTrunk(@Nullable Device rung) {
    if (rung == null || device == null || !isSomebody()) {
      return false;
    }
    int slash = device.name().indexOf('/');
    return slash > 0 && rung.name().endsWith("@" + device.name().substring(slash + 1));
  }

  /** The names of the phone, the one that was dialled first, and its own device last. */
  List<Device> names() {
    return and(and(dialledAs, rungAs), device);
  }

  private static List<Device> and(List<Device> some, @Nullable Device another) {
    List<Device> all = new ArrayList<>(some);
    if (another != null) {
      all.remove(another);
      all.add(another);
    }
    return all;
  }

  @Override
  public String toString() {
    return name;
  }
}
