/**
 * Implementations of the ports in memory: for a first run, for tests, and for hosts that need no
 * more.
 *
 * <p>Entry types: {@link io.ringwright.memory.InMemoryDirectory}, {@link
 * io.ringwright.memory.InMemoryJournal}.
 */
@NullMarked
package io.ringwright.memory;

import org.jspecify.annotations.NullMarked;
