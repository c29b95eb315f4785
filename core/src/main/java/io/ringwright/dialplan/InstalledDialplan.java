package io.ringwright.dialplan;

/**
 * The dialplan that Asterisk has, as far as the adapters must know it. The builders of both
 * adapters take one, and are given the same value. {@link Contexts} is one by itself.
 *
 * <p>Thread safety: implementations are immutable.
 */
public interface InstalledDialplan {

  /**
   * What its contexts are called.
   *
   * @return the name of every part
   */
  Contexts contexts();

  /**
   * The feature codes that agents dial.
   *
   * @return the usual ones, unless an implementation says otherwise
   */
  default AgentCodes agentCodes() {
    return AgentCodes.STANDARD;
  }
}
