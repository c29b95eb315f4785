package io.ringwright.telling;

import io.ringwright.call.HangUpSide;
import io.ringwright.call.Visit;

/**
 * The channel of a caller is gone. It is told once for a visit, before its end, where the visit
 * ends with the channel.
 *
 * <p>Thread safety: immutable.
 *
 * @param visit which call
 * @param by who hung up first, as far as the switch said
 */
public record HungUp(Visit visit, HangUpSide by) {}
