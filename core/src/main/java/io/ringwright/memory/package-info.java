/**
 * Reference implementations of the ports, in memory: enough for a first run, and the truth for the
 * contracts.
 */
@NullMarked
package io.ringwright.memory;

import org.jspecify.annotations.NullMarked;
