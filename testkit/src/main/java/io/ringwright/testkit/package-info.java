/**
 * For tests of routing rules: a clock that moves only when told, a switch in memory, the same
 * switch behind real sockets, the scenario language, and the contracts that every implementation of
 * a port must pass.
 */
@NullMarked
package io.ringwright.testkit;

import org.jspecify.annotations.NullMarked;
