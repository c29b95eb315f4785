package io.ringwright.records;

import java.util.List;

/** The tables, with their columns in the order of the rows; the key comes first. */
enum RecordTable {
  CALL(
      "rw_call",
      "call_id, visit, arrived_ms, arrival_seen, caller, caller_name, called, channel, priority,"
          + " path, answered_ms, answered_by, answered_device, waited_ms, talked_ms, hand_overs,"
          + " ended_ms, outcome, hung_up_by, reason, explanation"),
  STAY(
      "rw_stay",
      "call_id, visit, number, destination, entered_ms, left_ms, how, word, position_first,"
          + " position_last"),
  LEG(
      "rw_leg",
      "call_id, visit, number, extension, device, destination, began_ms, rang_ms, ring_end,"
          + " talk_began_ms, talked_ms, wrap_up_ms"),
  ATTENDANCE("rw_attendance", "extension, hunt_group, at_ms, number, logged_in, paused_for"),
  QUEUE_LOG(
      "queue_log", "id, time, callid, queuename, agent, event, data1, data2, data3, data4, data5");

  private final String table;
  private final List<String> columns;

  RecordTable(String table, String columns) {
    this.table = table;
    this.columns = List.of(columns.split(", "));
  }

  List<String> columns() {
    return columns;
  }

  String insert(SqlDialect dialect) {
    return dialect.insert(table, columns);
  }
}
