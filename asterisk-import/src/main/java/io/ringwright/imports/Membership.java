package io.ringwright.imports;

/** Somebody in a queue, with the penalty that app_queue has. */
record Membership(Person person, int penalty) {

  private static final int LOWEST = 1000;

  /** The priority 1 is tried first; the penalty counts from 0. */
  int priority() {
    return Math.min(penalty + 1, LOWEST);
  }

  /** How often it is drawn: app_queue draws the more seldom the higher the penalty is. */
  int weight(boolean equal) {
    return equal ? 1 : Math.max(1, LOWEST / (1 + Math.min(penalty, LOWEST)));
  }
}
