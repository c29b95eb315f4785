package io.ringwright.records;

import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.ringwright.availability.Attendance;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reports on a day that was counted by hand, and sums of intervals on random days. */
class CallReportsTest {

  private static final Instant START = Samples.START;
  private static final Attendance OUT = new Attendance(false, Optional.empty());

  @TempDir Path folder;

  private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor();
  private TestDatabase source;
  private RecordDatabase database;
  private CallReports reports;

  @BeforeEach
  void open() {
    source = new TestDatabase("jdbc:sqlite:" + folder.resolve("records.db"));
    database = RecordDatabase.builder(source, executor).build();
    reports = CallReports.from(source);
  }

  @AfterEach
  void stop() {
    executor.shutdownNow();
  }

  private static ReportPeriod hour(int minutes) {
    return new ReportPeriod(START, START.plus(ofMinutes(60)), ofMinutes(minutes));
  }

  /**
   * 700 in its first quarter: waits of 5, 10, 20 and 40 s until the answer, and one who hung up
   * after 3 s, one after 90 s. In the third quarter one wait of 21 s. 701: one who hung up.
   */
  private void handmadeDay() {
    int[] waits = {5, 10, 20, 40};
    for (int at = 0; at < waits.length; at++) {
      database.call(Samples.call(at, "700", at * 60, waits[at], true));
    }
    database.call(Samples.call(10, "700", 300, 3, false));
    database.call(Samples.call(11, "700", 899, 90, false));
    database.call(Samples.call(12, "700", 1800, 21, true));
    database.call(Samples.call(13, "701", 0, 7, false));
    database.call(Samples.call(14, "700", 3600, 1, true)); // After the hour.
    database.close();
  }

  @Test
  void calls_count_where_they_entered_and_in_time_if_they_were() throws SQLException {
    handmadeDay();
    List<GroupReport> sales =
        reports.groups(hour(15), ofSeconds(20)).getOrDefault("700", List.of());
    assertThat(sales).hasSize(4);
    GroupReport first = sales.get(0);
    assertThat(first.counts()).isEqualTo(new GroupReport.Counts(6, 4, 3, 2, 1));
    assertThat(first.serviceLevel()).hasValue(3 / 6.0);
    assertThat(first.serviceLevelOfAnswered()).hasValue(3 / 4.0);
    assertThat(first.serviceLevelForgivingAbandons()).hasValue(4 / 6.0);
    assertThat(first.abandonment()).hasValue(2 / 6.0);
    assertThat(first.answered())
        .isEqualTo(
            new Waits(Duration.ofMillis(18_750), ofSeconds(10), ofSeconds(40), ofSeconds(40)));
    assertThat(first.abandoned().longest()).isEqualTo(ofSeconds(90));
    assertThat(sales.get(1).counts().offered()).isZero();
    assertThat(sales.get(1).serviceLevel()).isEmpty();
    assertThat(sales.get(2).serviceLevel()).hasValue(0);
    assertThat(sales.get(2).interval())
        .isEqualTo(new Interval("700", START.plus(ofMinutes(30)), START.plus(ofMinutes(45))));
    assertThat(reports.groups(hour(60), ofSeconds(20)).keySet()).containsExactly("700", "701");
  }

  @Test
  void of_ten_waits_the_median_is_the_fifth_and_the_ninetieth_percentile_the_ninth() {
    long[] waits = {9, 8, 7, 6, 5, 4, 3, 2, 1, 10};
    assertThat(Waits.of(waits))
        .isEqualTo(
            new Waits(
                Duration.ofMillis(5),
                Duration.ofMillis(5),
                Duration.ofMillis(9),
                Duration.ofMillis(10)));
    assertThat(Waits.of(new long[0])).isEqualTo(Waits.NONE);
  }

