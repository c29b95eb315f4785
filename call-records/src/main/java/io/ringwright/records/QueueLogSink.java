package io.ringwright.records;

/**
 * Takes lines of a queue log: {@link QueueLogFile} or {@link RecordDatabase}.
 *
 * <p>Thread safety: called by one thread at a time.
 */
@FunctionalInterface
public interface QueueLogSink {

  /**
   * Takes a line.
   *
   * @param line the line
   */
  void write(QueueLogLine line);

  /**
   * This sink and another one.
   *
   * @param other gets each line after this one
   * @return both as one
   */
  default QueueLogSink and(QueueLogSink other) {
    return line -> {
      write(line);
      other.write(line);
    };
  }
}
