/** FastAGI calls a second, against a bare server; {@link AgiBench} is run. */
@NullMarked
package io.ringwright.benchmarks.agi;

import org.jspecify.annotations.NullMarked;
