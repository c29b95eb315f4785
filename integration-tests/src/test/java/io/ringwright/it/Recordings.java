package io.ringwright.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The recordings of the real Asterisk, among fake-asterisk's test resources. They are written anew
 * by
 *
 * <pre>{@code mvn -Pscenarios-only -pl integration-tests -am verify -Dit.test='*Recordings' \
 *   -Dsurefire.failIfNoSpecifiedTests=false -Dfailsafe.failIfNoSpecifiedTests=false}</pre>
 */
final class Recordings {

  private static final Path RECORDED =
      Path.of("../fake-asterisk/src/test/resources/io/ringwright/fakeasterisk/recorded");

  private Recordings() {}

  /** The releases of which there are recordings. */
  static List<String> releases() {
    return List.of("22", "16");
  }

  /** The file of a recording; the first number of the version counts. */
  static Path file(String version, String name) {
    return RECORDED.resolve(version.replaceAll("\\..*", "")).resolve(name + ".txt");
  }

  /** The lines of a recording. */
  static List<String> lines(String version, String name) {
    try {
      return Files.readAllLines(file(version, name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
