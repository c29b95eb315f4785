package io.ringwright.benchmarks.engine;

import io.ringwright.CallRouter;
import io.ringwright.availability.Attendance;
import io.ringwright.availability.DeviceReport;
import io.ringwright.call.CallId;
import io.ringwright.call.Channel;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.InboundCall;
import io.ringwright.call.RememberedCall;
import io.ringwright.call.RingOutcome;
import io.ringwright.call.Token;
import io.ringwright.directory.PhoneList;
import io.ringwright.event.RouterEvent;
import io.ringwright.memory.InMemoryDirectory;
import io.ringwright.port.PbxSnapshot;
import io.ringwright.port.PbxSnapshot.SeenCaller;
import io.ringwright.port.Telephony;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BiConsumer;

/**
 * A whole router with callers and phones, under a clock that goes on by a millisecond with each
 * thing that happens.
 */
final class RoutedHouse {

  private static final int MOST_SLICES = 20_000;

  private final LongestEvent longest = new LongestEvent();
  private final Deque<Telephony.Delivery> deliveries = new ArrayDeque<>();
  private final Map<CallId, RememberedCall> callers = new LinkedHashMap<>();
  private final Map<String, DeviceReport> reports = new HashMap<>();
  private final InMemoryDirectory directory;
  private final CallRouter router;
  private final List<CallId> talking = new ArrayList<>();
  private Instant now = OpenHouse.START;
  private long serial;
  private Duration step = Duration.ofMillis(1);
  private final WatchedJournal journal = new WatchedJournal(longest);

  RoutedHouse(PhoneList phones) {
    directory = new InMemoryDirectory(phones);
    router =
        CallRouter.builder(directory, new Attentive())
            .journal(journal)
            .clock(() -> now)
            .singleThreaded()
            .withoutExplanations()
            .build();
    router.pbxConnected(OpenHouse.connected());
  }

  /** A switch that does what it is told, and is asked what it was told. */
  private final class Attentive implements Telephony {

    @Override
    public CompletionStage<DeliveryReport> deliver(Delivery delivery) {
      deliveries.add(delivery);
      return CompletableFuture.completedStage(DeliveryReport.SENT);
    }

    @Override
    public CompletionStage<Whereabouts> whereabouts(CallId call, Channel channel) {
      return CompletableFuture.completedStage(Whereabouts.WAITING);
    }
  }

  LongestEvent longest() {
    return longest;
  }

  /** How the events of a measurement are seen from outside: a question to the router. */
  CallRouter router() {
    return router;
  }

  private void passes() {
    now = now.plus(step);
  }

  /** All that happens from now on happens at this instant, until time passes. */
  void stands() {
    step = Duration.ZERO;
  }

  void passes(Duration time) {
    now = now.plus(time);
  }

  /** A caller comes, who waits unless a phone is free. */
  RememberedCall arrives(InboundCall call) {
    passes();
    RememberedCall caller =
        new RememberedCall(
            call.id(),
            call.channel(),
            call.caller(),
            call.called(),
            call.priority(),
            now,
            call.requirements());
    callers.put(call.id(), caller);
    router.callArrived(call);
    return caller;
  }

  RememberedCall arrives(String number) {
    return arrives(next(number));
  }

  InboundCall next(String number) {
    return OpenHouse.arrival(serial++, DirectoryNumber.of(number));
  }

  void ends(CallId call) {
    passes();
    callers.remove(call);
    router.callEnded(call);
  }

  /** The caller who came first of those who are still there. */
  RememberedCall first() {
    return callers.values().iterator().next();
  }

  void reports(int phone, boolean inUse) {
    passes();
    RouterEvent report = OpenHouse.report(Houses.device(phone), inUse);
    reports.put(Houses.device(phone).name(), ((RouterEvent.DeviceReported) report).report());
    OpenHouse.deliverReport(router, report);
  }

  void engaged(int phones) {
    for (int phone = 0; phone < phones; phone++) {
      reports(phone, true);
    }
  }

  /** The caller who was told to move lands, and the phone refuses; false if nobody was told. */
  boolean refused() {
    return landed((caller, token) -> router.ringEnded(caller, token, RingOutcome.REJECTED));
  }

  /** The caller who was told to move lands, talks and goes; false if nobody was told. */
  boolean served(int phone) {
    return landed(
        (caller, token) -> {
          router.callAnswered(caller.id(), Houses.device(phone));
          ends(caller.id());
        });
  }

  /** The caller who was told to move lands, and then this happens; false if nobody was told. */
  private boolean landed(BiConsumer<RememberedCall, Token> then) {
    Telephony.Delivery told = deliveries.poll();
    if (told == null) {
      return false;
    }
    RememberedCall caller = Objects.requireNonNull(callers.get(told.call()));
    passes();
    router.callLanded(caller, told.token());
    passes();
    then.accept(caller, told.token());
    return true;
  }

  /** Somebody calls a phone and talks there. */
  void talks(int phone) {
    RememberedCall caller = arrives(Houses.number(phone));
    reports(phone, true);
    router.callAnswered(caller.id(), Houses.device(phone));
    talking.add(caller.id());
  }

  /** All of them hang up. */
  void talksEnd() {
    talking.forEach(this::ends);
    for (int phone = 0; phone < talking.size(); phone++) {
      reports(phone, false);
    }
    talking.clear();
  }

  /** All callers hang up. */
  void endsAll() {
    List.copyOf(callers.keySet()).forEach(this::ends);
  }

  /** An image is taken, and its text made. */
  int captures() {
    return journal.capture().length();
  }

  void answers(CallId call, int phone) {
    passes();
    router.callAnswered(call, Houses.device(phone));
  }

  void alive(RememberedCall caller) {
    passes();
    router.callerAlive(caller);
  }

  void attends(int phone, boolean loggedIn) {
    passes();
    router.setAttendance(
        DirectoryNumber.of(Houses.number(phone)),
        loggedIn ? Attendance.PRESENT : new Attendance(false, Attendance.PRESENT.pausedFor()));
  }

  void linkLost() {
    passes();
    router.pbxDisconnected(OpenHouse.PBX);
    settles();
  }

  /** The link is back: every caller waits where they were, every phone is as it was. */
  void linkBack() {
    passes();
    List<SeenCaller> seen = new ArrayList<>();
    callers.values().forEach(each -> seen.add(new SeenCaller(each, Telephony.Whereabouts.WAITING)));
    router.pbxConnected(
        new PbxSnapshot(OpenHouse.PBX, now, List.copyOf(reports.values()), callers.keySet(), seen));
    settles();
  }

  /** The link is back, and the switch knows nothing of what was. */
  void allGone() {
    passes(Duration.ofMinutes(1));
    router.pbxConnected(new PbxSnapshot(OpenHouse.PBX, now, List.of(), Set.of(), List.of()));
    settles();
  }

  void reload(PhoneList list) {
    passes();
    directory.replace(list);
    router.directoryChanged();
    settles();
  }

  /** What is due is done, until nothing is. */
  void settles() {
    for (int slice = 0; slice < MOST_SLICES; slice++) {
      Instant next = router.runDue();
      if (next.isAfter(now)) {
        return;
      }
      passes();
    }
    throw new IllegalStateException("something is still due after " + MOST_SLICES + " events");
  }

  int waiting() {
    return router.waitingCalls().size();
  }
}
