/**
 * The ports: who can be called, where events are kept, a switch that moves callers, and who is told
 * what happened. The host application, or an adapter, implements them; none is called under the
 * lock of the engine.
 *
 * <p>Entry types: {@link io.ringwright.port.Directory}, {@link io.ringwright.journal.Journal},
 * {@link io.ringwright.port.Telephony}, {@link io.ringwright.port.RoutingListener}.
 */
@NullMarked
package io.ringwright.port;

import org.jspecify.annotations.NullMarked;
