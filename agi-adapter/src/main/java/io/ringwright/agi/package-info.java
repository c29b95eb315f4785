/**
 * FastAGI: a call arrives from the dialplan, the router decides, and the decision goes back as
 * channel variables.
 *
 * <p>Two ways lead in. With the {@link io.ringwright.agi.Dialplan}, Asterisk rings phones and lets
 * callers wait, and asks a {@link io.ringwright.agi.FastAgiServer} at each turn. In a script of
 * one's own, an {@link io.ringwright.agi.AgiCall} does what the engine decided. Both take the same
 * {@link io.ringwright.agi.Prompts} and {@link io.ringwright.agi.DialSettings}.
 *
 * <p>An answer, from the socket to the socket: {@code AgiListener} admits the peer, {@code
 * AgiConnection} and {@code RequestHead} check what it says, {@code SessionDesk} keeps the
 * deadline, {@code RoutingScripts} asks the engine, {@code AgiAnswer} writes down what it decided.
 */
@NullMarked
package io.ringwright.agi;

import org.jspecify.annotations.NullMarked;
