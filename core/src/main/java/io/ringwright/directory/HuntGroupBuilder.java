package io.ringwright.directory;

import static java.util.Objects.requireNonNull;

import io.ringwright.call.DialplanExtension;
import io.ringwright.call.Requirements;
import io.ringwright.directory.HuntGroup.Absence;
import io.ringwright.directory.HuntGroup.Hunting;
import io.ringwright.directory.HuntGroup.MemberForwarding;
import io.ringwright.directory.HuntGroup.NobodyThere;
import io.ringwright.directory.HuntGroup.Preference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Describes one hunt group; what it holds is checked when the {@link PhoneListBuilder} builds.
 *
 * <p>Thread safety: for one thread.
 */
public final class HuntGroupBuilder {

  final String number;
  private String menuKey = "";
  private Strategy strategy = Hunting.DEFAULT.strategy();
  private Preference preference = Hunting.DEFAULT.preference();
  private MemberForwarding forwarding = Hunting.DEFAULT.forwarding();
  private Duration growth = Hunting.DEFAULT.growth();
  private Requirements requirements = Requirements.NONE;
  final List<Entry> members = new ArrayList<>();
  final Map<Integer, Duration> opening = new LinkedHashMap<>();
  final WaitingPolicyBuilder waiting;
  final HearingBuilder hearing;
  final OnAnswerBuilder onAnswer;
  Optional<Schedule> hours = Optional.empty();
  Optional<Goal> whenClosed = Optional.empty();
  Set<Absence> absentOnArrival = NobodyThere.DEFAULT.onArrival();
  Set<Absence> absentWhileWaiting = NobodyThere.DEFAULT.whileWaiting();

  record Entry(String number, int priority, int weight) {}

  HuntGroupBuilder(String number) {
    this.number = number;
    this.waiting = new WaitingPolicyBuilder("hunt group " + number);
    this.hearing = new HearingBuilder(number);
    this.onAnswer = new OnAnswerBuilder(number);
  }

  /**
   * The key by which a menu reaches this group. None by default.
   *
   * @param key such as {@code 1}
   * @return this
   */
  public HuntGroupBuilder menuKey(String key) {
    menuKey = given("menuKey", key);
    return this;
  }

  /**
   * Adds a member of the highest priority.
   *
   * @param number an extension or another hunt group of the list
   * @return this
   */
  public HuntGroupBuilder member(String number) {
    return member(number, 1);
  }

  /**
   * Adds a member.
   *
   * @param number an extension or another hunt group of the list
   * @param priority 1 is tried first, up to 1000
   * @return this
   */
  public HuntGroupBuilder member(String number, int priority) {
    return member(number, priority, 1);
  }

  /**
   * Adds a member.
   *
   * @param number an extension or another hunt group of the list
   * @param priority 1 is tried first, up to 1000
   * @param weight how often it is drawn, against the others, by {@link
   *     StandardStrategy#WEIGHTED_RANDOM}; 1 to 1000
   * @return this
   */
  public HuntGroupBuilder member(String number, int priority, int weight) {
    members.add(new Entry(given("member", number), priority, weight));
    return this;
  }

  /**
   * Keeps members of a priority and those below it for calls that have waited for a while. All are
   * open from the start by default.
   *
   * @param priority 2 to 1000
   * @param after how long the call must have waited, above zero, up to a day
   * @return this
   */
  public HuntGroupBuilder openPriority(int priority, Duration after) {
    opening.put(priority, given("openPriority", after));
    return this;
  }

  /**
   * The skills that a call through this group asks for, unless it names its own. None by default.
   *
   * @param skills the requirements
   * @return this
   */
  public HuntGroupBuilder requires(Requirements skills) {
    requirements = given("requires", skills);
    return this;
  }

  /**
   * Who comes next among equals. Default {@link StandardStrategy#LONGEST_IDLE}.
   *
   * @param chosen a {@link StandardStrategy}, or one of your own
   * @return this
   */
  public HuntGroupBuilder strategy(Strategy chosen) {
    strategy = given("strategy", chosen);
    return this;
  }

  /**
   * After what time {@link StandardStrategy#PROGRESSIVE} rings one more phone. Default 5 s.
   *
   * @param time a second to an hour
   * @return this
   */
  public HuntGroupBuilder ringOneMoreEvery(Duration time) {
    growth = given("ringOneMoreEvery", time);
    return this;
  }

  /**
   * Whether being free or the priority counts first. Default {@link Preference#FREE_FIRST}.
   *
   * @param chosen the preference
   * @return this
   */
  public HuntGroupBuilder preference(Preference chosen) {
    preference = given("preference", chosen);
    return this;
  }

  /**
   * What members' call forwardings mean. Default {@link MemberForwarding#FOLLOW}.
   *
   * @param chosen follow or skip
   * @return this
   */
  public HuntGroupBuilder memberForwarding(MemberForwarding chosen) {
    forwarding = given("memberForwarding", chosen);
    return this;
  }

  /**
   * The most calls that may wait for this group. Default 100; 0 lets none wait.
   *
   * @param calls 0 or more
   * @return this
   */
  public HuntGroupBuilder queueLimit(int calls) {
    waiting.queueLimit(calls);
    return this;
  }

