package io.ringwright.engine;

import io.ringwright.call.Destination;
import io.ringwright.call.Device;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.RoutingAnswer;
import io.ringwright.call.Token;
import io.ringwright.routing.Candidate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Where a call stands in its life. */
public sealed interface CallPhase {

  /** Has a place in line. */
  record Waiting() implements CallPhase {}

  /** The same for every call. */
  CallPhase WAITING = new Waiting();

  /**
   * Was told to come to the landing place; nothing proves yet that it moves.
   *
   * @param attempt what it will be told there
   * @param sends how often the switch was asked to move it
   * @param checkAt when to ask where it is
   */
  record Delivering(Attempt attempt, int sends, Instant checkAt) implements CallPhase {}

  /**
   * Phones ring for it, as far as the switch said.
   *
   * @param attempt which phones
   * @param checkAt when the lease runs out and the switch is asked where the caller is
   */
  record Ringing(Attempt attempt, Instant checkAt) implements CallPhase {}

  /**
   * Somebody answered.
   *
   * @param extension who
   * @param device with what
   * @param waited from arrival to answer
   */
  record Talking(DirectoryNumber extension, Device device, Duration waited) implements CallPhase {}

  /**
   * One attempt to ring, or to tell a waiting caller something else.
   *
   * @param token its number
   * @param candidates the phones that are reserved; none if the caller is only told something
   * @param answer what the switch is told
   * @param wanted what the call waited for, or would have
   * @param ringTime for how long the phones ring
   */
  record Attempt(
      Token token,
      List<Candidate> candidates,
      RoutingAnswer answer,
      Destination wanted,
      Duration ringTime) {}
}
