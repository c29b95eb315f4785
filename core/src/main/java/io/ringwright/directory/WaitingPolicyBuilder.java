package io.ringwright.directory;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** What an extension's and a hunt group's builder have in common about waiting. */
final class WaitingPolicyBuilder {

  private int queueLimit = WaitingPolicy.DEFAULT.queueLimit();
  private Duration longestWait = WaitingPolicy.DEFAULT.longestWait();
  private String overflow = "";
  final Map<String, String> leaveKeys = new LinkedHashMap<>();
  String callBackKey = "";
  Duration placeKeptFor = Duration.ZERO;
  boolean byNumber;

  void queueLimit(int calls) {
    queueLimit = calls;
  }

  void longestWait(Duration time) {
    longestWait = time;
  }

  void overflow(String to) {
    overflow = to;
  }

  void leaveByKey(String key, String to) {
    leaveKeys.put(key, to);
  }

  void callBackByKey(String key) {
    callBackKey = key;
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

  String overflow() {
    return overflow;
  }
}
