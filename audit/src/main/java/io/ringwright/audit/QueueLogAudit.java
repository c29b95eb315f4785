package io.ringwright.audit;

import io.ringwright.audit.AuditReport.Span;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Audits the queue_log of an Asterisk: where callers waited although somebody could have served
 * them.
 *
 * <pre>{@code
 * AuditReport report = QueueLogAudit.of(List.of(Path.of("/var/log/asterisk/queue_log")), settings);
 * }</pre>
 *
 * <p>Files are read twice, line by line, in bounded memory. They may be compressed ({@code .gz}),
 * and are taken in the order of their first events. Nothing is written to them.
 *
 * <p>Thread safety: may be used by many threads.
 */
public final class QueueLogAudit {

  private QueueLogAudit() {}

  /**
   * The command: {@code java -cp … io.ringwright.audit.QueueLogAudit [OPTIONS] FILE…}. Ends with
   * status 0 if all was read, 2 if it could not begin.
   *
   * @param arguments options and files; {@code --help} lists them
   */
  public static void main(String... arguments) {
    int status = run(System.out, System.err, arguments);
    if (status != 0) {
      System.exit(status);
    }
  }

  static int run(PrintStream out, PrintStream err, String... arguments) {
    try {
      AuditCommand command = AuditCommand.parse(arguments);
      if (command.help()) {
        out.println(AuditCommand.HELP);
        return 0;
      }
      AuditReport report = of(command.files(), command.settings());
      out.print(new TextReport(report).toString());
      if (command.plot().isPresent()) {
        Files.writeString(command.plot().get(), new SvgPlot(report).toString());
      }
      return 0;
    } catch (IllegalArgumentException wrong) {
      err.println(wrong.getMessage());
      return 2;
    } catch (IOException failed) {
      err.println("cannot write the plot: " + failed.getMessage());
      return 2;
    }
  }

  /**
   * Audits log files.
   *
   * @param files the files of one Asterisk
   * @param settings what the log does not say, and from where on something is a finding
   * @return what was found, what could not be read, and what a log cannot tell
   * @throws IllegalArgumentException if a file is not there or cannot be read
   */
  public static AuditReport of(List<Path> files, AuditSettings settings) {
    for (Path file : files) {
      if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
        throw new IllegalArgumentException(
            "file " + file + " cannot be read: expected a queue_log\nName a file, not a folder.");
      }
    }
    LogLineParser parser = new LogLineParser(settings.aliases());
    List<Path> ordered = LogFiles.inOrder(files, parser);
    Roster roster = new Roster();
    new LogFiles(ordered, parser, new Trouble()).read(roster::take);
    roster.end();
    return new Run(settings, roster).of(ordered, parser);
  }

  /** The second reading. */
  private static final class Run {
    private final Roster roster;
    private final Tally tally;
    private final Sweep sweep;
    private final Trouble trouble = new Trouble();
    private final AtomicLong first = new AtomicLong(-1);
    private final AtomicLong last = new AtomicLong();

    Run(AuditSettings settings, Roster roster) {
      this.roster = roster;
      this.tally = new Tally(settings);
      this.sweep = new Sweep(settings, roster, tally);
    }

    AuditReport of(List<Path> files, LogLineParser parser) {
      RingTimes times = new RingTimes(sweep::take);
      long lines =
          new LogFiles(files, parser, trouble)
              .read(
                  event -> {
                    first.compareAndSet(-1, event.second());
                    last.accumulateAndGet(event.second(), Math::max);
                    times.take(event);
                  });
      times.end();
      sweep.end();
      return new AuditReport(
          tally.queueDays(),
          tally.agentDays(),
          tally.findings(),
          trouble.told(),
          unknown(times),
          new Span(
              lines,
              Instant.ofEpochSecond(Math.max(0, first.get())),
              Instant.ofEpochSecond(last.get())));
    }

    private List<String> unknown(RingTimes times) {
      List<String> told = new ArrayList<>(NotInTheLog.ALWAYS);
      told.addAll(NotInTheLog.of(roster, sweep.unseen(), times.backwards()));
      return told;
    }
  }
}
