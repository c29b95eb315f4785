/**
 * A journal in one SQLite file. Begin with {@link io.ringwright.journal.sqlite.SqliteJournal#at}.
 */
@NullMarked
package io.ringwright.journal.sqlite;

import org.jspecify.annotations.NullMarked;
