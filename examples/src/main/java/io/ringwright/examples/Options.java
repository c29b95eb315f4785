package io.ringwright.examples;

import io.ringwright.examples.CallCentre.Asterisk;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was asked for on the command line.
 *
 * @param asterisk the real Asterisk to serve; the stand-in if empty
 * @param explain whether every decision is printed with all its reasons
 * @param help whether only the options are to be printed
 */
record Options(Optional<Asterisk> asterisk, boolean explain, boolean help) {

  static final String HELP =
      """
      CallCentre [--explain] [--asterisk=HOST:PORT --user=NAME --secret=PASSWORD [--agi=PORT]]

        --asterisk   serve the Asterisk whose AMI is there, instead of the stand-in
        --user       AMI user (default ringwright)
        --secret     AMI password (default: the environment variable RINGWRIGHT_SECRET)
        --agi        port on which its dialplan expects us (default 4573)
        --explain    print all the reasons of each decision""";

  private static final List<String> NAMES =
      List.of("--asterisk", "--user", "--secret", "--agi", "--explain", "--help");

  static Options parse(String... words) {
    Map<String, String> given = new HashMap<>();
    for (String word : words) {
      String[] parts = word.split("=", 2);
      if (!NAMES.contains(parts[0])) {
        throw new IllegalArgumentException(
            "unknown option '" + word + "'; expected one of " + String.join(" ", NAMES));
      }
      given.put(parts[0], parts.length == 2 ? parts[1] : "");
    }
    Optional<Asterisk> asterisk =
        Optional.ofNullable(given.get("--asterisk")).map(address -> asterisk(address, given));
    return new Options(asterisk, given.containsKey("--explain"), given.containsKey("--help"));
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
        given.getOrDefault("--secret", System.getenv().getOrDefault("RINGWRIGHT_SECRET", "")),
        port("--agi", given.getOrDefault("--agi", "4573")));
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
