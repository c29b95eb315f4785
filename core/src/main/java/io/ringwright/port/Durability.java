package io.ringwright.port;

import java.time.Instant;

/**
 * Whether what is answered would survive a stop of the process.
 *
 * <p>Thread safety: immutable.
 */
public sealed interface Durability {

  /** Every answer that was given is kept. */
  record Durable() implements Durability {
    @Override
    public String toString() {
      return "durable";
    }
  }

  /**
   * Nothing is kept by design, as in memory.
   *
   * @param journal which journal, in a word
   */
  record NotKept(String journal) implements Durability {
    @Override
    public String toString() {
      return "not durable: the journal is " + journal;
    }
  }

  /**
   * Some answers are not kept yet; the engine goes on from memory.
   *
   * @param since when the first of them was given
   * @param owed how many entries are not kept yet
   * @param why what is in the way, and what helps
   */
  record Owing(Instant since, long owed, String why) implements Durability {
    @Override
    public String toString() {
      return "not durable since " + since + ", " + owed + " entries owed: " + why;
    }
  }
}
