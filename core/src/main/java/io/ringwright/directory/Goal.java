package io.ringwright.directory;

import io.ringwright.call.DialplanExtension;

/** Where a setting leads, as it was given: to a number, or to a place in the host's dialplan. */
sealed interface Goal {

  /** What was given as a number, whatever it is. */
  record ToNumber(String number) implements Goal {
    @Override
    public String toString() {
      return number;
    }
  }

  /** A place in the dialplan of the host. */
  record ToPlace(DialplanExtension place) implements Goal {
    @Override
    public String toString() {
      return place.toString();
    }
  }
}
