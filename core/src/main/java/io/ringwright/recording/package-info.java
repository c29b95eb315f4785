/**
 * Events and decisions as text: a file that can be replayed.
 *
 * <p>Entry type: {@link io.ringwright.recording.EventFile}.
 */
@NullMarked
package io.ringwright.recording;

import org.jspecify.annotations.NullMarked;
