package io.ringwright.telling;

import io.ringwright.call.Party;
import io.ringwright.call.Visit;
import java.time.Duration;

/**
 * Somebody talks to a caller no longer. Each talk that began ends once.
 *
 * <p>Thread safety: immutable.
 *
 * @param visit which call
 * @param with who talked to the caller last: the device may be another than at the beginning
 * @param talked for how long
 */
public record TalkEnded(Visit visit, Party with, Duration talked) {}
