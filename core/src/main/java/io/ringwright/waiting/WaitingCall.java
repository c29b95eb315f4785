package io.ringwright.waiting;

import io.ringwright.call.CallId;
import io.ringwright.call.CallerId;
import io.ringwright.call.Channel;
import io.ringwright.call.Destination;
import io.ringwright.call.ExternalNumber;
import io.ringwright.call.Requirements;
import java.util.Optional;

/**
 * An unanswered call that has a place.
 *
 * <p>Thread safety: immutable.
 *
 * @param id the identity of the call
 * @param channel the caller's channel
 * @param caller who calls
 * @param waitingFor the extension or hunt group it waits for
 * @param place its place
 * @param requirements the skills it asks for
 * @param callBack the number to call back when its turn comes, if the caller hung up and waits
 *     without a channel
 */
public record WaitingCall(
    CallId id,
    Channel channel,
    CallerId caller,
    Destination waitingFor,
    Place place,
    Requirements requirements,
    Optional<ExternalNumber> callBack)
    implements Comparable<WaitingCall> {

  /**
   * A caller who waits on a channel and asks for no skill.
   *
   * @param id the identity of the call
   * @param channel the caller's channel
   * @param caller who calls
   * @param waitingFor the extension or hunt group it waits for
   * @param place its place
   */
  public WaitingCall(
      CallId id, Channel channel, CallerId caller, Destination waitingFor, Place place) {
    this(id, channel, caller, waitingFor, place, Requirements.NONE, Optional.empty());
  }

  /**
   * This call on another channel.
   *
   * @param where the channel
   * @return a copy, or this call if it is there already: a store may hold it too
   */
  public WaitingCall on(Channel where) {
    if (where.equals(channel)) {
      return this;
    }
    return new WaitingCall(id, where, caller, waitingFor, place, requirements, callBack);
  }

  /**
   * This call, waiting for something else; its place stays.
   *
   * @param other an extension or a hunt group
   * @return a copy
   */
  public WaitingCall waitingFor(Destination other) {
    return new WaitingCall(id, channel, caller, other, place, requirements, callBack);
  }

  /**
   * This call at another place.
   *
   * @param other the place
   * @return a copy
   */
  public WaitingCall at(Place other) {
    return new WaitingCall(id, channel, caller, waitingFor, other, requirements, callBack);
  }

  /**
   * This call, asking for other skills.
   *
   * @param others the skills
   * @return a copy
   */
  public WaitingCall requiring(Requirements others) {
    return new WaitingCall(id, channel, caller, waitingFor, place, others, callBack);
  }

  /**
   * This call, whose caller hangs up and is called back when the turn comes.
   *
   * @param number the number to call
   * @return a copy
   */
  public WaitingCall calledBackAt(ExternalNumber number) {
    return new WaitingCall(
        id, channel, caller, waitingFor, place, requirements, Optional.of(number));
  }

  /**
   * This call, whose caller waits on a channel.
   *
   * @return a copy
   */
  public WaitingCall onTheLine() {
    return new WaitingCall(id, channel, caller, waitingFor, place, requirements, Optional.empty());
  }

  /** Who is served first comes first. */
  @Override
  public int compareTo(WaitingCall other) {
    int byPlace = place.compareTo(other.place);
    return byPlace != 0 ? byPlace : id.value().compareTo(other.id.value());
  }
}
