package io.ringwright.telling;

import io.ringwright.call.Party;
import io.ringwright.call.Visit;

/**
 * Somebody began to talk to a caller: with the answer, or after a transfer. Who only changes to
 * another device of the same extension talks on.
 *
 * <p>Thread safety: immutable.
 *
 * @param visit which call
 * @param with who talks to the caller
 * @param channels the channels of the two
 */
public record TalkBegun(Visit visit, Party with, Answered.Channels channels) {}
