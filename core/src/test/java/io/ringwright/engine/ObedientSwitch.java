package io.ringwright.engine;

import io.ringwright.call.CallId;
import io.ringwright.call.Channel;
import io.ringwright.call.PbxId;
import io.ringwright.port.Telephony;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** A switch that writes down what it is asked, and answers as the test says. */
final class ObedientSwitch implements Telephony {

  final List<Delivery> deliveries = new ArrayList<>();
  final List<CallId> asked = new ArrayList<>();
  private final Map<CallId, Whereabouts> places = new HashMap<>();
  private DeliveryReport report = DeliveryReport.SENT;
  private boolean silent;
  private boolean callsBack = true;
  private final List<Runnable> unsaid = new ArrayList<>();

  /** What it says to every delivery from now on. */
  void says(DeliveryReport answer) {
    report = answer;
  }

  /** Where it sees a caller; {@code UNKNOWN} of whom nothing was said. */
  void sees(String call, Whereabouts where) {
    places.put(CallId.of(call), where);
  }

  /** From now on its answers to {@code whereabouts} are under way until {@link #speak}. */
  void hesitate() {
    silent = true;
  }

  /** What was under way arrives. */
  void speak() {
    silent = false;
    List.copyOf(unsaid).forEach(Runnable::run);
    unsaid.clear();
  }

  /** Nobody said how people are called back. */
  void cannotCallBack() {
    callsBack = false;
  }

  @Override
  public boolean callsBackAt(PbxId pbx) {
    return callsBack;
  }

  @Override
  public CompletionStage<DeliveryReport> deliver(Delivery delivery) {
    deliveries.add(delivery);
    return CompletableFuture.completedFuture(report);
  }

  @Override
  public CompletionStage<Whereabouts> whereabouts(CallId call, Channel channel) {
    asked.add(call);
    Whereabouts seen = places.getOrDefault(call, Whereabouts.UNKNOWN);
    CompletableFuture<Whereabouts> answer = new CompletableFuture<>();
    if (silent) {
      unsaid.add(() -> answer.complete(seen));
    } else {
      answer.complete(seen);
    }
    return answer;
  }

  Delivery last() {
    return deliveries.get(deliveries.size() - 1);
  }

  /** The calls that were delivered, in order, re-sends included. */
  List<String> delivered() {
    return deliveries.stream().map(each -> each.call().value()).toList();
  }
}
