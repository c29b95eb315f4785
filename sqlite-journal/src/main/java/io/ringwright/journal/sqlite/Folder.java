package io.ringwright.journal.sqlite;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Makes names durable: a new or moved file is found after a power cut only if its folder is. */
final class Folder {

  private Folder() {}

  /** Waits until the disk has the folder of this file. */
  static void force(Path file) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null || !folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      // Elsewhere a folder cannot be opened, and names are durable by themselves.
      return;
    }
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }
}
