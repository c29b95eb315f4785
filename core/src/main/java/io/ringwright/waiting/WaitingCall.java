package io.ringwright.waiting;

import io.ringwright.call.CallId;
import io.ringwright.call.CallerId;
import io.ringwright.call.Channel;
import io.ringwright.call.Destination;

/**
 * An unanswered call that has a place in line.
 *
 * <p>Thread safety: immutable.
 *
 * @param id the identity of the call
 * @param channel the caller's channel
 * @param caller who calls
 * @param waitingFor the extension or hunt group it waits for
 * @param place its place in line
 */
public record WaitingCall(
    CallId id, Channel channel, CallerId caller, Destination waitingFor, Place place)
    implements Comparable<WaitingCall> {

  /** Who is served first comes first. */
  @Override
  public int compareTo(WaitingCall other) {
    int byPlace = place.compareTo(other.place);
    return byPlace != 0 ? byPlace : id.value().compareTo(other.id.value());
  }
}
