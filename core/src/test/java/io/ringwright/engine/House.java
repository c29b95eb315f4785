package io.ringwright.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.ringwright.CallRouter;
import io.ringwright.CallRouterBuilder;
import io.ringwright.availability.DeviceReport;
import io.ringwright.availability.DeviceState;
import io.ringwright.call.CallId;
import io.ringwright.call.CallerId;
import io.ringwright.call.Channel;
import io.ringwright.call.Device;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.InboundCall;
import io.ringwright.call.InboundCall.CalledAs;
import io.ringwright.call.PbxId;
import io.ringwright.call.Priority;
import io.ringwright.call.RememberedCall;
import io.ringwright.call.RingOutcome;
import io.ringwright.call.RingTarget;
import io.ringwright.call.RoutingAnswer;
import io.ringwright.call.RoutingDecision;
import io.ringwright.call.Token;
import io.ringwright.directory.ExtensionBuilder;
import io.ringwright.directory.PhoneList;
import io.ringwright.directory.PhoneListBuilder;
import io.ringwright.directory.Strategy;
import io.ringwright.memory.InMemoryDirectory;
import io.ringwright.port.PbxSnapshot;
import io.ringwright.port.PbxSnapshot.SeenCaller;
import io.ringwright.port.Telephony.Delivery;
import io.ringwright.port.Telephony.Whereabouts;
import io.ringwright.waiting.WaitingCall;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * A router in a house of phones, with verbs for what happens there. The device of extension 100 is
 * PJSIP/100, and so on; calls have the names that the test gives them.
 */
final class House {

  static final Instant START = Instant.parse("2026-03-02T09:00:00Z");
  static final PbxId PBX = PbxId.of("pbx");

  final SettableClock clock = new SettableClock(START);
  final ObedientSwitch pbx = new ObedientSwitch();
  final AttentiveEar ear = new AttentiveEar();
  KeptEntries kept = new KeptEntries();
  final InMemoryDirectory directory;
  CallRouter router;
  private final Map<String, RememberedCall> channels = new HashMap<>();
  private final boolean explains;

  private House(PhoneList phones, boolean explains) {
    this.explains = explains;
    this.directory = new InMemoryDirectory(phones);
    this.router = newRouter();
  }

  /** A house whose switch is linked, and where all phones are idle. */
  static House of(Consumer<PhoneListBuilder> description) {
    House house = unlinked(description);
    house.connects();
    return house;
  }

  /** A house of one phone, that of extension 100. */
  static House ofOne() {
    return ofOne(anna -> {});
  }

  /** The same; the extension has settings. */
  static House ofOne(Consumer<ExtensionBuilder> settings) {
    return of(list -> anna(list, settings));
  }

  /** One phone that talks, that of extension 100, and two callers who wait for it: c1 and c2. */
  static House whereTwoWait() {
    House house = ofOne();
    house.reports("100", DeviceState.IN_USE);
    house.arrives("c1", "100");
    house.passes(Duration.ofSeconds(1));
    house.arrives("c2", "100");
    return house;
  }

  /** A house as {@link #ofOne}, and extension 101 beside it, with no settings of its own. */
  static House ofTwo(Consumer<ExtensionBuilder> settingsOfTheFirst) {
    return of(
        list -> {
          anna(list, settingsOfTheFirst);
          list.extension("101", ben -> ben.device("PJSIP/101"));
        });
  }

  private static void anna(PhoneListBuilder list, Consumer<ExtensionBuilder> settings) {
    list.extension(
        "100",
        anna -> {
          anna.device("PJSIP/100");
          settings.accept(anna);
        });
  }

  static House unlinked(Consumer<PhoneListBuilder> description) {
    return new House(phones(description), true);
  }

  /** The same as {@link #of}, but no decision is explained: arrivals are decided by the index. */
  static House withoutExplanations(Consumer<PhoneListBuilder> description) {
    House house = new House(phones(description), false);
    house.connects();
    return house;
  }

  static PhoneList phones(Consumer<PhoneListBuilder> description) {
    PhoneListBuilder builder = PhoneList.builder();
    description.accept(builder);
    return builder.build();
  }

  /** Extensions 100 to 102, and hunt group 700 of all three. */
  static PhoneList hunting(Strategy strategy) {
    return phones(
        list ->
            list.extension("100", anna -> anna.device("PJSIP/100"))
                .extension("101", ben -> ben.device("PJSIP/101"))
                .extension("102", cleo -> cleo.device("PJSIP/102"))
                .huntGroup(
                    "700",
                    all -> all.strategy(strategy).member("100").member("101").member("102")));
  }

  private CallRouter newRouter() {
    CallRouterBuilder builder =
        CallRouter.builder(directory, pbx)
            .journal(kept.journal())
            .singleThreaded()
            .listener(ear)
            .clock(clock);
    return explains ? builder.build() : builder.withoutExplanations().build();
  }

  /** The engine is stopped and started again: journal, switch and channels remember. */
  void engineRestarts() {
    router = newRouter();
  }

  /** The same, and the journal is empty: only switch and channels remember. */
  void engineForgets() {
    kept = new KeptEntries();
    engineRestarts();
  }

  @CanIgnoreReturnValue
  RoutingAnswer arrives(String call, String number) {
    return arrives(call, number, Priority.NORMAL.level());
  }

  @CanIgnoreReturnValue
  RoutingAnswer arrives(String call, String number, int priority) {
    return arrivesAt(PBX, call, number, priority);
  }

