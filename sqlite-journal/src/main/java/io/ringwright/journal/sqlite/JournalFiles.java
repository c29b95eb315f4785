package io.ringwright.journal.sqlite;

import java.nio.file.Path;

/**
 * The files of one journal: the database, what SQLite keeps beside it, the mark, and the lock.
 *
 * @param database an absolute path
 */
record JournalFiles(Path database) {

  JournalFiles {
    database = database.toAbsolutePath().normalize();
  }

  Path folder() {
    Path parent = database.getParent();
    return parent == null ? database : parent;
  }

  Path wal() {
    return beside("-wal");
  }

  Path shm() {
    return beside("-shm");
  }

  Path mark() {
    return beside(".mark");
  }

  Path lock() {
    return beside(".lock");
  }

  /** The file whose name is that of the database and this. */
  Path beside(String suffix) {
    return database.resolveSibling(database.getFileName() + suffix);
  }

  @Override
  public String toString() {
    return database.toString();
  }
}
