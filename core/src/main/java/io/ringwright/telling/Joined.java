package io.ringwright.telling;

import io.ringwright.call.Destination;
import io.ringwright.call.Priority;
import io.ringwright.call.Visit;

/**
 * A call began to wait for a destination. It is told once for each destination in a row: a call
 * that comes back to its old place after a ring has not begun anew.
 *
 * <p>Thread safety: immutable.
 *
 * @param visit which call
 * @param waitingFor the extension or hunt group
 * @param priority its priority then
 * @param position its position then, from 1
 */
public record Joined(Visit visit, Destination waitingFor, Priority priority, int position) {}
