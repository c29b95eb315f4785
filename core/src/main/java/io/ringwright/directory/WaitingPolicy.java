package io.ringwright.directory;

import io.ringwright.call.Destination;
import io.ringwright.call.DirectoryNumber;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * Whether and how long calls may wait for an extension or a hunt group.
 *
 * <p>Thread safety: immutable.
 *
 * @param queueLimit the most calls that may wait, 0 or more; default 100
 * @param longestWait how long one may wait, above zero; default one hour
 * @param overflow where a call goes that may not, or no longer, wait; rejected if empty
 * @param leaving how a caller can leave the queue and come back to it
 */
public record WaitingPolicy(
    int queueLimit, Duration longestWait, Optional<Destination> overflow, Leaving leaving) {

  /** 100 calls, one hour, no overflow, no keys, no place kept. */
  public static final WaitingPolicy DEFAULT =
      new WaitingPolicy(100, Duration.ofHours(1), Optional.empty(), Leaving.DEFAULT);

  /**
   * How a caller can leave the queue and come back to it.
   *
   * @param keys where each key leads
   * @param callBackKey the key by which the caller asks to be called back, if there is one
   * @param placeKeptFor how long the place of a caller who hung up is kept; zero for not at all
   * @param byNumber whether a call from the same number gets that place; otherwise it must name the
   *     earlier call
   */
  public record Leaving(
      Map<DirectoryNumber, Destination> keys,
      Optional<DirectoryNumber> callBackKey,
      Duration placeKeptFor,
      boolean byNumber) {

    /** No keys, no call back, no place kept. */
    public static final Leaving DEFAULT =
        new Leaving(Map.of(), Optional.empty(), Duration.ZERO, false);

    /** Copies the keys. */
    public Leaving {
      keys = Map.copyOf(keys);
    }
  }
}
