package io.ringwright.imports;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.PatternSyntaxException;

/** A folder with the files of a configuration; nothing outside of it is ever read. */
final class ConfigFolder {

  private static final int MOST_FILES = 1000;
  private static final int MOST_STARS = 5;

  private final Path folder;

  ConfigFolder(Path folder) {
    this.folder = folder;
  }

  /** The names of the files that a pattern names, such as {@code queues.d/*.conf}, in order. */
  List<String> named(String pattern) {
    if (pattern.chars().noneMatch(c -> "*?[{".indexOf(c) >= 0)) {
      return inside(pattern).filter(Files::isRegularFile).isPresent()
          ? List.of(pattern)
          : List.of();
    }
    if (pattern.chars().filter(c -> c == '*').count() > MOST_STARS) {
      return List.of();
    }
    int slash = pattern.lastIndexOf('/');
    String parent = pattern.substring(0, slash + 1);
    Optional<Path> in = slash < 0 ? Optional.of(folder) : inside(parent);
    return in
        .filter(Files::isDirectory)
        .map(each -> matching(each, pattern.substring(slash + 1)))
        .orElse(List.of())
        .stream()
        .map(name -> parent + name)
        .filter(name -> inside(name).filter(Files::isRegularFile).isPresent())
        .toList();
  }

  private static List<String> matching(Path in, String pattern) {
    List<String> names = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(in, pattern)) {
      for (Path each : files) {
        if (names.size() < MOST_FILES) {
          names.add(String.valueOf(each.getFileName()));
        }
      }
    } catch (IOException | DirectoryIteratorException | PatternSyntaxException e) {
      return List.of();
    }
    return names.stream().sorted().toList();
  }

  /** Whether a name leads out of the folder, or is none. */
  boolean isOutside(String name) {
    return inside(name).isEmpty() && !isMissing(name);
  }

  private boolean isMissing(String name) {
    try {
      Path path = folder.resolve(name).normalize();
      return path.startsWith(folder.normalize()) && Files.notExists(path);
    } catch (InvalidPathException e) {
      return false;
    }
  }

  /** At most this many bytes of a file and one more. */
  byte[] read(String name, int most) {
    Path file = inside(name).orElseThrow(() -> new ImportException(name + ": is not there"));
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(most + 1);
    } catch (IOException e) {
      throw new ImportException(name + ": cannot be read: " + e.getMessage());
    }
  }

  /** Symbolic links are followed before it is asked where a file stands. */
  private Optional<Path> inside(String name) {
    try {
      Path file = folder.resolve(name).toRealPath();
      return file.startsWith(folder.toRealPath()) ? Optional.of(file) : Optional.empty();
    } catch (IOException | InvalidPathException e) {
      return Optional.empty();
    }
  }
}
