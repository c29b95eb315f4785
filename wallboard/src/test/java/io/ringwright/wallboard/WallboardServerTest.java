package io.ringwright.wallboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.CallRouter;
import io.ringwright.availability.Attendance;
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
import io.ringwright.directory.PhoneList;
import io.ringwright.memory.InMemoryDirectory;
import io.ringwright.memory.RecentDecisions;
import io.ringwright.port.PbxSnapshot;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a browser gets of hunt group 700, whose one member, Anna at 100, is in a talk. */
class WallboardServerTest {

  private static final PbxId PBX = PbxId.of("pbx");
  private static final String KEY = "supervisor";

  private final List<Socket> sockets = new ArrayList<>();
  private final HttpClient browser = HttpClient.newHttpClient();
  private CallRouter router;
  private WallboardServer server;

  @BeforeEach
  void start() throws IOException {
    DayCounts counts = new DayCounts(ZoneOffset.UTC, ServiceScale.STANDARD, InstantSource.system());
    RecentDecisions recent = RecentDecisions.keeping(100, Duration.ofHours(1));
    router =
        CallRouter.builder(new InMemoryDirectory(phones()))
            .listener(counts.and(recent))
            .listenersOn(Runnable::run)
            .build();
    router.pbxConnected(new PbxSnapshot(PBX, Instant.now(), List.of(idle()), Set.of(), List.of()));
    server =
        WallboardServer.builder(router, counts)
            .address("127.0.0.1", 0)
            .every(Duration.ofMillis(100))
            .viewers(2)
            .names(
                number ->
                    Optional.of("name of " + number).filter(name -> number.digits().equals("100")))
            .callersShownTo(KEY::equals)
            .explainedBy(recent::of)
            .start();
  }

  private static DeviceReport idle() {
    return new DeviceReport(Device.of("PJSIP/100"), DeviceState.NOT_IN_USE, Set.of());
  }

  private static PhoneList phones() {
    return PhoneList.builder()
        .extension("100", anna -> anna.device("PJSIP/100"))
        .huntGroup("700", sales -> sales.member("100"))
        .build();
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
    router.close();
    for (Socket socket : sockets) {
      socket.close();
    }
  }

  private InboundCall call(String name, String number) {
    return new InboundCall(
        CallId.of(name),
        new Channel(PBX, "PJSIP/" + name),
        CallerId.of(number),
        DirectoryNumber.of("700"),
        CalledAs.ANY,
        Priority.NORMAL);
  }

