package io.ringwright.telling;

import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.Visit;
import java.time.Instant;

/**
 * The wrap-up of an extension began. Where the last one was not over yet, its end is told before.
 *
 * <p>Thread safety: immutable.
 *
 * @param extension whose
 * @param visit after which call
 * @param until until when it lasts, on the engine's time
 */
public record WrapUpBegun(DirectoryNumber extension, Visit visit, Instant until) {}
