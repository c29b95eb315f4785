package io.ringwright.records;

import java.util.ArrayList;
import java.util.List;

/** Keeps what it is given. */
final class KeptRecords implements RecordSink {

  final List<CallRecord> calls = new ArrayList<>();
  final List<LegRecord> legs = new ArrayList<>();
  final List<AttendanceRecord> changes = new ArrayList<>();

  @Override
  public void call(CallRecord call) {
    calls.add(call);
  }

  @Override
  public void leg(LegRecord leg) {
    legs.add(leg);
  }

  @Override
  public void attendance(AttendanceRecord change) {
    changes.add(change);
  }
}
