package io.ringwright.directory;

import io.ringwright.call.Destination;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.Priority;
import io.ringwright.call.Requirements;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
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
 * @param presence when anybody is there
 * @param hearing what callers hear who wait for it
 * @param onAnswer what happens between the answer of a phone and the talk
 */
public record HuntGroup(
    DirectoryNumber number,
    Optional<DirectoryNumber> menuKey,
    List<Member> members,
    Hunting hunting,
    Requirements requirements,
    WaitingPolicy waiting,
    Presence presence,
    Hearing hearing,
    OnAnswer onAnswer) {

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

  /**
   * When anybody is there for a hunt group.
   *
   * @param hours when it is open
   * @param nobodyThere which members count as not there while it is open
   */
  public record Presence(OpeningHours hours, NobodyThere nobodyThere) {

    /** Always open, and the usual members not there. */
    public static final Presence DEFAULT = new Presence(OpeningHours.ALWAYS, NobodyThere.DEFAULT);
  }

  /**
   * When a hunt group is open.
   *
   * @param schedule its hours; always open if empty
   * @param whenClosed where a call goes when it is closed; rejected if empty
   */
  public record OpeningHours(Optional<Schedule> schedule, Optional<Destination> whenClosed) {

    /** Open at any time. */
    public static final OpeningHours ALWAYS = new OpeningHours(Optional.empty(), Optional.empty());

    /**
     * Whether it is open.
     *
     * @param wallClock the instant, on the wall clock
     * @return true within the hours
     */
    public boolean isOpen(Instant wallClock) {
      return schedule.isEmpty() || schedule.get().isOpen(wallClock);
    }
  }

  /** A way in which a member of a hunt group can be missing. */
  public enum Absence {
    /** Logged out of its hunt groups. */
    LOGGED_OUT,
    /** On a pause. */
    PAUSED,
    /** The device is not reachable. A device of which nothing is known counts as there. */
    NOT_REACHABLE,
    /**
     * The phone refused this caller, or did not answer, and its back-off runs; or it is left alone
     * for everybody, because it did not take the last calls.
     */
    REFUSED
  }

  /**
   * Which members of a hunt group count as not there. If none is left the call overflows, or is
   * rejected. Members that are out of service, and those who will never have the skills asked for,
   * are never there.
   *
   * <p>Whoever would be sent away as soon as they wait is not let in: what counts for calls that
   * wait counts for those that come too.
   *
   * @param onArrival for calls that come; default logged out and not reachable
   * @param whileWaiting for calls that wait; default logged out
   */
  public record NobodyThere(Set<Absence> onArrival, Set<Absence> whileWaiting) {

    /** Logged out or not reachable for calls that come, logged out for those that wait. */
    public static final NobodyThere DEFAULT =
        new NobodyThere(
            Set.of(Absence.LOGGED_OUT, Absence.NOT_REACHABLE), Set.of(Absence.LOGGED_OUT));

    /** Copies the sets; refused counts for calls that come if it does for those that wait. */
    public NobodyThere {
      Set<Absence> arriving = EnumSet.noneOf(Absence.class);
      arriving.addAll(onArrival);
      if (whileWaiting.contains(Absence.REFUSED)) {
        arriving.add(Absence.REFUSED);
      }
      onArrival = Set.copyOf(arriving);
      whileWaiting = Set.copyOf(whileWaiting);
    }

    /** What counts for calls that wait, but not for those that come. */
    Set<Absence> onlyWhileWaiting() {
      Set<Absence> rest = EnumSet.noneOf(Absence.class);
      rest.addAll(whileWaiting);
      rest.removeAll(onArrival);
      return rest;
    }
  }

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
