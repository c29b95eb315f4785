/**
 * What runs a caller's channel through a dialplan, step by step, with the applications that the
 * steps name.
 *
 * <p>Entry type: {@link io.ringwright.testkit.pbx.DialplanRunner}.
 */
@NullMarked
package io.ringwright.testkit.pbx;

import org.jspecify.annotations.NullMarked;
