package io.ringwright.simulator;

import io.ringwright.CallRouter;
import io.ringwright.CallRouterBuilder;
import io.ringwright.call.CallId;
import io.ringwright.call.CallOutcome;
import io.ringwright.call.Channel;
import io.ringwright.call.Device;
import io.ringwright.call.PbxId;
import io.ringwright.call.RingTarget;
import io.ringwright.call.Visit;
import io.ringwright.directory.Extension;
import io.ringwright.directory.PhoneList;
import io.ringwright.memory.InMemoryDirectory;
import io.ringwright.port.PbxSnapshot;
import io.ringwright.port.RoutingListener;
import io.ringwright.port.Telephony;
import io.ringwright.simulator.VirtualTime.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/**
 * A switch without channels and dialplans, on which nothing takes time but talks, rings and
 * patience: it moves a caller at the instant at which it is told to. The engine that it asks is the
 * real one, and is asked after every event what is due.
 *
 * <p>Belongs to the clock's thread.
 */
final class SimulatedSwitch implements Telephony {

  static final PbxId ID = PbxId.of("simulated");

  private final VirtualTime clock;
  private final Consumer<Observation> witness;
  private final CallRouter router;
  private final boolean announces;
  private final Map<Device, SimulatedPhone> phones = new LinkedHashMap<>();
  private final Map<CallId, SimulatedCaller> callers = new HashMap<>();
  private Instant wake = Instant.MAX;
  private Timer alarm = Timer.NONE;

  SimulatedSwitch(VirtualTime clock, PhoneList list, long seed, Consumer<Observation> witness) {
    this.clock = clock;
    this.witness = witness;
    list.extensions().forEach(this::install);
    CallRouterBuilder builder =
        CallRouter.builder(new InMemoryDirectory(list), this)
            .clock(clock)
            .listener(new Accounts())
            .seed(seed)
            .singleThreaded();
    announces = isAnythingAnnounced(list);
    router = announces ? builder.build() : builder.withoutExplanations().build();
    router.pbxConnected(
        new PbxSnapshot(
            ID,
            clock.instant(),
            phones().stream().map(SimulatedPhone::report).toList(),
            Set.of(),
            List.of()));
  }

  /** A witness sees why a caller is told something; else explanations would cost time in vain. */
  private static boolean isAnythingAnnounced(PhoneList list) {
    return list.huntGroups().stream()
        .anyMatch(group -> group.hearing().announcements().tellAnything());
  }

  /** Whoever has several devices is one person, and talks at one of them only. */
  private void install(Extension extension) {
    List<Device> devices = extension.devices().stream().map(RingTarget::device).toList();
    SimulatedPhone person =
        devices.stream()
            .flatMap(device -> Optional.ofNullable(phones.get(device)).stream())
            .findFirst()
            .orElseGet(() -> new SimulatedPhone(extension.device()));
    devices.forEach(device -> phones.putIfAbsent(device, person));
  }

  /** Brings the engine's account of each call to its caller. */
  private final class Accounts implements RoutingListener {
    @Override
    public void ended(Visit visit, CallOutcome outcome, Duration waited) {
      Optional.ofNullable(callers.get(visit.call()))
          .ifPresent(caller -> caller.accountedFor(outcome));
    }

    @Override
    public void failed(String what, RuntimeException failure) {
      throw new IllegalStateException("the engine failed to " + what, failure);
    }
  }

  boolean isAnythingAnnounced() {
    return announces;
  }

  CallRouter router() {
    return router;
  }

  Instant now() {
    return clock.instant();
  }

  SimulatedPhone phone(Device device) {
    return phones.computeIfAbsent(device, SimulatedPhone::new);
  }

  Collection<SimulatedPhone> phones() {
    return new LinkedHashSet<>(phones.values());
  }

  /** Tells the engine the state of a phone. */
  void report(SimulatedPhone phone) {
    router.deviceReported(ID, phone.report());
  }

  boolean isEmpty() {
    return callers.isEmpty();
  }

  void enter(SimulatedCaller caller) {
    callers.put(caller.id(), caller);
  }

  void leave(SimulatedCaller caller) {
    callers.remove(caller.id());
  }

  void saw(Observation.Kind kind, SimulatedCaller caller, String subject) {
    witness.accept(new Observation(now(), kind, caller.id().value(), subject));
  }

  /** Does something later, and then what the engine has to do as a consequence. */
  Timer after(Duration delay, Runnable task) {
    return clock.after(
        delay,
        () -> {
          task.run();
          doWhatIsDue();
        });
  }

  private void doWhatIsDue() {
    Instant next = router.runDue();
    if (next.isBefore(wake)) {
      alarm.cancel();
      wake = next;
      alarm = clock.after(Duration.between(now(), next), this::wakeUp);
    }
  }

  private void wakeUp() {
    wake = Instant.MAX;
    doWhatIsDue();
  }

  @Override
  public CompletionStage<DeliveryReport> deliver(Delivery delivery) {
    SimulatedCaller caller = callers.get(delivery.call());
    if (caller == null) {
      return CompletableFuture.completedStage(DeliveryReport.CALLER_GONE);
    }
    after(Duration.ZERO, () -> caller.land(delivery.token()));
    return CompletableFuture.completedStage(DeliveryReport.SENT);
  }

  @Override
  public CompletionStage<Whereabouts> whereabouts(CallId call, Channel channel) {
    return CompletableFuture.completedStage(
        Optional.ofNullable(callers.get(call))
            .map(SimulatedCaller::whereabouts)
            .orElse(Whereabouts.GONE));
  }
}
