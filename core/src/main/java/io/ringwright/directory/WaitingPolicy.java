package io.ringwright.directory;

import io.ringwright.call.Destination;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.LongKeys;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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
   * @param digitsWithin for how long the next digit of a key is waited for; default 3 s
   * @param confirmation the sounds by which a caller confirms the number before a call back, or is
   *     asked for another one; empty if the number of the caller is taken without a question
   */
  public record Leaving(
      Map<DirectoryNumber, Destination> keys,
      Optional<DirectoryNumber> callBackKey,
      Duration placeKeptFor,
      boolean byNumber,
      Duration digitsWithin,
      Optional<CallBackSounds> confirmation) {

    /** No keys, no call back, no place kept. */
    public static final Leaving DEFAULT =
        new Leaving(
            Map.of(),
            Optional.empty(),
            Duration.ZERO,
            false,
            Duration.ofSeconds(3),
            Optional.empty());

    /** Copies the keys. */
    public Leaving {
      keys = Map.copyOf(keys);
    }

    /**
     * With what keys of several digits begin.
     *
     * @return none if all keys have one digit
     */
    public LongKeys longKeys() {
      if (keys.isEmpty() && callBackKey.isEmpty()) {
        return LongKeys.NONE;
      }
      List<DirectoryNumber> beginnings = new ArrayList<>();
      keys.keySet().forEach(key -> addBeginnings(key, beginnings));
      callBackKey.ifPresent(key -> addBeginnings(key, beginnings));
      return beginnings.isEmpty() ? LongKeys.NONE : new LongKeys(beginnings, digitsWithin);
    }

    private static void addBeginnings(DirectoryNumber key, List<DirectoryNumber> beginnings) {
      for (int length = 1; length < key.digits().length(); length++) {
        beginnings.add(DirectoryNumber.of(key.digits().substring(0, length)));
      }
    }
  }
}
