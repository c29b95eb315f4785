package io.ringwright.journal.sqlite;

import io.ringwright.CallRouter;
import io.ringwright.call.CallId;
import io.ringwright.call.Channel;
import io.ringwright.port.Telephony;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** A switch that moves callers, mostly: one of eight never lands. */
final class VictimTelephony implements Telephony {

  private final ExecutorService landings = Executors.newFixedThreadPool(2);
  private volatile @Nullable CallRouter router;

  void landAt(CallRouter one) {
    router = one;
  }

  @Override
  public CompletionStage<DeliveryReport> deliver(Delivery delivery) {
    EngineVictim.say("deliver " + delivery.call() + " " + delivery.token());
    CallRouter landing = router;
    if (landing == null || delivery.targets().isEmpty()) {
      return CompletableFuture.completedStage(DeliveryReport.NOT_SENT);
    }
    if (ThreadLocalRandom.current().nextInt(8) > 0) {
      landings.execute(
          () ->
              EngineVictim.acknowledged(
                  "landing",
                  landing.callLanded(VictimWorld.remembered(delivery.call()), delivery.token())));
    }
    return CompletableFuture.completedStage(DeliveryReport.SENT);
  }

  @Override
  public CompletionStage<Whereabouts> whereabouts(CallId call, Channel channel) {
    return CompletableFuture.completedStage(Whereabouts.UNKNOWN);
  }
}
