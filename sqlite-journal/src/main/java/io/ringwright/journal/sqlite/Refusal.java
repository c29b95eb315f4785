package io.ringwright.journal.sqlite;

import io.ringwright.journal.JournalException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Why a journal is not opened: the file, what was found, and on a second line what helps. */
final class Refusal {

  private static final String ROOM = "no room is left on its disk";
  private static final String MAKE_ROOM = "Make room there and start again.";

  private Refusal() {}

  static JournalException of(Path file, String finding, String remedy) {
    return new JournalException("journal " + file + ": " + finding + "\n" + remedy);
  }

  static JournalException of(Path file, String finding, String remedy, Throwable cause) {
    return new JournalException("journal " + file + ": " + finding + "\n" + remedy, cause);
  }

  static JournalException foreign(Path file, String found) {
    return of(
        file,
        "this is not a journal of Ringwright: " + found,
        "Name another file, or move this one away; it was not changed.");
  }

  static JournalException newer(Path file, int version, int known) {
    return of(
        file,
        "its schema has version " + version + ", and this program knows none above " + known,
        "Start the newer version of Ringwright that wrote it.");
  }

  static JournalException readOnly(Path file, Throwable cause) {
    return of(
        file,
        "it cannot be written",
        "Let the user of this process write the file and its folder, and the file system be"
            + " mounted for writing.",
        cause);
  }

  static JournalException damaged(Path file, String finding, long readable) {
    return of(
        file,
        finding + "; what can be read ends with entry " + readable,
        "Put the file back from a copy, together with its -wal and its .mark, or give up what came"
            + " after that entry: SqliteJournalBuilder.acceptLossAfter("
            + readable
            + ").");
  }

  /** A file beside the journal could not be read or written. */
  static JournalException of(Path file, IOException cause) {
    if (cause instanceof AccessDeniedException || saysReadOnly(cause)) {
      return readOnly(file, cause);
    }
    if (saysNoRoom(cause)) {
      return of(file, ROOM, MAKE_ROOM, cause);
    }
    return of(file, "it cannot be used: " + words(cause), "Look at the disk that holds it.", cause);
  }

  /** SQLite could not open, read or write the file. */
  static JournalException of(Path file, SQLException cause) {
    if (saysNoRoom(cause)) {
      return of(file, ROOM, MAKE_ROOM, cause);
    }
    return switch (code(cause)) {
      case SQLITE_READONLY, SQLITE_PERM, SQLITE_CANTOPEN, SQLITE_AUTH -> readOnly(file, cause);
      case SQLITE_BUSY, SQLITE_LOCKED ->
          of(
              file,
              "another program holds a lock on it",
              "End the program that has the file open, a sqlite3 shell perhaps.",
              cause);
      default ->
          of(
              file,
              "SQLite cannot use it: " + words(cause),
              "Look at the disk that holds it.",
              cause);
    };
  }

  /** What is in the way while the journal runs, and what helps, on one line. */
  static String obstacle(JournalFiles files, Throwable cause) {
    if (saysNoRoom(cause)) {
      return "no room is left on the disk of " + files + "; make room, and it is written by itself";
    }
    return files + " cannot be written (" + words(cause) + "); it is tried again every second";
  }

  static boolean saysNoRoom(Throwable cause) {
    if (cause instanceof SQLiteException sql
        && sql.getResultCode() == SQLiteErrorCode.SQLITE_IOERR_SHMSIZE) {
      return true;
    }
    if (cause instanceof SQLException sql) {
      return code(sql) == SQLiteErrorCode.SQLITE_FULL;
    }
    return cause instanceof IOException && words(cause).contains("No space left");
  }

  /** Whether another try with the same connection may succeed. */
  static boolean saysWait(Throwable cause) {
    return cause instanceof SQLException sql
        && switch (code(sql)) {
          case SQLITE_FULL, SQLITE_BUSY, SQLITE_LOCKED -> true;
          default -> false;
        };
  }

  private static boolean saysReadOnly(IOException cause) {
    return cause instanceof FileSystemException && words(cause).contains("Read-only");
  }

  /** The primary code: extended ones carry it in their lowest byte. */
  private static SQLiteErrorCode code(SQLException cause) {
    return SQLiteErrorCode.getErrorCode(cause.getErrorCode() & 0xff);
  }

  private static String words(Throwable cause) {
    String message = cause.getMessage();
    String words = message == null ? cause.getClass().getSimpleName() : message;
    return words.lines().findFirst().orElse(words);
  }

  static JournalException of(Path file, ReadOnlyFileSystemException cause) {
    return readOnly(file, cause);
  }
}
