package io.ringwright.port;

import io.ringwright.directory.PhoneList;

/**
 * Who can be called. The router asks for the phone list at its start, about ten times a second in
 * {@link io.ringwright.CallRouter#runDue}, and in {@link
 * io.ringwright.CallRouter#directoryChanged}; an {@link io.ringwright.memory.InMemoryDirectory}
 * also before each event. Another list than before comes into force by an event of its own, {@link
 * io.ringwright.event.RouterEvent.PhoneListInstalled}, so that each decision is made from one list
 * as a whole.
 *
 * <p>Errors: a directory that throws, gives null or does not answer leaves the last list in force,
 * and {@link RoutingListener#failed} is told once, until it answers again. At the start, and in
 * {@code directoryChanged}, what it throws is thrown.
 *
 * <p>Thread safety: implementations may be called by many threads, outside the engine's lock, and
 * answer from memory; nobody who brings an event waits for them. Give the same object until the
 * list changes; equal contents in another object are compared each time.
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
