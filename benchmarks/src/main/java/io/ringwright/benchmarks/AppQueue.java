package io.ringwright.benchmarks;

import io.ringwright.it.LoadAsterisk;

/** Asterisk's own queue; nothing runs outside of Asterisk. Its settings are in queues.conf. */
final class AppQueue implements Peer {

  @Override
  public String title() {
    return "app_queue";
  }

  @Override
  public String number() {
    return "701";
  }

  @Override
  public Running start(LoadAsterisk asterisk, Load load) {
    return () -> {};
  }
}
