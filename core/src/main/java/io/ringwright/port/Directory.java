package io.ringwright.port;

import io.ringwright.directory.PhoneList;

/**
 * Who can be called. The router asks for the phone list before each event. Another list than before
 * comes into force by an event of its own, {@link
 * io.ringwright.event.RouterEvent.PhoneListInstalled}, so that each decision is made from one list
 * as a whole.
 *
 * <p>Thread safety: implementations may be called by many threads, outside the engine's lock. They
 * answer at once, from memory: each event waits for the answer. Give the same object until the list
 * changes; equal contents in another object are compared each time.
 *
 * <p>Errors: if it throws, or gives null, the list in force stays, and {@link
 * RoutingListener#failed} is told once each time that this begins.
 */
@FunctionalInterface
public interface Directory {

  /**
   * The list that is valid now.
   *
   * @return an unchanging list, never null
   */
  PhoneList phoneList();
}
