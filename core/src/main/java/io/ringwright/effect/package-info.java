/**
 * What is to be done outside because of an event, and who does it. Not part of the public API.
 *
 * <p>Entry type: {@link io.ringwright.effect.Effect}.
 */
@NullMarked
package io.ringwright.effect;

import org.jspecify.annotations.NullMarked;
