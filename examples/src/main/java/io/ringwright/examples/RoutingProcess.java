package io.ringwright.examples;

import io.ringwright.availability.Attendance;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.examples.CallCentre.Asterisk;
import io.ringwright.journal.Durability;
import io.ringwright.port.RoutingListener;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * A call centre in a process of its own, which can be killed. Questions go in and answers come out,
 * a line each; it ends by itself when nobody can ask any more.
 *
 * <p>Thread safety: one thread.
 */
final class RoutingProcess implements AutoCloseable {

  private static final String DURABLE = "durable";
  private static final String QUEUE = "queue";
  private static final String LUNCH = "lunch";
  private static final String PAUSED = "paused";
  private static final String READY = "ready";

  private final Process process;
  private final BufferedReader answers;
  private final Writer questions;

  private RoutingProcess(Process process) throws IOException {
    this.process = process;
    this.answers = process.inputReader(StandardCharsets.UTF_8);
    this.questions = process.outputWriter(StandardCharsets.UTF_8);
    List<String> first = answer();
    if (!first.equals(List.of(READY))) {
      throw new IllegalStateException("process " + process.pid() + " did not start: " + first);
    }
  }

  /** Starts one on this Asterisk and this journal, and waits until it serves. */
  static RoutingProcess start(Asterisk asterisk, Path journal) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-cp",
            classPath(),
            RoutingProcess.class.getName(),
            String.valueOf(asterisk.amiPort()),
            asterisk.user(),
            String.valueOf(asterisk.agiPort()),
            journal.toString());
    builder.environment().put("RINGWRIGHT_SECRET", asterisk.secret());
    return new RoutingProcess(builder.redirectError(ProcessBuilder.Redirect.INHERIT).start());
  }

  /** The classes of this program: Maven runs it with a class loader of its own. */
  private static String classPath() {
    if (RoutingProcess.class.getClassLoader() instanceof URLClassLoader loader) {
      return List.of(loader.getURLs()).stream()
          .map(RoutingProcess::file)
          .collect(Collectors.joining(System.getProperty("path.separator")));
    }
    return System.getProperty("java.class.path");
  }

  private static String file(URL url) {
    try {
      return Path.of(url.toURI()).toString();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  long pid() {
    return process.pid();
  }

  /** Who waits, in order. */
  List<String> queue() throws IOException {
    return ask(QUEUE);
  }

  /** Which extensions are paused, and why. */
  List<String> paused() throws IOException {
    return ask(PAUSED);
  }

  /** Whether everything that it answered is on the disk. */
  boolean isDurable() {
    try {
      return ask(DURABLE).equals(List.of(new Durability.Durable().toString()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Pauses Cleo. */
  void sendCleoToLunch() throws IOException {
    ask(LUNCH);
  }

  private List<String> ask(String question) throws IOException {
    questions.write(question + "\n");
    questions.flush();
    return answer();
  }

  private List<String> answer() throws IOException {
    String said = answers.readLine();
    if (said == null) {
      throw new IllegalStateException(
          "process " + process.pid() + " ended without an answer: what it printed says why");
    }
    return said.isEmpty() ? List.of() : List.of(said.split("\t"));
  }

  /** Signal 9: it cannot do anything about it. */
  void kill() throws InterruptedException {
    process.toHandle().destroyForcibly();
    process.waitFor(10, TimeUnit.SECONDS);
  }

  @Override
  public void close() {
    try {
      questions.close();
      process.waitFor(10, TimeUnit.SECONDS);
    } catch (IOException gone) {
      // It was killed.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      process.destroyForcibly();
    }
  }

  /**
   * Serves an Asterisk until standard input ends.
   *
   * @param arguments AMI port, AMI user, AGI port, file of the journal
   * @throws Exception if a port is taken or the journal cannot be used
   */
  public static void main(String[] arguments) throws Exception {
    Asterisk asterisk =
        new Asterisk(
            "127.0.0.1",
            Integer.parseInt(arguments[0]),
            arguments[1],
            System.getenv("RINGWRIGHT_SECRET"),
            Integer.parseInt(arguments[2]));
    Path journal = Path.of(arguments[3]);
    try (CallCentre centre =
        new CallCentre(asterisk, CrashRehearsal.phones(), journal, RoutingListener.SILENT)) {
      centre.awaitConnected();
      say(List.of(READY));
      BufferedReader in =
          new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
      for (String asked = in.readLine(); asked != null; asked = in.readLine()) {
        say(answer(centre, asked));
      }
    }
  }

  private static List<String> answer(CallCentre centre, String asked) {
    return switch (asked) {
      case DURABLE -> List.of(centre.router().durability().toString());
      case QUEUE ->
          centre.router().waitingCalls().stream().map(call -> call.caller().name()).toList();
      case LUNCH -> {
        Attendance lunch = new Attendance(true, Optional.of("lunch"));
        centre.router().setAttendance(DirectoryNumber.of("8262"), lunch);
        yield paused(centre);
      }
      default -> paused(centre);
    };
  }

  private static void say(List<String> answer) {
    System.out.println(String.join("\t", answer));
  }

  private static List<String> paused(CallCentre centre) {
    List<String> paused = new ArrayList<>();
    CrashRehearsal.PEOPLE.forEach(
        (number, name) ->
            centre
                .router()
                .attendance(DirectoryNumber.of(number))
                .pausedFor()
                .ifPresent(why -> paused.add(name + " (" + why + ")")));
    return paused;
  }
}
