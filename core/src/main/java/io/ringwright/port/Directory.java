package io.ringwright.port;

import io.ringwright.directory.PhoneList;

/**
 * Who can be called. One phone list is asked for with each event, so that a decision is made from
 * one list as a whole, never half old and half new.
 *
 * <p>Thread safety: implementations may be called by many threads, and under the engine's lock:
 * they answer at once, from memory.
 */
@FunctionalInterface
public interface Directory {

  /**
   * The list that is valid now.
   *
   * @return an unchanging list
   */
  PhoneList phoneList();
}
