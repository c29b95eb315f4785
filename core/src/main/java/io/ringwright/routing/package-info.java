/**
 * The rules: pure functions over values. No port, no clock, no thread, no log; the same facts at
 * the same instant give the same answer. Not part of the public API.
 *
 * <p>Entry type: {@link io.ringwright.routing.RoutingRules}.
 */
@NullMarked
package io.ringwright.routing;

import org.jspecify.annotations.NullMarked;
