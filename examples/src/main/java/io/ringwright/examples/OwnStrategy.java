package io.ringwright.examples;

import io.ringwright.CallRouter;
import io.ringwright.call.CallId;
import io.ringwright.call.CallerId;
import io.ringwright.call.Channel;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.InboundCall;
import io.ringwright.call.InboundCall.CalledAs;
import io.ringwright.call.PbxId;
import io.ringwright.call.Priority;
import io.ringwright.directory.PhoneList;
import io.ringwright.directory.StandardStrategy;
import io.ringwright.directory.Strategy;
import io.ringwright.memory.InMemoryDirectory;
import java.io.PrintStream;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** A strategy of one's own: whoever sits nearest to the shop's door answers the door's phone. */
public final class OwnStrategy {

  private OwnStrategy() {}

  // begin: own strategy
  /**
   * Whoever sits nearest rings; who sits equally near comes by longest idle.
   *
   * @param metresToTheDoor by extension; who is not in it sits far away
   */
  record Nearest(Map<DirectoryNumber, Integer> metresToTheDoor) implements Strategy {
    @Override
    public String words() {
      return "nearest to the door";
    }

    @Override
    public List<Contender> next(List<Contender> equals, Memory memory) {
      Comparator<Contender> byDistance =
          Comparator.comparingInt(
              each -> metresToTheDoor.getOrDefault(each.extension(), Integer.MAX_VALUE));
      Comparator<Contender> order = byDistance.thenComparing(StandardStrategy.byIdleness());
      return List.of(equals.stream().min(order).orElseThrow());
    }
  }

  // end: own strategy

  /**
   * Prints who answers three callers at the door.
   *
   * @param arguments none
   */
  public static void main(String[] arguments) {
    run(System.out);
  }

  static void run(PrintStream out) {
    Map<DirectoryNumber, Integer> seats =
        Map.of(DirectoryNumber.of("100"), 12, DirectoryNumber.of("101"), 3);
    PhoneList phones =
        PhoneList.builder()
            .extension("100", anna -> anna.device("PJSIP/100"))
            .extension("101", ben -> ben.device("PJSIP/101"))
            .extension("102", cleo -> cleo.device("PJSIP/102"))
            .huntGroup(
                "700",
                door -> door.strategy(new Nearest(seats)).member("100").member("101").member("102"))
            .build();
    CallRouter router = CallRouter.builder(new InMemoryDirectory(phones)).build();
    for (String caller : List.of("1", "2", "3")) {
      out.println(router.callArrived(call(caller)).explanation());
      out.println();
    }
  }

  private static InboundCall call(String id) {
    return new InboundCall(
        CallId.of(id),
        new Channel(PbxId.of("house"), "PJSIP/door-" + id),
        CallerId.of("030123456" + id),
        DirectoryNumber.of("700"),
        CalledAs.ANY,
        Priority.NORMAL);
  }
}
