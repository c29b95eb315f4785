package io.ringwright.records;

import io.ringwright.call.Destination;
import java.time.Instant;

/** A stay that is not over. */
final class OpenStay {

  private final int number;
  private final Destination at;
  private final Instant entered;
  private int first;
  private int last = 1;
  private String key = "";

  OpenStay(int number, Destination at, Instant entered) {
    this.number = number;
    this.at = at;
    this.entered = entered;
  }

  int number() {
    return number;
  }

  Destination at() {
    return at;
  }

  Instant entered() {
    return entered;
  }

  /** A position was told; 0 is none. */
  void stands(int position) {
    if (position > 0) {
      first = first == 0 ? position : first;
      last = position;
    }
  }

  /** The caller pressed a key that leads away. */
  void leavesBy(String pressed) {
    key = pressed;
  }

  /** The key that leads away; empty for none. */
  String key() {
    return key;
  }

  Stay.Position position() {
    return new Stay.Position(first == 0 ? 1 : first, last);
  }

  /** The same, over; it may have begun earlier than was told. */
  Stay ended(Instant began, Stay.End end) {
    return new Stay(number, at, began, position(), end);
  }
}
