package io.ringwright.records;

import io.ringwright.call.InboundCall;
import io.ringwright.call.Party;
import io.ringwright.telling.RingStopped;
import java.time.Instant;

/**
 * What the {@link CallBook} finds out, step by step. Every method does nothing unless overridden.
 */
interface Steps {

  /** A visit begins; its arrival was told. */
  default void arrived(InboundCall call) {}

  /** A call stands at a destination from now on. */
  default void entered(OpenCall call, OpenStay stay, Instant now) {}

  /** A stay is over. */
  default void left(OpenCall call, Stay stay) {}

  /** A ring is over. */
  default void ringOver(OpenCall call, RingStopped ring, Instant now) {}

  /** Somebody talks to the caller who had nobody before. */
  default void connected(OpenCall call, OpenStay stay, LegRecord leg) {}

  /** Somebody else talks to the caller now. */
  default void handedOver(OpenCall call, Party to, Instant now) {}

  /** A visit is over. */
  default void over(OpenCall call, CallRecord done) {}

  /** A leg is over. */
  default void leg(LegRecord leg) {}

  /** Attendance changed. */
  default void attendance(AttendanceRecord change) {}
}
