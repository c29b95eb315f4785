package io.ringwright.directory;

import static java.util.Objects.requireNonNull;

import io.ringwright.call.DialplanExtension;
import io.ringwright.call.RingOutcome;
import io.ringwright.call.RingTarget;
import io.ringwright.directory.CallForwarding.Kind;
import io.ringwright.directory.Extension.Service;
import io.ringwright.directory.MissedRings.Remedy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Describes one extension; what it holds is checked when the {@link PhoneListBuilder} builds.
 *
 * <p>Thread safety: for one thread.
 */
public final class ExtensionBuilder {

  final String number;
  private final List<Phone> devices = new ArrayList<>(1);
  private final List<Outside> outside = new ArrayList<>(0);
  private Service service = Service.IN_SERVICE;
  private int holdCapacity;
  private Duration ringTime = Extension.Times.DEFAULT.ring();
  private Duration wrapUp = Extension.Times.DEFAULT.wrapUp();
  private Duration backOff = Extension.Times.DEFAULT.backOff();
  private final Map<RingOutcome, Remedy> missed = new EnumMap<>(MissedRings.DEFAULT.remedies());
  private final Map<String, Integer> skills = new LinkedHashMap<>();
  final List<Forward> forwards = new ArrayList<>();
  final WaitingPolicyBuilder waiting;

  record Forward(Kind kind, String to, Condition when) {}

  /** What is dialled, and the name under which its state is reported. */
  record Phone(String dialString, String watched) {}

  /** A number outside at which this extension rings, as it was given. */
  record Outside(String number, Confirmation confirmation) {}

  ExtensionBuilder(String number) {
    this.number = number;
    this.waiting = new WaitingPolicyBuilder("extension " + number);
  }

  /**
   * A device that rings for this extension. At least one is required. If several are named, such as
   * a desk phone and a softphone, all ring at once; the extension is engaged if one of them is, and
   * reachable if one of them is.
   *
   * @param name technology and resource, such as {@code PJSIP/100}
   * @return this
   */
  public ExtensionBuilder device(String name) {
    return device(name, name);
  }

  /**
   * The same for a device that is dialled by another text than the name under which the switch
   * reports its state, as {@code Local/8303@agents/n}, which rings {@code PJSIP/8303}.
   *
   * @param dialString what Dial is given: one device, with whatever options belong to it
   * @param watched the name under which its state is reported, such as {@code PJSIP/8303}
   * @return this
   */
  public ExtensionBuilder device(String dialString, String watched) {
    devices.add(new Phone(given("device", dialString), given("device", watched)));
    return this;
  }

  /**
   * All phones that are registered with one PJSIP account, such as a desk phone and a softphone
   * that log in with the same name. They ring at once, and are watched as {@code PJSIP/} and that
   * name. Needs the dialplan of this version.
   *
   * @param account the name of the account, such as {@code 8301}
   * @return this
   */
  public ExtensionBuilder allContacts(String account) {
    return device(RingTarget.allContacts(given("allContacts", account)), "PJSIP/" + account);
  }

  /**
   * Up to how many more calls may be rung while the extension is in a call. Default 0.
   *
   * @param calls 0 or more
   * @return this
   */
  public ExtensionBuilder holdCapacity(int calls) {
    holdCapacity = calls;
    return this;
  }

  /**
   * A number outside at which this extension rings, such as that of a mobile. Whoever answers there
   * takes the call with key 1; until then the phone counts as ringing, and no voicemail takes the
   * caller. A wrong key and a hang-up refuse the call; no key at all is no reply.
   *
   * @param outsideNumber an optional + and 3 to 15 digits, which {@code allowExternal} permits
   * @return this
   */
  public ExtensionBuilder outside(String outsideNumber) {
    return outside(outsideNumber, Confirmation.STANDARD);
  }

  /**
   * The same, confirmed in another way.
   *
   * @param outsideNumber an optional + and 3 to 15 digits, which {@code allowExternal} permits
   * @param confirmation by which key, after which prompt, within which time
   * @return this
   */
  public ExtensionBuilder outside(String outsideNumber, Confirmation confirmation) {
    outside.add(new Outside(given("outside", outsideNumber), given("confirmation", confirmation)));
    return this;
  }

