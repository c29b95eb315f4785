package io.ringwright.directory;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The numbers that a dial string may dial: what stands before the at sign, and last after a trunk.
 * What separates digits, or makes a telephone line wait, is left out, as a provider would leave it
 * out.
 */
final class DialledNumbers {

  private DialledNumbers() {}

  /** All that may be one; none of a dial string that is nothing but the name of a device. */
  static List<String> in(String dialString) {
    int slash = dialString.indexOf('/');
    String resource = dialString.substring(slash + 1);
    List<String> parts =
        dialString.substring(0, slash).toLowerCase(Locale.ROOT).equals("local")
            ? local(resource)
            : onTrunk(resource);
    return parts.stream()
        .map(part -> part.replaceAll("[-._wWpP]", ""))
        .filter(number -> number.matches("\\+?[0-9]+"))
        .distinct()
        .toList();
  }

  /**
   * The dialplan extension of a Local channel, in whatever context. Our own context for agents
   * outside dials what stands before the first dash, whatever follows.
   */
  private static List<String> local(String resource) {
    String extension = resource.replaceAll("[@/].*", "");
    return List.of(extension, extension.replaceAll("-.*", ""));
  }

  private static List<String> onTrunk(String resource) {
    List<String> parts = new ArrayList<>();
    int at = resource.indexOf('@');
    String before = at < 0 ? resource : resource.substring(0, at);
    int begins = Math.max(before.lastIndexOf('/'), before.lastIndexOf(':')) + 1;
    if (at >= 0 || begins > 0) {
      parts.add(before.substring(begins));
    }
    if (resource.indexOf('/') >= 0) {
      parts.add(resource.substring(resource.lastIndexOf('/') + 1));
    }
    return parts;
  }
}
