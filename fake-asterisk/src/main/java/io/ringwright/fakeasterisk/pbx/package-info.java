/**
 * What runs a caller's channel through a dialplan, step by step, with the applications that the
 * steps name.
 *
 * <p>Entry type: {@link io.ringwright.fakeasterisk.pbx.DialplanRunner}.
 */
@NullMarked
package io.ringwright.fakeasterisk.pbx;

import org.jspecify.annotations.NullMarked;
