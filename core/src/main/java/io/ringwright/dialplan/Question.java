package io.ringwright.dialplan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the dialplan asks the engine: each constant is an AGI script with its arguments. The answer
 * comes as {@link ChannelVariables}.
 */
public enum Question {
  /** A call has come in. */
  ROUTE(
      "route",
      List.of(
          ChannelVariables.ASKED,
          ChannelVariables.NUMBER,
          ChannelVariables.FLAG,
          Question.NOTHING,
          ChannelVariables.PRIORITY,
          ChannelVariables.SKILLS,
          ChannelVariables.CLAIM,
          ChannelVariables.CALL,
          ChannelVariables.PREFER)),
  /** Ringing is over, and nobody answered. */
  RING_ENDED("ring-ended", remembered(ChannelVariables.TOKEN, Question.DIAL_STATUS)),
  /** AMI has moved a caller to the landing place. */
  LANDED("landed", remembered(ChannelVariables.TOKEN)),
  /** The sign of life of a caller who waits. */
  ALIVE("alive", remembered()),
  /** A caller who waits has pressed a key, or has answered an inquiry by keys. */
  KEY("key", remembered(ChannelVariables.TYPED, ChannelVariables.INQUIRY)),
  /** An agent has dialled a feature code. */
  AGENT("agent", AgentVariables.asked()),
  /** No engine has answered, and the call goes on without one. */
  FELL_BACK("fell-back", List.of(ChannelVariables.ASKED, ChannelVariables.CALL)),
  /** The channel has ended. */
  ENDED("ended", remembered(ChannelVariables.TOKEN, Question.DIAL_STATUS));

  /** Asterisk's own variable that says how {@code Dial} ended. */
  public static final String DIAL_STATUS = "DIALSTATUS";

  /** An argument that the dialplan leaves empty; a host's own dialplan may not: the caller. */
  public static final String NOTHING = "";

  private final String script;
  private final List<String> arguments;

  Question(String script, List<String> arguments) {
    this.script = script;
    this.arguments = List.copyOf(arguments);
  }

  private static List<String> remembered(String... own) {
    List<String> arguments = new ArrayList<>();
    arguments.add(ChannelVariables.ASKED);
    arguments.add(ChannelVariables.CALL);
    arguments.addAll(List.of(own));
    arguments.addAll(
        List.of(
            ChannelVariables.GROUP,
            ChannelVariables.PRIORITY,
            ChannelVariables.SINCE,
            ChannelVariables.SKILLS));
    return arguments;
  }

  /**
   * The question that a script asks.
   *
   * @param script the name of an AGI script
   * @return the question, or empty if it is none of ours
   */
  public static Optional<Question> of(String script) {
    for (Question question : values()) {
      if (question.script.equals(script)) {
        return Optional.of(question);
      }
    }
    return Optional.empty();
  }

  /**
   * The name of the AGI script, as it stands in the address of {@code AGI()}.
   *
   * @return such as {@code ring-ended}
   */
  public String script() {
    return script;
  }

  /**
   * The variables whose values are the arguments of the script.
   *
   * @return in the order of the arguments; {@link #NOTHING} where there is none
   */
  public List<String> arguments() {
    return arguments;
  }

  /**
   * Which argument holds a variable.
   *
   * @param variable one of {@link #arguments()}
   * @return its place, 0 for the first argument
   * @throws IllegalArgumentException if this question has no such argument
   */
  public int position(String variable) {
    int position = arguments.indexOf(variable);
    if (position < 0) {
      throw new IllegalArgumentException(
          "script '" + script + "' has no argument " + variable + ": expected one of " + arguments);
    }
    return position;
  }

  @Override
  public String toString() {
    return script;
  }
}
