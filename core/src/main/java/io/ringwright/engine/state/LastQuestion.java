package io.ringwright.engine.state;

import io.ringwright.call.Announcement;
import io.ringwright.call.Inquiry;
import io.ringwright.call.Notice;
import io.ringwright.call.RejectReason;
import java.util.Optional;

/**
 * The last question that the channel of a call asked, and of the answer to it what does not follow
 * from the phase of the call.
 *
 * <p>Thread safety: immutable.
 *
 * @param number its number, counted by the channel; 0 for none that was counted
 * @param notice what the caller was told besides, if anything
 * @param goodbye why the caller was sent away though the call goes on, if that was so
 * @param announcement what the caller who waits was told, if anything
 * @param inquiry what the caller who waits was asked, if anything
 */
public record LastQuestion(
    int number,
    Optional<Notice> notice,
    Optional<RejectReason> goodbye,
    Optional<Announcement> announcement,
    Optional<Inquiry> inquiry) {

  /** No question, or one that was not counted. */
  public static final LastQuestion NONE =
      new LastQuestion(0, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
}
