/** How the measuring itself is checked. */
@NullMarked
package io.ringwright.benchmarks;

import org.jspecify.annotations.NullMarked;
