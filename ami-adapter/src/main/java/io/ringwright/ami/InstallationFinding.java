package io.ringwright.ami;

import io.ringwright.call.PbxId;

/**
 * Something in an installation that does not fit together, with a way to put it right: dialplan,
 * AGI, AMI, phone list and router of one PBX. Prints as one line.
 *
 * <p>Thread safety: immutable.
 *
 * @param pbx which PBX
 * @param kind what sort of thing it is
 * @param subject whose setting it is, such as {@code context ringwright-deliver}
 * @param what what was found
 * @param remedy what to do about it
 */
public record InstallationFinding(
    PbxId pbx, Kind kind, String subject, String what, String remedy) {

  /** What it costs. */
  public enum Severity {
    /** Calls fall back, are hung up, or are never answered. */
    CALLERS_ARE_LOST("callers are lost"),
    /** Callers wait longer than they need. */
    CALLERS_ARE_DELAYED("callers are delayed"),
    /** It costs no caller anything now, or something was not looked at. */
    UNTIDY("untidy");

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
    /** None of the contexts is in the dialplan. */
    DIALPLAN_ABSENT(Severity.CALLERS_ARE_LOST),
    /** The dialplan was made for another version of the contract. */
    DIALPLAN_VERSION(Severity.CALLERS_ARE_LOST),
    /** A context in which callers enter or wait is missing, or has another name. */
    CONTEXT_MISSING(Severity.CALLERS_ARE_LOST),
    /** The context into which waiting callers are moved is missing: they are not moved. */
    LANDING_PLACE_MISSING(Severity.CALLERS_ARE_DELAYED),
    /** The dialplan sends callers to a context that is not there. */
    LEADS_NOWHERE(Severity.CALLERS_ARE_LOST),
    /** The two adapters, or an adapter and the dialplan, have different names of contexts. */
    CONTEXTS_DIFFER(Severity.CALLERS_ARE_DELAYED),
    /** Nothing answers at the AGI address of the dialplan. */
    AGI_SILENT(Severity.CALLERS_ARE_LOST),
    /** Something else than Ringwright answers at the AGI address of the dialplan. */
    AGI_STRANGER(Severity.CALLERS_ARE_LOST),
    /** AGI and AMI have different names for one PBX. */
    TWO_NAMES(Severity.CALLERS_ARE_DELAYED),
    /** The PBX has no {@code systemname}. */
    NO_SYSTEM_NAME(Severity.UNTIDY),
    /** Another process is connected to the same PBX as an engine. */
    SECOND_CONNECTION(Severity.CALLERS_ARE_LOST),
    /** The PBX does not know a device of the phone list. */
    DEVICE_UNKNOWN(Severity.CALLERS_ARE_LOST),
    /** The PBX spells a device differently. */
    DEVICE_SPELT_OTHERWISE(Severity.UNTIDY),
    /** The AMI user lacks a right. */
    RIGHT_MISSING(Severity.CALLERS_ARE_DELAYED),
    /** The AMI user has a right that is dangerous and not needed. */
    RIGHT_TOO_MUCH(Severity.UNTIDY),
    /** Lamps are written, and the context with their hints is not in the dialplan. */
    AGENTS_CONTEXT_MISSING(Severity.UNTIDY),
    /** A number of the phone list begins with a feature code of agents. */
    AGENT_CODE_COLLIDES(Severity.UNTIDY),
    /** The phone list leads callers to a context of the host that the dialplan does not have. */
    HOST_CONTEXT_MISSING(Severity.CALLERS_ARE_LOST),
    /** {@code musiconhold.conf} has no such music class. */
    MUSIC_CLASS_UNKNOWN(Severity.UNTIDY),
    /** A key promises a call back that nobody can make. */
    CALL_BACK_IMPOSSIBLE(Severity.UNTIDY),
    /** Nobody calls {@code runDue}. */
    NO_TICKS(Severity.CALLERS_ARE_DELAYED),
    /** The clocks of PBX and engine differ. */
    CLOCKS_DIFFER(Severity.UNTIDY),
    /** The router moves callers through something else than this connection. */
    ROUTER_WITHOUT_HUB(Severity.CALLERS_ARE_DELAYED),
    /** Code of the host has failed. */
    HOST_CODE_FAILS(Severity.UNTIDY),
    /** Something could not be looked at. */
    NOT_LOOKED_AT(Severity.UNTIDY);

    private final Severity severity;

    Kind(Severity severity) {
      this.severity = severity;
    }

    /**
     * What findings of this kind cost.
     *
     * @return the severity
     */
    public Severity severity() {
      return severity;
    }
  }

  /**
   * The finding as one line.
   *
   * @return the PBX, what it costs, what was found, and what to do
   */
  @Override
  public String toString() {
    return pbx + ": " + kind.severity().words() + ": " + subject + ": " + what + ". " + remedy;
  }
}
