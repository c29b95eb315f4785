package io.ringwright.examples;

import io.ringwright.examples.CallCentre.Asterisk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What was asked for on the command line.
 *
 * @param asterisk the real Asterisk to serve; the stand-in if empty
 * @param journal the file of the journal; a new one in a temporary folder if empty
 * @param crash whether the engine is to be killed and started again
 * @param explain whether every decision is printed with all its reasons
 * @param help whether only the options are to be printed
 */
record Options(
    Optional<Asterisk> asterisk,
    Optional<Path> journal,
    boolean crash,
    boolean explain,
    boolean help) {

  static final String HELP =
      """
      CallCentre [--journal=FILE] [--explain | --crash]
      CallCentre [--journal=FILE] [--explain] --asterisk=HOST:PORT --user=NAME [--secret-file=FILE] [--agi=PORT]

        --journal    SQLite file that keeps what the engine knows (default: a new one in a temporary folder)
        --crash      kill the engine with signal 9 while callers wait, and start it again
        --explain    print all the reasons of each decision
        --asterisk   serve the Asterisk whose AMI is there, instead of the stand-in
        --user       AMI user (default ringwright)
        --secret-file  file whose first line is the AMI password (default: the environment variable RINGWRIGHT_SECRET)
        --agi        port on which its dialplan expects us (default 4573)""";

  private static final List<String> NAMES =
      List.of(
          "--asterisk",
          "--user",
          "--secret-file",
          "--agi",
          "--journal",
          "--crash",
          "--explain",
          "--help");

  static Options parse(String... words) {
    Map<String, String> given = new HashMap<>();
    for (String word : words) {
      String[] parts = word.split("=", 2);
      if (!NAMES.contains(parts[0])) {
        throw new IllegalArgumentException(
            "unknown option '" + parts[0] + "'; expected one of " + String.join(" ", NAMES));
      }
      given.put(parts[0], parts.length == 2 ? parts[1] : "");
    }
    boolean crash = given.containsKey("--crash");
    if (crash && given.containsKey("--asterisk")) {
      throw new IllegalArgumentException(
          "option --crash with --asterisk is not valid; expected one of them:"
              + " the stand-in for Asterisk has the callers whose places are looked at");
    }
    return new Options(
        Optional.ofNullable(given.get("--asterisk")).map(address -> asterisk(address, given)),
        Optional.ofNullable(given.get("--journal")).map(Path::of),
        crash,
        given.containsKey("--explain"),
        given.containsKey("--help"));
  }

  /** The file that was asked for, or a new one. */
  Path journalFile() throws IOException {
    return journal.isPresent()
        ? journal.get()
        : Files.createTempDirectory("ringwright").resolve("calls.journal");
  }

  private static Asterisk asterisk(String address, Map<String, String> given) {
    String[] parts = address.split(":", 2);
    if (parts.length != 2) {
      throw new IllegalArgumentException(
          "option --asterisk="
              + address
              + " is not valid; expected HOST:PORT, such as 127.0.0.1:5038");
    }
    return new Asterisk(
        parts[0],
        port("--asterisk", parts[1]),
        given.getOrDefault("--user", "ringwright"),
        secret(given),
        port("--agi", given.getOrDefault("--agi", "4573")));
  }

  /** Not from an argument: those are shown to everybody on the machine. */
  private static String secret(Map<String, String> given) {
    String file = given.get("--secret-file");
    if (file == null) {
      return System.getenv().getOrDefault("RINGWRIGHT_SECRET", "");
    }
    try (Stream<String> lines = Files.lines(Path.of(file))) {
      return lines.findFirst().orElse("");
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "option --secret-file=" + file + " is not valid; expected a file that can be read", e);
    }
  }

  private static int port(String option, String digits) {
    boolean fits =
        !digits.isEmpty()
            && digits.length() <= 5
            && Arrays.stream(digits.split("")).allMatch("0123456789"::contains);
    if (!fits || Integer.parseInt(digits) > 65_535) {
      throw new IllegalArgumentException(
          "option " + option + " with port '" + digits + "' is not valid; expected 0 to 65535");
    }
    return Integer.parseInt(digits);
  }
}
