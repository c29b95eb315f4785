/**
 * Callers on the real Asterisk who are moved at every moment of their wait; the entry is {@link
 * io.ringwright.it.moves.MovedAtAnyMomentIT}.
 */
@NullMarked
package io.ringwright.it.moves;

import org.jspecify.annotations.NullMarked;
