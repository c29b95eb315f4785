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
import io.ringwright.directory.Extension;
import io.ringwright.directory.PhoneList;
import io.ringwright.engine.RandomCaller.Where;
import io.ringwright.event.EventRecorder;
import io.ringwright.memory.InMemoryDirectory;
import io.ringwright.port.PbxSnapshot;
import io.ringwright.port.PbxSnapshot.SeenCaller;
import io.ringwright.port.Telephony;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A house with callers and phones that knows the truth, tells the engine most of it, and carries
 * out what the engine says. It checks at every step that no phone is rung beyond its capacity.
 */
final class RandomHouse {

  static final PbxId PBX = PbxId.of("pbx");

  /** The default of the router. */
  private static final Duration AWAITED = Duration.ofSeconds(5);

  final Map<CallId, RandomCaller> callers = new LinkedHashMap<>();
  final AttentiveEar ear = new AttentiveEar();
  private final KeptEntries kept = new KeptEntries();
  final SettableClock clock = new SettableClock(House.START);
  final Random random;

  /** Phones in talks of which the engine has not heard yet. */
  final Set<Device> unheard = new HashSet<>();

  private final EventRecorder recorder;
  final InMemoryDirectory directory;
  final RandomPhones phones = new RandomPhones(call -> caller(call).where);
  private final RandomNames names;
  final RandomSwitch pbx;
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
    directory = new InMemoryDirectory(phones);
    names = new RandomNames(directory::phoneList);
    random = new Random(seed);
    pbx = new RandomSwitch(callers, random, faults);
    router = start();
    reconcile();
  }

  private CallRouter start() {
    return CallRouter.builder(directory, pbx)
        .journal(kept.journal())
        .singleThreaded()
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

  RandomCaller caller(CallId id) {
    return Objects.requireNonNull(callers.get(id), id::value);
  }

  List<RandomCaller> at(Where where) {
    return callers.values().stream().filter(each -> each.where == where).toList();
  }

  // What happens

  RandomCaller arrives(String number, int priority) {
    CallId id = CallId.of("c" + callers.size());
    RememberedCall channel =
        new RememberedCall(
            id,
            new Channel(PBX, "PJSIP/trunk-" + id),
            CallerId.of("0301234567"),
            DirectoryNumber.of(number),
            Priority.of(priority),
            clock.instant());
    RandomCaller caller = new RandomCaller(channel);
    callers.put(id, caller);
    obey(caller, asks(caller, asked -> router.callArrived(House.inbound(asked))));
    return caller;
  }

  /** One of the moves that are under way is carried out, if its caller still waits. */
  void moveSomebody() {
    pbx.takeMove().ifPresent(this::lands);
  }

  private void lands(Telephony.Delivery move) {
    RandomCaller caller = callers.get(move.call());
    if (caller != null && caller.where == Where.WAITING) {
      caller.where = Where.ASKING;
      obey(caller, asks(caller, asked -> router.callLanded(asked, move.token())));
    }
  }

  /** Now and then an answer is late, and the dialplan asks the same question again. */
  private RoutingAnswer asks(
      RandomCaller caller, Function<RememberedCall, RoutingAnswer> question) {
    caller.questions++;
    RememberedCall asked = caller.channel.asked(caller.questions);
    RoutingAnswer first = question.apply(asked);
    return chance(5) ? theSameAgain(first, question.apply(asked)) : first;
  }

  /** A position in the queue may be another one by now. */
  private static RoutingAnswer theSameAgain(RoutingAnswer first, RoutingAnswer again) {
    if (House.waits(first)) {
      assertThat(House.waits(again)).as("%s after %s", again, first).isTrue();
    } else {
      assertThat(again.decision()).isEqualTo(first.decision());
    }
    return again;
  }

  void answers(RandomCaller caller) {
    List<Device> able =
        phones.of(caller.id()).stream().filter(each -> !phones.hasOwnCall(each)).toList();
    if (able.isEmpty()) {
      ringEnds(caller, RingOutcome.BUSY);
    } else {
      talks(caller, any(able));
    }
  }

  /** Somebody answers at this phone, rung or not, or an outsider at one that nobody knows. */
  void talks(RandomCaller caller, Device taker) {
    List<Device> rung = phones.of(caller.id());
    caller.where = Where.TALKING;
    phones.talks(caller.id(), taker);
    boolean told = isTold();
    if (told && chance(50)) {
      router.callAnswered(caller.id(), names.of(taker));
    }
    rung.forEach(this::report);
    if (!rung.contains(taker)) {
      report(taker);
    }
    if (told) {
      router.callAnswered(caller.id(), names.of(taker));
    } else {
      unheard.add(taker);
    }
  }

  /** Whether the engine hears of what happens now. */
  boolean isTold() {
    return pbx.linked && !pbx.fails(5);
  }

  void ringEnds(RandomCaller caller, RingOutcome outcome) {
    leavePhones(caller);
    caller.where = Where.ASKING;
    obey(caller, asks(caller, asked -> router.ringEnded(asked, caller.token, outcome)));
  }

  void hangsUp(RandomCaller caller) {
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
    pbx.calm();
    phones.endOwnCalls();
    reconcile();
  }

  void linkChanges() {
    if (pbx.linked) {
      pbx.linked = false;
      router.pbxDisconnected(PBX);
    } else if (chance(50)) {
      awaitSnapshot();
    } else {
      reconcile();
    }
  }

  /** Half of the times the link is made later, after callers have asked and phones have rung. */
  void restarts() {
    pbx.forget(); // Decisions to an engine that is no more.
    router = start();
    pbx.linked = false;
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
    pbx.speak();
    router.runDue();
    for (RandomCaller caller : at(Where.WAITING)) {
      if (!clock.instant().isBefore(caller.nextBeat) && caller.where == Where.WAITING) {
        caller.where = Where.ASKING;
        obey(caller, asks(caller, router::callerAlive));
      }
    }
  }

  /** The truth, all of it. */
  void reconcile() {
    pbx.linked = true;
    awaitedUntil = Instant.MIN;
    unheard.clear();
    List<DeviceReport> devices =
        directory.phoneList().extensions().stream()
            .flatMap(extension -> extension.devices().stream())
            .map(RingTarget::device)
            .distinct()
            .map(phones::truth)
            .flatMap(truth -> names.reports(truth).stream())
            .toList();
    List<RandomCaller> alive =
        callers.values().stream().filter(each -> each.where != Where.GONE).toList();
    router.pbxConnected(
        new PbxSnapshot(
            PBX,
            clock.instant(),
            devices,
            alive.stream().map(RandomCaller::id).collect(Collectors.toSet()),
            alive.stream().map(this::seen).toList()));
  }

  /** With whom a caller talks stands in some snapshots, and in others it does not. */
  private SeenCaller seen(RandomCaller caller) {
    List<Device> on = caller.where == Where.TALKING ? phones.of(caller.id()) : List.of();
    return on.size() == 1 && chance(50)
        ? new SeenCaller(caller.channel, RandomSwitch.seen(caller), names.of(on.get(0)))
        : new SeenCaller(caller.channel, RandomSwitch.seen(caller));
  }

  /** The names of a phone, as the switch tells them of whoever answers there. */
  List<Device> names(Device phone) {
    return names.of(phone);
  }

  /** The first phone of an extension. */
  Device phoneOf(String extension) {
    return directory
        .phoneList()
        .extension(DirectoryNumber.of(extension))
        .map(Extension::device)
        .orElseThrow();
  }

  // The dialplan and the phones

  void obey(RandomCaller caller, RoutingAnswer answer) {
    if (answer.decision() instanceof RoutingDecision.Ring ring) {
      rings(caller, ring);
    } else if (answer.decision() instanceof RoutingDecision.Wait) {
      caller.where = Where.WAITING;
      caller.nextBeat = clock.instant().plusSeconds(30);
    } else {
      hangsUp(caller);
    }
  }

  private void rings(RandomCaller caller, RoutingDecision.Ring ring) {
    boolean promised = pbx.wasMoved(ring.token());
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
    caller.unseen = !pbx.linked;
    ring.targets().forEach(each -> phones.on(each.device()).add(caller.id()));
    ring.targets().forEach(each -> report(each.device()));
  }

  /** The call is over at every phone. */
  void leavePhones(RandomCaller caller) {
    phones.leave(caller.id()).forEach(this::report);
  }

  /** A switch says of a phone what it does now, mostly. */
  void report(Device device) {
    for (DeviceReport report : names.reports(phones.truth(device))) {
      if (pbx.linked && !pbx.fails(3)) {
        router.deviceReported(PBX, report);
      }
    }
  }
}
