package io.ringwright.records;

import java.time.InstantSource;

/**
 * Builds call records from what a listener is told, and gives each to a {@link RecordSink} as soon
 * as it is whole: a leg when its ring, talk and wrap-up are over, a call when its visit is.
 *
 * <pre>{@code
 * CallRecords records = CallRecords.to(database, InstantSource.system());
 * CallRouter router = CallRouter.builder(directory, telephony).listener(records).build();
 * }</pre>
 *
 * <p>A telling has no instant of its own, so records carry the instant at which it was told:
 * durations come from the engine and are exact, and a listener that is behind shifts instants only.
 *
 * <p>After a restart of the application nothing is told again. A call that began before it gets a
 * record all the same when it ends, with what was told since, and says so ({@link
 * CallRecord.Origin#seen}); its arrival is computed from the wait that the engine tells at the end.
 *
 * <p>Thread safety: told by one thread at a time, as every listener; {@link #counts} may be asked
 * by any.
 */
public final class CallRecords extends BookedListener implements AutoCloseable {

  private CallRecords(RecordSink sink, InstantSource clock, RecordLimits limits) {
    super(new ToSink(sink), clock, limits);
  }

  /**
   * Builds records with the usual limits.
   *
   * @param sink takes them
   * @param clock the wall clock, by which instants are written
   * @return the listener
   */
  public static CallRecords to(RecordSink sink, InstantSource clock) {
    return to(sink, clock, RecordLimits.USUAL);
  }

  /**
   * Builds records with other limits.
   *
   * @param sink takes them
   * @param clock the wall clock, by which instants are written
   * @param limits for calls whose end is never told
   * @return the listener
   */
  public static CallRecords to(RecordSink sink, InstantSource clock, RecordLimits limits) {
    return new CallRecords(sink, clock, limits);
  }

  /** Hands out the legs whose wrap-up is not over. Close it after the router. */
  @Override
  public void close() {
    closeBook();
  }

  /** Only whole records count. */
  private record ToSink(RecordSink sink) implements Steps {

    @Override
    public void over(OpenCall call, CallRecord done) {
      sink.call(done);
    }

    @Override
    public void leg(LegRecord leg) {
      sink.leg(leg);
    }

    @Override
    public void attendance(AttendanceRecord change) {
      sink.attendance(change);
    }
  }
}
