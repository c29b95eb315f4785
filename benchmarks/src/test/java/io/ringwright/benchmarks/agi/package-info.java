/** How the measuring of FastAGI is checked. */
@NullMarked
package io.ringwright.benchmarks.agi;

import org.jspecify.annotations.NullMarked;
