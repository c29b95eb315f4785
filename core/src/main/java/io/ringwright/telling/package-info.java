/**
 * What a listener is told of calls and extensions, as values: one for each kind of event.
 *
 * <p>Entry type: {@link io.ringwright.port.RoutingListener}.
 */
@NullMarked
package io.ringwright.telling;

import org.jspecify.annotations.NullMarked;
