package io.ringwright.directory;

import io.ringwright.directory.HuntGroup.Hunting;
import io.ringwright.directory.HuntGroup.MemberForwarding;
import io.ringwright.directory.HuntGroup.Preference;
import io.ringwright.directory.HuntGroup.Strategy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

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
  final List<Entry> members = new ArrayList<>();
  final WaitingPolicyBuilder waiting = new WaitingPolicyBuilder();

  record Entry(String extension, int priority) {}

  HuntGroupBuilder(String number) {
    this.number = number;
  }

  /**
   * The key by which a menu reaches this group. None by default.
   *
   * @param key such as {@code 1}
   * @return this
   */
  public HuntGroupBuilder menuKey(String key) {
    menuKey = key;
    return this;
  }

  /**
   * Adds a member of the highest priority.
   *
   * @param extension an extension of the list
   * @return this
   */
  public HuntGroupBuilder member(String extension) {
    return member(extension, 1);
  }

  /**
   * Adds a member.
   *
   * @param extension an extension of the list
   * @param priority 1 is tried first, up to 1000
   * @return this
   */
  public HuntGroupBuilder member(String extension, int priority) {
    members.add(new Entry(extension, priority));
    return this;
  }

  /**
   * Who comes next among equals. Default {@link Strategy#LONGEST_IDLE}.
   *
   * @param chosen the strategy
   * @return this
   */
  public HuntGroupBuilder strategy(Strategy chosen) {
    strategy = chosen;
    return this;
  }

  /**
   * Whether being free or the priority counts first. Default {@link Preference#FREE_FIRST}.
   *
   * @param chosen the preference
   * @return this
   */
  public HuntGroupBuilder preference(Preference chosen) {
    preference = chosen;
    return this;
  }

  /**
   * What members' call forwardings mean. Default {@link MemberForwarding#FOLLOW}.
   *
   * @param chosen follow or skip
   * @return this
   */
  public HuntGroupBuilder memberForwarding(MemberForwarding chosen) {
    forwarding = chosen;
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
   * How long a call may wait for this group. Default one hour.
   *
   * @param time above zero, up to 365 days
   * @return this
   */
  public HuntGroupBuilder longestWait(Duration time) {
    waiting.longestWait(time);
    return this;
  }

  /**
   * Where a call goes that may not, or no longer, wait. Rejected by default.
   *
   * @param to an extension, a hunt group, or an allowed external number
   * @return this
   */
  public HuntGroupBuilder overflow(String to) {
    waiting.overflow(to);
    return this;
  }

  String menuKey() {
    return menuKey;
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
}
