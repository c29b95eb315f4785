package io.ringwright.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.CallRouter;
import io.ringwright.availability.DeviceReport;
import io.ringwright.availability.DeviceState;
import io.ringwright.call.CallId;
import io.ringwright.call.CallerId;
import io.ringwright.call.Channel;
import io.ringwright.call.Device;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.PbxId;
import io.ringwright.call.Priority;
import io.ringwright.call.RememberedCall;
import io.ringwright.call.RingOutcome;
import io.ringwright.call.RingTarget;
import io.ringwright.call.RoutingAnswer;
import io.ringwright.call.RoutingDecision;
import io.ringwright.call.Token;
import io.ringwright.directory.Extension;
import io.ringwright.directory.PhoneList;
import io.ringwright.event.EventRecorder;
import io.ringwright.memory.InMemoryDirectory;
import io.ringwright.port.PbxSnapshot;
import io.ringwright.port.PbxSnapshot.SeenCaller;
import io.ringwright.port.Telephony;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;

/**
 * A switch with callers and phones that knows the truth, tells the engine most of it, and carries
 * out what the engine says: some moves late, some never. It checks at every step that no phone is
 * rung beyond its capacity and that nobody who rings or talks is moved.
 */
final class RandomHouse implements Telephony {

  private static final PbxId PBX = PbxId.of("pbx");

  /** Where a caller is in truth. ASKING: the channel waits for the engine's answer. */
  enum Where {
    ASKING,
    WAITING,
    RINGING,
    TALKING,
    GONE
  }

  /** A caller's channel. */
  static final class Caller {
    final RememberedCall channel;
    Where where = Where.ASKING;
    Instant nextBeat = Instant.MAX;
    List<RingTarget> targets = List.of();
    Token token = new Token(1);
    boolean unseen;

    Caller(RememberedCall channel) {
      this.channel = channel;
    }

    CallId id() {
      return channel.id();
    }

    @Override
    public String toString() {
      return id() + " for " + channel.called() + ", " + where;
    }
  }

  final Map<CallId, Caller> callers = new LinkedHashMap<>();
  final AttentiveEar ear = new AttentiveEar();
  private final KeptEntries kept = new KeptEntries();
  final SettableClock clock = new SettableClock(House.START);
  final Random random;
  private boolean faults = true;
  private final EventRecorder recorder;
  final InMemoryDirectory directory;
  private final Map<Device, Set<CallId>> onPhone = new HashMap<>();
  private final Set<Device> ownCalls = new HashSet<>();
  private final List<Delivery> moves = new ArrayList<>();
  private final List<Runnable> late = new ArrayList<>();
  private boolean linked;
  CallRouter router;

  RandomHouse(PhoneList phones, long seed) {
    this(phones, seed, EventRecorder.NONE);
  }

  RandomHouse(PhoneList phones, long seed, EventRecorder recorder) {
    this.recorder = recorder;
    directory = new InMemoryDirectory(phones);
    random = new Random(seed);
    router = start();
    reconcile();
  }

  private CallRouter start() {
    return CallRouter.builder(directory, this)
        .journal(kept.journal())
        .effectsOn(Runnable::run)
        .listener(ear)
        .recorder(recorder)
        .clock(clock)
        .build();
  }

  boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  <T> T any(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  List<Caller> at(Where where) {
    return callers.values().stream().filter(each -> each.where == where).toList();
  }

  // What the engine asks

  @Override
  public CompletionStage<DeliveryReport> deliver(Delivery delivery) {
    Caller caller = callers.get(delivery.call());
    if (!linked) {
      return CompletableFuture.completedFuture(DeliveryReport.NOT_SENT);
    }
    if (caller == null || caller.where == Where.GONE) {
      return CompletableFuture.completedFuture(DeliveryReport.CALLER_GONE);
    }
    assertThat(caller.where)
        .as("moved: %s, which %s", delivery, caller.where)
        .isIn(Where.WAITING, Where.ASKING);
    if (!faults || chance(90)) {
      moves.add(delivery);
    }
    boolean unknown = faults && chance(5);
    return CompletableFuture.completedFuture(
        unknown ? DeliveryReport.UNKNOWN : DeliveryReport.SENT);
  }

  @Override
  public CompletionStage<Whereabouts> whereabouts(CallId call, Channel channel) {
    CompletableFuture<Whereabouts> answer = new CompletableFuture<>();
    Whereabouts truth = linked ? seen(callers.get(call)) : Whereabouts.UNKNOWN;
    if (faults && chance(50)) {
      late.add(() -> answer.complete(truth));
    } else {
      answer.complete(truth);
    }
    return answer;
  }

  private static Whereabouts seen(@org.jspecify.annotations.Nullable Caller caller) {
    if (caller == null) {
      return Whereabouts.GONE;
    }
    return switch (caller.where) {
      case ASKING, RINGING -> Whereabouts.RINGING;
      case WAITING -> Whereabouts.WAITING;
      case TALKING -> Whereabouts.TALKING;
      case GONE -> Whereabouts.GONE;
    };
  }

  // What happens

  void arrives(String number, int priority) {
    CallId id = CallId.of("c" + callers.size());
    RememberedCall channel =
        new RememberedCall(
            id,
            new Channel(PBX, "PJSIP/trunk-" + id),
            CallerId.of("0301234567"),
            DirectoryNumber.of(number),
            Priority.of(priority),
            clock.instant());
    Caller caller = new Caller(channel);
    callers.put(id, caller);
    obey(caller, router.callArrived(House.inbound(channel)));
  }

  /** One of the moves that are under way is carried out, if its caller still waits. */
  void moveSomebody() {
    if (!moves.isEmpty()) {
      Delivery move = moves.remove(random.nextInt(moves.size()));
      Caller caller = callers.get(move.call());
      if (caller != null && caller.where == Where.WAITING) {
        caller.where = Where.ASKING;
        obey(caller, router.callLanded(caller.channel, move.token()));
      }
    }
  }

  void answers(Caller caller) {
    List<Device> able =
        caller.targets.stream().map(RingTarget::device).filter(this::takesOneMore).toList();
    if (able.isEmpty()) {
      ringEnds(caller, RingOutcome.BUSY);
      return;
    }
    Device taker = any(able);
    caller.where = Where.TALKING;
    List<RingTarget> rung = caller.targets;
    rung.stream()
        .map(RingTarget::device)
        .filter(each -> !each.equals(taker))
        .forEach(each -> calls(each).remove(caller.id()));
    boolean told = linked && (!faults || chance(95));
    if (told && chance(50)) {
      router.callAnswered(caller.id(), taker);
    }
    rung.forEach(each -> report(each.device()));
    if (told) {
      router.callAnswered(caller.id(), taker);
    }
  }

  void ringEnds(Caller caller, RingOutcome outcome) {
    hangUpPhones(caller);
    caller.where = Where.ASKING;
    obey(caller, router.ringEnded(caller.channel, caller.token, outcome));
  }

  void hangsUp(Caller caller) {
    boolean talked = caller.where == Where.TALKING;
    boolean rang = caller.where == Where.RINGING;
    caller.where = Where.GONE;
    boolean told = linked && (!faults || chance(95));
    if (told && chance(50)) {
      hangUpPhones(caller);
    }
    if (caller.unseen && (talked || rang)) {
      RingOutcome how = talked ? RingOutcome.ANSWERED : RingOutcome.ABANDONED;
      router.ringEnded(caller.channel, caller.token, how);
    }
    if (told) {
      router.callEnded(caller.id());
    }
    hangUpPhones(caller);
  }

  void ownCall(Device device) {
    if (!ownCalls.remove(device) && calls(device).isEmpty()) {
      ownCalls.add(device);
    }
    report(device);
  }

  /** No more faults, and no more calls that phones make themselves. */
  void calm() {
    faults = false;
    ownCalls.clear();
    reconcile();
  }

  void linkChanges() {
    if (linked) {
      linked = false;
      router.pbxDisconnected(PBX);
    } else {
      reconcile();
    }
  }

  void restarts() {
    late.clear(); // Decisions to an engine that is no more.
    router = start();
    reconcile();
  }

  void passes(Duration time) {
    clock.advance(time);
    List<Runnable> said = List.copyOf(late);
    late.clear();
    said.forEach(Runnable::run);
    router.runDue();
    for (Caller caller : at(Where.WAITING)) {
      if (!clock.instant().isBefore(caller.nextBeat) && caller.where == Where.WAITING) {
        caller.where = Where.ASKING;
        obey(caller, router.callerAlive(caller.channel));
      }
    }
  }

  /** The truth, all of it. */
  void reconcile() {
    linked = true;
    List<DeviceReport> devices =
        directory.phoneList().extensions().stream()
            .map(Extension::device)
            .map(this::truth)
            .toList();
    List<Caller> alive =
        callers.values().stream().filter(each -> each.where != Where.GONE).toList();
    router.pbxConnected(
        new PbxSnapshot(
            PBX,
            clock.instant(),
            devices,
            alive.stream().map(Caller::id).collect(Collectors.toSet()),
            alive.stream().map(each -> new SeenCaller(each.channel, seen(each))).toList()));
  }

  // The dialplan and the phones

  private void obey(Caller caller, RoutingAnswer answer) {
    if (answer.decision() instanceof RoutingDecision.Ring ring) {
      rings(caller, ring);
    } else if (answer.decision() instanceof RoutingDecision.Wait) {
      caller.where = Where.WAITING;
      caller.nextBeat = clock.instant().plusSeconds(30);
    } else {
      hangsUp(caller);
    }
  }

  private void rings(Caller caller, RoutingDecision.Ring ring) {
    for (RingTarget target : ring.targets()) {
      Extension extension = directory.phoneList().extension(target.extension()).orElseThrow();
      Set<CallId> on = new HashSet<>();
      extension.devices().forEach(each -> on.addAll(calls(each.device())));
      assertThat(on.size())
          .as("calls on %s before %s rings it", extension.devices(), caller.id())
          .isLessThanOrEqualTo(extension.holdCapacity());
    }
    caller.where = Where.RINGING;
    caller.token = ring.token();
    caller.targets = ring.targets();
    caller.unseen = !linked;
    ring.targets().forEach(each -> calls(each.device()).add(caller.id()));
    ring.targets().forEach(each -> report(each.device()));
  }

  private boolean takesOneMore(Device device) {
    return !ownCalls.contains(device);
  }

  private void hangUpPhones(Caller caller) {
    List<RingTarget> rung = caller.targets;
    caller.targets = List.of();
    rung.forEach(each -> calls(each.device()).remove(caller.id()));
    rung.forEach(each -> report(each.device()));
  }

  private Set<CallId> calls(Device device) {
    return onPhone.computeIfAbsent(device, none -> new HashSet<>());
  }

  private void report(Device device) {
    if (linked && (!faults || chance(97))) {
      router.deviceReported(PBX, truth(device));
    }
  }

  private DeviceReport truth(Device device) {
    Set<CallId> calls = new HashSet<>(calls(device));
    boolean talks =
        ownCalls.contains(device)
            || calls.stream().anyMatch(call -> at(Where.TALKING).contains(callers.get(call)));
    boolean rings = calls.stream().anyMatch(call -> at(Where.RINGING).contains(callers.get(call)));
    if (ownCalls.contains(device)) {
      calls.add(CallId.of("own-" + device.name().substring(6)));
    }
    DeviceState state = rings ? DeviceState.RINGING : DeviceState.NOT_IN_USE;
    if (talks) {
      state = rings ? DeviceState.RING_IN_USE : DeviceState.IN_USE;
    }
    return new DeviceReport(device, state, calls);
  }
}
