package io.ringwright.port;

import io.ringwright.call.CallId;
import io.ringwright.call.Channel;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.ExternalNumber;
import io.ringwright.call.PbxId;
import io.ringwright.call.RememberedCall;
import io.ringwright.call.RingTarget;
import io.ringwright.call.Token;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * The port through which the engine moves callers and asks where they are.
 *
 * <p>Errors: if a method throws, {@link RoutingListener#failed} is told, and the engine asks 2 s
 * later where the caller is.
 *
 * <p>Thread safety: implementations may be used by many threads, and must not block: they send, and
 * complete the stage when the answer comes, on any thread. A stage always completes, at the latest
 * after the implementation's own time limit, and never exceptionally.
 */
public interface Telephony {

  /**
   * A switch that moves nobody, for applications without AMI: a waiting caller is sent to a phone
   * by the answer to a sign of life.
   */
  Telephony NONE =
      new Telephony() {
        @Override
        public CompletionStage<DeliveryReport> deliver(Delivery delivery) {
          return CompletableFuture.completedStage(DeliveryReport.NOT_SENT);
        }

        @Override
        public CompletionStage<Whereabouts> whereabouts(CallId call, Channel channel) {
          return CompletableFuture.completedStage(Whereabouts.UNKNOWN);
        }

        @Override
        public boolean callsBackAt(PbxId pbx) {
          return false;
        }
      };

  /**
   * Moves a waiting caller to the landing place, where the switch asks the engine, with the token,
   * what to do. Sent again with the same token, it does no harm.
   *
   * <p>A caller who hung up to be called back is called first, and comes to the landing place with
   * the answer, on a channel with the identity of the call. This takes as long as that phone rings,
   * and {@link #whereabouts} says {@link Whereabouts#RINGING} meanwhile. {@link
   * DeliveryReport#CALLER_GONE} then says that nobody answered there.
   *
   * @param delivery who, where to, and with which token
   * @return what the switch said; even {@link DeliveryReport#SENT} is no proof
   */
  CompletionStage<DeliveryReport> deliver(Delivery delivery);

  /**
   * Asks where a caller is.
   *
   * @param call the identity of the call
   * @param channel the caller's channel
   * @return where the caller was seen
   */
  CompletionStage<Whereabouts> whereabouts(CallId call, Channel channel);

  /**
   * Whether a switch can call somebody back, be it linked at the moment or not. Where it cannot, no
   * caller is promised it. Asked when a caller presses a key, and when the host orders a call back.
   *
   * @param pbx which switch
   * @return true, unless overridden
   */
  default boolean callsBackAt(PbxId pbx) {
    return true;
  }

  /**
   * A caller to be moved.
   *
   * @param call the identity of the call
   * @param channel the caller's channel
   * @param number for whom: the extension or hunt group
   * @param token the fencing token of this attempt
   * @param targets the phones that will ring; empty if the caller is only fetched to be told
   *     something else
   * @param ringTime for how long they will ring
   * @param callBack whom to call, if the caller hung up to be called back
   */
  record Delivery(
      CallId call,
      Channel channel,
      DirectoryNumber number,
      Token token,
      List<RingTarget> targets,
      Duration ringTime,
      Optional<CallBack> callBack) {

    /** Copies the targets. */
    public Delivery {
      targets = List.copyOf(targets);
    }

    /**
     * A caller who waits on a channel.
     *
     * @param call the identity of the call
     * @param channel the caller's channel
     * @param number for whom: the extension or hunt group
     * @param token the fencing token of this attempt
     * @param targets the phones that will ring
     * @param ringTime for how long they will ring
     */
    public Delivery(
        CallId call,
        Channel channel,
        DirectoryNumber number,
        Token token,
        List<RingTarget> targets,
        Duration ringTime) {
      this(call, channel, number, token, targets, ringTime, Optional.empty());
    }

    /**
     * This delivery, to somebody who must be called first.
     *
     * @param person whom to call
     * @return a copy
     */
    public Delivery to(CallBack person) {
      return new Delivery(call, channel, number, token, targets, ringTime, Optional.of(person));
    }
  }

  /**
   * Somebody to be called back, at the old place.
   *
   * @param number where to call
   * @param memory what the new channel must remember
   */
  record CallBack(ExternalNumber number, RememberedCall memory) {}

  /** What the switch said to a delivery. */
  enum DeliveryReport {
    /** Accepted; whether the caller moves remains to be seen. */
    SENT,
    /** The caller is no longer there. */
    CALLER_GONE,
    /** Not done, and certain not to happen: there is no link, or the switch refused. */
    NOT_SENT,
    /** The link broke or no answer came: it may or may not happen. */
    UNKNOWN
  }

  /** Where a caller was seen. */
  enum Whereabouts {
    /** In the wait context. */
    WAITING,
    /** At the landing place or ringing a phone. */
    RINGING,
    /** Connected to somebody. */
    TALKING,
    /** Somewhere else: somebody took the call out of our hands. */
    ELSEWHERE,
    /** In the fallback context, or sent on from there: no engine answered. */
    FELL_BACK,
    /** The channel no longer exists. */
    GONE,
    /** The switch could not be asked. */
    UNKNOWN
  }
}
