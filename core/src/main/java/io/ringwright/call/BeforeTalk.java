package io.ringwright.call;

import io.ringwright.call.Announcement.Gender;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What happens between the answer of a phone and the talk. The caller hears music or the ringing
 * tone meanwhile.
 *
 * <p>Thread safety: immutable.
 *
 * @param told the sounds that the agent hears first; none if empty
 * @param toldWait how long the caller waited, if the agent is told
 * @param acceptance by which key the agent takes the call; empty: whoever answers has it
 * @param recording what is recorded, if anything
 * @param variables about call and agent, which stand on both channels while they talk; empty for
 *     none
 * @param options how the phones are dialled, in place of what holds for all of them
 */
public record BeforeTalk(
    List<SoundName> told,
    Optional<WaitTold> toldWait,
    Optional<Acceptance> acceptance,
    Optional<Recording> recording,
    Optional<Variables> variables,
    Optional<DialOptions> options) {

  /** Nothing: the talk begins with the answer. */
  public static final BeforeTalk NOTHING =
      new BeforeTalk(
          List.of(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  /** Copies the sounds. */
  public BeforeTalk {
    told = List.copyOf(told);
  }

  /**
   * How long a caller waited, as an agent is told: {@code before}, a number, and its unit. The
   * switch adds how long the phone rang, and rounds: to 10 s below 55 s, to whole minutes from
   * there on. Of less than 5 s nothing is said.
   *
   * @param waited from the arrival to the decision to ring
   * @param words of which sounds it is made
   */
  public record WaitTold(Duration waited, Words words) {}

  /**
   * The sounds around the number.
   *
   * @param before what comes first
   * @param seconds after a number of seconds
   * @param minute after one minute
   * @param minutes after several minutes
   * @param gender the grammatical gender of the number
   */
  public record Words(
      SoundName before, SoundName seconds, SoundName minute, SoundName minutes, Gender gender) {}

  /**
   * Whether the talk begins with the answer.
   *
   * @return true if at most the options of Dial are said
   */
  public boolean isNothing() {
    return told.isEmpty()
        && toldWait.isEmpty()
        && acceptance.isEmpty()
        && recording.isEmpty()
        && variables.isEmpty();
  }

  /**
   * What variables say of the call; who takes it is added at the answer.
   *
   * @param group the hunt group at which the call stands
   * @param waited from the arrival to the decision to ring
   */
  public record Variables(DirectoryNumber group, Duration waited) {}

  /**
   * What is recorded.
   *
   * @param group the hunt group for which it is recorded
   * @param from from when on
   */
  public record Recording(DirectoryNumber group, RecordedFrom from) {}

  /** From when on a talk is recorded. */
  public enum RecordedFrom {
    /** Only while the two talk. */
    TALK,
    /** From the answer of the phone on: what the agent is told and asked is in it too. */
    ANSWER
  }
}
