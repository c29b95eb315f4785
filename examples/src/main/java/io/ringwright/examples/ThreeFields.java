package io.ringwright.examples;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.ringwright.CallRouter;
import io.ringwright.call.CallId;
import io.ringwright.call.CallerId;
import io.ringwright.call.Channel;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.InboundCall;
import io.ringwright.call.InboundCall.CalledAs;
import io.ringwright.call.PbxId;
import io.ringwright.call.Priority;
import io.ringwright.call.RingTarget;
import io.ringwright.call.RoutingDecision;
import io.ringwright.directory.PhoneList;
import io.ringwright.directory.StandardStrategy;
import io.ringwright.memory.InMemoryDirectory;
import io.ringwright.port.PbxSnapshot;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * For a script of your own that asks over HTTP where a call goes, and dials by itself: the answer
 * is three fields, in one line.
 *
 * <p>{@code status} is 0 for a rejected call, 1 for one that waits, 2 for one that is to ring;
 * {@code ring mode} is 0 for one phone and 1 for several at once; then what {@code Dial} is given.
 * The question changes nothing, so nothing is reserved: for places in line and for delivery that
 * loses nobody, let the dialplan ask Ringwright itself.
 */
public final class ThreeFields implements AutoCloseable {

  private static final PbxId PBX = PbxId.of("pbx1");

  private final CallRouter router;
  private final HttpServer server;

  ThreeFields(PhoneList phones) throws IOException {
    router = CallRouter.builder(new InMemoryDirectory(phones)).build();
    router.pbxConnected(new PbxSnapshot(PBX, Instant.now(), List.of(), Set.of(), List.of()));
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/route", this::answer);
    server.start();
  }

  /**
   * Asks three times, and ends.
   *
   * @param options none
   * @throws Exception if no port is free
   */
  public static void main(String... options) throws Exception {
    PhoneList phones =
        PhoneList.builder()
            .extension("100", anna -> anna.device("PJSIP/100").forwardUnconditional("101"))
            .extension("101", ben -> ben.device("PJSIP/101"))
            .extension("102", cleo -> cleo.device("PJSIP/102"))
            .huntGroup(
                "700",
                sales -> sales.member("101").member("102").strategy(StandardStrategy.SIMULTANEOUS))
            .build();
    try (ThreeFields service = new ThreeFields(phones)) {
      for (String query : List.of("number=100", "number=700&caller=0301234", "number=999")) {
        System.out.println("/route?" + query + "  ->  " + ask(service.port(), query));
      }
    }
  }

  /** The port on which it listens. */
  int port() {
    return server.getAddress().getPort();
  }

  static String ask(int port, String query) throws IOException, InterruptedException {
    URI address = URI.create("http://127.0.0.1:" + port + "/route?" + query);
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString())
        .body();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] fields = fields(parameters(exchange)).getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(200, fields.length);
      exchange.getResponseBody().write(fields);
    }
  }

  private static Map<String, String> parameters(HttpExchange exchange) {
    Map<String, String> parameters = new HashMap<>();
    String query = exchange.getRequestURI().getQuery();
    for (String part : query == null ? new String[0] : query.split("&")) {
      String[] pair = part.split("=", 2);
      parameters.put(pair[0], pair.length == 2 ? pair[1] : "");
    }
    return parameters;
  }

  /** What was dialled may be anything: what is no number is rejected. */
  private String fields(Map<String, String> asked) {
    try {
      DirectoryNumber number = DirectoryNumber.of(asked.getOrDefault("number", ""));
      CallerId caller = CallerId.of(asked.getOrDefault("caller", ""));
      return fields(router.explain(call(number, caller)).decision());
    } catch (IllegalArgumentException e) {
      return "0 0 ";
    }
  }

  private static InboundCall call(DirectoryNumber number, CallerId caller) {
    Channel none = new Channel(PBX, "Local/question");
    return new InboundCall(
        CallId.of("question"), none, caller, number, CalledAs.ANY, Priority.NORMAL);
  }

  private static String fields(RoutingDecision decision) {
    if (decision instanceof RoutingDecision.Ring ring) {
      String devices =
          ring.targets().stream().map(RingTarget::dialString).collect(Collectors.joining("&"));
      return "2 " + (ring.targets().size() > 1 ? 1 : 0) + " " + devices;
    }
    return decision instanceof RoutingDecision.Wait ? "1 0 " : "0 0 ";
  }

  @Override
  public void close() {
    server.stop(0);
    router.close();
  }
}
