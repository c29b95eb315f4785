package io.ringwright.files;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Every mistake of the files of a phone list. */
final class FileMistakes {

  private static final int MOST = 1000;

  private final List<FileMistake> found = new ArrayList<>();

  void add(FileMistake mistake) {
    if (found.size() < MOST && !found.contains(mistake)) {
      found.add(mistake);
    }
  }

  /** Whether further ones are not kept any more. */
  boolean areTooMany() {
    return found.size() >= MOST;
  }

  boolean areNone() {
    return found.isEmpty();
  }

  /** Whether the setting of an item was found wrong already. */
  boolean areIn(String item) {
    return found.stream().anyMatch(each -> each.item().equals(item));
  }

  /** File by file, in the order of the lines. */
  List<FileMistake> sorted() {
    List<String> files = found.stream().map(each -> each.at().file()).distinct().toList();
    return found.stream()
        .sorted(
            Comparator.<FileMistake>comparingInt(each -> files.indexOf(each.at().file()))
                .thenComparingInt(each -> each.at().line())
                .thenComparingInt(each -> each.at().column()))
        .toList();
  }
}
