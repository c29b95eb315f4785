/**
 * The engine: applies events to its state, with one handler for each source of events. Not part of
 * the public API; types are public only for other packages of core.
 *
 * <p>Entry type: {@link io.ringwright.engine.Engine}.
 */
@NullMarked
package io.ringwright.engine;

import org.jspecify.annotations.NullMarked;
