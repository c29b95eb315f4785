/**
 * The storage port: events are put in order and kept, and an engine is made again from what was
 * kept. Implemented in memory, and by the module for SQLite files.
 *
 * <p>Entry type: {@link io.ringwright.journal.Journal}.
 */
@NullMarked
package io.ringwright.journal;

import org.jspecify.annotations.NullMarked;
