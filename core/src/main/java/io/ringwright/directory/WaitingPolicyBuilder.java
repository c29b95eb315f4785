package io.ringwright.directory;

import java.time.Duration;
import java.util.Optional;

/** What an extension's and a hunt group's builder have in common about waiting. */
final class WaitingPolicyBuilder {

  final KeysBuilder keys;
  private int queueLimit = WaitingPolicy.DEFAULT.queueLimit();
  private Duration longestWait = WaitingPolicy.DEFAULT.longestWait();
  private Optional<Goal> overflow = Optional.empty();
  Duration placeKeptFor = Duration.ZERO;
  boolean byNumber;

  WaitingPolicyBuilder(String item) {
    keys = new KeysBuilder(item);
  }

  void queueLimit(int calls) {
    queueLimit = calls;
  }

  void longestWait(Duration time) {
    longestWait = time;
  }

  void overflow(Goal to) {
    overflow = Optional.of(to);
  }

  void keepPlaceFor(Duration window, boolean sameNumber) {
    placeKeptFor = window;
    byNumber = sameNumber;
  }

  int queueLimit() {
    return queueLimit;
  }

  Duration longestWait() {
    return longestWait;
  }

  Optional<Goal> overflow() {
    return overflow;
  }
}
