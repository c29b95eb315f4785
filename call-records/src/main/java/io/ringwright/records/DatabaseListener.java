package io.ringwright.records;

import java.sql.SQLException;

/**
 * Is told how the writing to a database goes. Every method does nothing unless overridden. What it
 * throws is left alone.
 *
 * <p>Thread safety: {@link #lost} is called on the thread that tells the routing listener, the
 * others on the thread that writes.
 */
public interface DatabaseListener {

  /** Does nothing. */
  DatabaseListener SILENT = new DatabaseListener() {};

  /**
   * An attempt to write failed. It is tried again, with longer and longer pauses.
   *
   * @param why what the database said
   * @param waiting how many records wait
   */
  default void failed(Exception why, int waiting) {}

  /**
   * The database takes records again.
   *
   * @param waiting how many still wait
   */
  default void goesOn(int waiting) {}

  /**
   * Records were lost, because too many waited: told for the first of a row, and then each time
   * their number has doubled.
   *
   * @param lost how many in all
   */
  default void lost(long lost) {}

  /**
   * The database refused one record for what is in it. It is left out.
   *
   * @param record the record: a {@link CallRecord}, a {@link LegRecord}, an {@link
   *     AttendanceRecord} or a {@link QueueLogLine}
   * @param why what the database said
   */
  default void refused(Object record, SQLException why) {}
}
