/**
 * The entry point of the library. Entry type: {@link io.ringwright.CallRouter}, which implements
 * {@link io.ringwright.CallEvents} and {@link io.ringwright.SwitchEvents}. The life of one call:
 *
 * <ol>
 *   <li>An {@link io.ringwright.call.InboundCall} reaches {@link
 *       io.ringwright.CallRouter#callArrived}.
 *   <li>The {@link io.ringwright.directory.PhoneList} says who is called.
 *   <li>The rules follow call forwardings, ask who is free, choose among the members of a hunt
 *       group, and otherwise let the call wait, if it may.
 *   <li>The {@link io.ringwright.call.RoutingAnswer} goes back: a decision, and why.
 *   <li>A phone becomes free; the first waiting caller who can take it is moved through the {@link
 *       io.ringwright.port.Telephony} port. {@link io.ringwright.CallRouter#callLanded} proves that
 *       the caller was moved.
 *   <li>Ringing ends without an answer: {@link io.ringwright.CallRouter#ringEnded} decides anew,
 *       and the caller keeps the old place.
 *   <li>{@link io.ringwright.CallRouter#callEnded}: the phone is free again, after wrap-up.
 * </ol>
 */
@NullMarked
package io.ringwright;

import org.jspecify.annotations.NullMarked;
