package io.ringwright.records;

import io.ringwright.call.CallOutcome;
import io.ringwright.call.CallerId;
import io.ringwright.call.Channel;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.HangUpSide;
import io.ringwright.call.Party;
import io.ringwright.call.Priority;
import io.ringwright.call.Visit;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One visit of a call, from its arrival to its end. A caller who is sent on has one record for each
 * visit.
 *
 * <p>Thread safety: immutable.
 *
 * @param visit which call, and which of its visits: the key of the record
 * @param origin when and how it came
 * @param stays where it stood, in order: each extension and hunt group for which it waited or
 *     phones rang; empty if it was rejected or led away at once
 * @param answer who answered; empty if nobody did
 * @param ending when and how it ended
 */
public record CallRecord(
    Visit visit, Origin origin, List<Stay> stays, Optional<Answer> answer, Ending ending) {

  /** Copies the list. */
  public CallRecord {
    stays = List.copyOf(stays);
  }

  /**
   * When and how a call came.
   *
   * @param arrived when it arrived; where the arrival was not told, the instant of the end or of
   *     the answer less the wait that was told with it
   * @param seen whether the arrival was told. False for a call that began before the last restart,
   *     or whose arrival was missed: then nothing else is known here
   * @param caller who called
   * @param called the number that was dialled; empty if not seen
   * @param channel the caller's channel; empty if not seen
   * @param priority the priority with which it came; empty if not seen
   */
  public record Origin(
      Instant arrived,
      boolean seen,
      CallerId caller,
      Optional<DirectoryNumber> called,
      Optional<Channel> channel,
      Optional<Priority> priority) {}

  /**
   * An answer and the talk that followed.
   *
   * @param at when somebody answered
   * @param by who
   * @param agent the channel of whoever answered; empty where the switch did not say
   * @param waited from the arrival to the answer
   * @param talked the sum of all talks of the visit
   * @param handOvers how often the caller was handed over to somebody else
   */
  public record Answer(
      Instant at,
      Party by,
      Optional<Channel> agent,
      Duration waited,
      Duration talked,
      int handOvers) {}

  /**
   * How a visit ended.
   *
   * @param at when
   * @param outcome how
   * @param hungUpBy who hung up first; {@link HangUpSide#UNKNOWN} if nobody did or said so
   * @param reason why it was rejected, or where it was led, in a word; empty otherwise
   * @param waited from the arrival to the answer, or to this end
   * @param explanation the digest of the explanation of the last decision: 32 hexadecimal digits,
   *     the first half of the SHA-256 of its text; empty if no decision was told
   */
  public record Ending(
      Instant at,
      CallOutcome outcome,
      HangUpSide hungUpBy,
      String reason,
      Duration waited,
      String explanation) {}

  /**
   * The places where the call stood, as one text.
   *
   * @return numbers joined by {@code >}, such as {@code 700>701}; empty if it stood nowhere
   */
  public String path() {
    return String.join(">", stays.stream().map(stay -> stay.at().digits()).toList());
  }
}
