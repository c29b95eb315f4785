package io.ringwright.engine;

import io.ringwright.call.EventAnswer;
import io.ringwright.call.InboundCall;
import io.ringwright.call.RememberedCall;
import io.ringwright.call.RoutingAnswer;
import io.ringwright.engine.RepeatedQuestions.Asked;
import io.ringwright.event.RouterEvent;
import io.ringwright.event.RouterEventCases;
import java.util.Optional;
import java.util.function.Supplier;

/** Brings each kind of event to the handler of its source. */
final class EventCases implements RouterEventCases<Optional<EventAnswer>> {

  /** Nobody waits for an answer. */
  private static final Optional<EventAnswer> NOTHING = Optional.empty();

  private final RepeatedQuestions questions;
  private final Greetings greetings;
  private final CallHandler calls;
  private final RingEndHandler rings;
  private final KeyHandler keys;
  private final SwitchHandler switches;
  private final SnapshotHandler snapshots;
  private final UndecidedCalls undecided;
  private final HostHandler host;
  private final OrderedDelivery orders;
  private final TimeHandler time;

  EventCases(BasicParts basic, EngineParts parts) {
    questions = new RepeatedQuestions(basic);
    greetings = new Greetings(basic);
    calls = new CallHandler(basic, parts);
    rings = new RingEndHandler(basic, parts);
    keys = new KeyHandler(basic, parts);
    switches = new SwitchHandler(basic, parts);
    snapshots = new SnapshotHandler(basic, parts, switches);
    undecided = new UndecidedCalls(basic, parts);
    host = new HostHandler(basic, parts, keys.callBacks());
    orders = new OrderedDelivery(basic, parts);
    time = new TimeHandler(basic, parts, switches);
  }

  CallHandler calls() {
    return calls;
  }

  TimeHandler time() {
    return time;
  }

  HostHandler host() {
    return host;
  }

  @Override
  public Optional<EventAnswer> started(RouterEvent.Started event) {
    return Optional.empty(); // The state was made from it.
  }

  @Override
  public Optional<EventAnswer> resumed(RouterEvent.Resumed event) {
    snapshots.resumed(event.within());
    return NOTHING;
  }

  @Override
  public Optional<EventAnswer> phoneListInstalled(RouterEvent.PhoneListInstalled event) {
    host.install(event.phones(), event.version());
    time.placeAnew();
    return NOTHING;
  }

  @Override
  public Optional<EventAnswer> arrived(RouterEvent.Arrived event) {
    InboundCall call = event.call();
    Asked asked = new Asked(call.id(), call.channel(), call.question());
    return Optional.of(
        greetings.greeted(questions.answer(asked, () -> greetings.told(calls.arrived(call)))));
  }

  @Override
  public Optional<EventAnswer> ringEnded(RouterEvent.RingEnded event) {
    return asked(event.call(), () -> rings.ringEnded(event.call(), event.token(), event.outcome()));
  }

  @Override
  public Optional<EventAnswer> landed(RouterEvent.Landed event) {
    return asked(event.call(), () -> calls.landed(event.call(), event.token()));
  }

  @Override
  public Optional<EventAnswer> callerAlive(RouterEvent.CallerAlive event) {
    return asked(event.call(), () -> calls.alive(event.call()));
  }

  @Override
  public Optional<EventAnswer> keyPressed(RouterEvent.KeyPressed event) {
    return asked(event.call(), () -> keys.pressed(event, () -> calls.alive(event.call())));
  }

  private Optional<EventAnswer> asked(RememberedCall call, Supplier<RoutingAnswer> first) {
    return Optional.of(
        questions.answer(new Asked(call.id(), call.channel(), call.question()), first));
  }

  @Override
  public Optional<EventAnswer> answered(RouterEvent.Answered event) {
    switches.answered(event.call(), event.phone());
    return NOTHING;
  }

  @Override
  public Optional<EventAnswer> handedOver(RouterEvent.HandedOver event) {
    switches.handedOver(event.call(), event.phone());
    return NOTHING;
  }

  @Override
  public Optional<EventAnswer> fellBack(RouterEvent.FellBack event) {
    switches.fellBack(event.call());
    return NOTHING;
  }

  @Override
  public Optional<EventAnswer> takenOver(RouterEvent.TakenOver event) {
    switches.takenOver(event.call(), event.channel(), event.by());
    return NOTHING;
  }

  @Override
  public Optional<EventAnswer> ended(RouterEvent.Ended event) {
    switches.ended(event.call(), event.by());
    return NOTHING;
  }

  @Override
  public Optional<EventAnswer> withdrawn(RouterEvent.Withdrawn event) {
    return Optional.of(host.withdraw(event.call()));
  }

  @Override
  public Optional<EventAnswer> deliveryOrdered(RouterEvent.DeliveryOrdered event) {
    return Optional.of(orders.deliver(event.call(), event.to()));
  }

  @Override
  public Optional<EventAnswer> preferenceOrdered(RouterEvent.PreferenceOrdered event) {
    return Optional.of(orders.prefer(event.call(), event.preference()));
  }

  @Override
  public Optional<EventAnswer> priorityChanged(RouterEvent.PriorityChanged event) {
    return Optional.of(host.changePriority(event.call(), event.priority()));
  }

  @Override
  public Optional<EventAnswer> callBackArranged(RouterEvent.CallBackArranged event) {
    return Optional.of(host.callBack(event));
  }

  @Override
  public Optional<EventAnswer> attendanceChanged(RouterEvent.AttendanceChanged event) {
    return Optional.of(host.setAttendance(event.extension(), event.attendance()));
  }

  @Override
  public Optional<EventAnswer> groupAttendanceChanged(RouterEvent.GroupAttendanceChanged event) {
    return Optional.of(host.setAttendance(event));
  }

  @Override
  public Optional<EventAnswer> deviceReported(RouterEvent.DeviceReported event) {
    switches.deviceReported(event.pbx(), event.report());
    return NOTHING;
  }

  @Override
  public Optional<EventAnswer> pbxSeen(RouterEvent.PbxSeen event) {
    snapshots.seen(event.part());
    return NOTHING;
  }

  @Override
  public Optional<EventAnswer> pbxConnected(RouterEvent.PbxConnected event) {
    snapshots.connected(event.snapshot());
    undecided.goOn();
    return NOTHING;
  }

  @Override
  public Optional<EventAnswer> pbxExpected(RouterEvent.PbxExpected event) {
    snapshots.expected(event.pbx(), event.within());
    return NOTHING;
  }

  @Override
  public Optional<EventAnswer> pbxDisconnected(RouterEvent.PbxDisconnected event) {
    snapshots.disconnected(event.pbx());
    return NOTHING;
  }

  @Override
  public Optional<EventAnswer> timePassed(RouterEvent.TimePassed event) {
    if (!snapshots.goOn() && !undecided.goOn()) {
      time.timePassed();
    }
    return NOTHING;
  }

  @Override
  public Optional<EventAnswer> deliveryAnswered(RouterEvent.DeliveryAnswered event) {
    switches.deliveryAnswered(event.call(), event.token(), event.report());
    return NOTHING;
  }

  @Override
  public Optional<EventAnswer> callerSeen(RouterEvent.CallerSeen event) {
    switches.callerSeen(event);
    return NOTHING;
  }
}
