/**
 * Who waits, and in what order.
 *
 * <p>Entry types: {@link io.ringwright.waiting.WaitingCall} and its {@link
 * io.ringwright.waiting.Place}.
 */
@NullMarked
package io.ringwright.waiting;

import org.jspecify.annotations.NullMarked;
