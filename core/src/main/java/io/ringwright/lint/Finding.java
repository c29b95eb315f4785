package io.ringwright.lint;

/**
 * Something in a phone list that is probably not meant, with a way to put it right. Prints as one
 * line.
 *
 * <p>Thread safety: immutable.
 *
 * @param kind what sort of thing it is
 * @param item whose setting it is, such as {@code hunt group 700}
 * @param value what was found there
 * @param remedy what to do about it
 */
public record Finding(Kind kind, String item, String value, String remedy) {

  /** How bad it is. */
  public enum Severity {
    /** Calls are lost, always or under some conditions. */
    CALLS_ARE_LOST("calls are lost"),
    /** A setting does nothing. */
    WITHOUT_EFFECT("without effect"),
    /** It may be meant. */
    WORTH_A_LOOK("worth a look");

    private final String words;

    Severity(String words) {
      this.words = words;
    }

    /**
     * The severity in words.
     *
     * @return lower-case words
     */
    public String words() {
      return words;
    }
  }

  /** What is looked for. */
  public enum Kind {
    /** The list does not build. */
    MISTAKE("mistake", Severity.CALLS_ARE_LOST),
    /** Unconditional forwardings lead in a circle while their conditions hold. */
    LOOP("possible loop", Severity.CALLS_ARE_LOST),
    /** Forwardings on busy or not reachable lead in a circle when nobody on it is free. */
    LOOP_WHEN_ENGAGED("loop when nobody is free", Severity.WORTH_A_LOOK),
    /** Calls are always diverted more often than diversions are followed. */
    CHAIN_TOO_LONG("chain too long", Severity.CALLS_ARE_LOST),
    /** Nobody can ever answer a call for the item. */
    DEAD_END("dead end", Severity.CALLS_ARE_LOST),
    /** A forwarding, an overflow or a key leads to a dead end. */
    LEADS_TO_DEAD_END("leads to a dead end", Severity.CALLS_ARE_LOST),
    /** Overflows lead in a circle. */
    OVERFLOW_CIRCLE("overflow circle", Severity.WORTH_A_LOOK),
    /** Nobody behind a hunt group ever has the skills that it asks for. */
    REQUIREMENTS_UNMET("requirements nobody meets", Severity.CALLS_ARE_LOST),
    /** Nobody has the skills that a hunt group asks for at first, or for a while. */
    REQUIREMENTS_UNMET_AT_FIRST("requirements nobody meets yet", Severity.WORTH_A_LOOK),
    /** A member of a hunt group never rings. */
    MEMBER_NEVER_RINGS("member that never rings", Severity.WITHOUT_EFFECT),
    /** A member has the skills of no stage of what its group asks for. */
    MEMBER_LACKS_SKILLS("member without the skills", Severity.WORTH_A_LOOK),
    /** Two members of a hunt group share a phone. */
    SAME_PHONE_TWICE("same phone twice", Severity.WORTH_A_LOOK),
    /** A device rings for several extensions. */
    SHARED_DEVICE("device of several extensions", Severity.WORTH_A_LOOK),
    /** A ring is over before somebody at a number outside can confirm. */
    RING_TOO_SHORT("ring too short", Severity.WORTH_A_LOOK),
    /** Somebody at a number outside is asked for a key that does not take the call. */
    PROMPT_ASKS_FOR_ANOTHER_KEY("prompt that asks for another key", Severity.WORTH_A_LOOK),
    /** A schedule never opens. */
    SCHEDULE_NEVER_OPENS("schedule that never opens", Severity.WITHOUT_EFFECT),
    /** A forwarding never applies. */
    FORWARDING_NEVER_APPLIES("forwarding that never applies", Severity.WITHOUT_EFFECT),
    /** A condition excludes nothing. */
    CONDITION_ALWAYS_HOLDS("condition that always holds", Severity.WORTH_A_LOOK),
    /** The opening time of a priority changes nothing. */
    OPENING_WITHOUT_EFFECT("opening without effect", Severity.WITHOUT_EFFECT),
    /** Another setting changes nothing. */
    SETTING_WITHOUT_EFFECT("setting without effect", Severity.WITHOUT_EFFECT),
    /** No call may wait, and none overflows. */
    NOBODY_MAY_WAIT("nobody may wait", Severity.WORTH_A_LOOK),
    /** The longest wait is over before a second phone can be tried. */
    WAIT_TOO_SHORT("wait too short", Severity.WORTH_A_LOOK);

    private final String words;
    private final Severity severity;

    Kind(String words, Severity severity) {
      this.words = words;
      this.severity = severity;
    }

    /**
     * The kind in words.
     *
     * @return lower-case words
     */
    public String words() {
      return words;
    }

    /**
     * How bad it is.
     *
     * @return the severity
     */
    public Severity severity() {
      return severity;
    }
  }

  /** One line: item, kind, value, remedy. */
  @Override
  public String toString() {
    return item + " · " + kind.words() + ": " + value + "; " + remedy;
  }
}
