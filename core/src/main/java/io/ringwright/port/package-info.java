/**
 * What the engine needs from outside: who can be called, where calls are kept, and a switch that
 * moves callers.
 *
 * <p>The host application, or an adapter, implements these. The engine calls none of them under its
 * lock.
 */
@NullMarked
package io.ringwright.port;

import org.jspecify.annotations.NullMarked;
