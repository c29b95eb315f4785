/**
 * A switch in memory: phones and their device states, channels, dialling, talking, hanging up, with
 * the meanings of Asterisk. It knows no dialplan and no socket; whoever drives it decides what a
 * caller's channel does next.
 *
 * <p>Entry type: {@link io.ringwright.fakeasterisk.switchboard.Switchboard}. Everything here is
 * moved by one {@link io.ringwright.fakeasterisk.timeline.Timeline} and belongs to the thread that
 * runs it.
 */
@NullMarked
package io.ringwright.fakeasterisk.switchboard;

import org.jspecify.annotations.NullMarked;
