/** What decisions, matches and whole events cost, against a peer in the same run. */
@NullMarked
package io.ringwright.benchmarks.engine;

import org.jspecify.annotations.NullMarked;
