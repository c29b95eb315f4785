package io.ringwright.telling;

import io.ringwright.call.Destination;
import io.ringwright.call.Device;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.Token;
import io.ringwright.call.Visit;

/**
 * A phone began to ring for a call: the dialplan was told to dial it. What the agent is played or
 * asked before, and the way to the phone, are part of the ring.
 *
 * <p>Thread safety: immutable.
 *
 * @param visit which call
 * @param token the attempt with which it began
 * @param extension whose phone
 * @param device which phone
 * @param standing where the call stands when this is told: the extension or hunt group for which
 *     the phone rings. With the end of a ring it can be where a key has led the call meanwhile
 */
public record RingStarted(
    Visit visit, Token token, DirectoryNumber extension, Device device, Destination standing) {}
