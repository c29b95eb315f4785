package io.ringwright.directory;

import io.ringwright.call.Destination;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.Priority;
import io.ringwright.call.Requirements;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A pilot number behind which members are tried. Made by {@link PhoneList#builder()}.
 *
 * <p>Thread safety: immutable.
 *
 * @param number its pilot number
 * @param menuKey the key by which a menu reaches it, if any
 * @param members who is tried, in the order in which they were listed
 * @param hunting in which order, and how
 * @param requirements the skills that a call through this group asks for, unless it names its own
 * @param waiting whether calls may wait for it
 */
public record HuntGroup(
    DirectoryNumber number,
    Optional<DirectoryNumber> menuKey,
    List<Member> members,
    Hunting hunting,
    Requirements requirements,
    WaitingPolicy waiting) {

  /** Copies the members. */
  public HuntGroup {
    members = List.copyOf(members);
  }

  /**
   * Where a member stands in the list.
   *
   * @param member an extension or a hunt group
   * @return from 0; -1 if it is no member
   */
  public int orderOf(Destination member) {
    for (int order = 0; order < members.size(); order++) {
      if (members.get(order).to().equals(member)) {
        return order;
      }
    }
    return -1;
  }

  /**
   * Who is tried: an extension, or another hunt group whose members stand in its place.
   *
   * @param to an extension or a hunt group
   * @param priority 1 is tried first
   * @param weight how often it is drawn, against the others, by the strategy weighted random; 1 to
   *     1000
   */
  public record Member(Destination to, Priority priority, int weight) {}

  /** What a member's call forwardings mean for calls through the group. */
  public enum MemberForwarding {
    /** They are followed, as for a direct call. The default. */
    FOLLOW,
    /** A member whose unconditional forwarding applies is left out; the others do not apply. */
    SKIP
  }

  /** What counts first. */
  public enum Preference {
    /**
     * A free member goes before one that is free on hold, whatever their priorities. The default.
     */
    FREE_FIRST,
    /** The priority counts first, being free second. */
    PRIORITY_FIRST
  }

  /**
   * In which order members are tried.
   *
   * @param strategy who comes next among equals
   * @param preference what counts first
   * @param forwarding what a member's call forwardings mean
   * @param escalation when members of lower priorities may be tried at all
   * @param growth after what time the strategy progressive rings one more phone
   */
  public record Hunting(
      Strategy strategy,
      Preference preference,
      MemberForwarding forwarding,
      Escalation escalation,
      Duration growth) {

    /** Longest idle, free first, forwardings followed, all members from the start, 5 s. */
    public static final Hunting DEFAULT =
        new Hunting(
            StandardStrategy.LONGEST_IDLE,
            Preference.FREE_FIRST,
            MemberForwarding.FOLLOW,
            Escalation.NONE,
            Duration.ofSeconds(5));
  }

  /**
   * How long a call must have waited before members of a priority may be tried for it.
   *
   * @param opening from which waiting time on a priority and those below it are open; priorities
   *     above the first one named are open from the start
   */
  public record Escalation(NavigableMap<Priority, Duration> opening) {

    /** Everybody from the start. */
    public static final Escalation NONE = new Escalation(new TreeMap<>());

    /** Copies the map. */
    public Escalation {
      opening = Collections.unmodifiableNavigableMap(new TreeMap<>(opening));
    }

    /**
     * Whether members of a priority may be tried.
     *
     * @param priority the members' priority
     * @param waited how long the call has waited
     * @return true if every opening time down to this priority has passed
     */
    public boolean open(Priority priority, Duration waited) {
      for (Duration opens : opening.headMap(priority, true).values()) {
        if (opens.compareTo(waited) > 0) {
          return false;
        }
      }
      return true;
    }
  }
}
