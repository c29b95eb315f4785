/**
 * Effects: what is to be done outside the engine because of an event, as values, and what carries
 * them out. Not part of the public API.
 *
 * <p>Entry type: {@link io.ringwright.effect.Effect}.
 */
@NullMarked
package io.ringwright.effect;

import org.jspecify.annotations.NullMarked;
