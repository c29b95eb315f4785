package io.ringwright.call;

import java.time.Instant;

/**
 * What the caller's channel remembers of a call: the variables {@code RW_CALL}, {@code RW_GROUP},
 * {@code RW_PRIORITY}, {@code RW_SINCE} and {@code RW_SKILLS}. Enough to take a caller in again at
 * the old place after the engine has forgotten everything.
 *
 * <p>Thread safety: immutable.
 *
 * @param id the identity of the call
 * @param channel the caller's channel
 * @param caller who calls
 * @param called the extension or hunt group it was called for
 * @param priority the caller's priority
 * @param since when the call arrived, to the millisecond
 * @param requirements the skills it asks for
 * @param question the number of the question that is asked with it, counted by the channel: a
 *     question that comes again has the same number; 0 where questions are not counted
 */
public record RememberedCall(
    CallId id,
    Channel channel,
    CallerId caller,
    DirectoryNumber called,
    Priority priority,
    Instant since,
    Requirements requirements,
    int question) {

  /**
   * A call that asks for no skill.
   *
   * @param id the identity of the call
   * @param channel the caller's channel
   * @param caller who calls
   * @param called the extension or hunt group it was called for
   * @param priority the caller's priority
   * @param since when the call arrived, to the millisecond
   */
  public RememberedCall(
      CallId id,
      Channel channel,
      CallerId caller,
      DirectoryNumber called,
      Priority priority,
      Instant since) {
    this(id, channel, caller, called, priority, since, Requirements.NONE);
  }

  /**
   * A call whose questions are not counted.
   *
   * @param id the identity of the call
   * @param channel the caller's channel
   * @param caller who calls
   * @param called the extension or hunt group it was called for
   * @param priority the caller's priority
   * @param since when the call arrived, to the millisecond
   * @param requirements the skills it asks for
   */
  public RememberedCall(
      CallId id,
      Channel channel,
      CallerId caller,
      DirectoryNumber called,
      Priority priority,
      Instant since,
      Requirements requirements) {
    this(id, channel, caller, called, priority, since, requirements, 0);
  }

  /**
   * This call, with a question of this number.
   *
   * @param number counted by its channel from 1; 0 where questions are not counted
   * @return a copy
   */
  public RememberedCall asked(int number) {
    return new RememberedCall(id, channel, caller, called, priority, since, requirements, number);
  }
}
