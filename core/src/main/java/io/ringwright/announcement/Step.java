package io.ringwright.announcement;

import io.ringwright.call.Announcement;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a plan says at one instant.
 *
 * <p>Thread safety: immutable.
 *
 * @param announcement what the caller is told now; mostly nothing
 * @param position the position or number of calls that it names; empty for none
 * @param minutes the expected wait that it names; empty for none
 * @param told what the caller was told up to now
 * @param next when to look again, after now; {@link Instant#MAX} for never
 * @param reasons why the caller is told so, or is told nothing where something was due
 */
public record Step(
    Optional<Announcement> announcement,
    Optional<Integer> position,
    Optional<Integer> minutes,
    Told told,
    Instant next,
    List<String> reasons) {}