  /**
   * How long the device rings before no reply. Default 20 s.
   *
   * @param time a second to an hour
   * @return this
   */
  public ExtensionBuilder ringTime(Duration time) {
    ringTime = given("ringTime", time);
    return this;
  }

  /**
   * For how long after a call the extension is not rung for calls through hunt groups. Default
   * none.
   *
   * @param time zero to a day
   * @return this
   */
  public ExtensionBuilder wrapUp(Duration time) {
    wrapUp = given("wrapUp", time);
    return this;
  }

  /**
   * For how long this extension is not rung again for a caller whom it refused or did not answer.
   * Default 10 s. After anything but no reply it is at least a second.
   *
   * @param time zero to a day
   * @return this
   */
  public ExtensionBuilder backOff(Duration time) {
    backOff = given("backOff", time);
    return this;
  }

  /**
   * Takes the extension out of service: it counts as not reachable.
   *
   * @return this
   */
  public ExtensionBuilder outOfService() {
    service = Service.OUT_OF_SERVICE;
    return this;
  }

  /**
   * Turns do-not-disturb on: calls are treated as if the phone were busy.
   *
   * @return this
   */
  public ExtensionBuilder doNotDisturb() {
    service = Service.DO_NOT_DISTURB;
    return this;
  }

  /**
   * Forwards every call.
   *
   * @param to an extension, a hunt group, or an allowed external number
   * @return this
   */
  public ExtensionBuilder forwardUnconditional(String to) {
    return forward(Kind.UNCONDITIONAL, to, new Condition.Always());
  }

  /**
   * Forwards calls that find the extension busy.
   *
   * @param to an extension, a hunt group, or an allowed external number
   * @return this
   */
  public ExtensionBuilder forwardOnBusy(String to) {
    return forward(Kind.ON_BUSY, to, new Condition.Always());
  }

  /**
   * Forwards calls that nobody answers.
   *
   * @param to an extension, a hunt group, or an allowed external number
   * @return this
   */
  public ExtensionBuilder forwardOnNoReply(String to) {
    return forward(Kind.ON_NO_REPLY, to, new Condition.Always());
  }

  /**
   * Forwards calls that cannot reach the device.
   *
   * @param to an extension, a hunt group, or an allowed external number
   * @return this
   */
  public ExtensionBuilder forwardOnNotReachable(String to) {
    return forward(Kind.ON_NOT_REACHABLE, to, new Condition.Always());
  }

  /**
   * Forwards under a condition. Several of a kind are asked in the order in which they were added.
   *
   * @param kind which service
   * @param to an extension, a hunt group, or an allowed external number
   * @param when when it applies
   * @return this
   */
  public ExtensionBuilder forward(Kind kind, String to, Condition when) {
    forwards.add(new Forward(given("forward", kind), given("forward", to), given("forward", when)));
    return this;
  }

  /**
   * The most calls that may wait for this extension. Default 100; 0 lets none wait.
   *
   * @param calls 0 or more
   * @return this
   */
  public ExtensionBuilder queueLimit(int calls) {
    waiting.queueLimit(calls);
    return this;
  }

  /**
   * How long a call may be here without an answer, whether it waits or the phone rings: from the
   * arrival, or from the overflow that led here. A ring is cut to what is left. Then the call
   * overflows, or is rejected. Default one hour.
   *
   * @param time above zero, up to 365 days
   * @return this
   */
  public ExtensionBuilder longestWait(Duration time) {
    waiting.longestWait(given("longestWait", time));
    return this;
  }

  /**
   * Where a call goes that may not wait, or not any longer. By default it is rejected.
   *
   * @param to another extension, a hunt group, or an allowed external number
   * @return this
   */
  public ExtensionBuilder overflow(String to) {
    waiting.overflow(new Goal.ToNumber(given("overflow", to)));
    return this;
  }

  /**
   * The same, to a place in the dialplan of the host. For the engine the call is over then.
   *
   * @param to context and extension
   * @return this
   */
  public ExtensionBuilder overflow(DialplanExtension to) {
    waiting.overflow(new Goal.ToPlace(given("overflow", to)));
    return this;
  }

