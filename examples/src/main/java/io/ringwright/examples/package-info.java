/** Runnable programs, one per feature. */
@NullMarked
package io.ringwright.examples;

import org.jspecify.annotations.NullMarked;
