package io.ringwright.fakeasterisk;

import io.ringwright.CallRouter;
import io.ringwright.availability.DeviceReport;
import io.ringwright.availability.DeviceState;
import io.ringwright.call.CallId;
import io.ringwright.call.Channel;
import io.ringwright.call.Device;
import io.ringwright.call.PbxId;
import io.ringwright.call.RememberedCall;
import io.ringwright.call.RingTarget;
import io.ringwright.directory.Extension;
import io.ringwright.directory.PhoneList;
import io.ringwright.fakeasterisk.PbxUnderTest.CallPlan;
import io.ringwright.fakeasterisk.PbxUnderTest.Caller;
import io.ringwright.fakeasterisk.switchboard.CallOut;
import io.ringwright.fakeasterisk.switchboard.ChannelState;
import io.ringwright.fakeasterisk.switchboard.LiveChannel;
import io.ringwright.fakeasterisk.switchboard.Location;
import io.ringwright.fakeasterisk.switchboard.Party;
import io.ringwright.fakeasterisk.switchboard.Switchboard;
import io.ringwright.fakeasterisk.timeline.Timeline;
import io.ringwright.port.PbxSnapshot;
import io.ringwright.port.Telephony;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;

/**
 * A switch in memory, wired to an engine without sockets, on any timeline: with the clock of the
 * testkit, which moves only when told, tests of routing rules take microseconds.
 *
 * <pre>{@code
 * ManualClock clock = ManualClock.onMondayMorning();
 * FakePbx pbx = new FakePbx(clock, phones);
 * CallRouter router =
 *     CallRouter.builder(new InMemoryDirectory(phones), pbx).clock(clock).singleThreaded().build();
 * pbx.connect(router);
 *
 * pbx.phone("100", PhoneBehaviour.answers(ofSeconds(3), ofMinutes(2)));
 * Caller caller = pbx.call(CallPlan.of("0301", "700"));
 * clock.advance(ofSeconds(5));
 * }</pre>
 *
 * <p>Phones and channels behave as those of {@link FakeAsterisk}. The engine hears of a device
 * before the call that changed it goes on, and is asked what is due whenever something happened and
 * once a second.
 *
 * <p>Thread safety: one thread, that of the clock.
 */
public final class FakePbx implements Telephony {

  /** By what name the engine knows this switch. */
  public static final PbxId ID = PbxId.of("fake");

  /** For how long the phone of somebody rings who is called back. */
  private static final Duration CALL_BACK_RING_TIME = Duration.ofSeconds(25);

  private final Timeline clock;
  private final Switchboard switchboard;
  private final SightingRecorder recorder;
  private final EngineLink link;
  private final Map<String, List<Device>> devices = new LinkedHashMap<>();
  private final Map<String, String> extensions = new LinkedHashMap<>();
  private final Map<Device, BehavingPhone> phones = new LinkedHashMap<>();
  private final Map<String, LiveChannel> ownCalls = new LinkedHashMap<>();
  private final Map<CallId, DrivenCall> calls = new LinkedHashMap<>();

  /** Who is being called back, and has not answered yet. */
  private final Map<CallId, RememberedCall> rungOutside = new LinkedHashMap<>();

  private final BehavingPhone outside;
  private int deliveriesToLose;

  /**
   * Makes a switch with a phone for every extension; nobody is there to answer. It is mute until it
   * is connected.
   *
   * @param clock what moves it
   * @param list whose extensions have phones here
   */
  public FakePbx(Timeline clock, PhoneList list) {
    this.clock = clock;
    this.switchboard = new Switchboard(clock, ID.name());
    this.outside = new BehavingPhone(clock);
    this.recorder =
        new SightingRecorder(clock, resource -> extensions.getOrDefault(resource, resource));
    this.link = new EngineLink(clock, this);
    switchboard.listen(recorder);
    switchboard.listen(link);
    switchboard.install(FakeAsterisk.TRUNK, outside);
    list.extensions().forEach(this::install);
  }

  private void install(Extension extension) {
    String number = extension.number().digits();
    List<Device> own = extension.devices().stream().map(RingTarget::device).toList();
    devices.put(number, own);
    for (Device device : own) {
      extensions.putIfAbsent(resource(device), number);
      if (!phones.containsKey(device)) {
        BehavingPhone phone = new BehavingPhone(clock);
        phones.put(device, phone);
        switchboard.install(device.name(), phone);
      }
    }
  }

