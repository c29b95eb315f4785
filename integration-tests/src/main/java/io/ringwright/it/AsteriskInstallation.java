package io.ringwright.it;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/**
 * Where an Asterisk and a SIPp that can be run are.
 *
 * <p>Thread safety: immutable.
 *
 * @param version as Asterisk says it, for example {@code 22.10.1}
 * @param asterisk the program
 * @param sipp the program
 * @param modules the folder with Asterisk's modules
 * @param data the folder with Asterisk's documentation, which its modules need to load
 */
public record AsteriskInstallation(
    String version, Path asterisk, Path sipp, Path modules, Path data) {

  private static final int CANNOT_BE_UNPACKED_TODAY = 3;

  /** What was found before: a mirror that does not answer is asked once. */
  private static final Map<AsteriskRelease, AsteriskInstallation> SERVING =
      new EnumMap<>(AsteriskRelease.class);

  /**
   * Finds a release on this machine, or unpacks it: see {@code asterisk/fetch.sh}.
   *
   * @param release which one
   * @return where it is
   * @throws AsteriskNotHereException if it cannot be had; the message says why in one line
   */
  public static AsteriskInstallation find(AsteriskRelease release) {
    try {
      Path script = Files.createTempFile("ringwright-fetch", ".sh");
      try {
        LabFiles.copy("fetch.sh", script);
        return run(release, script);
      } finally {
        Files.delete(script);
      }
    } catch (IOException e) {
      throw new AsteriskNotHereException("Asterisk " + release.number() + ": " + e, false);
    }
  }

  /**
   * Finds a release, or the other one where that one cannot be unpacked today; says so once on
   * standard output.
   *
   * @param release the one that is wanted
   * @return where it or the other is
   * @throws AsteriskNotHereException if neither can be had
   */
  public static AsteriskInstallation findOrOther(AsteriskRelease release) {
    synchronized (SERVING) {
      return SERVING.computeIfAbsent(release, AsteriskInstallation::choose);
    }
  }

  private static AsteriskInstallation choose(AsteriskRelease release) {
    try {
      return find(release);
    } catch (AsteriskNotHereException e) {
      if (!e.otherMayServe()) {
        throw e;
      }
      AsteriskInstallation other = instead(e, release.other());
      System.out.println(e.getMessage() + " -- Asterisk " + other.version() + " serves instead.");
      return other;
    }
  }

  private static AsteriskInstallation instead(
      AsteriskNotHereException first, AsteriskRelease other) {
    try {
      return find(other);
    } catch (AsteriskNotHereException second) {
      throw new AsteriskNotHereException(first.getMessage() + "; " + second.getMessage(), false);
    }
  }

  private static AsteriskInstallation run(AsteriskRelease release, Path script) throws IOException {
    Path complaint = Files.createTempFile("ringwright-fetch", ".err");
    try {
      Process process =
          new ProcessBuilder("bash", script.toString(), release.number())
              .redirectError(complaint.toFile())
              .start();
      process.getOutputStream().close();
      String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      int code = process.waitFor();
      if (code != 0) {
        String why = Files.readString(complaint).strip().replace('\n', ' ');
        throw new AsteriskNotHereException(why, code == CANNOT_BE_UNPACKED_TODAY);
      }
      return parse(answer);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AsteriskNotHereException("interrupted while it was unpacked", false);
    } finally {
      Files.delete(complaint);
    }
  }

  private static AsteriskInstallation parse(String answer) {
    Map<String, String> values = new HashMap<>();
    answer
        .lines()
        .map(line -> line.split("=", 2))
        .filter(pair -> pair.length == 2)
        .forEach(pair -> values.put(pair[0], pair[1]));
    return new AsteriskInstallation(
        value(values, "version"),
        Path.of(value(values, "asterisk")),
        Path.of(value(values, "sipp")),
        Path.of(value(values, "modules")),
        Path.of(value(values, "data")));
  }

  private static String value(Map<String, String> values, String name) {
    String value = values.get(name);
    if (value == null) {
      throw new AsteriskNotHereException("fetch.sh did not say '" + name + "'", false);
    }
    return value;
  }
}
