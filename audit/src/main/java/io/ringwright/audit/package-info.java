/**
 * Reads a queue_log of Asterisk, and nothing else, and says where callers waited although somebody
 * could have served them, who was overtaken, who was starved, and who was rung twice at once.
 *
 * <p>Entry type: {@link io.ringwright.audit.QueueLogAudit}, as a library and as a command.
 */
@NullMarked
package io.ringwright.audit;

import org.jspecify.annotations.NullMarked;
