package io.ringwright.engine.image;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lines between one that names the version and one that seals them with a hash.
 *
 * @param text all of it
 * @param sha256 the hash over all lines but the last
 */
record SealedText(String text, String sha256) {

  private static final String SEAL = "sha256 ";
  private static final Pattern HEADER = Pattern.compile("([a-z-]+) ([0-9]{1,9})");

  /**
   * Seals lines.
   *
   * @param header the first line: a name and a version
   * @param lines the others, each with a line feed at its end
   */
  static SealedText of(String header, String lines) {
    String body = header + "\n" + lines;
    String sha256 = hash(body);
    return new SealedText(body + SEAL + sha256 + "\n", sha256);
  }

  /**
   * Checks a text.
   *
   * @return the lines between the first and the last
   */
  static List<String> open(String header, String text) {
    checkHeader(header, text.lines().findFirst().orElse(""));
    int end = text.length() - 1;
    int seal = text.lastIndexOf('\n', end - 1) + 1;
    if (text.charAt(end) != '\n' || !text.startsWith(SEAL, seal)) {
      throw ImageLines.wrong(
          "image, line " + text.lines().count(),
          "the text is cut off: expected '" + SEAL + "' and a hash as its last line");
    }
    String body = text.substring(0, seal);
    String found = hash(body);
    String expected = text.substring(seal + SEAL.length(), end);
    if (!found.equals(expected)) {
      throw ImageLines.wrong(
          "image, line " + text.lines().count(),
          "the lines before it have the hash " + found + ": expected " + expected);
    }
    return body.lines().skip(1).toList();
  }

  private static void checkHeader(String header, String found) {
    if (found.equals(header)) {
      return;
    }
    Matcher ours = HEADER.matcher(header);
    Matcher theirs = HEADER.matcher(found);
    if (ours.matches() && theirs.matches() && ours.group(1).equals(theirs.group(1))) {
      throw ImageLines.otherVersion(theirs.group(2), ours.group(2));
    }
    throw ImageLines.wrong(
        "image, line 1",
        "'" + ImageLines.shown(found) + "' is not valid: expected '" + header + "'");
  }

  private static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }
}