  private static String resource(Device device) {
    return device.name().substring(device.name().indexOf('/') + 1);
  }

  /**
   * Gives the switch an engine and brings up the link: the engine gets a snapshot at once, and news
   * from then on.
   *
   * @param router the engine; it has this switch as its {@link Telephony}
   */
  public void connect(CallRouter router) {
    clock.run(() -> link.connect(router));
  }

  /**
   * Gives the switch another engine, as when the application starts anew: scripts reach it at once,
   * and a snapshot is announced. The link comes up with {@link #restoreLink()}.
   *
   * @param router the engine; it has this switch as its {@link Telephony}
   */
  public void announce(CallRouter router) {
    clock.run(() -> link.expect(router));
  }

  // Phones

  /**
   * Says what a phone does with the calls that reach it from now on.
   *
   * @param number an extension, for each of its devices; one device, such as {@code PJSIP/100s}; or
   *     a number outside the house
   * @param behaviour what it does
   */
  public void phone(String number, PhoneBehaviour behaviour) {
    Optional<Device> one = Device.parse(number);
    if (one.isEmpty() && !devices.containsKey(number)) {
      outside.behave(number, behaviour);
    } else {
      devices(number).forEach(device -> phone(device).behave(resource(device), behaviour));
    }
  }

  private BehavingPhone phone(Device device) {
    return phones.getOrDefault(device, outside);
  }

  /**
   * Takes a phone out of the switch's reach.
   *
   * @param number an extension, or one of its devices
   */
  public void unplug(String number) {
    clock.run(() -> devices(number).forEach(device -> switchboard.unplug(device.name())));
  }

  /**
   * Puts a phone back into the switch's reach.
   *
   * @param number an extension, or one of its devices
   */
  public void plugIn(String number) {
    clock.run(() -> devices(number).forEach(device -> switchboard.plugIn(device.name())));
  }

  /**
   * Has a phone make a call of its own, which lasts until {@link #hangUpPhone}.
   *
   * @param number an extension, whose first device calls, or one of its devices
   */
  public void engage(String number) {
    clock.run(
        () -> {
          LiveChannel own =
              switchboard.incoming(
                  devices(number).get(0).name(),
                  new Party(number, ""),
                  new Location("from-phones", "outside", 1),
                  Map.of());
          own.become(ChannelState.UP);
          ownCalls.put(number, own);
        });
  }

  /**
   * Hangs up the calls that a phone is in, as its owner would.
   *
   * @param number an extension, or one of its devices
   */
  public void hangUpPhone(String number) {
    clock.run(
        () -> {
          LiveChannel own = ownCalls.remove(number);
          if (own != null) {
            own.end();
          }
          devices(number).forEach(device -> switchboard.hangUpPhone(device.name()));
        });
  }

  private List<Device> devices(String number) {
    List<Device> own =
        Device.parse(number)
            .filter(phones::containsKey)
            .map(List::of)
            .orElseGet(() -> devices.getOrDefault(number, List.of()));
    if (own.isEmpty()) {
      throw new IllegalArgumentException(
          "extension " + number + " has no phone here: expected one of " + devices.keySet());
    }
    return own;
  }

  // Callers

  /**
   * Starts a call from outside.
   *
   * @param plan who calls whom; the dialled number must be one
   * @return the caller
   * @throws IllegalArgumentException if the dialled number could not be one, or no engine is
   *     connected
   */
  public Caller call(CallPlan plan) {
    LiveChannel channel =
        switchboard.incoming(
            FakeAsterisk.TRUNK,
            new Party(plan.number(), plan.name()),
            new Location(DrivenCall.ROUTE, plan.dialled(), 1),
            Map.of());
    DrivenCall call = new DrivenCall(channel, plan, link);
    calls.put(call.callId(), call);
    clock.run(call::arrive);
    clock.after(plan.patience(), channel::farEndHangsUp);
    return call;
  }

  Switchboard switchboard() {
    return switchboard;
  }

  void forget(CallId call) {
    calls.remove(call);
  }

  boolean drives(CallId call) {
    return calls.containsKey(call);
  }

  // The link to the engine

