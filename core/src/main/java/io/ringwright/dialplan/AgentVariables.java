package io.ringwright.dialplan;

import java.util.List;

/**
 * The names of the channel variables that an agent's phone has while it dials a feature code. The
 * engine answers in {@link ChannelVariables#DECISION}, too: {@link #AGAIN}, {@link #IDENTIFY} or
 * {@link #SAY}.
 */
public final class AgentVariables {

  /** The device that dials, as Asterisk itself knows it; empty if it is no account of a phone. */
  public static final String PHONE = "RW_PHONE";

  /** Which code was dialled: {@code log}, {@code pause}, {@code status} or {@code desk}. */
  public static final String ORDER = "RW_ORDER";

  /** What was dialled after the code: a hunt group, a reason; mostly empty. */
  public static final String CHOICE = "RW_CHOICE";

  /** What is to hold from now on; empty until the engine has said it. */
  public static final String TARGET = "RW_TARGET";

  /** What the agent hears: sounds, joined by {@code &}, and digits after a {@code *}. */
  public static final String SPOKEN = "RW_SPOKEN";

  /** What an agent at another phone is asked for now: {@code number} or {@code pin}. */
  public static final String PROOF = "RW_PROOF";

  /** The answer by which the same is asked once more, with {@link #TARGET}. */
  public static final String AGAIN = "again";

  /** The answer by which the agent is asked who it is. */
  public static final String IDENTIFY = "identify";

  /** The answer by which {@link #SPOKEN} is spoken, and the call ends. */
  public static final String SAY = "say";

  /** The AGI script that asks an agent at another phone for number and PIN. */
  public static final String IDENTIFYING_SCRIPT = "agent-identify";

  private AgentVariables() {}

  /** The arguments of the question. */
  static List<String> asked() {
    return List.of(ChannelVariables.ASKED, ORDER, PHONE, TARGET, CHOICE);
  }

  /**
   * All names that only the dialplan of agents has.
   *
   * @return an unchanging list
   */
  public static List<String> all() {
    return List.of(PHONE, ORDER, CHOICE, TARGET, SPOKEN, PROOF);
  }
}
