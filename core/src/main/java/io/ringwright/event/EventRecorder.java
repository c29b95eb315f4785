package io.ringwright.event;

import io.ringwright.call.RoutingAnswer;
import java.time.Instant;

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
        public void happened(Instant at, RouterEvent event) {}

        @Override
        public void delivering(RoutingAnswer answer) {}

        @Override
        public void decided(RoutingAnswer answer) {}
      };

  /**
   * Something happened.
   *
   * @param at the instant that the engine took for now
   * @param event what
   */
  void happened(Instant at, RouterEvent event);

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
