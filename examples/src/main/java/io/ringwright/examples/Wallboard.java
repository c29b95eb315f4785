package io.ringwright.examples;

import io.ringwright.call.CallId;
import io.ringwright.call.CallOutcome;
import io.ringwright.call.CallerId;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.InboundCall;
import io.ringwright.call.RoutingAnswer;
import io.ringwright.call.RoutingDecision;
import io.ringwright.call.Visit;
import io.ringwright.port.RoutingListener;
import io.ringwright.telling.Answered;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Prints what happens in a call centre, one line each, as it happens: who calls, who waits at which
 * position, who answers, and why.
 *
 * <p>Thread safety: may be used by many threads.
 */
final class Wallboard implements RoutingListener {

  private static final int CALLER_WIDTH = 18;

  private final PrintStream out;
  private final InstantSource clock;
  private final AtomicReference<Instant> start = new AtomicReference<>(Instant.MAX);
  private final boolean wholeExplanations;
  private final Map<CallId, CallerId> callers = new ConcurrentHashMap<>();
  private final Map<CallOutcome, Integer> outcomes = new ConcurrentHashMap<>();

  Wallboard(PrintStream out, InstantSource clock, boolean wholeExplanations) {
    this.out = out;
    this.clock = clock;
    this.wholeExplanations = wholeExplanations;
  }

  @Override
  public void callArrived(InboundCall call, Visit visit) {
    callers.put(call.id(), call.caller());
    print(call.id(), "calls " + call.called());
  }

  @Override
  public void decided(RoutingAnswer answer) {
    print(answer.call(), say(answer.decision()) + because(answer));
  }

  @Override
  public void delivering(RoutingAnswer answer) {
    print(answer.call(), "is next: " + say(answer.decision()) + because(answer));
  }

  @Override
  public void answered(Answered told) {
    String by = told.by().extension().orElseThrow().digits();
    print(told.visit().call(), by + " answers after " + seconds(told.waited()));
  }

  @Override
  public void ended(Visit visit, CallOutcome outcome, Duration waited) {
    print(visit.call(), "ends: " + words(outcome));
    outcomes.merge(outcome, 1, Integer::sum);
    callers.remove(visit.call());
  }

  @Override
  public void failed(String what, RuntimeException failure) {
    out.println("!! " + what + ": " + failure.getMessage());
  }

  /** How all calls ended so far. */
  String summary() {
    return Stream.of(CallOutcome.values())
        .map(each -> outcomes.getOrDefault(each, 0) + " " + words(each))
        .collect(Collectors.joining(", "));
  }

  static String words(CallOutcome outcome) {
    return outcome.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  static String say(RoutingDecision decision) {
    return decision.accept(
        new RoutingDecision.Cases<>() {
          @Override
          public String ring(RoutingDecision.Ring ring) {
            return "rings "
                + ring.extensions().stream()
                    .map(DirectoryNumber::digits)
                    .collect(Collectors.joining(" and "));
          }

          @Override
          public String wait(RoutingDecision.Wait wait) {
            return "waits for " + wait.waitingFor() + " at position " + wait.position();
          }

          @Override
          public String divert(RoutingDecision.Divert divert) {
            return "leaves the house to " + divert.to();
          }

          @Override
          public String handBack(RoutingDecision.HandBack back) {
            return "goes on in the dialplan at " + back.to();
          }

          @Override
          public String reject(RoutingDecision.Reject reject) {
            return "is rejected, " + reject.reason().word();
          }
        });
  }

  private String because(RoutingAnswer answer) {
    if (!wholeExplanations) {
      String more =
          answer.explanation().summary().lines().skip(1).collect(Collectors.joining("; "));
      return more.isEmpty() ? "" : "  - " + more;
    }
    return answer
        .explanation()
        .toString()
        .lines()
        .map(line -> "\n" + " ".repeat(CALLER_WIDTH + 12) + line)
        .collect(Collectors.joining());
  }

  private void print(CallId call, String what) {
    CallerId caller = callers.getOrDefault(call, CallerId.unknown());
    Instant now = clock.instant();
    start.compareAndSet(Instant.MAX, now);
    String time = seconds(Duration.between(start.get(), now));
    out.printf(Locale.ROOT, "%9s  %-" + CALLER_WIDTH + "s %s%n", time, caller, what);
  }

  private static String seconds(Duration duration) {
    return String.format(Locale.ROOT, "%.2f s", duration.toMillis() / 1000.0);
  }
}
