package io.ringwright.it.kills;

import java.time.Instant;

/**
 * A disturbance that was.
 *
 * @param what what
 * @param from when it began
 * @param to when all was put right; for a kill, when the engine listened again
 * @param detail to which phones; empty for the others
 */
record Happened(Disturbance what, Instant from, Instant to, String detail) {}
