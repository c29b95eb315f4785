package io.ringwright.engine;

import io.ringwright.availability.Attendance;
import io.ringwright.call.CallId;
import io.ringwright.call.CallOutcome;
import io.ringwright.call.Destination;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.ExternalNumber;
import io.ringwright.call.Priority;
import io.ringwright.directory.PhoneList;
import io.ringwright.engine.state.Call;
import io.ringwright.engine.state.CallPhase.Waiting;
import io.ringwright.engine.state.EngineState;
import io.ringwright.engine.state.WaitingQueue;
import io.ringwright.routing.ReachMap;
import java.util.Optional;

/** Treats the orders of the host: another phone list, attendance, a call withdrawn or changed. */
final class HostHandler {

  private final EngineState state;
  private final Outbox outbox;
  private final Transitions transitions;
  private final Placement placement;
  private final KeyHandler keys;
  private volatile ReachMap prepared = new ReachMap(PhoneList.builder().build());

  HostHandler(BasicParts basic, EngineParts parts, KeyHandler keys) {
    this.state = basic.state();
    this.outbox = basic.outbox();
    this.transitions = basic.transitions();
    this.placement = parts.placement();
    this.keys = keys;
  }

  /** Finds out about a phone list ahead of the event that installs it; by any thread. */
  void prepare(PhoneList phones) {
    ReachMap map = new ReachMap(phones);
    // What is found out here need not be found out in the event, for every queue at once.
    phones.huntGroups().forEach(group -> map.traits(new Destination.ToHuntGroup(group.number())));
    prepared = map;
  }

  /** Another phone list is in force from this event on. */
  void install(PhoneList phones, long version) {
    ReachMap ready = prepared;
    ReachMap reach = ready.isOf(phones) ? ready : new ReachMap(phones);
    new DeviceChanges(state).apply(phones);
    boolean reordered = state.install(phones, reach, version);
    for (WaitingQueue queue : state.waiting().queues()) {
      if (queue.takeBasis(reach.traits(queue.destination()), phones) || reordered) {
        state.replacements().begin(queue.destination());
      }
    }
    placement.watchHours();
  }

  /** The host withdraws a call. */
  void withdraw(CallId id) {
    Optional<Call> call = state.call(id);
    if (call.isEmpty() || call.get().phase().answeredAfter().isPresent()) {
      outbox.ignored("withdraw", "call " + id + " does not wait");
      return;
    }
    transitions.end(call.get(), CallOutcome.WITHDRAWN);
    state.calls().withdraw(id);
  }

  /** A call gets another priority, in whatever phase it is; its ticket stays. */
  void changePriority(CallId id, Priority priority) {
    Optional<Call> call = state.call(id);
    if (call.isEmpty() || call.get().phase().answeredAfter().isPresent()) {
      outbox.ignored("priority", "call " + id + " does not wait");
      return;
    }
    transitions.reprioritise(call.get(), priority);
  }

  /** The host arranges that a waiting caller is called back. */
  void callBack(CallId id, ExternalNumber number) {
    Optional<Call> call = state.call(id).filter(each -> each.phase() instanceof Waiting);
    if (call.isEmpty()) {
      outbox.ignored("call back", "call " + id + " does not wait");
      return;
    }
    keys.arrangeCallBack(call.get(), number);
  }

  /** The person of an extension logs in or out, pauses or resumes. */
  void setAttendance(DirectoryNumber extension, Attendance attendance) {
    if (state.phones().extension(extension).isEmpty()) {
      outbox.ignored("attendance", "extension " + extension + " is not in the directory");
      return;
    }
    transitions.setAttendance(extension, attendance);
  }
}
