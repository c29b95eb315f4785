package io.ringwright.examples;

import io.ringwright.CallRouter;
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
import io.ringwright.call.RoutingAnswer;
import io.ringwright.directory.PhoneList;
import io.ringwright.memory.InMemoryDirectory;
import java.io.PrintStream;
import java.util.Set;

/** A first decision, without any switch: who answers a call, and why. */
public final class FirstCall {

  private static final PbxId PBX = PbxId.of("house");

  private FirstCall() {}

  /**
   * Prints the decision for three calls.
   *
   * @param arguments none
   */
  public static void main(String[] arguments) {
    run(System.out);
  }

  static void run(PrintStream out) {
    // begin: first call
    PhoneList phones =
        PhoneList.builder()
            .extension("100", anna -> anna.device("PJSIP/100").forwardOnBusy("101"))
            .extension("101", ben -> ben.device("PJSIP/101").holdCapacity(1))
            .extension("102", cleo -> cleo.device("PJSIP/102").forwardUnconditional("100"))
            .huntGroup("700", sales -> sales.menuKey("1").member("100").member("101"))
            .build();
    CallRouter router = CallRouter.builder(new InMemoryDirectory(phones)).build();

    RoutingAnswer answer = router.callArrived(call("1", "102"));
    out.println(answer.decision()); // ring 100 for 20 s
    out.println(answer.explanation()); // and why: 102 forwards to 100, which is free
    // end: first call

    out.println();
    out.println(
        "While 100 rings, a second caller dials 100, whose calls go to 101 when it is busy:");
    out.println(router.callArrived(call("2", "100")).explanation());

    out.println();
    out.println("101 is in a call now; it takes one more. The menu key 1 reaches the hunt group:");
    CallId talk = CallId.of("2");
    router.callAnswered(talk, Device.of("PJSIP/101"));
    router.deviceReported(
        PBX, new DeviceReport(Device.of("PJSIP/101"), DeviceState.IN_USE, Set.of(talk)));
    out.println(router.callArrived(call("3", "1")).explanation());
    out.println();
    out.println("A fourth caller has to wait:");
    out.println(router.callArrived(call("4", "700")).explanation());
  }

  private static InboundCall call(String id, String dialled) {
    return new InboundCall(
        CallId.of(id),
        new Channel(PBX, "PJSIP/trunk-" + id),
        CallerId.of("030123456" + id),
        DirectoryNumber.of(dialled),
        CalledAs.ANY,
        Priority.NORMAL);
  }
}
