package io.ringwright.records;

import static java.time.Duration.ofDays;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.CallRouter;
import io.ringwright.CallRouterBuilder;
import io.ringwright.directory.PhoneList;
import io.ringwright.fakeasterisk.FakePbx;
import io.ringwright.fakeasterisk.PbxUnderTest.CallPlan;
import io.ringwright.fakeasterisk.PhoneBehaviour;
import io.ringwright.memory.InMemoryDirectory;
import io.ringwright.testkit.ManualClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The document about call records: its blocks are run, and its tables name what there is. */
class DocumentTest {

  private static final PhoneList PHONES =
      PhoneList.builder()
          .extension("100", anna -> anna.device("PJSIP/100").wrapUp(ofSeconds(10)))
          .extension("101", ben -> ben.device("PJSIP/101").ringTime(ofSeconds(10)))
          .huntGroup("700", sales -> sales.member("101").member("100"))
          .build();

  @TempDir Path folder;

  private final ManualClock clock = ManualClock.onMondayMorning();
  private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor();
  private final DatabaseListener alarm = DatabaseListener.SILENT;

  @AfterEach
  void stop() {
    executor.shutdownNow();
  }

  private static List<String> blocks(String language) throws IOException {
    String text = Files.readString(Path.of("..", "docs", "call-records.md"));
    return blocks(text, Pattern.compile("```" + language + "\n(.*?)\n```", Pattern.DOTALL));
  }

  private static List<String> blocks(String text, Pattern pattern) {
    return pattern.matcher(text).results().map(found -> lines(found)).toList();
  }

  private static String lines(MatchResult found) {
    return found.group(found.groupCount()).stripIndent().strip();
  }

  @Test
  void its_java_blocks_are_compiled_here() throws IOException {
    String own = Files.readString(Path.of("src/test/java/io/ringwright/records/DocumentTest.java"));
    Pattern region = Pattern.compile("// begin: (\\w+)\n(.*?)\n *// end: \\1", Pattern.DOTALL);
    assertThat(blocks(own, region)).hasSize(2).containsExactlyInAnyOrderElementsOf(blocks("java"));
  }

  @Test
  void a_day_gives_the_same_in_sql_as_in_reports() throws Exception {
    TestDatabase source = new TestDatabase("jdbc:sqlite:" + folder.resolve("records.db"));
    Path file = folder.resolve("queue_log");
    play(source, file);
    List<String> sql = blocks("sql");
    long hour = ManualClock.MONDAY_MORNING.toEpochMilli();
    assertThat(source.ask(sql.get(0)))
        .containsExactly("700," + hour + ",4,3,2", "700," + (hour + 3_600_000) + ",1,0,0");
    assertThat(source.ask(sql.get(1))).containsExactly("100,4,3,150,30", "101,5,0,0,0");
    assertReports(source);
    List<String> events = Files.readAllLines(file);
    assertThat(count(events, "|NONE|ENTERQUEUE|")).isEqualTo(5);
    assertThat(count(events, "|100|CONNECT|")).isEqualTo(3);
    assertThat(count(events, "|100|COMPLETECALLER|")).isEqualTo(3);
    assertThat(count(events, "|NONE|ABANDON|")).isEqualTo(2);
    assertThat(count(events, "|101|RING")).isEqualTo(5);
    assertThat(count(events, "|100|RINGCANCELED|")).isEqualTo(1);
  }

  private static long count(List<String> lines, String part) {
    return lines.stream().filter(line -> line.contains(part)).count();
  }

  private void assertReports(DataSource source) throws Exception {
    Instant from = ManualClock.MONDAY_MORNING;
    Instant to = from.plus(Duration.ofHours(2));
    // begin: reports
    CallReports reports = CallReports.from(source);
    ReportPeriod day = new ReportPeriod(from, to, Duration.ofMinutes(30));
    Map<String, List<GroupReport>> groups = reports.groups(day, Duration.ofSeconds(20));
    Map<String, List<AgentReport>> agents = reports.agents(day);
    // end: reports
    assertThat(groups.getOrDefault("700", List.of()))
        .extracting(report -> report.counts().offered())
        .containsExactly(4L, 0L, 1L, 0L);
    assertThat(groups.getOrDefault("700", List.of()).get(0).counts())
        .isEqualTo(new GroupReport.Counts(4, 3, 2, 1, 1));
    assertThat(agents.getOrDefault("100", List.of()).get(0).work().handling())
        .isEqualTo(ofSeconds(180));
  }

  /** Three are answered by 100 after 101 was rung for nothing, and two hang up. */
  private void play(TestDatabase source, Path file) {
    InMemoryDirectory directory = new InMemoryDirectory(PHONES);
    FakePbx telephony = new FakePbx(clock, PHONES);
    try (RecordDatabase database = wired(source, file, directory, telephony)) {
      telephony.phone("100", PhoneBehaviour.answers(ofSeconds(3), ofSeconds(50)));
      for (int call = 0; call < 3; call++) {
        telephony.call(CallPlan.of("030" + call, "700").withPatience(ofDays(1)));
        clock.advance(ofSeconds(call == 0 ? 30 : 200));
      }
      telephony.call(CallPlan.of("0303", "700").withPatience(ofSeconds(6)));
      clock.advance(Duration.ofHours(1));
      telephony.call(CallPlan.of("0304", "700").withPatience(ofSeconds(11)));
      clock.advance(ofSeconds(60));
      assertThat(database.counts().refused()).isZero();
    }
  }

  private RecordDatabase wired(
      TestDatabase source, Path file, InMemoryDirectory directory, FakePbx telephony) {
    ZoneId zone = ZoneOffset.UTC;
    PhoneList phones = PHONES;
    InstantSource clock = this.clock;
    // begin: wiring
    RecordDatabase database = RecordDatabase.builder(source, executor).listener(alarm).build();
    CallRecords records = CallRecords.to(database, clock);
    QueueLogFile lines = QueueLogFile.at(file).daily(zone);
    QueueLog queueLog =
        QueueLog.to(lines, QueueLogNames.numbers(() -> phones)).clock(clock).build();
    CallRouterBuilder router =
        CallRouter.builder(directory, telephony).listener(records.and(queueLog));
    // end: wiring
    CallRouter built = router.clock(clock).singleThreaded().build();
    telephony.connect(built);
    return database;
  }
}
