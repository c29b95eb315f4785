/**
 * Recordings: events and decisions as text, in a file that can be replayed.
 *
 * <p>Entry type: {@link io.ringwright.recording.EventFile}.
 */
@NullMarked
package io.ringwright.recording;

import org.jspecify.annotations.NullMarked;
