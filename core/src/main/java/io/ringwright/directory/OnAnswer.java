package io.ringwright.directory;

import io.ringwright.call.Acceptance;
import io.ringwright.call.BeforeTalk.RecordedFrom;
import io.ringwright.call.DialOptions;
import io.ringwright.call.SoundName;
import java.util.List;
import java.util.Optional;

/**
 * What happens between the answer of a phone and the talk, for calls that stand at a hunt group.
 *
 * <p>Thread safety: immutable.
 *
 * @param told the sounds that the agent hears first
 * @param tellsWait whether the agent is told how long the caller waited
 * @param acceptance by which key the agent takes the call; empty: whoever answers has it
 * @param recorded from when on the talk is recorded; empty: not at all
 * @param setsVariables whether variables about call and agent stand on both channels
 * @param dialOptions how the phones are dialled; empty: as the AGI server says for all of them
 */
public record OnAnswer(
    List<SoundName> told,
    boolean tellsWait,
    Optional<Acceptance> acceptance,
    Optional<RecordedFrom> recorded,
    boolean setsVariables,
    Optional<DialOptions> dialOptions) {

  /** Nothing: the talk begins with the answer. */
  public static final OnAnswer NOTHING =
      new OnAnswer(List.of(), false, Optional.empty(), Optional.empty(), false, Optional.empty());

  /** How many sounds an agent may hear. */
  static final int MOST_SOUNDS = 5;

  /** Copies the sounds. */
  public OnAnswer {
    told = List.copyOf(told);
  }
}
