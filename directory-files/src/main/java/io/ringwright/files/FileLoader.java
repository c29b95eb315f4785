package io.ringwright.files;

import io.ringwright.files.YamlNode.Table;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads a file and those that it includes, which stand in its folder or below. What is included
 * comes before what includes it.
 */
final class FileLoader {

  private static final String INCLUDE = "include";
  private static final String TEXT = "text";
  private static final int MOST_FILES = 100;
  private static final int MOST_BYTES = 8 << 20;

  private final FileMistakes mistakes;
  private final List<Part> parts = new ArrayList<>();
  private final Set<Path> files = new LinkedHashSet<>();
  private final Deque<Path> including = new ArrayDeque<>();
  private Path folder = Path.of("");
  private boolean whole = true;

  FileLoader(FileMistakes mistakes) {
    this.mistakes = mistakes;
  }

  /** The tables of all files, those that are included first. */
  List<Part> parts() {
    return parts;
  }

  /** Whether every file could be read as YAML. */
  boolean isWhole() {
    return whole;
  }

  /** Every file that was looked at, also those that could not be read. */
  Set<Path> files() {
    return files;
  }

  /** Text that stands in no file, and can include none. */
  void text(String text) {
    Optional<Part> part =
        Optional.of(text)
            .filter(new FileText(TEXT, mistakes)::isText)
            .flatMap(each -> parse(TEXT, each));
    part.ifPresentOrElse(parts::add, () -> whole = false);
    part.ifPresent(each -> each.at(INCLUDE, FileLoader::includesNothing));
  }

  private static void includesNothing(Spot at) {
    at.problem("text includes a file", "no include", "Read a file instead of text.");
  }

  void file(Path path) {
    Path first = path.toAbsolutePath().normalize();
    Path parent = first.getParent();
    folder = parent == null ? first : parent;
    Spot at =
        new Spot(
            new YamlNode.Scalar(FilePlace.of("" + path.getFileName()), "" + path, true),
            "file",
            "",
            mistakes);
    load(first, at);
  }

  private void load(Path file, Spot from) {
    files.add(file);
    including.push(file);
    String name = folder.relativize(file).toString().replace('\\', '/');
    Optional<Part> part =
        read(file, from)
            .flatMap(bytes -> new FileText(name, mistakes).decode(bytes))
            .flatMap(text -> parse(name, text));
    part.flatMap(read -> read.at(INCLUDE))
        .ifPresent(at -> at.each().forEach(each -> include(file, each)));
    part.ifPresentOrElse(parts::add, () -> whole = false);
    including.pop();
  }

  private Optional<Part> parse(String name, String text) {
    YamlFile file = new YamlFile(name, mistakes);
    Optional<YamlNode> root = file.parse(text);
    if (root.isEmpty() && !file.isRefused()) {
      root = Optional.of(new Table(FilePlace.of(name), List.of()));
    }
    return root.flatMap(node -> new Spot(node, "file", "the file", mistakes).part(Shape.FILE));
  }

  private void include(Path by, Spot at) {
    Optional<Path> target = at.text().flatMap(text -> target(by, text, at));
    target.ifPresent(
        file -> {
          if (including.contains(file)) {
            at.wrong("files that do not include each other in a circle", "");
          } else if (files.contains(file)) {
            at.wrong("each file once", "It is included elsewhere already.");
          } else if (files.size() >= MOST_FILES) {
            at.wrong("at most " + MOST_FILES + " files", "");
          } else {
            load(file, at);
          }
        });
    whole &= target.filter(files::contains).isPresent();
  }

  private Optional<Path> target(Path by, String text, Spot at) {
    try {
      Path file = by.resolveSibling(text).normalize();
      boolean inside = file.startsWith(folder) && !Path.of(text).isAbsolute();
      boolean really = !Files.exists(file) || file.toRealPath().startsWith(folder.toRealPath());
      if (inside && really) {
        return Optional.of(file);
      }
      at.wrong("a file in the folder of the first one, or below", "");
    } catch (InvalidPathException | IOException refused) {
      at.wrong("the name of a file", "");
    }
    return Optional.empty();
  }

  private Optional<byte[]> read(Path file, Spot from) {
    if (Files.exists(file) && !Files.isRegularFile(file)) { // A pipe would never end.
      unreadable(file, from, "it is no regular file");
      return Optional.empty();
    }
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(MOST_BYTES + 1);
      if (bytes.length <= MOST_BYTES) {
        return Optional.of(bytes);
      }
      from.problem(
          file.getFileName() + " is too large",
          "at most " + (MOST_BYTES >> 20) + " MiB",
          "Is this a phone file? Part a long one by include.");
    } catch (NoSuchFileException missing) {
      from.problem(
          file.getFileName() + " does not exist", "a file", "Look at the path " + file + ".");
    } catch (FileSystemException refused) {
      unreadable(file, from, String.valueOf(refused.getReason()));
    } catch (IOException failure) {
      unreadable(file, from, String.valueOf(failure.getMessage()));
    }
    return Optional.empty();
  }

  private static void unreadable(Path file, Spot from, String why) {
    from.problem(
        file.getFileName() + " cannot be read: " + why, "a file that this process may read", "");
  }
}
