package io.ringwright.ami;

import io.ringwright.ami.PendingActions.Reply;
import io.ringwright.ami.PendingActions.Reply.Fate;
import io.ringwright.call.CallId;
import io.ringwright.call.Channel;
import io.ringwright.call.RingTarget;
import io.ringwright.dialplan.ChannelVariables;
import io.ringwright.dialplan.DialText;
import io.ringwright.port.Telephony;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Moves the callers on one Asterisk during one session, and says where one is.
 *
 * <p>Thread safety: may be used by many threads; nothing waits for an answer.
 */
final class CallerMover implements Telephony {

  private static final Logger LOG = LoggerFactory.getLogger(CallerMover.class);

  private final PendingActions actions;
  private final DialplanContexts contexts;
  private final String dialOptions;
  private final Optional<CallingBack> callingBack;
  private final BooleanSupplier landingPlaceMissing;

  /** The calls out that are under way: an order that comes twice is one call. */
  private final ConcurrentMap<CallId, CompletableFuture<DeliveryReport>> callsOut =
      new ConcurrentHashMap<>();

  /**
   * A mover for one session.
   *
   * @param actions what sends its actions
   * @param plan where callers land, and how phones are rung
   * @param landingPlaceMissing whether who is moved there now would be hung up
   */
  CallerMover(PendingActions actions, LinkSettings.Plan plan, BooleanSupplier landingPlaceMissing) {
    this.actions = actions;
    this.contexts = plan.contexts();
    this.dialOptions = plan.dialOptions();
    this.callingBack = plan.callingBack();
    this.landingPlaceMissing = landingPlaceMissing;
  }

  @Override
  public CompletionStage<DeliveryReport> deliver(Delivery delivery) {
    if (landingPlaceMissing.getAsBoolean()) {
      LOG.debug("{} is not moved: the landing place is not there", delivery.call());
      return CompletableFuture.completedFuture(DeliveryReport.NOT_SENT);
    }
    return delivery
        .callBack()
        .map(person -> callBack(delivery, person))
        .orElseGet(() -> move(delivery));
  }

  /** Two actions, one right behind the other: Asterisk carries them out in this order. */
  private CompletionStage<DeliveryReport> move(Delivery delivery) {
    AmiAction move = AmiAction.move(delivery.channel(), contexts.waiting(), delivery.token());
    if (!delivery.targets().isEmpty()) {
      AmiAction layDown =
          AmiAction.layDown(
              delivery.channel(),
              delivery.token(),
              dialArguments(delivery.targets(), delivery.ringTime()));
      CompletableFuture<Reply> laidDown = actions.ask(layDown);
      var unused = laidDown.thenAccept(reply -> note(layDown, delivery, reply));
    }
    return actions
        .ask(move)
        .thenApply(
            reply -> {
              note(move, delivery, reply);
              return report(reply);
            });
  }

  /** The answer comes when the phone outside has been answered, or will not be. */
  private CompletionStage<DeliveryReport> callBack(Delivery delivery, CallBack person) {
    if (callingBack.isEmpty()) {
      LOG.error(
          "Nobody is called back, although {} was promised it.\n"
              + "Say how with AmiConnectionBuilder.callBackBy.",
          delivery.call());
      return CompletableFuture.completedFuture(DeliveryReport.NOT_SENT);
    }
    CompletableFuture<DeliveryReport> report = new CompletableFuture<>();
    CompletableFuture<DeliveryReport> underWay = callsOut.putIfAbsent(delivery.call(), report);
    if (underWay != null) {
      return underWay;
    }
    var unused =
        callBackIfGone(delivery, person, callingBack.get())
            .thenAccept(
                said -> {
                  callsOut.remove(delivery.call());
                  report.complete(said);
                });
    return report;
  }

  /** Who still hears that the call back is arranged is not called yet, and not given up either. */
  private CompletableFuture<DeliveryReport> callBackIfGone(
      Delivery delivery, CallBack person, CallingBack how) {
    AmiAction call = AmiAction.callBack(delivery, person, contexts.waiting(), how);
    return whereabouts(delivery.call(), AmiAction.channelOf(delivery.call()))
        .thenCompose(
            where ->
                where == Whereabouts.GONE
                    ? actions.askForOutcome(call, "OriginateResponse", how.ringTime())
                    : CompletableFuture.completedFuture(Reply.notSent()))
        .thenApply(
            reply -> {
              note(call, delivery, reply);
              return calledBack(reply);
            });
  }

