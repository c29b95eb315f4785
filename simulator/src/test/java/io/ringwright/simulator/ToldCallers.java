package io.ringwright.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Listens with the ears of the callers: which words came true, and which reasons were given. */
final class ToldCallers implements Consumer<Observation> {

  private static final Pattern POSITION = Pattern.compile("queue-thereare&#(\\d+)n");
  private static final Pattern WAIT =
      Pattern.compile("queue-holdtime&(?:queue-less-than&)?#(\\d+)n");

  private final Map<String, Caller> callers = new HashMap<>();
  private final List<String> unexplained = new ArrayList<>();
  private int waits;
  private int held;
  private int rises;
  private int longer;

  /** What one caller was told. */
  private static final class Caller {
    private final List<String> reasons = new ArrayList<>();
    private final Map<Instant, Integer> waits = new HashMap<>();
    private int position;
    private int minutes;
  }

  @Override
  public void accept(Observation seen) {
    Caller caller = callers.computeIfAbsent(seen.caller(), none -> new Caller());
    switch (seen.kind()) {
      case REASON_GIVEN -> caller.reasons.add(seen.subject());
      case CALLER_TOLD -> told(caller, seen);
      case PHONE_ANSWERS -> answered(caller, seen.at());
      default -> {}
    }
  }

  /** The callers of another day have the same names. */
  void nextDay() {
    callers.clear();
  }

  private void told(Caller caller, Observation seen) {
    boolean next = seen.subject().equals("queue-youarenext");
    int position = next ? 1 : number(POSITION, seen.subject());
    if (position > 0) {
      if (caller.position > 0 && position > caller.position) {
        rises++;
        require(caller, seen, "position " + position + " after " + caller.position);
      }
      caller.position = position;
    }
    int minutes = number(WAIT, seen.subject());
    if (minutes > 0) {
      if (caller.minutes > 0 && minutes > caller.minutes) {
        longer++;
        require(caller, seen, "wait");
      }
      caller.minutes = minutes;
      caller.waits.put(seen.at(), minutes);
    }
    caller.reasons.clear();
  }

  private void require(Caller caller, Observation seen, String words) {
    boolean explained =
        caller.reasons.stream()
            .filter(reason -> !reason.startsWith("told "))
            .anyMatch(reason -> reason.contains(words));
    if (!explained) {
      unexplained.add(seen + " after " + caller.reasons);
    }
  }

  private static int number(Pattern pattern, String words) {
    Matcher found = pattern.matcher(words);
    return found.find() ? Integer.parseInt(found.group(1)) : 0;
  }

  private void answered(Caller caller, Instant at) {
    caller.waits.forEach(
        (told, minutes) -> {
          waits++;
          held += Duration.between(told, at).compareTo(Duration.ofMinutes(minutes)) <= 0 ? 1 : 0;
        });
    caller.waits.clear();
  }

  int waits() {
    return waits;
  }

  double shareTrue() {
    return (double) held / waits;
  }

  int rises() {
    return rises;
  }

  int longerWaits() {
    return longer;
  }

  List<String> unexplained() {
    return unexplained;
  }

  @Override
  public String toString() {
    return held
        + " of "
        + waits
        + " came true; positions that rose: "
        + rises
        + ", longer waits: "
        + longer;
  }
}
