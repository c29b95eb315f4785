package io.ringwright.examples;

import io.ringwright.CallRouter;
import io.ringwright.availability.Attendance;
import io.ringwright.call.CallId;
import io.ringwright.call.CallerId;
import io.ringwright.call.Channel;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.InboundCall;
import io.ringwright.call.InboundCall.CalledAs;
import io.ringwright.call.PbxId;
import io.ringwright.call.Priority;
import io.ringwright.call.Requirements;
import io.ringwright.call.RoutingAnswer;
import io.ringwright.directory.PhoneList;
import io.ringwright.memory.InMemoryDirectory;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Why did Ben not get this call? Every decision says it, of everybody who might have. */
public final class WhyNot {

  private WhyNot() {}

  /**
   * Prints the reasons.
   *
   * @param arguments none
   */
  public static void main(String[] arguments) {
    run(System.out);
  }

  static void run(PrintStream out) {
    PhoneList phones =
        PhoneList.builder()
            .extension("100", anna -> anna.device("PJSIP/100").skill("french", 3))
            .extension("101", ben -> ben.device("PJSIP/101").skill("french", 1))
            .extension("102", cleo -> cleo.device("PJSIP/102").skill("french", 2))
            .extension("103", dora -> dora.device("PJSIP/103").skill("french", 3))
            .extension("104", emil -> emil.device("PJSIP/104").skill("french", 2))
            .huntGroup(
                "700",
                sales ->
                    sales
                        .member("100")
                        .member("101")
                        .member("102")
                        .member("103")
                        .member("104", 2)
                        .openPriority(2, Duration.ofSeconds(10)))
            .build();
    CallRouter router = CallRouter.builder(new InMemoryDirectory(phones)).build();
    router.setAttendance(DirectoryNumber.of("103"), new Attendance(true, Optional.of("lunch")));

    InboundCall call = call("700");

    // begin: why not
    RoutingAnswer asked = router.explain(call.requiring(Requirements.of(Map.of("french", 2))));
    out.println(asked.explanation());

    out.println("\nAnd without a word of French:");
    asked.explanation().differences(router.explain(call).explanation()).forEach(out::println);
    // end: why not
  }

  private static InboundCall call(String dialled) {
    return new InboundCall(
        CallId.of("1"),
        new Channel(PbxId.of("house"), "PJSIP/trunk-1"),
        CallerId.of("0301234567"),
        DirectoryNumber.of(dialled),
        CalledAs.ANY,
        Priority.NORMAL);
  }
}
