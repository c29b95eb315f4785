package io.ringwright.call;

import java.time.Duration;
import java.util.Optional;

/**
 * A caller who waits was told something.
 *
 * <p>Thread safety: immutable.
 *
 * @param visit which call
 * @param announcement the words
 * @param number the position, or how many calls wait, whichever the hunt group tells; empty if no
 *     number was told. Where the words say "more than", this is the exact number
 * @param expectedWait the expected wait that was told, in whole minutes, one minute also for less
 *     than a minute; empty if none was told
 */
public record Announced(
    Visit visit,
    Announcement announcement,
    Optional<Integer> number,
    Optional<Duration> expectedWait) {}
