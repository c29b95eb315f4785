/**
 * One page in a browser that shows queues, agents, and who waits, and updates itself.
 *
 * <p>Entry type: {@link io.ringwright.wallboard.WallboardServer}.
 */
@NullMarked
package io.ringwright.wallboard;

import org.jspecify.annotations.NullMarked;
