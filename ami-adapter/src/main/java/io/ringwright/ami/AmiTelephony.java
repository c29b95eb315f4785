package io.ringwright.ami;

import io.ringwright.call.CallId;
import io.ringwright.call.Channel;
import io.ringwright.call.PbxId;
import io.ringwright.port.Telephony;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Moves callers on any number of Asterisk servers, each through its own {@link AmiConnection}.
 *
 * <p>It exists before the router, which needs it; the connections, which need the router, join it
 * later:
 *
 * <pre>{@code
 * AmiTelephony telephony = new AmiTelephony();
 * CallRouter router = CallRouter.builder(directory, telephony).build();
 * AmiConnection connection =
 *     AmiConnection.builder(router, telephony).pbx(PbxId.of("lab")).login("router", secret).build();
 * connection.start();
 * }</pre>
 *
 * <p>A caller on an Asterisk without a link cannot be moved: the answer is {@code NOT_SENT} at
 * once, and nobody knows the whereabouts.
 *
 * <p>Thread safety: may be used by many threads; no call blocks for an answer.
 */
public final class AmiTelephony implements Telephony {

  private final ConcurrentMap<PbxId, Telephony> links = new ConcurrentHashMap<>();
  private final ConcurrentMap<PbxId, Boolean> claimed = new ConcurrentHashMap<>();

  /** A hub that no Asterisk has joined yet. */
  public AmiTelephony() {}

  @Override
  public CompletionStage<DeliveryReport> deliver(Delivery delivery) {
    Telephony link = links.get(delivery.channel().pbx());
    return link == null
        ? CompletableFuture.completedFuture(DeliveryReport.NOT_SENT)
        : link.deliver(delivery);
  }

  @Override
  public CompletionStage<Whereabouts> whereabouts(CallId call, Channel channel) {
    Telephony link = links.get(channel.pbx());
    return link == null
        ? CompletableFuture.completedFuture(Whereabouts.UNKNOWN)
        : link.whereabouts(call, channel);
  }

  /** Whether a connection to that Asterisk says how people are called back. */
  @Override
  public boolean callsBackAt(PbxId pbx) {
    return claimed.getOrDefault(pbx, false);
  }

  /**
   * One connection for each Asterisk.
   *
   * @param callsBack whether it says how people are called back
   * @return whether there was none yet
   */
  boolean claim(PbxId pbx, boolean callsBack) {
    return claimed.putIfAbsent(pbx, callsBack) == null;
  }

  /** Another connection may take this Asterisk. */
  void release(PbxId pbx) {
    claimed.remove(pbx);
  }

  /** From now on callers on this Asterisk can be moved. */
  void join(PbxId pbx, Telephony link) {
    links.put(pbx, link);
  }

  /** This link is over. One that joined since stays. */
  void leave(PbxId pbx, Telephony link) {
    links.remove(pbx, link);
  }
}
