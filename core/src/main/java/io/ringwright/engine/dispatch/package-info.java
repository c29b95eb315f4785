/**
 * Matching: finds which waiting call gets which phone, and changes nothing. Not part of the public
 * API.
 *
 * <p>Entry type: {@link io.ringwright.engine.dispatch.Dispatcher}.
 */
@NullMarked
package io.ringwright.engine.dispatch;

import org.jspecify.annotations.NullMarked;
