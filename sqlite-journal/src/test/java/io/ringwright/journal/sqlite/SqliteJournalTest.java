package io.ringwright.journal.sqlite;

import io.ringwright.journal.Journal;
import io.ringwright.testkit.JournalContract;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class SqliteJournalTest extends JournalContract {

  @TempDir Path folder;

  @Override
  protected Journal journal() {
    return SqliteJournal.at(folder.resolve("calls.journal")).imageEvery(150).build();
  }
}
