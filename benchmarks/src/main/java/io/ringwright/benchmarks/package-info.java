/** Measurements, and head-to-heads on a real Asterisk. */
@NullMarked
package io.ringwright.benchmarks;

import org.jspecify.annotations.NullMarked;
