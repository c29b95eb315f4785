package io.ringwright.directory;

import io.ringwright.waiting.QueueOrder;
import java.time.ZoneId;

/**
 * The settings of a phone list that are those of no extension or hunt group.
 *
 * @param queueOrder which waiting call goes first
 * @param allowed which external numbers may be called
 * @param limits how often callers are called back, diverted outside, and given places back
 * @param timeZone in which explanations give times
 */
record HouseSettings(
    QueueOrder queueOrder, AllowedNumbers allowed, UseLimits limits, ZoneId timeZone) {}
