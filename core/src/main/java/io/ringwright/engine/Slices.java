package io.ringwright.engine;

import io.ringwright.engine.state.Replacements;

/**
 * How much of what touches many calls or devices is done in one event, so that no event is long;
 * the rest is done in the events after it.
 *
 * @param placed how many calls are placed in lanes because settings changed or time passed
 * @param overdue how many overdue calls are looked at
 * @param compared how many calls, and how many devices, are compared with a snapshot
 * @param gone how many calls, and how many devices, are found to be gone
 * @param rested how many devices whose wrap-up is over are taken in
 * @param matches how many callers are sent to phones, or hold phones
 */
record Slices(int placed, int overdue, int compared, int gone, int rested, int matches) {

  /** How much is placed anew after another phone list: to look at an extension is quickly done. */
  Replacements.Most anew() {
    return new Replacements.Most(5 * placed, placed);
  }

  /** What an event does in about 5 ms. */
  static final Slices STANDARD = new Slices(600, 200, 1000, 200, 1000, 200);
}
