package io.ringwright.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.CallRouter;
import io.ringwright.availability.DeviceReport;
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
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

  static final PbxId PBX = PbxId.of("pbx");

  /** The default of the router. */
  private static final Duration AWAITED = Duration.ofSeconds(5);

  /** Where a caller is in truth. ASKING: the channel waits for the engine's answer. */
  enum Where {
    ASKING,
    WAITING,
    RINGING,
    TALKING,
    FALLBACK,
    GONE
  }

  /** A caller's channel. */
  static final class Caller {
    RememberedCall channel;
    Where where = Where.ASKING;
    Instant nextBeat = Instant.MAX;
    List<RingTarget> targets = List.of();
    Token token = new Token(1);
    boolean unseen;

    /** Until then the caller may wait beside a phone that is not the preferred one. */
    Instant choosyUntil = Instant.MIN;

    int arrivals = 1;

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
  private boolean faults;

  /** Phones in talks of which the engine has not heard yet. */
  final Set<Device> unheard = new HashSet<>();

  private final EventRecorder recorder;
  final InMemoryDirectory directory;
  final RandomPhones phones = new RandomPhones(call -> caller(call).where);
  final List<Delivery> moves = new ArrayList<>();
  private final List<Runnable> late = new ArrayList<>();
  boolean linked;

  /** Of deliveries: what was promised with a link holds without one. */
  private final Set<Token> moved = new HashSet<>();

  private Instant awaitedUntil = Instant.MIN;
  CallRouter router;

  RandomHouse(PhoneList phones, long seed) {
    this(phones, seed, EventRecorder.NONE);
  }

  RandomHouse(PhoneList phones, long seed, EventRecorder recorder) {
    this(phones, seed, recorder, true);
  }

  /** With no faults, every move is carried out, and the engine hears everything at once. */
  RandomHouse(PhoneList phones, long seed, EventRecorder recorder, boolean faults) {
    this.recorder = recorder;
    this.faults = faults;
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

  Caller caller(CallId id) {
    return Objects.requireNonNull(callers.get(id), id::value);
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
    moved.add(delivery.token());
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
      case FALLBACK -> Whereabouts.FELL_BACK;
      case GONE -> Whereabouts.GONE;
    };
  }

  // What happens

  Caller arrives(String number, int priority) {
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
    return caller;
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
        phones.of(caller.id()).stream().filter(each -> !phones.hasOwnCall(each)).toList();
    if (able.isEmpty()) {
      ringEnds(caller, RingOutcome.BUSY);
    } else {
      talks(caller, any(able));
    }
  }

  /** Somebody answers at this phone, rung or not, or an outsider at one that nobody knows. */
  void talks(Caller caller, Device taker) {
    List<Device> rung = phones.of(caller.id());
    caller.where = Where.TALKING;
    phones.talks(caller.id(), taker);
    boolean told = isTold();
    if (told && chance(50)) {
      router.callAnswered(caller.id(), taker);
    }
    rung.forEach(this::report);
    if (!rung.contains(taker)) {
      report(taker);
    }
    if (told) {
      router.callAnswered(caller.id(), taker);
    } else {
      unheard.add(taker);
    }
  }

  /** Whether the engine hears of what happens now. */
  boolean isTold() {
    return linked && (!faults || chance(95));
  }

  void ringEnds(Caller caller, RingOutcome outcome) {
    leavePhones(caller);
    caller.where = Where.ASKING;
    obey(caller, router.ringEnded(caller.channel, caller.token, outcome));
  }

  void hangsUp(Caller caller) {
    boolean talked = caller.where == Where.TALKING;
    boolean rang = caller.where == Where.RINGING;
    caller.where = Where.GONE;
    boolean told = isTold();
    if (told && chance(50)) {
      leavePhones(caller);
    }
    if (caller.unseen && (talked || rang)) {
      RingOutcome how = talked ? RingOutcome.ANSWERED : RingOutcome.ABANDONED;
      router.ringEnded(caller.channel, caller.token, how);
    }
    if (told) {
      router.callEnded(caller.id());
    }
    leavePhones(caller);
  }

  void ownCall(Device device) {
    phones.ownCall(device);
    report(device);
  }

  /** No more faults, and no more calls that phones make themselves. */
  void calm() {
    faults = false;
    phones.endOwnCalls();
    reconcile();
  }

  void linkChanges() {
    if (linked) {
      linked = false;
      router.pbxDisconnected(PBX);
    } else if (chance(50)) {
      awaitSnapshot();
    } else {
      reconcile();
    }
  }

  /** Half of the times the link is made later, after callers have asked and phones have rung. */
  void restarts() {
    late.clear(); // Decisions to an engine that is no more.
    router = start();
    linked = false;
    awaitSnapshot();
    if (chance(50)) {
      reconcile();
    }
  }

  /** A snapshot is announced. */
  private void awaitSnapshot() {
    router.pbxExpected(PBX);
    awaitedUntil = clock.instant().plus(AWAITED);
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
    awaitedUntil = Instant.MIN;
    unheard.clear();
    List<DeviceReport> devices =
        directory.phoneList().extensions().stream()
            .flatMap(extension -> extension.devices().stream())
            .map(RingTarget::device)
            .distinct()
            .map(phones::truth)
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

  void obey(Caller caller, RoutingAnswer answer) {
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
    boolean promised = moved.contains(ring.token());
    assertThat(promised || !clock.instant().isBefore(awaitedUntil))
        .as("%s rings before the first snapshot, which is awaited until %s", caller, awaitedUntil)
        .isTrue();
    for (RingTarget target : ring.targets()) {
      Extension extension = directory.phoneList().extension(target.extension()).orElseThrow();
      Set<Device> devices =
          extension.devices().stream().map(RingTarget::device).collect(Collectors.toSet());
      if (Collections.disjoint(unheard, devices)) {
        Set<CallId> on = new HashSet<>();
        devices.forEach(each -> on.addAll(phones.on(each)));
        assertThat(on.size())
            .as("calls on %s before %s rings it", devices, caller.id())
            .isLessThanOrEqualTo(extension.holdCapacity());
      }
    }
    caller.where = Where.RINGING;
    caller.token = ring.token();
    caller.targets = ring.targets();
    caller.unseen = !linked;
    ring.targets().forEach(each -> phones.on(each.device()).add(caller.id()));
    ring.targets().forEach(each -> report(each.device()));
  }

  /** The call is over at every phone. */
  void leavePhones(Caller caller) {
    phones.leave(caller.id()).forEach(this::report);
  }

  /** A switch says of a phone what it does now, mostly. */
  void report(Device device) {
    if (linked && (!faults || chance(97))) {
      router.deviceReported(PBX, phones.truth(device));
    }
  }
}
