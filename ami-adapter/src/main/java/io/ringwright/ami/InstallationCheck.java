package io.ringwright.ami;

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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;

/**
 * Checks an installation once, without an engine: what Asterisk has, against what Ringwright needs.
 * Nobody is moved, and nothing is changed. An {@link AmiConnection} does the same and more, with
 * the router and its phone list, at each connect.
 *
 * <p>As a program it prints a line for each finding, and ends with 0 if there is none, 1 if there
 * are some, and 2 if Asterisk could not be asked:
 *
 * <pre>{@code
 * RINGWRIGHT_SECRET=... java -cp ... io.ringwright.ami.InstallationCheck pbx=pbx1 host=127.0.0.1 user=ringwright
 * }</pre>
 *
 * <p>Arguments: {@code pbx}, {@code host} (127.0.0.1), {@code port} (5038), {@code user}
 * (ringwright), {@code secretFile} in place of the environment variable {@code RINGWRIGHT_SECRET},
 * and the names of contexts that differ from the default, such as {@code wait=my-wait}.
 *
 * <p>Thread safety: may be used by many threads.
 */
public final class InstallationCheck {

  private static final Duration LONGEST = Duration.ofSeconds(20);

  private InstallationCheck() {}

  /**
   * Checks, and waits for the result.
   *
   * @param settings says which Asterisk, and who logs in; {@code onFindings} is not heard
   * @param longest how long to wait for the link, and then for the result
   * @return the findings, the worst first
   * @throws IllegalStateException if there is no link, or no result, in time; the message says why
   * @throws InterruptedException if the thread is interrupted
   */
  public static List<InstallationFinding> once(
      UnaryOperator<AmiConnectionBuilder> settings, Duration longest) throws InterruptedException {
    CompletableFuture<List<InstallationFinding>> found = new CompletableFuture<>();
    AmiConnectionBuilder builder =
        settings.apply(AmiConnection.builder(new SilentEngine(), new AmiTelephony()));
    try (AmiConnection connection = builder.onFindings(found::complete).build()) {
      connection.start();
      LinkState state = connection.awaitConnected(longest);
      if (!state.isConnected()) {
        throw new IllegalStateException(
            "the installation cannot be checked: there is no link to Asterisk: " + state);
      }
      return found.get(longest.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException late) {
      throw new IllegalStateException(
          "the check of the installation did not end within "
              + longest
              + "\nLook whether Asterisk answers slowly, and try again.",
          late);
    }
  }

  /**
   * Checks, prints what was found, and ends the program.
   *
   * @param arguments each as {@code name=value}
   * @throws Exception if an argument is not valid, or the file with the secret cannot be read
   */
  public static void main(String... arguments) throws Exception {
    System.exit(run(System.out, arguments));
  }

  static int run(PrintStream out, String... arguments) throws IOException, InterruptedException {
    Map<String, String> given = new TreeMap<>(Map.of("host", "127.0.0.1", "port", "5038"));
    given.putAll(Map.of("user", "ringwright", "pbx", "pbx1", "secretFile", ""));
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
                + " or a part of the dialplan");
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
    try {
      List<InstallationFinding> found =
          once(
              ami ->
                  ami.pbx(PbxId.of(given.getOrDefault("pbx", "")))
                      .address(given.getOrDefault("host", ""), port(given))
                      .login(given.getOrDefault("user", ""), secret)
                      .dialplan(contexts),
              LONGEST);
      found.forEach(out::println);
      if (found.isEmpty()) {
        out.println("nothing found");
      }
      return found.isEmpty() ? 0 : 1;
    } catch (IllegalStateException noLink) {
      out.println(noLink.getMessage());
      return 2;
    }
  }

  private static int port(Map<String, String> given) {
    String port = given.getOrDefault("port", "");
    return port.matches("[0-9]{1,5}") ? Integer.parseInt(port) : 0;
  }

  private static String secret(String file) throws IOException {
    return file.isEmpty()
        ? System.getenv().getOrDefault("RINGWRIGHT_SECRET", "")
        : Files.readString(Path.of(file), StandardCharsets.UTF_8).strip();
  }
}
