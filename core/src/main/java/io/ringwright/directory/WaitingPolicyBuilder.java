package io.ringwright.directory;

import java.time.Duration;

/** What an extension's and a hunt group's builder have in common about waiting. */
final class WaitingPolicyBuilder {

  int queueLimit = WaitingPolicy.DEFAULT.queueLimit();
  Duration longestWait = WaitingPolicy.DEFAULT.longestWait();
  String overflow = "";
}
