package io.ringwright.examples.house;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What holds for source files: each rule lists who breaks it. */
final class SourceRules {

  static final int LONG_FILE = 300;
  static final int LONGEST_FILE = 500;
  static final int LONGEST_METHOD = 50;

  private static final String NO_COMMENT = " has no comment";

  private static final Pattern EMPTY_WORD =
      Pattern.compile(".*(Manager|Utils?|Helper|Impl|Common|Base|Misc)(Tests?|IT)?\\.java");

  private static final Pattern UNWANTED =
      Pattern.compile("@Disabled|@author\\b|\\b(TODO|FIXME|XXX)\\b|@SuppressWarnings\\(\"NullAway");

  private SourceRules() {}

  /** Main files longer than this, with their length. */
  static List<String> filesOver(int limit, List<SourceFile> files) {
    return files.stream()
        .filter(file -> file.isMain() && file.lines() > limit)
        .map(file -> file.name() + ": " + file.lines() + " lines")
        .toList();
  }

  /** Methods, in main and in test, longer than they may be. */
  static List<String> methodsTooLong(List<SourceFile> files) {
    return files.stream()
        .flatMap(
            file ->
                file.methods().stream()
                    .filter(method -> method.lines() > LONGEST_METHOD)
                    .map(
                        method ->
                            file.name()
                                + ": "
                                + method.name()
                                + " has "
                                + method.lines()
                                + " lines"))
        .toList();
  }

  /** Files, tests included, whose name ends in a word that says nothing. */
  static List<String> emptyNames(List<SourceFile> files) {
    return files.stream()
        .map(SourceFile::name)
        .filter(name -> EMPTY_WORD.matcher(name).matches())
        .toList();
  }

  /** Lines that put something off, switch a test off, or sign a file. */
  static List<String> unwantedLines(List<SourceFile> files) {
    return files.stream()
        .flatMap(
            file ->
                file.text()
                    .lines()
                    .filter(line -> UNWANTED.matcher(line).find())
                    .map(line -> file.name() + ": " + line.strip()))
        .toList();
  }

  /**
   * Public things of the published modules and the examples that nobody described. In a package
   * that its module does not export, public means no more than that other packages of the module
   * use it: there a comment is required, and no description of each part.
   */
  static List<String> undescribed(List<SourceFile> files) {
    Set<String> exported = exported(files);
    return files.stream()
        .filter(file -> file.isMain() && !file.name().startsWith("benchmarks/"))
        .flatMap(
            file ->
                file.undescribed().stream()
                    .filter(what -> exported.contains(file.folder()) || what.endsWith(NO_COMMENT))
                    .map(what -> file.name() + ": " + what))
        .toList();
  }

  /** The folders of the packages that a module exports; all folders of one without a descriptor. */
  private static Set<String> exported(List<SourceFile> files) {
    Map<String, String> descriptors = new HashMap<>();
    files.stream()
        .filter(file -> file.isMain() && file.name().endsWith("/module-info.java"))
        .forEach(file -> descriptors.put(file.folder(), file.text()));
    return files.stream()
        .map(SourceFile::folder)
        .filter(folder -> isExported(folder, descriptors))
        .collect(Collectors.toSet());
  }

  private static boolean isExported(String folder, Map<String, String> descriptors) {
    return descriptors.entrySet().stream()
        .filter(each -> folder.startsWith(each.getKey() + "/"))
        .allMatch(
            each -> {
              String inside = folder.substring(each.getKey().length() + 1).replace('/', '.');
              return each.getValue().contains("exports " + inside + ";");
            });
  }
}
