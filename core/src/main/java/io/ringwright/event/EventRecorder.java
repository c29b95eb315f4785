package io.ringwright.event;

import io.ringwright.call.RoutingAnswer;

/**
 * Records events and decisions, so that they can be replayed.
 *
 * <p>Errors: if a method throws, {@link io.ringwright.port.RoutingListener#failed} is told and the
 * remaining effects are carried out. If it blocks, it and the listener fall behind, as {@link
 * io.ringwright.port.RoutingListener} describes; what is dropped then is lost, and {@link #missed}
 * says so.
 *
 * <p>Thread safety: called by many threads, one at a time, outside the engine's lock, in the order
 * of the events.
 */
public interface EventRecorder {

  /** Records nothing. */
  EventRecorder NONE =
      new EventRecorder() {
        @Override
        public void happened(JournalEntry entry) {}

        @Override
        public void delivering(RoutingAnswer answer) {}

        @Override
        public void decided(RoutingAnswer answer) {}
      };

  /**
   * Something happened.
   *
   * @param entry what, and when
   */
  void happened(JournalEntry entry);

  /**
   * Because of the event before, the engine sent a waiting caller to a phone.
   *
   * @param answer its decision
   */
  void delivering(RoutingAnswer answer);

  /**
   * The engine answered the event before. Nothing else follows about that event.
   *
   * @param answer its decision
   */
  void decided(RoutingAnswer answer);

  /**
   * Here something is missing: too much waited for this recorder and the listener, and was dropped.
   * What follows is whole again. Does nothing unless overridden; whoever keeps a recording has to
   * override it, because a recording with a gap replays otherwise than it was.
   *
   * @param tellings how many calls of methods of the recorder and the listener were left out
   */
  default void missed(long tellings) {}
}
