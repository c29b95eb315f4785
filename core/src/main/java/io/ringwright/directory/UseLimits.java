package io.ringwright.directory;

import io.ringwright.call.LimitedUse;

/**
 * How often a house is called back from, diverted from, and returned to.
 *
 * <p>Thread safety: immutable.
 *
 * @param callBacks calls back that are arranged
 * @param diversions calls that are diverted to external numbers
 * @param returns places that are given back to callers who return
 */
record UseLimits(UseLimit callBacks, UseLimit diversions, UseLimit returns) {

  /** What holds unless something else is set. */
  static final UseLimits USUAL =
      new UseLimits(
          UseLimit.anHour(3, 200), UseLimit.anHour(1_000, 3_000), UseLimit.anHour(5, 500));

  UseLimit of(LimitedUse use) {
    return switch (use) {
      case CALL_BACK -> callBacks;
      case DIVERSION -> diversions;
      case RETURN -> returns;
    };
  }

  UseLimits with(LimitedUse use, UseLimit limit) {
    return switch (use) {
      case CALL_BACK -> new UseLimits(limit, diversions, returns);
      case DIVERSION -> new UseLimits(callBacks, limit, returns);
      case RETURN -> new UseLimits(callBacks, diversions, limit);
    };
  }
}
