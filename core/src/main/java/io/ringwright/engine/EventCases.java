package io.ringwright.engine;

import io.ringwright.call.RoutingAnswer;
import io.ringwright.event.RouterEvent;
import java.util.Optional;

/** Brings each kind of event to the handler of its source. */
final class EventCases implements RouterEvent.Cases<Optional<RoutingAnswer>> {

  /** Nobody waits for an answer. */
  private static final Optional<RoutingAnswer> NOTHING = Optional.empty();

  private final CallHandler calls;
  private final RingEndHandler rings;
  private final KeyHandler keys;
  private final SwitchHandler switches;
  private final SnapshotHandler snapshots;
  private final HostHandler host;
  private final TimeHandler time;

  EventCases(BasicParts basic, EngineParts parts) {
    calls = new CallHandler(basic, parts);
    rings = new RingEndHandler(basic, parts);
    keys = new KeyHandler(basic, parts);
    switches = new SwitchHandler(basic, parts);
    snapshots = new SnapshotHandler(basic, parts, switches);
    host = new HostHandler(basic, parts, keys);
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
  public Optional<RoutingAnswer> started(RouterEvent.Started event) {
    return Optional.empty(); // The state was made from it.
  }

  @Override
  public Optional<RoutingAnswer> resumed(RouterEvent.Resumed event) {
    snapshots.resumed();
    return NOTHING;
  }

  @Override
  public Optional<RoutingAnswer> phoneListInstalled(RouterEvent.PhoneListInstalled event) {
    host.install(event.phones(), event.version());
    time.placeAnew();
    return NOTHING;
  }

  @Override
  public Optional<RoutingAnswer> arrived(RouterEvent.Arrived event) {
    return Optional.of(calls.arrived(event.call()));
  }

  @Override
  public Optional<RoutingAnswer> ringEnded(RouterEvent.RingEnded event) {
    return Optional.of(rings.ringEnded(event.call(), event.token(), event.outcome()));
  }

  @Override
  public Optional<RoutingAnswer> landed(RouterEvent.Landed event) {
    return Optional.of(calls.landed(event.call(), event.token()));
  }

  @Override
  public Optional<RoutingAnswer> callerAlive(RouterEvent.CallerAlive event) {
    return Optional.of(calls.alive(event.call()));
  }

  @Override
  public Optional<RoutingAnswer> keyPressed(RouterEvent.KeyPressed event) {
    return Optional.of(keys.pressed(event.call(), event.key(), () -> calls.alive(event.call())));
  }

  @Override
  public Optional<RoutingAnswer> answered(RouterEvent.Answered event) {
    switches.answered(event.call(), event.device());
    return NOTHING;
  }

  @Override
  public Optional<RoutingAnswer> ended(RouterEvent.Ended event) {
    switches.ended(event.call());
    return NOTHING;
  }

  @Override
  public Optional<RoutingAnswer> withdrawn(RouterEvent.Withdrawn event) {
    host.withdraw(event.call());
    return NOTHING;
  }

  @Override
  public Optional<RoutingAnswer> priorityChanged(RouterEvent.PriorityChanged event) {
    host.changePriority(event.call(), event.priority());
    return NOTHING;
  }

  @Override
  public Optional<RoutingAnswer> callBackArranged(RouterEvent.CallBackArranged event) {
    host.callBack(event.call(), event.number());
    return NOTHING;
  }

  @Override
  public Optional<RoutingAnswer> attendanceChanged(RouterEvent.AttendanceChanged event) {
    host.setAttendance(event.extension(), event.attendance());
    return NOTHING;
  }

  @Override
  public Optional<RoutingAnswer> deviceReported(RouterEvent.DeviceReported event) {
    switches.deviceReported(event.pbx(), event.report());
    return NOTHING;
  }

  @Override
  public Optional<RoutingAnswer> pbxSeen(RouterEvent.PbxSeen event) {
    snapshots.seen(event.part());
    return NOTHING;
  }

  @Override
  public Optional<RoutingAnswer> pbxConnected(RouterEvent.PbxConnected event) {
    snapshots.connected(event.snapshot());
    return NOTHING;
  }

  @Override
  public Optional<RoutingAnswer> pbxDisconnected(RouterEvent.PbxDisconnected event) {
    snapshots.disconnected(event.pbx());
    return NOTHING;
  }

  @Override
  public Optional<RoutingAnswer> timePassed(RouterEvent.TimePassed event) {
    time.timePassed();
    return NOTHING;
  }

  @Override
  public Optional<RoutingAnswer> deliveryAnswered(RouterEvent.DeliveryAnswered event) {
    switches.deliveryAnswered(event.call(), event.token(), event.report());
    return NOTHING;
  }

  @Override
  public Optional<RoutingAnswer> callerSeen(RouterEvent.CallerSeen event) {
    switches.callerSeen(event);
    return NOTHING;
  }
}
