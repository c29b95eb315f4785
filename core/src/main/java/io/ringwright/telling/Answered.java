package io.ringwright.telling;

import io.ringwright.call.Channel;
import io.ringwright.call.Party;
import io.ringwright.call.Visit;
import java.time.Duration;
import java.util.Optional;

/**
 * Somebody answered a call.
 *
 * <p>Thread safety: immutable.
 *
 * @param visit which call
 * @param by who; an outsider where no extension of the phone list has the phone
 * @param waited from arrival to answer
 * @param channels the channels of the two
 */
public record Answered(Visit visit, Party by, Duration waited, Channels channels) {

  /**
   * The channels of a talk.
   *
   * @param caller the caller's
   * @param agent the channel of who talks to the caller; empty where the switch did not say which
   */
  public record Channels(Channel caller, Optional<Channel> agent) {}
}
