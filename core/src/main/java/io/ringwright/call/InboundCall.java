package io.ringwright.call;

import java.util.Optional;

/**
 * A call at the moment it reaches the engine.
 *
 * <p>Thread safety: immutable.
 *
 * @param id the identity of the call
 * @param channel the caller's channel
 * @param caller who calls
 * @param called the number dialled, or the menu key pressed
 * @param as what the called number must be
 * @param priority the caller's priority in any queue
 * @param requirements the skills it asks for
 * @param returning the earlier call of the same caller whose place it claims, if it knows one
 * @param preferred the extension that it prefers for a while, if there is one
 * @param question the number of the question with which it was reported, counted by its channel: a
 *     question that comes again has the same number; 0 where questions are not counted
 */
public record InboundCall(
    CallId id,
    Channel channel,
    CallerId caller,
    DirectoryNumber called,
    CalledAs as,
    Priority priority,
    Requirements requirements,
    Optional<CallId> returning,
    Optional<Preference> preferred,
    int question) {

  /**
   * A call that asks for no skill and claims no place.
   *
   * @param id the identity of the call
   * @param channel the caller's channel
   * @param caller who calls
   * @param called the number dialled, or the menu key pressed
   * @param as what the called number must be
   * @param priority the caller's priority in any queue
   */
  public InboundCall(
      CallId id,
      Channel channel,
      CallerId caller,
      DirectoryNumber called,
      CalledAs as,
      Priority priority) {
    this(
        id,
        channel,
        caller,
        called,
        as,
        priority,
        Requirements.NONE,
        Optional.empty(),
        Optional.empty(),
        0);
  }

  /**
   * A call that prefers no extension.
   *
   * @param id the identity of the call
   * @param channel the caller's channel
   * @param caller who calls
   * @param called the number dialled, or the menu key pressed
   * @param as what the called number must be
   * @param priority the caller's priority in any queue
   * @param requirements the skills it asks for
   * @param returning the earlier call of the same caller whose place it claims, if it knows one
   */
  public InboundCall(
      CallId id,
      Channel channel,
      CallerId caller,
      DirectoryNumber called,
      CalledAs as,
      Priority priority,
      Requirements requirements,
      Optional<CallId> returning) {
    this(id, channel, caller, called, as, priority, requirements, returning, Optional.empty(), 0);
  }

  /**
   * This call, asking for skills.
   *
   * @param skills what it asks for
   * @return a copy
   */
  public InboundCall requiring(Requirements skills) {
    return new InboundCall(
        id, channel, caller, called, as, priority, skills, returning, preferred, question);
  }

  /**
   * This call, preferring an extension for a while.
   *
   * @param extension which, and for how long
   * @return a copy
   */
  public InboundCall preferring(Preference extension) {
    return new InboundCall(
        id,
        channel,
        caller,
        called,
        as,
        priority,
        requirements,
        returning,
        Optional.of(extension),
        question);
  }

  /**
   * This call, claiming the place of an earlier one.
   *
   * @param earlier the earlier call
   * @return a copy
   */
  public InboundCall returningFrom(CallId earlier) {
    return new InboundCall(
        id,
        channel,
        caller,
        called,
        as,
        priority,
        requirements,
        Optional.of(earlier),
        preferred,
        question);
  }

  /**
   * This call, reported with a question of this number.
   *
   * @param number counted by its channel from 1; 0 where questions are not counted
   * @return a copy
   */
  public InboundCall asked(int number) {
    return new InboundCall(
        id, channel, caller, called, as, priority, requirements, returning, preferred, number);
  }

  /** What the called number must be: the flag of the AGI request. */
  public enum CalledAs {
    /** An extension ({@code e}). */
    EXTENSION,
    /** A hunt group or its menu key ({@code g}). */
    HUNT_GROUP,
    /** Whichever the directory knows under this number (no flag). */
    ANY;

    /**
     * Reads the flag of a request.
     *
     * @param flag {@code e}, {@code g} or empty
     * @return what it means, or empty for any other text
     */
    public static Optional<CalledAs> parse(String flag) {
      return switch (flag) {
        case "e" -> Optional.of(EXTENSION);
        case "g" -> Optional.of(HUNT_GROUP);
        case "" -> Optional.of(ANY);
        default -> Optional.empty();
      };
    }
  }
}