  /**
   * How long a call may be here without an answer, whether it waits or phones ring: from the
   * arrival, or from the overflow that led here. A ring is cut to what is left. Then the call
   * overflows, or is rejected. Default one hour.
   *
   * <p>Whatever is set here, a call follows at most 20 overflows, and is rejected when nobody has
   * answered within 24 hours.
   *
   * @param time above zero, up to 365 days
   * @return this
   */
  public HuntGroupBuilder longestWait(Duration time) {
    waiting.longestWait(given("longestWait", time));
    return this;
  }

  /**
   * Where a call goes that may not wait, or not any longer. By default it is rejected.
   *
   * @param to an extension, a hunt group, or an allowed external number
   * @return this
   */
  public HuntGroupBuilder overflow(String to) {
    waiting.overflow(new Goal.ToNumber(given("overflow", to)));
    return this;
  }

  /**
   * The same, to a place in the dialplan of the host. For the engine the call is over then.
   *
   * @param to context and extension
   * @return this
   */
  public HuntGroupBuilder overflow(DialplanExtension to) {
    waiting.overflow(new Goal.ToPlace(given("overflow", to)));
    return this;
  }

  /**
   * When this group takes calls. At all other times whoever calls it, and whoever still waits for
   * it at the instant at which it closes, goes where {@link #whenClosed} says. A group within
   * another one has no members for that one while it is closed. Always by default.
   *
   * @param hours the opening hours, by the wall clock of their time zone
   * @return this
   */
  public HuntGroupBuilder openDuring(Schedule hours) {
    this.hours = Optional.of(given("openDuring", hours));
    return this;
  }

  /**
   * Where a call goes when this group is closed. By default it is rejected, as {@code closed}; the
   * overflow is for the hours in which it is open.
   *
   * @param to an extension, a hunt group, or an allowed external number
   * @return this
   */
  public HuntGroupBuilder whenClosed(String to) {
    whenClosed = Optional.of(new Goal.ToNumber(given("whenClosed", to)));
    return this;
  }

  /**
   * The same, to a place in the dialplan of the host. For the engine the call is over then.
   *
   * @param to context and extension
   * @return this
   */
  public HuntGroupBuilder whenClosed(DialplanExtension to) {
    whenClosed = Optional.of(new Goal.ToPlace(given("whenClosed", to)));
    return this;
  }

  /**
   * Which members count as not there for a call that comes. If none is left, it may not wait. By
   * default those who are logged out, and those whose device is not reachable.
   *
   * @param ways none, to let calls wait for members who may come back
   * @return this
   */
  public HuntGroupBuilder nobodyThereOnArrival(Absence... ways) {
    absentOnArrival = Set.copyOf(List.of(ways));
    return this;
  }

  /**
   * Which members count as not there for a call that waits. If none is left, it overflows or is
   * rejected at that instant. By default those who are logged out: a device that cannot be reached
   * for a moment sends nobody away. Each of them must count for a call that comes too; who refused
   * does so by itself.
   *
   * @param ways none, to let calls wait whoever leaves
   * @return this
   */
  public HuntGroupBuilder nobodyThereWhileWaiting(Absence... ways) {
    absentWhileWaiting = Set.copyOf(List.of(ways));
    return this;
  }

  /**
   * Lets a waiting caller leave the queue by pressing a key. Several keys may be named.
   *
   * @param key 1 to 4 of {@code 0-9 * #}
   * @param to where the caller goes then: an extension, a hunt group, or an allowed external number
   * @return this
   */
  public HuntGroupBuilder leaveByKey(String key, String to) {
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
  public HuntGroupBuilder callBackByKey(String key) {
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
  public HuntGroupBuilder callersPress(Consumer<KeysBuilder> description) {
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
  public HuntGroupBuilder keepPlaceFor(Duration window, boolean byNumber) {
    waiting.keepPlaceFor(given("keepPlaceFor", window), byNumber);
    return this;
  }

  /**
   * What callers hear while they wait: music or the ringing tone, and what they are told. By
   * default the call is answered, hears the music of its channel, and is told nothing.
   *
   * @param description what differs from that
   * @return this
   */
  public HuntGroupBuilder callersHear(Consumer<HearingBuilder> description) {
    given("callersHear", description).accept(hearing);
    return this;
  }

  /**
   * What happens between the answer of a phone and the talk: what the agent is told, whether the
   * call is taken by a key, and whether it is recorded. By default the talk begins with the answer.
   *
   * @param description what differs from that
   * @return this
   */
  public HuntGroupBuilder onAnswer(Consumer<OnAnswerBuilder> description) {
    given("onAnswer", description).accept(onAnswer);
    return this;
  }

  String menuKey() {
    return menuKey;
  }

  Duration growth() {
    return growth;
  }

  Requirements requirements() {
    return requirements;
  }

  Strategy strategy() {
    return strategy;
  }

  Preference preference() {
    return preference;
  }

  MemberForwarding forwarding() {
    return forwarding;
  }

  private <T> T given(String setting, T value) {
    return requireNonNull(
        value, () -> "hunt group " + number + ": " + setting + " is null: expected a value");
  }
}