  @CanIgnoreReturnValue
  RoutingAnswer arrivesAt(PbxId where, String call, String number, int priority) {
    return router.callArrived(inbound(remembers(where, call, number, priority)));
  }

  /** A channel at the switch, of which the engine has not heard. */
  RememberedCall remembers(String call, String number) {
    return remembers(PBX, call, number, Priority.NORMAL.level());
  }

  private RememberedCall remembers(PbxId where, String call, String number, int priority) {
    RememberedCall channel =
        new RememberedCall(
            CallId.of(call),
            new Channel(where, "PJSIP/trunk-" + call),
            CallerId.of("0301234567"),
            DirectoryNumber.of(number),
            Priority.of(priority),
            clock.instant());
    channels.put(call, channel);
    return channel;
  }

  static InboundCall inbound(RememberedCall channel) {
    return new InboundCall(
            channel.id(),
            channel.channel(),
            channel.caller(),
            channel.called(),
            CalledAs.ANY,
            channel.priority())
        .asked(channel.question());
  }

  RememberedCall channel(String call) {
    return Optional.ofNullable(channels.get(call)).orElseThrow();
  }

  @CanIgnoreReturnValue
  RoutingAnswer ringEnds(String call, Token token, RingOutcome outcome) {
    return router.ringEnded(channel(call), token, outcome);
  }

  @CanIgnoreReturnValue
  RoutingAnswer lands(Delivery delivery) {
    return router.callLanded(channel(delivery.call().value()), delivery.token());
  }

  @CanIgnoreReturnValue
  RoutingAnswer beats(String call) {
    return router.callerAlive(channel(call));
  }

  void answers(String call, String extension) {
    reports(extension, DeviceState.IN_USE, call);
    router.callAnswered(CallId.of(call), device(extension));
  }

  void hangsUp(String call) {
    router.callEnded(CallId.of(call));
  }

  void idle(String extension) {
    reports(extension, DeviceState.NOT_IN_USE);
  }

  void reports(String extension, DeviceState state, String... calls) {
    router.deviceReported(PBX, report(extension, state, calls));
  }

  static DeviceReport report(String extension, DeviceState state, String... calls) {
    return new DeviceReport(
        device(extension), state, Arrays.stream(calls).map(CallId::of).collect(Collectors.toSet()));
  }

  static Device device(String extension) {
    return Device.of("PJSIP/" + extension);
  }

  /** The link stands; no phone is in use and no caller is seen. */
  void connects() {
    router.pbxConnected(
        new PbxSnapshot(
            PBX,
            clock.instant(),
            directory.phoneList().extensions().stream()
                .map(each -> report(each.number().digits(), DeviceState.NOT_IN_USE))
                .toList(),
            Set.of(),
            List.of()));
  }

  /** The link stands, and the switch sees these callers: every one alternates with a place. */
  void connectsSeeing(List<DeviceReport> devices, Map<String, Whereabouts> callers) {
    List<SeenCaller> seen = new ArrayList<>();
    callers.forEach((call, where) -> seen.add(new SeenCaller(channel(call), where)));
    Set<CallId> alive = callers.keySet().stream().map(CallId::of).collect(Collectors.toSet());
    router.pbxConnected(new PbxSnapshot(PBX, clock.instant(), devices, alive, seen));
  }

  /** The same, of a caller who talks to somebody with these names. */
  void connectsSeeingTalk(List<DeviceReport> devices, String call, List<Device> with) {
    SeenCaller seen = new SeenCaller(channel(call), Whereabouts.TALKING, with);
    router.pbxConnected(
        new PbxSnapshot(PBX, clock.instant(), devices, Set.of(CallId.of(call)), List.of(seen)));
  }

  /** A snapshot of the switch will follow. */
  void expects() {
    router.pbxExpected(PBX);
  }

  void linkBreaks() {
    router.pbxDisconnected(PBX);
  }

  /** Time passes, and whatever becomes due is done at its instant. */
  void passes(Duration time) {
    Instant end = clock.instant().plus(time);
    Instant next = router.runDue();
    for (int rounds = 0; !next.isAfter(end); rounds++) {
      assertThat(rounds).as("alarms until " + end).isLessThan(10_000);
      clock.moveTo(next.isAfter(clock.instant()) ? next : clock.instant());
      next = router.runDue();
    }
    clock.moveTo(end);
    router.runDue();
  }

  /** The waiting calls, first to last. */
  List<String> queue() {
    return router.waitingCalls().stream().map(WaitingCall::id).map(CallId::value).toList();
  }

  static Token token(RoutingAnswer answer) {
    return ring(answer).token();
  }

  static RoutingDecision.Ring ring(RoutingAnswer answer) {
    assertThat(answer.decision())
        .as("%s", answer.explanation())
        .isInstanceOf(RoutingDecision.Ring.class);
    return (RoutingDecision.Ring) answer.decision();
  }

  /** The extensions that ring, joined by a comma; empty if none does. */
  static String rings(RoutingAnswer answer) {
    return answer.decision() instanceof RoutingDecision.Ring ring ? targets(ring.targets()) : "";
  }

  static String targets(List<RingTarget> targets) {
    return String.join(",", targets.stream().map(each -> each.extension().digits()).toList());
  }

  static boolean waits(RoutingAnswer answer) {
    return answer.decision() instanceof RoutingDecision.Wait;
  }
}
