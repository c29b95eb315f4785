package io.ringwright.imports;

/**
 * An option of a queue.
 *
 * @param name as in queues.conf
 * @param becomes what it is in a phone file, as the documentation says it
 * @param rule adds it to a hunt group, and says what became of it
 */
record QueueOption(String name, String becomes, Rule rule) {

  /** What an option does. */
  @FunctionalInterface
  interface Rule {
    Outcome apply(QueueDraft draft, String value);
  }
}
