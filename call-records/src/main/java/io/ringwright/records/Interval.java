package io.ringwright.records;

import java.time.Instant;

/**
 * An interval of a report, for one hunt group or extension.
 *
 * <p>Thread safety: immutable.
 *
 * @param number the number of the hunt group or extension
 * @param from the first instant
 * @param to the first instant after it
 */
public record Interval(String number, Instant from, Instant to) {}
