/**
 * What reaches the engine and what it answers: immutable values that depend on nothing else.
 *
 * <p>Entry types: {@link io.ringwright.call.InboundCall} comes in, {@link
 * io.ringwright.call.RoutingAnswer} goes out.
 */
@NullMarked
package io.ringwright.call;

import org.jspecify.annotations.NullMarked;
