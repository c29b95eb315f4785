package io.ringwright.records;

import io.ringwright.availability.Attendance;
import io.ringwright.call.DirectoryNumber;
import java.time.Instant;
import java.util.Optional;

/**
 * A change of somebody's attendance: a log-in, a log-out, a pause or its end.
 *
 * <p>Thread safety: immutable.
 *
 * @param extension whose
 * @param group in which hunt group; empty for all
 * @param at when
 * @param number counts the changes since the start; with the others the key of the record
 * @param attendance what holds from then on
 */
public record AttendanceRecord(
    DirectoryNumber extension,
    Optional<DirectoryNumber> group,
    Instant at,
    long number,
    Attendance attendance) {}