  /**
   * Gives the person a skill. None by default.
   *
   * @param name 1 to 32 letters, digits, dashes, underscores
   * @param level 1 to 100; more is better
   * @return this
   */
  public ExtensionBuilder skill(String name, int level) {
    skills.put(given("skill", name), level);
    return this;
  }

  /**
   * Pauses the extension after so many rings in a row, of calls through hunt groups, that ended
   * with an outcome. By default it is not paused but left alone for a while, see {@link
   * MissedRings#DEFAULT}.
   *
   * @param outcome no reply, rejected, busy, or not reachable
   * @param rings 1 or more
   * @return this
   */
  public ExtensionBuilder pauseAfter(RingOutcome outcome, int rings) {
    missed.put(given("pauseAfter", outcome), new Remedy.Pause(rings));
    return this;
  }

  /**
   * Has calls through hunt groups leave the extension alone for a time, after so many rings in a
   * row that ended with an outcome, and for twice that time with each that follows. For the
   * defaults see {@link MissedRings#DEFAULT}.
   *
   * @param outcome no reply, rejected, busy, or not reachable
   * @param rings 1 or more
   * @param first for how long the first time, above zero, up to a day
   * @param longest for how long at most, not less than the first time, up to a day
   * @return this
   */
  public ExtensionBuilder leaveAloneAfter(
      RingOutcome outcome, int rings, Duration first, Duration longest) {
    missed.put(
        given("leaveAloneAfter", outcome),
        new Remedy.LeaveAlone(
            rings, given("leaveAloneAfter", first), given("leaveAloneAfter", longest)));
    return this;
  }

  /**
   * Offers calls to the extension however often its rings end with an outcome.
   *
   * @param outcome no reply, rejected, busy, or not reachable
   * @return this
   */
  public ExtensionBuilder neverLeaveAloneAfter(RingOutcome outcome) {
    missed.put(given("neverLeaveAloneAfter", outcome), Remedy.NOTHING);
    return this;
  }

  /**
   * Lets a waiting caller leave the queue by pressing a key. Several keys may be named.
   *
   * @param key 1 to 4 of {@code 0-9 * #}
   * @param to where the caller goes then: an extension, a hunt group, or an allowed external number
   * @return this
   */
  public ExtensionBuilder leaveByKey(String key, String to) {
    waiting.keys.leave(given("leaveByKey", key), given("leaveByKey", to));
    return this;
  }

  /**
   * Lets a waiting caller ask, by pressing a key, to be called back when the turn comes; the place
   * is kept. Off by default.
   *
   * @param key 1 to 4 of {@code 0-9 * #}
   * @return this
   */
  public ExtensionBuilder callBackByKey(String key) {
    waiting.keys.callBack(given("callBackByKey", key));
    return this;
  }

  /**
   * Which keys count for callers who wait, and what they do: keys of several digits, places in the
   * dialplan of the host, a call back whose number the caller confirms. By default none does.
   *
   * @param description adds to what was said so far
   * @return this
   */
  public ExtensionBuilder callersPress(Consumer<KeysBuilder> description) {
    given("callersPress", description).accept(waiting.keys);
    return this;
  }

  /**
   * Keeps the place of a caller who hung up while waiting, for one who comes back. Off by default.
   *
   * @param window for how long, zero to a day
   * @param byNumber whether a new call from the same number is taken for the same caller; otherwise
   *     it must name the earlier call
   * @return this
   */
  public ExtensionBuilder keepPlaceFor(Duration window, boolean byNumber) {
    waiting.keepPlaceFor(given("keepPlaceFor", window), byNumber);
    return this;
  }

  Map<String, Integer> skills() {
    return skills;
  }

  Map<RingOutcome, Remedy> missed() {
    return missed;
  }

  List<Outside> outside() {
    return outside;
  }

  List<Phone> devices() {
    return devices;
  }

  Service service() {
    return service;
  }

  int holdCapacity() {
    return holdCapacity;
  }

  Duration ringTime() {
    return ringTime;
  }

  Duration wrapUp() {
    return wrapUp;
  }

  Duration backOff() {
    return backOff;
  }

  private <T> T given(String setting, T value) {
    return requireNonNull(
        value, () -> "extension " + number + ": " + setting + " is null: expected a value");
  }
}
