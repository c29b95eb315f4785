package io.ringwright.records;

/**
 * Takes records as they become whole. It is called on the thread that tells the listener, and
 * should return at once: {@link RecordDatabase} does.
 *
 * <p>Thread safety: called by one thread at a time.
 */
public interface RecordSink {

  /**
   * A visit of a call is over.
   *
   * @param call its record
   */
  void call(CallRecord call);

  /**
   * A ring of a phone is over, and the talk and the wrap-up that came of it. It may come before or
   * after the record of its call.
   *
   * @param leg its record
   */
  void leg(LegRecord leg);

  /**
   * Somebody logged in or out, paused, or ended a pause.
   *
   * @param change what changed
   */
  void attendance(AttendanceRecord change);
}
