package io.ringwright.engine;

import io.ringwright.call.RoutingAnswer;
import io.ringwright.event.RouterEvent;
import java.util.Optional;

/** Brings each kind of event to the handler of its source. */
final class EventCases implements RouterEvent.Cases<Optional<RoutingAnswer>> {

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
    return unasked(snapshots::resumed);
  }

  @Override
  public Optional<RoutingAnswer> phoneListInstalled(RouterEvent.PhoneListInstalled event) {
    return unasked(
        () -> {
          host.install(event.phones(), event.version());
          time.placeAnew();
        });
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
    RoutingAnswer alive = calls.alive(event.call());
    return Optional.of(keys.pressed(event.call(), event.key(), alive));
  }

  @Override
  public Optional<RoutingAnswer> answered(RouterEvent.Answered event) {
    return unasked(() -> switches.answered(event.call(), event.device()));
  }

  @Override
  public Optional<RoutingAnswer> ended(RouterEvent.Ended event) {
    return unasked(() -> switches.ended(event.call()));
  }

  @Override
  public Optional<RoutingAnswer> withdrawn(RouterEvent.Withdrawn event) {
    return unasked(() -> host.withdraw(event.call()));
  }

  @Override
  public Optional<RoutingAnswer> priorityChanged(RouterEvent.PriorityChanged event) {
    return unasked(() -> host.changePriority(event.call(), event.priority()));
  }

  @Override
  public Optional<RoutingAnswer> callBackArranged(RouterEvent.CallBackArranged event) {
    return unasked(() -> host.callBack(event.call(), event.number()));
  }

  @Override
  public Optional<RoutingAnswer> attendanceChanged(RouterEvent.AttendanceChanged event) {
    return unasked(() -> host.setAttendance(event.extension(), event.attendance()));
  }

  @Override
  public Optional<RoutingAnswer> deviceReported(RouterEvent.DeviceReported event) {
    return unasked(() -> switches.deviceReported(event.pbx(), event.report()));
  }

  @Override
  public Optional<RoutingAnswer> pbxSeen(RouterEvent.PbxSeen event) {
    return unasked(() -> snapshots.seen(event.part()));
  }

  @Override
  public Optional<RoutingAnswer> pbxConnected(RouterEvent.PbxConnected event) {
    return unasked(() -> snapshots.connected(event.snapshot()));
  }

  @Override
  public Optional<RoutingAnswer> pbxDisconnected(RouterEvent.PbxDisconnected event) {
    return unasked(() -> snapshots.disconnected(event.pbx()));
  }

  @Override
  public Optional<RoutingAnswer> timePassed(RouterEvent.TimePassed event) {
    return unasked(time::timePassed);
  }

  @Override
  public Optional<RoutingAnswer> deliveryAnswered(RouterEvent.DeliveryAnswered event) {
    return unasked(() -> switches.deliveryAnswered(event.call(), event.token(), event.report()));
  }

  @Override
  public Optional<RoutingAnswer> callerSeen(RouterEvent.CallerSeen event) {
    return unasked(() -> switches.callerSeen(event));
  }

  private static Optional<RoutingAnswer> unasked(Runnable handling) {
    handling.run();
    return Optional.empty();
  }
}
