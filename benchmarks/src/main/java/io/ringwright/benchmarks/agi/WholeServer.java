package io.ringwright.benchmarks.agi;

import io.ringwright.CallRouter;
import io.ringwright.agi.FastAgiServer;
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
import io.ringwright.call.RoutingDecision.Wait;
import io.ringwright.directory.PhoneList;
import io.ringwright.memory.InMemoryDirectory;
import io.ringwright.port.PbxSnapshot;
import io.ringwright.port.Telephony;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Ringwright's server with a whole router behind it. Each client is a caller who waits, and who
 * gives signs of life.
 */
final class WholeServer implements AskedServer {

  private static final PbxId PBX = PbxId.of("lab");
  private static final DirectoryNumber GROUP = DirectoryNumber.of("700");

  private final CallRouter router;
  private final FastAgiServer server;
  private final List<List<String>> arguments;

  private WholeServer(CallRouter router, FastAgiServer server, List<List<String>> arguments) {
    this.router = router;
    this.server = server;
    this.arguments = arguments;
  }

  /** Starts one in which so many callers wait. */
  static WholeServer start(int waiting) throws IOException {
    CallRouter router = CallRouter.builder(new InMemoryDirectory(phones()), Telephony.NONE).build();
    router.pbxConnected(
        new PbxSnapshot(
            PBX,
            Instant.now(),
            List.of(new DeviceReport(Device.of("PJSIP/8260"), DeviceState.IN_USE, Set.of())),
            Set.of(),
            List.of()));
    List<List<String>> arguments = new ArrayList<>();
    for (int client = 0; client < waiting; client++) {
      arguments.add(arrive(router, client));
    }
    return new WholeServer(router, FastAgiServer.builder(router, PBX).port(0).start(), arguments);
  }

  private static PhoneList phones() {
    return PhoneList.builder()
        .extension("8260", phone -> phone.device("PJSIP/8260"))
        .huntGroup(GROUP.digits(), group -> group.member("8260"))
        .build();
  }

  /** A caller who arrives and has to wait, and what the channel then remembers. */
  private static List<String> arrive(CallRouter router, int client) {
    CallId id = CallId.of(PBX, AsteriskClient.uniqueId(client));
    InboundCall call =
        new InboundCall(
            id,
            new Channel(PBX, AsteriskClient.channel(client)),
            CallerId.of("0301234567"),
            GROUP,
            CalledAs.ANY,
            Priority.NORMAL);
    if (!(router.callArrived(call).decision() instanceof Wait wait)) {
      throw new IllegalStateException("caller " + client + " does not have to wait");
    }
    return List.of(
        id.value(),
        wait.waitingFor().digits(),
        wait.priority().toString(),
        Long.toString(wait.since().toEpochMilli()),
        "");
  }

  @Override
  public String title() {
    return "Ringwright";
  }

  @Override
  public int port() {
    return server.port();
  }

  @Override
  public String script() {
    return "alive";
  }

  @Override
  public List<String> arguments(int client) {
    return arguments.get(client);
  }

  @Override
  public void close() {
    server.close();
    router.close();
  }
}