  private HttpResponse<String> get(String path) throws Exception {
    return browser.send(request(path).build(), BodyHandlers.ofString());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path));
  }

  /** The first board that a page gets. */
  private String board(String query) throws Exception {
    try (InputStream events = open(query)) {
      return new BufferedReader(new InputStreamReader(events, StandardCharsets.UTF_8)).readLine();
    }
  }

  private InputStream open(String query) throws Exception {
    HttpResponse<InputStream> answer =
        browser.send(request("/events" + query).build(), BodyHandlers.ofInputStream());
    assertThat(answer.statusCode()).isEqualTo(200);
    return answer.body();
  }

  @Test
  void the_page_and_what_it_needs_come_from_the_server_alone() throws Exception {
    HttpResponse<String> page = get("/");
    assertThat(page.body())
        .contains("wallboard.js", "wallboard.css")
        .doesNotContain("http://", "https://");
    assertThat(page.headers().firstValue("Content-Security-Policy"))
        .hasValueSatisfying(policy -> assertThat(policy).startsWith("default-src 'none'"));
    assertThat(get("/wallboard.js").body()).contains("EventSource");
    assertThat(get("/wallboard.css").statusCode()).isEqualTo(200);
  }

  @Test
  void a_board_shows_queues_and_agents_and_nothing_of_who_calls() throws Exception {
    router.callArrived(call("c1", "0301234"));
    router.callArrived(call("c2", "0305678"));
    String board = board("");
    assertThat(board)
        .contains("\"number\":\"700\"", "\"waiting\":1", "\"state\":\"ringing\"", "name of 100")
        .contains("\"position\":1")
        .doesNotContain("0305678", "c2", "c1", "0301234");
  }

  @Test
  void a_key_that_gives_the_right_shows_callers_and_why_they_wait() throws Exception {
    router.callArrived(call("c1", "0301234"));
    router.callArrived(call("c2", "0305678"));
    assertThat(board("?key=" + KEY)).contains("0305678", "\"call\":\"c2\"", "\"why\":\"");
    assertThat(board("?key=other")).doesNotContain("0305678");
    assertThat(get("/explain/c2?key=" + KEY).body()).contains("\"rule\":\"availability\"");
    assertThat(get("/explain/c2").statusCode()).isEqualTo(403);
    assertThat(get("/explain/%0A?key=" + KEY).statusCode()).isEqualTo(404);
  }

  @Test
  void what_changes_is_sent_without_being_asked_for() throws Exception {
    try (InputStream events = open("")) {
      BufferedReader lines =
          new BufferedReader(new InputStreamReader(events, StandardCharsets.UTF_8));
      assertThat(lines.readLine()).contains("\"state\":\"free\"");
      router.setAttendance(DirectoryNumber.of("100"), new Attendance(true, Optional.of("lunch")));
      assertThat(lines.lines().filter(line -> line.contains("\"reason\":\"lunch\"")).findFirst())
          .isPresent();
    }
  }

  @Test
  void more_pages_than_allowed_are_told_so_and_a_closed_one_makes_room() throws Exception {
    InputStream first = open("");
    InputStream second = open("");
    assertThat(get("/events").statusCode()).isEqualTo(503);
    first.close();
    int status = 503;
    for (int tries = 0; tries < 100 && status == 503; tries++) {
      HttpResponse<InputStream> answer =
          browser.send(request("/events").build(), BodyHandlers.ofInputStream());
      status = answer.statusCode();
      answer.body().close();
    }
    assertThat(status).isEqualTo(200);
    second.close();
  }

  @Test
  void it_is_wired_as_the_documentation_says() throws Exception {
    server.close();
    router.close();
    int port = 0;
    ZoneId zone = ZoneOffset.UTC;
    Function<DirectoryNumber, Optional<String>> book = number -> Optional.empty();
    // begin: wallboard
    DayCounts counts = new DayCounts(zone, ServiceScale.STANDARD, InstantSource.system());
    RecentDecisions recent = RecentDecisions.keeping(10_000, Duration.ofHours(1));
    router =
        CallRouter.builder(new InMemoryDirectory(phones())).listener(counts.and(recent)).build();
    server =
        WallboardServer.builder(router, counts)
            .address("127.0.0.1", port)
            .names(book)
            .callersShownTo(this::isSupervisor)
            .explainedBy(recent::of)
            .start();
    // end: wallboard
    assertThat(board("")).contains("\"number\":\"700\"");
  }

  private boolean isSupervisor(String key) {
    return key.equals(KEY);
  }

  @Test
  void only_questions_are_answered() throws Exception {
    HttpRequest order = request("/").POST(HttpRequest.BodyPublishers.ofString("x")).build();
    assertThat(browser.send(order, BodyHandlers.ofString()).statusCode()).isEqualTo(405);
    assertThat(get("/../pom.xml").statusCode()).isEqualTo(404);
    assertThat(get("/wallboard.html").statusCode()).isEqualTo(404);
  }

  @Test
  void a_page_ends_with_the_server() throws Exception {
    try (InputStream events = open("")) {
      server.close();
      assertThat(ends(events)).isTrue();
    }
  }

  private static boolean ends(InputStream events) {
    try {
      while (events.read() >= 0) {
        // What was sent before.
      }
    } catch (IOException e) {
      return true;
    }
    return true;
  }

  @Test
  void two_hundred_who_never_end_their_question_do_not_keep_a_page_from_its_boards()
      throws Exception {
    try (InputStream events = open("")) {
      for (int silent = 0; silent < 200; silent++) {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
        socket.getOutputStream().write("GET /".getBytes(StandardCharsets.US_ASCII));
        sockets.add(socket);
      }
      BufferedReader lines =
          new BufferedReader(new InputStreamReader(events, StandardCharsets.UTF_8));
      router.setAttendance(DirectoryNumber.of("100"), new Attendance(false, Optional.empty()));
      assertThat(lines.lines().filter(line -> line.contains("logged out")).findFirst()).isPresent();
    }
  }
}
