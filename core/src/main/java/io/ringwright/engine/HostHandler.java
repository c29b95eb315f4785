package io.ringwright.engine;

import io.ringwright.availability.Attendance;
import io.ringwright.call.CallId;
import io.ringwright.call.CallOutcome;
import io.ringwright.call.Destination;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.OrderAnswer;
import io.ringwright.call.OrderRefusal;
import io.ringwright.call.Priority;
import io.ringwright.directory.HuntGroup;
import io.ringwright.directory.PhoneList;
import io.ringwright.engine.state.Call;
import io.ringwright.engine.state.CallPhase.Waiting;
import io.ringwright.engine.state.EngineState;
import io.ringwright.event.RouterEvent.CallBackArranged;
import io.ringwright.event.RouterEvent.GroupAttendanceChanged;
import io.ringwright.routing.PhoneListChange;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Treats the orders of the host: another phone list, attendance, a call withdrawn or changed. */
final class HostHandler {

  private static final String ATTENDANCE = "attendance";

  private final EngineState state;
  private final Outbox outbox;
  private final Transitions transitions;
  private final Staff staff;
  private final Placement placement;
  private final KnownCalls known;
  private final CallBacks callBacks;
  private volatile @Nullable PhoneListChange prepared;

  HostHandler(BasicParts basic, EngineParts parts, CallBacks callBacks) {
    this.state = basic.state();
    this.outbox = basic.outbox();
    this.transitions = basic.transitions();
    this.staff = basic.staff();
    this.placement = parts.placement();
    this.known = parts.known();
    this.callBacks = callBacks;
  }

  /** What a phone list changes was found out ahead of the event that installs it; by any thread. */
  void prepare(PhoneListChange change) {
    prepared = change;
  }

  /** Another phone list is in force from this event on. */
  void install(PhoneList phones, long version) {
    PhoneListChange ready = prepared;
    prepared = null;
    PhoneListChange change =
        ready != null && ready.isBetween(state.phones(), phones)
            ? ready
            : PhoneListChange.between(state.phones(), phones);
    new DeviceChanges(state).apply(change.moved());
    state.install(change, version);
    placement.watchHours();
  }

  /** The host withdraws a call. */
  OrderAnswer withdraw(CallId id) {
    Optional<Call> call = state.call(id);
    if (call.isEmpty() || call.get().phase().answeredAfter().isPresent()) {
      return known.doesNotWait("withdraw", id);
    }
    transitions.end(call.get(), CallOutcome.WITHDRAWN);
    state.calls().withdraw(id);
    return new OrderAnswer.Done("call " + id + " is withdrawn");
  }

  /** A call gets another priority, in whatever phase it is; its ticket stays. */
  OrderAnswer changePriority(CallId id, Priority priority) {
    Optional<Call> call = state.call(id);
    if (call.isEmpty() || call.get().phase().answeredAfter().isPresent()) {
      return known.doesNotWait("priority", id);
    }
    transitions.reprioritise(call.get(), priority);
    return new OrderAnswer.Done("call " + id + " has priority " + priority);
  }

  /** The host arranges that a waiting caller is called back. */
  OrderAnswer callBack(CallBackArranged order) {
    CallId id = order.call();
    Optional<Call> call = state.call(id).filter(each -> each.phase() instanceof Waiting);
    if (call.isEmpty()) {
      return known.doesNotWait("call back", id);
    }
    if (!order.callsBack()) {
      return outbox.refused(
          "call back",
          OrderRefusal.CANNOT_CALL_BACK,
          "switch " + call.get().pbx() + " cannot call anybody back");
    }
    if (!callBacks.mayCallBack(call.get(), order.number())) {
      return outbox.refused(
          "call back", OrderRefusal.TOO_MANY_CALL_BACKS, CallBacks.TOO_MANY + order.number());
    }
    callBacks.arrangeCallBack(call.get(), order.number());
    return new OrderAnswer.Done("call " + id + " is called back at " + order.number());
  }

  /** The person of an extension logs in or out, pauses or resumes. */
  OrderAnswer setAttendance(DirectoryNumber extension, Attendance attendance) {
    if (!state.phones().hasExtension(extension)) {
      return unknown(extension);
    }
    staff.setAttendance(extension, attendance);
    return new OrderAnswer.Done("extension " + extension + " is " + attendance.words());
  }

  private OrderAnswer unknown(DirectoryNumber extension) {
    return outbox.refused(
        ATTENDANCE,
        OrderRefusal.UNKNOWN_EXTENSION,
        "extension " + extension + " is not in the phone list");
  }

  /** The same in one hunt group. */
  OrderAnswer setAttendance(GroupAttendanceChanged order) {
    Optional<HuntGroup> group = state.phones().huntGroup(order.group());
    Destination member = new Destination.ToExtension(order.extension());
    if (!state.phones().hasExtension(order.extension())) {
      return unknown(order.extension());
    }
    if (group.isEmpty()) {
      return outbox.refused(
          ATTENDANCE,
          OrderRefusal.UNKNOWN_GROUP,
          "hunt group " + order.group() + " is not in the phone list");
    }
    String who = "extension " + order.extension() + " is ";
    if (group.get().members().stream().noneMatch(each -> each.to().equals(member))) {
      return outbox.refused(
          ATTENDANCE, OrderRefusal.NO_MEMBER, who + "no member of hunt group " + order.group());
    }
    staff.setAttendance(order.extension(), order.group(), order.attendance());
    return new OrderAnswer.Done(who + order.attendance().words() + " in " + order.group());
  }
}
