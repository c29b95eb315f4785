package io.ringwright.files;

import static java.util.Objects.requireNonNull;

import io.ringwright.directory.Condition.Circumstances;
import io.ringwright.directory.Strategy;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Reads phone files: a phone list as YAML, with every setting that the builders have.
 *
 * <pre>{@code
 * PhoneFile file = PhoneFileReader.create().read(Path.of("phones.yaml"));
 * PhoneList phones = file.phones();
 * }</pre>
 *
 * <p>Errors: a file that has mistakes is refused with all of them at once, each with file, line and
 * column. At most 8 MiB are read of a file, and at most 100 files are included. Aliases and tags of
 * YAML are not taken.
 *
 * <p>Thread safety: immutable.
 */
public final class PhoneFileReader {

  private final HostCode code;

  private PhoneFileReader(HostCode code) {
    this.code = code;
  }

  /**
   * A reader of files that name no code of the host.
   *
   * @return the reader
   */
  public static PhoneFileReader create() {
    return new PhoneFileReader(HostCode.NONE);
  }

  /**
   * The same, with a strategy of the host, which files name by its words: {@code strategy: {host:
   * nearest}}.
   *
   * @param strategy the strategy
   * @return another reader
   */
  public PhoneFileReader strategy(Strategy strategy) {
    requireNonNull(strategy, "strategy is null: expected a value");
    Map<String, Strategy> more = new HashMap<>(code.strategies());
    more.put(strategy.words(), strategy);
    return new PhoneFileReader(new HostCode(more, code.predicates(), code.anyName()));
  }

  /**
   * The same, with a predicate of the host, which files name: {@code when: {host: vacation}}.
   *
   * @param name its name
   * @param predicate what it says
   * @return another reader
   */
  public PhoneFileReader predicate(String name, Predicate<Circumstances> predicate) {
    requireNonNull(name, "name of a predicate is null: expected a value");
    requireNonNull(predicate, "predicate is null: expected a value");
    Map<String, Predicate<Circumstances>> more = new HashMap<>(code.predicates());
    more.put(name, predicate);
    return new PhoneFileReader(new HostCode(code.strategies(), more, code.anyName()));
  }

  /**
   * The same, but any name of a strategy or a predicate is taken, also without code: for checking
   * and comparing files. A phone list that was read so is not for routing: such a strategy rings
   * who has been idle longest, and such a predicate throws.
   *
   * @return another reader
   */
  public PhoneFileReader anyHostNames() {
    return new PhoneFileReader(new HostCode(code.strategies(), code.predicates(), true));
  }

  /**
   * Reads a file, and those that it includes.
   *
   * @param file the file
   * @return what it says
   * @throws PhoneFileException if it has mistakes, or cannot be read
   */
  public PhoneFile read(Path file) {
    return attempt(file).orThrow();
  }

  /**
   * Reads text that stands in no file; it can include none.
   *
   * @param yaml the text
   * @return what it says
   * @throws PhoneFileException if it has mistakes
   */
  public PhoneFile readText(String yaml) {
    FileMistakes mistakes = new FileMistakes();
    FileLoader loader = new FileLoader(mistakes);
    loader.text(yaml);
    return attempt(loader, mistakes).orThrow();
  }

  ReadAttempt attempt(Path file) {
    FileMistakes mistakes = new FileMistakes();
    FileLoader loader = new FileLoader(mistakes);
    loader.file(file);
    return attempt(loader, mistakes);
  }

  /** Where a file could not be read as a whole, nothing is said about what it may hold. */
  private ReadAttempt attempt(FileLoader loader, FileMistakes mistakes) {
    boolean whole = loader.isWhole();
    PhoneFileReading reading = new PhoneFileReading(mistakes, code);
    Optional<PhoneFile> file = whole ? reading.read(loader.parts()) : Optional.empty();
    return new ReadAttempt(file, mistakes.sorted(), loader.files(), reading.places());
  }
}
