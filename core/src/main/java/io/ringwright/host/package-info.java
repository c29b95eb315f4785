/**
 * Runs code of the host - listeners, recorders, predicates, strategies - where nothing waits for it
 * longer than it may: threads, queues and time limits. Not part of the public API.
 *
 * <p>Entry types: {@link io.ringwright.host.SerialQueue}, {@link io.ringwright.host.TimeLimit}.
 */
@NullMarked
package io.ringwright.host;

import org.jspecify.annotations.NullMarked;
