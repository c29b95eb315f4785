package io.ringwright.micrometer;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.search.Search;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.ringwright.CallRouter;
import io.ringwright.RouterTicker;
import io.ringwright.agi.Dialplan;
import io.ringwright.agi.FastAgiServer;
import io.ringwright.ami.AmiConnection;
import io.ringwright.ami.AmiTelephony;
import io.ringwright.call.PbxId;
import io.ringwright.fakeasterisk.FakeAsterisk;
import io.ringwright.fakeasterisk.PbxUnderTest.CallPlan;
import io.ringwright.fakeasterisk.PhoneBehaviour;
import io.ringwright.journal.Journal;
import io.ringwright.memory.InMemoryDirectory;
import io.ringwright.memory.InMemoryJournal;
import io.ringwright.port.Directory;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The wiring of the documentation, over real sockets, against the fake Asterisk. */
class WholeApplicationTest {

  private final MeterRegistry registry = new SimpleMeterRegistry();
  private final ScheduledExecutorService clockwork = Executors.newSingleThreadScheduledExecutor();
  private FakeAsterisk asterisk;
  private CallRouter router;
  private AmiConnection ami;
  private FastAgiServer agi;
  private RouterTicker ticker;
  private AgiMeters agiMeters;

  @BeforeEach
  void start() throws IOException {
    asterisk = FakeAsterisk.builder().phones("100", "101").dialplan(dialplan()).start();
    Directory directory = new InMemoryDirectory(MeteredOffice.PHONES);
    Journal journal = new InMemoryJournal();
    PbxId pbx = PbxId.of("pbx1");
    AmiTelephony telephony = new AmiTelephony();

    // begin: wiring
    RoutingMeters meters =
        RoutingMeters.builder(registry).answeredWithin(Duration.ofSeconds(20)).build();
    router =
        CallRouter.builder(directory, telephony)
            .journal(meters.timing(journal))
            .listener(meters.listener())
            .build();
    meters.watch(router);
    // end: wiring

    ami =
        AmiConnection.builder(router, telephony)
            .pbx(pbx)
            .address("127.0.0.1", asterisk.ami().port())
            .login(asterisk.ami().user(), asterisk.ami().secret())
            .build();
    ami.start();

    // begin: adapters
    agi = FastAgiServer.builder(meters.timing(router), pbx).port(asterisk.agiPort()).start();
    agiMeters = new AgiMeters(pbx, agi);
    agiMeters.bindTo(registry);
    new AmiMeters(pbx, ami).bindTo(registry);
    // end: adapters
    ticker = RouterTicker.start(router, clockwork);
  }

  @AfterEach
  void stop() {
    agi.close();
    ticker.close();
    ami.close();
    clockwork.shutdownNow();
    router.close();
    asterisk.close();
  }

  private static String dialplan() throws IOException {
    try (InputStream file =
        Objects.requireNonNull(Dialplan.class.getResourceAsStream("ringwright.conf"))) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void a_call_over_real_sockets_moves_the_meters_of_engine_server_and_link() {
    awaitThat("link", () -> gauge("ringwright.ami.link", "state", "connected") == 1);
    asterisk.phone("100", PhoneBehaviour.answers(Duration.ZERO, Duration.ofMillis(300)));
    var unused = asterisk.call(CallPlan.of("0301", "700"));
    awaitThat("end", () -> counted("ringwright.ended", "outcome", "answered") == 1);
    awaitThat("sessions", () -> counted("ringwright.agi.sessions", "outcome", "answered") >= 2);
    assertThat(registry.get("ringwright.question").tag("question", "arrival").timer().count())
        .isEqualTo(1);
    assertThat(registry.get("ringwright.journal").timer().count()).isPositive();
    assertThat(counted("ringwright.agi.sessions", "outcome", "late")).isZero();
    awaitThat("engine's link", () -> gauge("ringwright.link", "pbx", "pbx1") == 1);
  }

  @Test
  void meters_of_a_server_that_was_closed_make_room_for_those_of_the_next() throws IOException {
    agiMeters.close();
    assertThat(find("ringwright.agi.sessions").functionCounters()).isEmpty();
    PbxId pbx = PbxId.of("pbx1");
    try (FastAgiServer next = FastAgiServer.builder(router, pbx).port(0).start();
        AgiMeters meters = new AgiMeters(pbx, next)) {
      meters.bindTo(registry);
      assertThat(find("ringwright.agi.sessions").functionCounters()).hasSize(4);
    }
    assertThat(find("ringwright.agi.sessions").functionCounters()).isEmpty();
  }

  @Test
  void the_documentation_shows_this_wiring() throws IOException {
    String page = Files.readString(Path.of("..", "docs", "metrics.md"));
    List<String> source =
        Files.readAllLines(
            Path.of("src/test/java/io/ringwright/micrometer/WholeApplicationTest.java"));
    assertThat(page).contains(snippet(source, "wiring")).contains(snippet(source, "adapters"));
  }

  private static String snippet(List<String> source, String name) {
    int begin = source.indexOf("    // begin: " + name);
    int end = source.indexOf("    // end: " + name);
    return source.subList(begin + 1, end).stream()
        .map(line -> line.isBlank() ? line : line.substring(4))
        .collect(Collectors.joining("\n", "```java\n", "\n```"));
  }

  private Search find(String name) {
    return registry.find(name);
  }

  private double gauge(String name, String key, String value) {
    registry.find("ringwright.waiting").gauges().forEach(each -> each.value());
    return find(name).tag(key, value).gauges().stream().mapToDouble(each -> each.value()).sum();
  }

  private double counted(String name, String key, String value) {
    return find(name).tag(key, value).counters().stream().mapToDouble(each -> each.count()).sum()
        + find(name).tag(key, value).functionCounters().stream()
            .mapToDouble(each -> each.count())
            .sum();
  }

  private void awaitThat(String what, BooleanSupplier holds) {
    long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (!holds.getAsBoolean()) {
      assertThat(System.nanoTime())
          .as("waiting for %s, %s", what, ami.state())
          .isLessThan(deadline);
      LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
    }
  }
}
