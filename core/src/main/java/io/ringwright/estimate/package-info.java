/**
 * How long a call will wait: from the pace at which its waiting queue was seen to move, or unknown.
 *
 * <p>Entry type: {@link io.ringwright.estimate.WaitEstimator}.
 */
@NullMarked
package io.ringwright.estimate;

import org.jspecify.annotations.NullMarked;
