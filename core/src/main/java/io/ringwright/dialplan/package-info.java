/**
 * The contract between Asterisk's dialplan and the engine: names of channel variables, contexts and
 * AGI scripts, and the version of all of them together. Whoever writes or reads one of these names
 * takes it from here; the dialplan that Ringwright generates is held to it by a test.
 *
 * <p>Entry types: {@link io.ringwright.dialplan.Question} and {@link
 * io.ringwright.dialplan.ChannelVariables}.
 */
@NullMarked
package io.ringwright.dialplan;

import org.jspecify.annotations.NullMarked;
