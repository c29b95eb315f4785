package io.ringwright.benchmarks;

import io.ringwright.it.LoadAsterisk;

/**
 * Asterisk's own queue; nothing runs outside of Asterisk. Its settings are in queues.conf.
 *
 * @param title what the table calls it
 * @param number the number that its callers dial
 */
record AppQueue(String title, String number) implements Peer {

  /** Nobody is told anything. */
  static AppQueue silent() {
    return new AppQueue("app_queue", "701");
  }

  /** Who waits hears a long sound, after a second and ever again. */
  static AppQueue announcing() {
    return new AppQueue("app_queue, told", "703");
  }

  @Override
  public Running start(LoadAsterisk asterisk, Load load) {
    return () -> {};
  }
}