  /**
   * 100 logs in at minute 10, pauses from 40 to 50. Talks from minute 13 to 17, then wraps up until
   * 18; talks from 38 to 42, over the begin of the pause. One ring is missed.
   */
  @Test
  void an_agent_is_occupied_for_the_part_of_the_staffed_time_that_calls_took() throws SQLException {
    database.attendance(Samples.change(0, "100", -60, OUT));
    database.attendance(Samples.change(1, "100", 600, Attendance.PRESENT));
    database.attendance(Samples.change(2, "100", 2400, new Attendance(true, Optional.of("lunch"))));
    database.attendance(Samples.change(3, "100", 3000, Attendance.PRESENT));
    database.leg(Samples.leg(1, "100", 780, 240, 60));
    database.leg(Samples.leg(2, "100", 2280, 240, 0));
    database.leg(Samples.unanswered(3, "100", 1200, 15));
    database.close();
    AgentReport whole = reports.agents(hour(60)).getOrDefault("100", List.of()).get(0);
    assertThat(whole.rings()).isEqualTo(new AgentReport.Rings(3, 2, 1));
    assertThat(whole.work())
        .isEqualTo(new AgentReport.Work(ofMinutes(8), ofMinutes(1), ofMinutes(9), ofMinutes(42)));
    assertThat(whole.occupancy().orElseThrow()).isCloseTo(9 / 42.0, within(1e-9));
    List<AgentReport> quarters = reports.agents(hour(15)).getOrDefault("100", List.of());
    assertThat(quarters)
        .extracting(report -> report.work().handling().toMinutes())
        .containsExactly(2L, 3L, 4L, 0L);
    assertThat(quarters)
        .extracting(report -> report.work().staffed().toMinutes())
        .containsExactly(5L, 15L, 12L, 10L);
  }

  @Test
  void two_talks_at_the_same_time_occupy_once() throws SQLException {
    database.leg(Samples.leg(1, "100", 0, 600, 0));
    database.leg(Samples.leg(2, "100", 300, 600, 0));
    database.close();
    AgentReport.Work work = reports.agents(hour(60)).getOrDefault("100", List.of()).get(0).work();
    assertThat(work.talked()).isEqualTo(ofMinutes(20));
    assertThat(work.handling()).isEqualTo(ofMinutes(15));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4})
  void what_intervals_say_adds_up_to_the_whole(int seed) throws SQLException {
    randomDay(new Random(seed));
    for (int minutes : new int[] {1, 7, 15, 30}) {
      List<GroupReport> parts = new ArrayList<>();
      List<AgentReport> work = new ArrayList<>();
      reports.groups(hour(minutes), ofSeconds(20)).values().forEach(parts::addAll);
      reports.agents(hour(minutes)).values().forEach(work::addAll);
      List<GroupReport> wholes = new ArrayList<>();
      List<AgentReport> allWork = new ArrayList<>();
      reports.groups(hour(60), ofSeconds(20)).values().forEach(wholes::addAll);
      reports.agents(hour(60)).values().forEach(allWork::addAll);
      assertThat(sum(parts)).isEqualTo(sum(wholes));
      assertThat(sumOfWork(work)).isEqualTo(sumOfWork(allWork));
      assertThat(work)
          .allSatisfy(report -> assertThat(report.occupancy().orElse(0)).isBetween(0.0, 1.0));
    }
  }

  private void randomDay(Random random) {
    for (int number = 0; number < 200; number++) {
      database.call(
          Samples.call(
              number,
              "70" + random.nextInt(3),
              random.nextInt(4000) - 200,
              random.nextInt(60),
              random.nextBoolean()));
      database.leg(
          Samples.leg(
              number,
              "10" + random.nextInt(4),
              random.nextInt(4200) - 300,
              random.nextInt(500),
              random.nextInt(60)));
      database.attendance(
          Samples.change(
              number,
              "10" + random.nextInt(4),
              random.nextInt(4200) - 300,
              random.nextBoolean() ? OUT : Attendance.PRESENT));
    }
    database.close();
  }

  private static List<Long> sum(List<GroupReport> reports) {
    return List.of(
        reports.stream().mapToLong(report -> report.counts().offered()).sum(),
        reports.stream().mapToLong(report -> report.counts().answered()).sum(),
        reports.stream().mapToLong(report -> report.counts().answeredInTime()).sum(),
        reports.stream().mapToLong(report -> report.counts().abandoned()).sum(),
        reports.stream().mapToLong(report -> report.counts().abandonedInTime()).sum());
  }

  private static List<Long> sumOfWork(List<AgentReport> reports) {
    return List.of(
        reports.stream().mapToLong(report -> report.rings().rung()).sum(),
        reports.stream().mapToLong(report -> report.rings().missed()).sum(),
        reports.stream().mapToLong(report -> report.work().talked().toMillis()).sum(),
        reports.stream().mapToLong(report -> report.work().wrappedUp().toMillis()).sum(),
        reports.stream().mapToLong(report -> report.work().handling().toMillis()).sum(),
        reports.stream().mapToLong(report -> report.work().staffed().toMillis()).sum());
  }

  @Test
  void periods_that_are_empty_or_too_finely_cut_are_refused() {
    assertThatThrownBy(() -> ReportPeriod.whole(START, START))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("is empty");
    assertThatThrownBy(
            () -> new ReportPeriod(START, START.plus(Duration.ofDays(365)), ofSeconds(1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("100000 intervals at most");
  }
}
