package io.ringwright.files;

import io.ringwright.directory.Condition;
import io.ringwright.directory.PhoneList;
import io.ringwright.directory.text.PhoneListText;
import io.ringwright.lint.DirectoryLint;
import io.ringwright.lint.Finding;
import io.ringwright.lint.Finding.Severity;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Checks and compares phone files from the command line.
 *
 * <pre>{@code
 * java -cp ... io.ringwright.files.PhoneFiles lint phones.yaml
 * java -cp ... io.ringwright.files.PhoneFiles diff old.yaml new.yaml
 * }</pre>
 *
 * <p>The exit code is 0 if nothing was found, 1 if something was, and 2 if a file could not be read
 * at all, or the arguments are wrong. For {@code diff}, a file with mistakes counts as one that
 * could not be read. What is only worth a look does not count for {@code lint}, unless {@code
 * --strict} is given.
 *
 * <p>Thread safety: nothing is kept between calls.
 */
public final class PhoneFiles {

  private static final int NOTHING = 0;
  private static final int SOMETHING = 1;
  private static final int UNREADABLE = 2;
  private static final String STRICT = "--strict";

  private static final String USAGE =
      """
      Usage: lint [--strict] FILE   mistakes, and what is probably not meant, by line
             diff OLD NEW           what changed, in words
      Exit code: 0 nothing found, 1 something found, 2 not read or not understood.""";

  private PhoneFiles() {}

  /**
   * Runs one command and ends the process.
   *
   * @param arguments {@code lint} and a file, or {@code diff} and two files
   */
  public static void main(String[] arguments) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    System.exit(run(List.of(arguments), out));
  }

  static int run(List<String> arguments, PrintStream out) {
    List<String> given = new ArrayList<>(arguments);
    boolean strict = given.remove(STRICT);
    String command = given.isEmpty() ? "" : given.remove(0);
    List<Path> files = given.stream().map(Path::of).toList();
    boolean lint = command.equals("lint") && files.size() == 1;
    boolean diff = command.equals("diff") && files.size() == 2 && !strict;
    if (!lint && !diff) {
      out.println(USAGE);
      return UNREADABLE;
    }
    for (Path file : files) {
      if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
        out.println(file + ": cannot be read; expected a file that this process may read");
        return UNREADABLE;
      }
    }
    return lint ? lint(files.get(0), strict, out) : diff(files.get(0), files.get(1), out);
  }

  private static int lint(Path path, boolean strict, PrintStream out) {
    ReadAttempt attempt = attempt(path);
    if (attempt.file().isEmpty()) {
      attempt.mistakes().forEach(out::println);
      out.println(path + ": " + counted(attempt.mistakes().size(), "mistake"));
      return SOMETHING;
    }
    PhoneList phones = attempt.file().get().phones();
    List<Finding> findings = DirectoryLint.findings(phones);
    findings.forEach(each -> out.println(line(each, path, attempt.places())));
    out.println(path + ": " + phones + ", " + counted(findings.size(), "finding"));
    needs(phones).forEach(out::println);
    boolean bad =
        findings.stream()
            .anyMatch(each -> strict || each.kind().severity() != Severity.WORTH_A_LOOK);
    return bad ? SOMETHING : NOTHING;
  }

  private static ReadAttempt attempt(Path path) {
    return PhoneFileReader.create().anyHostNames().attempt(path);
  }

  private static String line(Finding finding, Path path, ItemPlaces places) {
    FilePlace at =
        places
            .find(finding.item(), finding.value())
            .orElse(FilePlace.of(String.valueOf(path.getFileName())));
    return at + ": " + finding.kind().severity().words() + ": " + Words.asKeys("" + finding);
  }

  private static String counted(int count, String what) {
    return count == 0 ? "no " + what : count + " " + what + (count == 1 ? "" : "s");
  }

  /** What the program that routes by this file has to bring. */
  private static List<String> needs(PhoneList phones) {
    Set<String> predicates = new TreeSet<>();
    phones.extensions().stream()
        .flatMap(each -> each.forwarding().entries())
        .flatMap(each -> each.when().elements())
        .filter(Condition.Host.class::isInstance)
        .forEach(each -> predicates.add(((Condition.Host) each).name()));
    List<String> needs = new ArrayList<>();
    predicates.forEach(each -> needs.add("needs the predicate " + Words.quoted(each)));
    PhoneListText.ownStrategies(phones)
        .keySet()
        .forEach(each -> needs.add("needs the strategy " + Words.quoted(each)));
    return needs;
  }

  private static int diff(Path old, Path now, PrintStream out) {
    ReadAttempt before = attempt(old);
    ReadAttempt after = attempt(now);
    if (before.file().isEmpty() || after.file().isEmpty()) {
      before.mistakes().forEach(out::println);
      after.mistakes().forEach(out::println);
      return UNREADABLE;
    }
    List<String> differences =
        PhoneFileDifferences.between(before.file().get(), after.file().get());
    differences.forEach(out::println);
    return differences.isEmpty() ? NOTHING : SOMETHING;
  }
}
