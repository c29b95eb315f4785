package io.ringwright.event;

import io.ringwright.call.RoutingAnswer;

/**
 * Takes down what happens to the engine and what it decides, so that it can be replayed.
 *
 * <p>Thread safety: called by many threads, one at a time, outside the engine's lock, in the order
 * of the events; one that throws is ignored, one that blocks delays later effects.
 */
public interface EventRecorder {

  /** Takes nothing down. */
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
   * The engine sent a waiting caller on the way because of the event before.
   *
   * @param answer its decision
   */
  void delivering(RoutingAnswer answer);

  /**
   * The engine answered the event before: the last word about it.
   *
   * @param answer its decision
   */
  void decided(RoutingAnswer answer);
}
