package io.ringwright.journal.sqlite;

import io.ringwright.CallRouter;
import io.ringwright.availability.Attendance;
import io.ringwright.availability.DeviceReport;
import io.ringwright.availability.DeviceState;
import io.ringwright.call.CallId;
import io.ringwright.call.CallerId;
import io.ringwright.call.Device;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.InboundCall;
import io.ringwright.call.InboundCall.CalledAs;
import io.ringwright.call.Priority;
import io.ringwright.call.RingOutcome;
import io.ringwright.call.RoutingAnswer;
import io.ringwright.call.RoutingDecision.Ring;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * One thread that keeps the engine busy: arrivals, ends of rings, answers, keys, hang-ups, reports
 * of devices, log-outs and pauses.
 */
final class VictimLoad implements Runnable {

  private static final int MOST_CALLS = 30;
  private static final List<RingOutcome> FAILURES =
      List.of(RingOutcome.BUSY, RingOutcome.NO_REPLY, RingOutcome.REJECTED);

  private final CallRouter router;
  private final String name;
  private final List<CallId> own;
  private final Random random;
  private final String extension;
  private int calls;

  VictimLoad(CallRouter router, String name, List<CallId> own) {
    this.router = router;
    this.name = name;
    this.own = new ArrayList<>(own);
    this.random = new Random(name.hashCode());
    this.extension = "10" + (1 + name.charAt(name.length() - 1) - '0');
  }

  @Override
  public void run() {
    while (true) {
      int lot = random.nextInt(100);
      if (own.size() > MOST_CALLS) {
        end();
      } else if (lot < 45 || own.isEmpty()) {
        arrive();
      } else if (lot < 60) {
        end();
      } else if (lot < 80) {
        ring();
      } else if (lot < 88) {
        acknowledge(router.keyPressed(VictimWorld.remembered(any()), DirectoryNumber.of("1")));
      } else if (lot < 94) {
        attend();
      } else {
        report();
      }
    }
  }

  private void arrive() {
    CallId id = CallId.of(name + "n" + calls++);
    InboundCall call =
        new InboundCall(
            id,
            VictimWorld.channel(id),
            CallerId.of("0301234567"),
            DirectoryNumber.of(random.nextBoolean() ? "700" : "701"),
            CalledAs.ANY,
            Priority.NORMAL);
    EngineVictim.say("try " + name + " arrive " + id);
    acknowledge(router.callArrived(call));
    own.add(id);
  }

  /** Asks what became of a call; if phones ring for it, they stop or one is answered. */
  private void ring() {
    CallId call = any();
    RoutingAnswer answer = router.callerAlive(VictimWorld.remembered(call));
    acknowledge(answer);
    if (!(answer.decision() instanceof Ring ring)) {
      return;
    }
    if (random.nextBoolean()) {
      Device device = ring.targets().get(0).device();
      router.callAnswered(call, device);
      router.deviceReported(
          VictimWorld.PBX, new DeviceReport(device, DeviceState.IN_USE, Set.of(call)));
    } else {
      RingOutcome outcome = FAILURES.get(random.nextInt(FAILURES.size()));
      acknowledge(router.ringEnded(VictimWorld.remembered(call), ring.token(), outcome));
    }
  }

  private void end() {
    CallId call = own.remove(random.nextInt(own.size()));
    EngineVictim.say("try " + name + " end " + call);
    router.callEnded(call);
  }

  private void attend() {
    List<Attendance> all = List.of(Attendance.PRESENT, VictimWorld.OUT, VictimWorld.LUNCH);
    Attendance chosen = all.get(random.nextInt(all.size()));
    EngineVictim.say("try " + name + " attend " + extension + " " + VictimWorld.word(chosen));
    router.setAttendance(DirectoryNumber.of(extension), chosen);
  }

  private void report() {
    String number = VictimWorld.EXTENSIONS.get(random.nextInt(VictimWorld.EXTENSIONS.size()));
    DeviceState state = random.nextInt(3) == 0 ? DeviceState.IN_USE : DeviceState.NOT_IN_USE;
    Device device = Device.of("PJSIP/" + number);
    router.deviceReported(VictimWorld.PBX, new DeviceReport(device, state, Set.of()));
  }

  private void acknowledge(RoutingAnswer answer) {
    EngineVictim.acknowledged(name, answer);
  }

  private CallId any() {
    return own.get(random.nextInt(own.size()));
  }
}
