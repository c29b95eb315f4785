package io.ringwright.benchmarks;

import io.ringwright.agi.AgiCounts;
import io.ringwright.it.LoadAsterisk;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalInt;

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

    /** How many callers wait for it to bring them to a phone; empty where only Asterisk knows. */
    default OptionalInt waiting() {
      return OptionalInt.empty();
    }

    /** What became of the dialplan's questions; empty where none are asked. */
    default Optional<AgiCounts> counts() {
      return Optional.empty();
    }

    @Override
    void close();
  }
}
