package io.ringwright.records;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.availability.Attendance;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What holds on every database. */
abstract class RecordDatabaseContract {

  private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor();

  /** An empty database. */
  abstract TestDatabase fresh() throws Exception;

  @AfterEach
  void stop() {
    executor.shutdownNow();
  }

  private RecordDatabase database(TestDatabase source) {
    return RecordDatabase.builder(source, executor)
        .clock(InstantSource.fixed(Samples.START))
        .build();
  }

  @Test
  void every_record_is_written_with_what_it_says() throws Exception {
    TestDatabase source = fresh();
    try (RecordDatabase database = database(source)) {
      database.call(Samples.call(1));
      database.call(Samples.call(2, "701", 7, 9, false));
      database.leg(Samples.leg(1, "100", 6, 60, 10));
      database.attendance(
          Samples.change(0, "100", 3, new Attendance(true, Optional.of("Mittag – 12 Uhr"))));
      database.write(Samples.line(3));
    }
    long start = Samples.START.toEpochMilli();
    assertThat(
            source.ask(
                "SELECT call_id, visit, arrived_ms, arrival_seen, caller, caller_name, called, path,"
                    + " answered_ms, answered_by, waited_ms, talked_ms, ended_ms, outcome,"
                    + " hung_up_by, explanation FROM rw_call ORDER BY call_id"))
        .containsExactly(
            "1767603600.1@pbx1,1,%d,1,0301,Dörte Šimić,700,700,%d,100,5000,60000,%d,ANSWERED,CALLER,0123456789abcdef0123456789abcdef"
                .formatted(start + 1000, start + 6000, start + 66_000),
            "1767603600.2@pbx1,2,%d,1,0301,Dörte Šimić,701,701,null,null,9000,0,%d,ABANDONED,CALLER,0123456789abcdef0123456789abcdef"
                .formatted(start + 7000, start + 16_000));
    assertThat(source.ask("SELECT destination, entered_ms, left_ms, how FROM rw_stay ORDER BY 1"))
        .containsExactly(
            "700,%d,%d,ANSWERED".formatted(start + 1000, start + 6000),
            "701,%d,%d,ABANDONED".formatted(start + 7000, start + 16_000));
    assertThat(
            source.ask(
                "SELECT extension, device, destination, began_ms, rang_ms, ring_end, talk_began_ms,"
                    + " talked_ms, wrap_up_ms FROM rw_leg"))
        .containsExactly(
            "100,PJSIP/100,700,%d,4000,ANSWERED,%d,60000,10000"
                .formatted(start + 2000, start + 6000));
    assertThat(source.ask("SELECT extension, hunt_group, logged_in, paused_for FROM rw_attendance"))
        .containsExactly("100,,1,Mittag – 12 Uhr");
    assertThat(source.ask("SELECT time, callid, agent, event, data1, data2, data3 FROM queue_log"))
        .containsExactly("2026-01-05 09:00:03.000000,1767603600.3,Jörg,CONNECT,5,,3");
    assertThat(source.ask("SELECT version, name FROM rw_schema ORDER BY 1"))
        .containsExactly("1,V1__call_records.sql", "2,V2__queue_log.sql");
  }

  @Test
  void reports_are_answered() throws Exception {
    TestDatabase source = fresh();
    try (RecordDatabase database = database(source)) {
      database.call(Samples.call(1, "700", 0, 5, true));
      database.call(Samples.call(2, "700", 60, 30, true));
      database.call(Samples.call(3, "700", 120, 9, false));
      database.leg(Samples.leg(1, "100", 600, 120, 60));
      database.attendance(Samples.change(0, "100", 0, Attendance.PRESENT));
    }
    CallReports reports = CallReports.from(source);
    ReportPeriod hour = ReportPeriod.whole(Samples.START, Samples.START.plusSeconds(3600));
    assertThat(
            reports
                .groups(hour, Duration.ofSeconds(20))
                .getOrDefault("700", List.of())
                .get(0)
                .counts())
        .isEqualTo(new GroupReport.Counts(3, 2, 1, 1, 1));
    assertThat(reports.agents(hour).getOrDefault("100", List.of()).get(0).occupancy())
        .hasValue(0.05);
  }

  @Test
  void what_is_there_already_is_not_written_twice() throws Exception {
    TestDatabase source = fresh();
    for (int run = 0; run < 2; run++) {
      try (RecordDatabase database = database(source)) {
        database.call(Samples.call(1));
        database.leg(Samples.leg(1, "100", 6, 60, 10));
        database.write(Samples.line(3));
      }
    }
    assertThat(source.count("rw_call")).isEqualTo(1);
    assertThat(source.count("rw_stay")).isEqualTo(1);
    assertThat(source.count("rw_leg")).isEqualTo(1);
    assertThat(source.count("queue_log")).isEqualTo(1);
  }

  @Test
  void a_record_that_the_database_refuses_costs_the_others_nothing() throws Exception {
    TestDatabase source = fresh();
    try (RecordDatabase first = database(source)) {
      first.call(Samples.call(0));
    }
    source.execute(refuses("701"));
    RecordDatabase database = database(source);
    for (int number = 1; number < 40; number++) {
      database.call(Samples.call(number, number == 20 ? "701" : "700", number, 5, true));
    }
    database.close();
    assertThat(database.counts()).isEqualTo(new RecordDatabase.Counts(38, 0, 0, 1, false));
    assertThat(source.count("rw_call")).isEqualTo(39);
    assertThat(source.count("rw_stay")).isEqualTo(39);
  }

  /** A rule by which the database refuses stays at a destination. */
  abstract String[] refuses(String destination);

  @Test
  void ten_thousand_records_are_written() throws Exception {
    TestDatabase source = fresh();
    RecordDatabase database = database(source);
    long begun = System.nanoTime();
    for (int number = 0; number < 10_000; number++) {
      database.call(Samples.call(number));
    }
    database.close();
    System.out.println(
        getClass().getSimpleName()
            + ": 10000 calls with their stays in "
            + (System.nanoTime() - begun) / 1_000_000
            + " ms");
    assertThat(database.counts().written()).isEqualTo(10_000);
    assertThat(source.count("rw_call")).isEqualTo(10_000);
  }
}
