package io.ringwright.records;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;

/**
 * Answers reports from the records in a database: service level, abandonment and waits of groups,
 * and the work of agents, by interval.
 *
 * <p>Counts of intervals add up to those of the whole, and so do times. Records that are not
 * written yet, because a call is not over or records wait, are not in a report.
 *
 * <p>Errors: what the database says is thrown as it is.
 *
 * <p>Thread safety: may be used by many threads.
 */
public final class CallReports {

  private static final long LONGEST_LEG = Duration.ofDays(7).toMillis();
  private static final int ROWS_AT_ONCE = 1_000;

  private final DataSource source;

  private CallReports(DataSource source) {
    this.source = source;
  }

  /**
   * Reports from a database to which a {@link RecordDatabase} writes.
   *
   * @param source gives connections
   * @return the reports
   */
  public static CallReports from(DataSource source) {
    return new CallReports(source);
  }

  /**
   * What became of the calls of each hunt group, and of each extension that was called directly.
   *
   * @param period which time
   * @param inTime within which time an answer counts for the service level, that instant included
   * @return by number: a report for each interval; of numbers without a call nothing
   * @throws SQLException if the database does not answer
   */
  public Map<String, List<GroupReport>> groups(ReportPeriod period, Duration inTime)
      throws SQLException {
    Map<String, GroupDay> days = new TreeMap<>();
    read(
        "SELECT destination, entered_ms, left_ms, how FROM rw_stay"
            + " WHERE entered_ms >= ? AND entered_ms < ?",
        List.of(period.from().toEpochMilli(), period.to().toEpochMilli()),
        row ->
            days.computeIfAbsent(row.getString(1), first -> new GroupDay(period, inTime))
                .stay(
                    Instant.ofEpochMilli(row.getLong(2)),
                    row.getLong(3) - row.getLong(2),
                    row.getString(4)));
    Map<String, List<GroupReport>> reports = new TreeMap<>();
    days.forEach((number, day) -> reports.put(number, day.reports(number)));
    return reports;
  }

  /**
   * What each agent did.
   *
   * @param period which time
   * @return by extension: a report for each interval; of extensions without a ring, a talk or a
   *     change of attendance nothing. Talks of more than a week are left out
   * @throws SQLException if the database does not answer
   */
  public Map<String, List<AgentReport>> agents(ReportPeriod period) throws SQLException {
    Map<String, AgentDay> days = new TreeMap<>();
    readAttendance(period, days);
    readLegs(period, days);
    Map<String, List<AgentReport>> reports = new TreeMap<>();
    days.forEach((number, day) -> reports.put(number, day.reports(number)));
    return reports;
  }

  private void readAttendance(ReportPeriod period, Map<String, AgentDay> days) throws SQLException {
    read(
        "SELECT extension, at_ms, logged_in, paused_for FROM rw_attendance"
            + " WHERE hunt_group = '' AND at_ms < ? ORDER BY extension, at_ms, number",
        List.of(period.to().toEpochMilli()),
        row ->
            days.computeIfAbsent(row.getString(1), first -> new AgentDay(period))
                .attends(row.getLong(2), row.getInt(3) == 1 && row.getString(4) == null));
  }

  private void readLegs(ReportPeriod period, Map<String, AgentDay> days) throws SQLException {
    long from = period.from().toEpochMilli();
    long to = period.to().toEpochMilli();
    read(
        "SELECT extension, began_ms, ring_end, talk_began_ms, talked_ms, wrap_up_ms FROM rw_leg"
            + " WHERE extension IS NOT NULL AND began_ms >= ? AND began_ms < ?"
            + " AND (began_ms >= ? OR talk_began_ms + talked_ms + wrap_up_ms > ?)",
        List.of(from - LONGEST_LEG, to, from, from),
        row -> leg(row, days.computeIfAbsent(row.getString(1), first -> new AgentDay(period))));
  }

  private static void leg(ResultSet row, AgentDay day) throws SQLException {
    String end = row.getString(3);
    if (end != null) {
      day.ring(Instant.ofEpochMilli(row.getLong(2)), end);
    }
    long talkBegan = row.getLong(4);
    if (!row.wasNull()) {
      day.talk(talkBegan, row.getLong(5), row.getLong(6));
    }
  }

  /** Reads one row. */
  private interface RowReader {
    void read(ResultSet row) throws SQLException;
  }

  /** Some rows at a time: PostgreSQL does so in a transaction alone. */
  private void read(String sql, List<Long> parameters, RowReader reader) throws SQLException {
    try (Connection connection = source.getConnection()) {
      connection.setAutoCommit(false);
      try (PreparedStatement question = connection.prepareStatement(sql)) {
        question.setFetchSize(ROWS_AT_ONCE);
        for (int at = 0; at < parameters.size(); at++) {
          question.setLong(at + 1, parameters.get(at));
        }
        try (ResultSet rows = question.executeQuery()) {
          while (rows.next()) {
            reader.read(rows);
          }
        }
      } finally {
        connection.rollback(); // Nothing was changed.
      }
    }
  }
}