  /**
   * Of a call that failed Asterisk gives a reason, but the same for a busy phone, a wrong number
   * and a trunk that is not there ({@code ast_channel_reason2str} in its {@code main/channel.c}).
   */
  private static DeliveryReport calledBack(Reply reply) {
    if (reply.fate() != Fate.ANSWERED || reply.response().isError()) {
      return reply.fate() == Fate.NO_REPLY ? DeliveryReport.UNKNOWN : DeliveryReport.NOT_SENT;
    }
    boolean answered = reply.response().header("response").equals("Success");
    return answered ? DeliveryReport.SENT : DeliveryReport.CALLER_GONE;
  }

  /** Asks by the channel's name, and then, as a name can change, by the identity of the call. */
  @Override
  public CompletionStage<Whereabouts> whereabouts(CallId call, Channel channel) {
    return whereabouts(call, AmiAction.channel(channel))
        .thenCompose(
            where ->
                where == Whereabouts.GONE
                    ? whereabouts(call, AmiAction.channelOf(call))
                    : CompletableFuture.completedFuture(where));
  }

  private CompletableFuture<Whereabouts> whereabouts(CallId call, AmiAction question) {
    return actions.askForList(question, "StatusComplete").thenApply(reply -> where(call, reply));
  }

  /**
   * What Dial gets: the phones, the ring time in seconds, the options. Of very many phones, the
   * first that fit into one AMI line.
   */
  private String dialArguments(List<RingTarget> targets, Duration ringTime) {
    long seconds = Math.max(1, ringTime.plusMillis(999).toSeconds());
    String rest = "," + seconds + "," + dialOptions;
    StringBuilder phones = new StringBuilder();
    Set<String> names = new LinkedHashSet<>();
    targets.forEach(target -> names.add(DialText.of(target)));
    for (String name : names) {
      if (phones.length() + 1 + name.length() + rest.length() > AmiValue.MOST_BYTES) {
        LOG.warn(
            "{} phones are too many to ring at once over AMI: some are left out", names.size());
        break;
      }
      phones.append(phones.isEmpty() ? "" : "&").append(name);
    }
    return phones + rest;
  }

  private static void note(AmiAction action, Delivery delivery, Reply reply) {
    if (reply.fate() == Fate.ANSWERED && reply.response().words().startsWith("Permission denied")) {
      LOG.error(
          "Asterisk does not allow {}: nobody who waits can be delivered, or called back.\n"
              + "Add '{}' to 'write' of this user in manager.conf, and reload it.",
          action,
          delivery.callBack().isPresent() ? "originate" : "call");
      return;
    }
    LOG.debug("{} for {}: {} {}", action, delivery.call(), reply.fate(), reply.response().words());
  }

  /**
   * The words of {@code action_redirect} in Asterisk's {@code main/manager.c}, the same from 16 to
   * 23.
   */
  private static DeliveryReport report(Reply reply) {
    if (reply.fate() == Fate.NOT_SENT) {
      return DeliveryReport.NOT_SENT;
    }
    if (reply.fate() == Fate.NO_REPLY) {
      return DeliveryReport.UNKNOWN;
    }
    String words = reply.response().words().toLowerCase(Locale.ROOT);
    if (!reply.response().isError()) {
      return DeliveryReport.SENT;
    }
    boolean gone =
        words.startsWith("channel does not exist")
            || words.startsWith("no such channel")
            || words.contains("channel not up");
    return gone ? DeliveryReport.CALLER_GONE : DeliveryReport.NOT_SENT;
  }

  private Whereabouts where(CallId call, Reply reply) {
    if (reply.fate() != Fate.ANSWERED) {
      return Whereabouts.UNKNOWN;
    }
    if (reply.response().isError()) {
      boolean gone =
          reply.response().words().toLowerCase(Locale.ROOT).startsWith("no such channel");
      return gone ? Whereabouts.GONE : Whereabouts.UNKNOWN;
    }
    // A name is given anew when a channel is replaced; the call is what counts.
    return reply.items().stream()
        .filter(item -> isOf(call, item))
        .findFirst()
        .map(contexts::whereabouts)
        .orElse(Whereabouts.GONE);
  }

  /** A channel that remembers another call was put into its place, and is that call now. */
  private static boolean isOf(CallId call, AmiMessage channel) {
    String remembered = channel.variable(ChannelVariables.CALL);
    return remembered.isEmpty()
        ? channel.header("uniqueid").equals(call.uniqueId())
        : remembered.equals(call.value()) || remembered.equals(call.uniqueId());
  }
}
