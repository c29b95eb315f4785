package io.ringwright.examples;

import io.ringwright.ami.InstallationCheck;
import io.ringwright.ami.InstallationFinding;
import io.ringwright.call.ContextName;
import io.ringwright.call.PbxId;
import io.ringwright.dialplan.Contexts;
import io.ringwright.dialplan.Contexts.Part;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Checks an installation from the command line: what Asterisk has, against what Ringwright needs. A
 * running application is not disturbed.
 *
 * <p>Arguments, each as {@code name=value}: {@code pbx} (pbx1), {@code host} (127.0.0.1), {@code
 * port} (5038), {@code user} (ringwright), {@code secretFile} in place of the environment variable
 * {@code RINGWRIGHT_SECRET}, and the names of contexts that differ from the default, such as {@code
 * wait=my-wait}.
 */
public final class CheckInstallation {

  private static final Duration LONGEST = Duration.ofSeconds(20);

  private CheckInstallation() {}

  /**
   * Prints a line for each finding, and ends the program: with 0 if there is none, 1 if there are
   * some, 2 if Asterisk could not be asked.
   *
   * @param arguments each as {@code name=value}
   * @throws Exception if an argument is not valid, or the file with the secret cannot be read
   */
  public static void main(String... arguments) throws Exception {
    System.exit(run(System.out, arguments));
  }

  static int run(PrintStream out, String... arguments) throws IOException, InterruptedException {
    Map<String, String> given =
        new TreeMap<>(
            Map.of(
                "pbx", "pbx1",
                "host", "127.0.0.1",
                "port", "5038",
                "user", "ringwright",
                "secretFile", ""));
    Contexts contexts = Contexts.standard();
    for (String argument : arguments) {
      String[] words = argument.split("=", 2);
      Optional<Part> part = part(words[0]);
      if (words.length == 2 && part.isPresent()) {
        contexts = contexts.with(part.get(), ContextName.of(words[1]));
      } else if (words.length != 2 || given.replace(words[0], words[1]) == null) {
        throw new IllegalArgumentException(
            "argument '"
                + argument
                + "' is not valid: expected name=value with a name of "
                + given.keySet()
                + ", or a part of the dialplan");
      }
    }
    return print(out, given, contexts);
  }

  private static Optional<Part> part(String name) {
    return List.of(Part.values()).stream()
        .filter(part -> part.name().equalsIgnoreCase(name))
        .findFirst();
  }

  private static int print(PrintStream out, Map<String, String> given, Contexts contexts)
      throws IOException, InterruptedException {
    String secret = secret(given.getOrDefault("secretFile", ""));
    int port = Integer.parseInt(given.getOrDefault("port", ""));
    try {
      // begin: check installation
      List<InstallationFinding> found =
          InstallationCheck.once(
              ami ->
                  ami.pbx(PbxId.of(given.getOrDefault("pbx", "")))
                      .address(given.getOrDefault("host", ""), port)
                      .login(given.getOrDefault("user", ""), secret)
                      .dialplan(contexts),
              LONGEST);
      found.forEach(out::println);
      // end: check installation
      if (found.isEmpty()) {
        out.println("nothing found");
      }
      return found.isEmpty() ? 0 : 1;
    } catch (IllegalStateException noLink) {
      out.println(noLink.getMessage());
      return 2;
    }
  }

  private static String secret(String file) throws IOException {
    return file.isEmpty()
        ? System.getenv().getOrDefault("RINGWRIGHT_SECRET", "")
        : Files.readString(Path.of(file), StandardCharsets.UTF_8).strip();
  }
}
