package io.ringwright.records;

import io.ringwright.view.Attendances;
import java.time.InstantSource;
import java.util.List;

/**
 * Writes Asterisk's {@code queue_log}: for each event the line that app_queue would have written,
 * so that report tools which read that file go on. What is compared, and what differs, stands in
 * {@code docs/call-records.md}.
 *
 * <p>Hunt groups are queues, and calls to extensions leave no line, as in Asterisk. Seconds are
 * differences of whole seconds of the clock, as there.
 *
 * <p>Thread safety: told by one thread at a time, as every listener; {@link #counts} may be asked
 * by any.
 */
public final class QueueLog extends BookedListener {

  private final QueueLogLines lines;
  private final InstantSource clock;

  private QueueLog(QueueLogLines lines, InstantSource clock, RecordLimits limits) {
    super(lines, clock, limits);
    this.lines = lines;
    this.clock = clock;
  }

  /**
   * A queue log to be set up.
   *
   * @param sink takes the lines
   * @param names by what names queues and agents stand there
   * @return a builder
   */
  public static Builder to(QueueLogSink sink, QueueLogNames names) {
    return new Builder(sink, names);
  }

  /**
   * Writes QUEUESTART. Report tools take every call that is open for over then: call it at the
   * start of an application whose engine has forgotten its calls, and not where a journal kept
   * them. Call it before the router is built, or on the thread that tells the listener.
   */
  public void started() {
    lines.write(
        new QueueLogLine(
            clock.instant(),
            QueueLogLine.NONE,
            QueueLogLine.NONE,
            QueueLogLine.NONE,
            "QUEUESTART",
            List.of()));
  }

  /**
   * Sets a queue log up.
   *
   * <p>Thread safety: one thread.
   */
  public static final class Builder {

    private final QueueLogSink sink;
    private final QueueLogNames names;
    private InstantSource clock = InstantSource.system();
    private Attendances known = Attendances.NONE;
    private RecordLimits limits = RecordLimits.USUAL;
    private boolean callerNames;

    private Builder(QueueLogSink sink, QueueLogNames names) {
      this.sink = sink;
      this.names = names;
    }

    /**
     * The clock by which lines are dated, by default that of the machine.
     *
     * @param chosen the wall clock
     * @return this
     */
    public Builder clock(InstantSource chosen) {
      clock = chosen;
      return this;
    }

    /**
     * Who is logged in and who is paused at the start, by default everybody is present. After a
     * restart, what the engine kept: {@code CallRouter.attendances(Attendances.NONE)}.
     *
     * @param kept the attendances
     * @return this
     */
    public Builder knowing(Attendances kept) {
      known = kept;
      return this;
    }

    /**
     * The caller's name stands in ENTERQUEUE, as with {@code log-caller-id-name} of app_queue; by
     * default it does not.
     *
     * @return this
     */
    public Builder withCallerNames() {
      callerNames = true;
      return this;
    }

    /**
     * Limits for calls whose end is never told, by default {@link RecordLimits#USUAL}.
     *
     * @param chosen the limits
     * @return this
     */
    public Builder limits(RecordLimits chosen) {
      limits = chosen;
      return this;
    }

    /**
     * Builds the listener.
     *
     * @return the queue log
     */
    public QueueLog build() {
      AttendanceLines attendance = new AttendanceLines(sink, names, known);
      return new QueueLog(new QueueLogLines(sink, names, callerNames, attendance), clock, limits);
    }
  }
}
