/**
 * Whose turn it is: callers are matched with phones. Not part of the public API.
 *
 * <p>Entry type: {@link io.ringwright.engine.dispatch.Dispatcher}.
 */
@NullMarked
package io.ringwright.engine.dispatch;

import org.jspecify.annotations.NullMarked;
