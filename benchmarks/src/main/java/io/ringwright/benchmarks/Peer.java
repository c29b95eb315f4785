package io.ringwright.benchmarks;

import io.ringwright.it.LoadAsterisk;
import java.io.IOException;

/** One way to bring waiting callers to free phones. */
interface Peer {

  /** What the table calls it. */
  String title();

  /** The number that its callers dial. */
  String number();

  /**
   * Gets ready for callers.
   *
   * @return ends it
   */
  Running start(LoadAsterisk asterisk, Load load) throws IOException;

  /** A peer at work. */
  interface Running extends AutoCloseable {
    @Override
    void close();
  }
}
