/**
 * For tests of routing rules: a clock that moves only when told, the scenario language with its
 * assertions, and the contracts that every implementation of a port must pass.
 *
 * <p>Entry type: {@link io.ringwright.testkit.RoutingScenario}.
 */
@NullMarked
package io.ringwright.testkit;

import org.jspecify.annotations.NullMarked;
