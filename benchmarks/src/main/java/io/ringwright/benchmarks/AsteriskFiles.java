package io.ringwright.benchmarks;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The files in {@code benchmarks/asterisk}, which travel as resources, made for a load. */
final class AsteriskFiles {

  private static final List<String> NAMES =
      List.of(
          "asterisk.conf",
          "callers.xml",
          "extensions.conf",
          "logger.conf",
          "manager.conf",
          "phones.xml",
          "pjsip.conf",
          "queues.conf");

  private static final String PHONE =
      """
      [%1$s](phone)
      aors = %1$s
      [%1$s](place)
      contact = sip:%1$s@127.0.0.1:@PHONE_PORT@
      """;

  private AsteriskFiles() {}

  /** The texts by name. */
  static Map<String, String> of(Load load) throws IOException {
    Map<String, String> files = new HashMap<>();
    for (String name : NAMES) {
      files.put(name, read(name));
    }
    for (String number : load.numbers()) {
      files.computeIfPresent("queues.conf", (name, text) -> withMember(text, number));
      files.merge("pjsip.conf", PHONE.formatted(number), String::concat);
    }
    files.compute(
        "phones.xml",
        (name, text) ->
            String.valueOf(text)
                .replace("@SHORTEST_TALK@", Long.toString(load.talk().shortest().toMillis()))
                .replace("@LONGEST_TALK@", Long.toString(load.talk().longest().toMillis())));
    return files;
  }

  /**
   * The texts by name where callers are {@link LocalCallers}: each says how long the phone talks,
   * and nobody hears music.
   */
  static Map<String, String> withoutMedia(Load load) throws IOException {
    Map<String, String> files = of(load);
    files.put("phones.xml", read("phones-told.xml"));
    files.put("musiconhold.conf", read("musiconhold.conf"));
    return files;
  }

  /** A member of every queue in the file. */
  private static String withMember(String queues, String number) {
    return queues.replace("; members\n", "; members\nmember => PJSIP/" + number + "\n");
  }

  private static String read(String name) throws IOException {
    try (InputStream in = AsteriskFiles.class.getResourceAsStream("asterisk/" + name)) {
      if (in == null) {
        throw new FileNotFoundException("resource asterisk/" + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
