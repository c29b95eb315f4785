package io.ringwright.directory;

import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.Priority;
import java.util.List;
import java.util.Optional;

/**
 * A pilot number behind which members are tried. Made by {@link PhoneList#builder()}.
 *
 * <p>Thread safety: immutable.
 *
 * @param number its pilot number
 * @param menuKey the key by which a menu reaches it, if any
 * @param members who is tried, in the order in which they were listed
 * @param hunting in which order, and how
 * @param waiting whether calls may wait for it
 */
public record HuntGroup(
    DirectoryNumber number,
    Optional<DirectoryNumber> menuKey,
    List<Member> members,
    Hunting hunting,
    WaitingPolicy waiting) {

  /** Copies the members. */
  public HuntGroup {
    members = List.copyOf(members);
  }

  /**
   * An extension in this group.
   *
   * @param extension its number
   * @param priority 1 is tried first
   */
  public record Member(DirectoryNumber extension, Priority priority) {}

  /** Who comes next among members of the same priority who are equally free. */
  public enum Strategy {
    /** From the top of the list, every time. */
    LINEAR,
    /** Who has been without a call for the longest time. The default. */
    LONGEST_IDLE,
    /** All free members of the best priority at once. */
    SIMULTANEOUS
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
   */
  public record Hunting(Strategy strategy, Preference preference, MemberForwarding forwarding) {

    /** Longest idle, free first, forwardings followed. */
    public static final Hunting DEFAULT =
        new Hunting(Strategy.LONGEST_IDLE, Preference.FREE_FIRST, MemberForwarding.FOLLOW);
  }
}
