package io.ringwright.files;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What came of reading a file.
 *
 * @param file what it says; empty if it has mistakes
 * @param mistakes what is wrong with it
 * @param files every file that was looked at
 * @param places where its items stand
 */
record ReadAttempt(
    Optional<PhoneFile> file, List<FileMistake> mistakes, Set<Path> files, ItemPlaces places) {

  ReadAttempt {
    mistakes = List.copyOf(mistakes);
    files = Set.copyOf(files);
  }

  PhoneFile orThrow() {
    return file.orElseThrow(() -> new PhoneFileException(mistakes));
  }
}
