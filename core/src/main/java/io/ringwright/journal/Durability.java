package io.ringwright.journal;

import java.time.Instant;

/**
 * Whether the answers given so far would survive a crash of the process.
 *
 * <p>Thread safety: immutable.
 */
public sealed interface Durability {

  /** Every event that was answered is kept. */
  record Durable() implements Durability {
    @Override
    public String toString() {
      return "durable";
    }
  }

  /**
   * This kind of journal keeps nothing.
   *
   * @param journal which kind, such as {@code in memory}
   */
  record NotKept(String journal) implements Durability {
    @Override
    public String toString() {
      return "not durable: the journal is " + journal;
    }
  }

  /**
   * Some events were answered and are not kept yet. The engine goes on from memory, and the journal
   * writes them as soon as it can.
   *
   * @param since when the first of them was answered
   * @param owed how many entries were answered and are not kept yet
   * @param why what prevents it, and what helps
   */
  record Owing(Instant since, long owed, String why) implements Durability {
    @Override
    public String toString() {
      return "not durable since " + since + ", " + owed + " entries owed: " + why;
    }
  }
}
