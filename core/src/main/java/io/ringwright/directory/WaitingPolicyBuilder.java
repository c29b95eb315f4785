package io.ringwright.directory;

import java.time.Duration;

/** What an extension's and a hunt group's builder have in common about waiting. */
final class WaitingPolicyBuilder {

  private int queueLimit = WaitingPolicy.DEFAULT.queueLimit();
  private Duration longestWait = WaitingPolicy.DEFAULT.longestWait();
  private String overflow = "";

  void queueLimit(int calls) {
    queueLimit = calls;
  }

  void longestWait(Duration time) {
    longestWait = time;
  }

  void overflow(String to) {
    overflow = to;
  }

  int queueLimit() {
    return queueLimit;
  }

  Duration longestWait() {
    return longestWait;
  }

  String overflow() {
    return overflow;
  }
}
