/**
 * The laboratory: a real Asterisk with SIPp phones and callers, on loopback, without root.
 *
 * <p>{@link io.ringwright.it.RealAsterisk} is the way in; the scenarios that run on it are tests.
 */
@NullMarked
package io.ringwright.it;

import org.jspecify.annotations.NullMarked;
