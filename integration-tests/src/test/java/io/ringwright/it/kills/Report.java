package io.ringwright.it.kills;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A run in words: one line for each disturbance, one table of what callers experienced, the
 * verdict.
 *
 * @param title on what it ran
 * @param happened what was done
 * @param verdict what it came to
 * @param ghosts how many callers the engine had waiting when nobody was there any more
 */
record Report(String title, List<Happened> happened, Verdict verdict, int ghosts) {

  /** A silence belongs to a disturbance if it began this long after its end, at most. */
  private static final Duration AFTERWARDS = Duration.ofSeconds(2);

  private static final int MOST_FAULTS = 30;

  /** Whether nothing happened that must not. */
  boolean isInOrder() {
    return verdict.faults().isEmpty() && ghosts == 0;
  }

  @Override
  public String toString() {
    return title + "\n\n" + disturbances() + "\n" + callers() + "\n" + conclusion();
  }

  /** What became of each caller, a line each, with tabs. */
  String listing() {
    String head =
        "number\tpriority\tarrived\tknown after ms\texperience\twaited ms\tended by\trings\tcall\n";
    return verdict.callers().stream().map(Report::line).collect(Collectors.joining("", head, ""));
  }

  private static String line(CallerTrace caller) {
    Instant arrived = caller.who().arrived();
    boolean known = caller.known().isBefore(Instant.MAX);
    return String.join(
            "\t",
            caller.who().number(),
            String.valueOf(caller.who().priority()),
            arrived.toString(),
            known ? String.valueOf(Duration.between(arrived, caller.known()).toMillis()) : "-",
            caller.experience().toString(),
            String.valueOf(caller.waited().toMillis()),
            caller.ending().by().toString(),
            caller.rings().stream().map(Report::ring).collect(Collectors.joining(" ")),
            caller.who().call())
        + "\n";
  }

  private static String ring(Ring ring) {
    return ring.phone() + (ring.isAnswered() ? "+" : "-") + "@" + ring.from();
  }

  private String disturbances() {
    StringBuilder text = new StringBuilder();
    text.append(
        row("%6s  %-26s %8s %12s %14s  %s", "at", "what", "lasted", "next answer", "longest", ""));
    text.append(row("%6s  %-26s %8s %12s %14s", "s", "", "s", "s after end", "without one, s"));
    Instant start =
        verdict.callers().stream()
            .map(each -> each.who().arrived())
            .min(Comparator.naturalOrder())
            .orElse(Instant.EPOCH);
    happened.stream()
        .sorted(Comparator.comparing(Happened::from))
        .forEach(each -> text.append(disturbance(each, start)));
    return text.toString();
  }

  private String disturbance(Happened each, Instant start) {
    return row(
        "%6s  %-26s %8s %12s %14s  %s",
        seconds(Duration.between(start, each.from())),
        each.what(),
        seconds(Duration.between(each.from(), each.to())),
        next(each.to()).map(at -> seconds(Duration.between(each.to(), at))).orElse("none"),
        seconds(longestSilence(each.from(), each.to().plus(AFTERWARDS))),
        each.detail());
  }

  private Optional<Instant> next(Instant after) {
    return answers().stream().filter(at -> !at.isBefore(after)).findFirst();
  }

  /** The longest time without an answer that began between two instants, or lay over the first. */
  private Duration longestSilence(Instant from, Instant to) {
    Duration longest = Duration.ZERO;
    Instant last = from;
    for (Instant at : answers()) {
      if (at.isAfter(from) && !last.isAfter(to)) {
        Duration silence = Duration.between(last, at);
        longest = silence.compareTo(longest) > 0 ? silence : longest;
        last = at;
      }
    }
    return longest;
  }

  private List<Instant> answers() {
    return verdict.callers().stream()
        .map(CallerTrace::answer)
        .flatMap(Optional::stream)
        .map(Ring::answered)
        .sorted()
        .toList();
  }

  private String callers() {
    StringBuilder text = new StringBuilder();
    text.append(count("arrived", verdict.callers().size(), ""));
    for (Experience each : Experience.values()) {
      text.append(count(each.toString(), verdict.with(each), each.isAllowed() ? "" : "must be 0"));
    }
    text.append(count("rung at an engaged phone", verdict.rungWhileEngaged().size(), "must be 0"));
    text.append(count("delivered twice", verdict.deliveredTwice().size(), "must be 0"));
    text.append(count("overtaken beyond the blur", verdict.overtaken(false).size(), "must be 0"));
    text.append(count("overtaken within the blur", verdict.overtaken(true).size(), blur()));
    text.append(count("end told twice", verdict.endedTwice().size(), "must be 0"));
    text.append(count("left, told otherwise", verdict.endedOtherwise().size(), "must be 0"));
    text.append(count("end not told", verdict.untold(), "killed between an end and its telling"));
    text.append(count("waiting for the engine alone", ghosts, "must be 0"));
    List<Duration> waits = verdict.waits();
    text.append(row("%-30s %8s s", "median wait", waits.isEmpty() ? "-" : median(waits)));
    text.append(row("%-30s %8s s", "longest wait", waits.isEmpty() ? "-" : longest(waits)));
    return text.toString();
  }

  private String blur() {
    Duration longest =
        verdict.callers().stream()
            .filter(each -> each.known().isBefore(Instant.MAX))
            .map(each -> Duration.between(each.who().arrived(), each.known()))
            .max(Comparator.naturalOrder())
            .orElse(Duration.ZERO);
    return "blur: from arrival to the engine's first answer, at most " + seconds(longest) + " s";
  }

  private String conclusion() {
    List<String> faults = verdict.faults();
    StringBuilder text = new StringBuilder();
    faults.stream().limit(MOST_FAULTS).forEach(each -> text.append(each).append('\n'));
    if (faults.size() > MOST_FAULTS) {
      text.append("and ").append(faults.size() - MOST_FAULTS).append(" more\n");
    }
    return text.append(isInOrder() ? "in order" : "NOT in order").append('\n').toString();
  }

  private static String count(String what, long number, String remark) {
    return row("%-30s %8d  %s", what, number, remark);
  }

  private static String median(List<Duration> waits) {
    return seconds(waits.get(waits.size() / 2));
  }

  private static String longest(List<Duration> waits) {
    return seconds(waits.get(waits.size() - 1));
  }

  private static String row(String format, Object... values) {
    return String.format(Locale.ROOT, format, values).stripTrailing() + "\n";
  }

  private static String seconds(Duration time) {
    return String.format(Locale.ROOT, "%.1f", time.toMillis() / 1000.0);
  }
}