  /** Breaks the link: the engine hears no news and can move nobody. Scripts still reach it. */
  public void breakLink() {
    clock.run(link::breakDown);
  }

  /** Brings the link back up, with a snapshot. */
  public void restoreLink() {
    clock.run(link::comeUp);
  }

  /** The next delivery is acknowledged, and nobody moves. */
  public void loseNextDelivery() {
    deliveriesToLose++;
  }

  @Override
  public CompletionStage<DeliveryReport> deliver(Delivery delivery) {
    return delivery
        .callBack()
        .map(person -> callBack(delivery, person))
        .orElseGet(() -> CompletableFuture.completedStage(sent(delivery)));
  }

  private CompletionStage<DeliveryReport> callBack(Delivery delivery, CallBack person) {
    boolean isThere = switchboard.channel(delivery.call().uniqueId()).isPresent();
    if (!link.isUp() || isThere) {
      return CompletableFuture.completedStage(DeliveryReport.NOT_SENT);
    }
    CompletableFuture<DeliveryReport> report = new CompletableFuture<>();
    CallOut.Request request =
        new CallOut.Request(
            "PJSIP/" + person.number() + "@trunk",
            delivery.call().uniqueId(),
            CALL_BACK_RING_TIME,
            Map.of());
    rungOutside.put(delivery.call(), person.memory());
    clock.run(
        () ->
            CallOut.start(
                switchboard,
                request,
                ending -> {
                  rungOutside.remove(delivery.call());
                  ending.channel().ifPresent(channel -> land(delivery, person, channel));
                  report.complete(
                      ending.channel().isPresent()
                          ? DeliveryReport.SENT
                          : DeliveryReport.CALLER_GONE);
                  link.told();
                }));
    return report;
  }

  private void land(Delivery delivery, CallBack person, LiveChannel channel) {
    DrivenCall call = new DrivenCall(channel, person.memory(), link);
    calls.put(delivery.call(), call);
    clock.run(() -> call.begin(delivery));
  }

  private DeliveryReport sent(Delivery delivery) {
    DrivenCall call = calls.get(delivery.call());
    if (!link.isUp()) {
      return DeliveryReport.NOT_SENT;
    }
    if (call == null) {
      return DeliveryReport.CALLER_GONE;
    }
    if (deliveriesToLose > 0) {
      deliveriesToLose--;
    } else {
      clock.run(() -> call.moveTo(delivery));
    }
    return DeliveryReport.SENT;
  }

  @Override
  public CompletionStage<Whereabouts> whereabouts(CallId id, Channel channel) {
    DrivenCall call = calls.get(id);
    Whereabouts nowhere = rungOutside.containsKey(id) ? Whereabouts.RINGING : Whereabouts.GONE;
    Whereabouts seen = call == null ? nowhere : call.whereabouts();
    return CompletableFuture.completedStage(link.isUp() ? seen : Whereabouts.UNKNOWN);
  }

  // What there is

  PbxSnapshot snapshot() {
    List<DeviceReport> reports = new ArrayList<>();
    phones.keySet().forEach(device -> reports.add(report(device)));
    Set<CallId> alive =
        switchboard.channels().stream()
            .map(channel -> CallId.of(channel.id().uniqueId()))
            .collect(Collectors.toSet());
    List<PbxSnapshot.SeenCaller> seen = new ArrayList<>();
    calls.values().stream()
        .filter(DrivenCall::isRemembered)
        .map(call -> new PbxSnapshot.SeenCaller(call.remembered(), call.whereabouts()))
        .forEach(seen::add);
    rungOutside
        .values()
        .forEach(memory -> seen.add(new PbxSnapshot.SeenCaller(memory, Whereabouts.RINGING)));
    return new PbxSnapshot(ID, clock.instant(), reports, alive, seen);
  }

  DeviceReport report(Device device) {
    DeviceState state = switchboard.devices().getOrDefault(device.name(), DeviceState.INVALID);
    Set<CallId> inCalls =
        switchboard.channelsOf(device.name()).stream()
            .map(channel -> CallId.of(channel.id().linkedId()))
            .collect(Collectors.toSet());
    return new DeviceReport(device, state, inCalls);
  }

  /**
   * What the switch and its phones saw, oldest first.
   *
   * @return a copy
   */
  public List<Sighting> sightings() {
    return recorder.sightings();
  }
}
