package io.ringwright.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.availability.Attendance;
import io.ringwright.availability.Availability;
import io.ringwright.availability.DeviceLoad;
import io.ringwright.availability.DeviceState;
import io.ringwright.call.CallId;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.RingTarget;
import io.ringwright.call.RoutingAnswer;
import io.ringwright.call.RoutingDecision;
import io.ringwright.call.RoutingExplanation.Rule;
import io.ringwright.call.RoutingExplanation.Step;
import io.ringwright.directory.Extension;
import io.ringwright.directory.HostAnswers;
import io.ringwright.engine.state.Call;
import io.ringwright.engine.state.EngineState;
import io.ringwright.event.Moment;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Each sentence of an explanation, held against the state, on random days in random houses. */
class ExplanationTruthTest {

  private static final int DAYS = 120;
  private static final int EVENTS = 60;
  private static final List<String> NUMBERS =
      List.of("100", "101", "104", "107", "700", "701", "702", "703", "704");
  private static final Pattern CALL = Pattern.compile("call (\\S+?)(?=[ ,;]|$)");
  private static final Pattern NEXT_FACT =
      Pattern.compile(
          ", (?=free|engaged|ringing|in wrap-up|paused|not reachable|logged out|forwards|after|lacks"
              + "|not open|left alone|do not disturb|out of service)");
  private static final Pattern NUMBER = Pattern.compile("\\d+");

  private final Set<String> kinds = new TreeSet<>();

  @Test
  void every_sentence_is_true() {
    for (long seed = 1; seed <= DAYS; seed++) {
      RandomDay day = new RandomDay(seed);
      Engine engine = day.engine();
      for (int event = 0; event < EVENTS; event++) {
        day.hear(engine.apply(day.next()));
        for (String number : NUMBERS) {
          Moment now = new Moment(engine.state().now(), engine.state().wallClock());
          RoutingAnswer answer =
              engine.explain(now, ExplanationTest.question(number), HostAnswers.NONE);
          new Claims(engine.state(), answer, "day " + seed + ", event " + event).inspect();
        }
      }
    }
    assertThat(kinds)
        .as("kinds of sentences that came up")
        .contains(
            "engaged: device says",
            "engaged: in",
            "free",
            "free on hold: in",
            "in wrap-up until",
            "logged out",
            "logged out of",
            "not reachable: device says",
            "paused for",
            "paused in",
            "ringing: device says",
            "ringing: for call",
            "ringing: kept for call");
  }

  /** What one explanation claims. */
  private final class Claims {
    private final EngineState state;
    private final RoutingAnswer answer;
    private final String when;
    private final List<String> summary;
    private final Set<String> rings = new TreeSet<>();

    Claims(EngineState state, RoutingAnswer answer, String when) {
      this.state = state;
      this.answer = answer;
      this.when = when + ":\n" + answer.explanation();
      this.summary = answer.explanation().summary().lines().toList();
      if (answer.decision() instanceof RoutingDecision.Ring ring) {
        ring.targets().forEach(target -> rings.add(target.extension().digits()));
      }
    }

    void inspect() {
      whoRingsIsInTheDecision();
      theSummaryIsShortAndNamesEachPhoneOnce();
      answer.explanation().steps().forEach(this::inspect);
      part("not rung: ").forEach(this::inspectNotRung);
      part("ahead: ").forEach(this::inspectAhead);
    }

    private List<String> part(String begins) {
      return summary.stream()
          .filter(line -> line.startsWith(begins))
          .flatMap(line -> Arrays.stream(line.substring(begins.length()).split("; ")))
          .toList();
    }

    private void whoRingsIsInTheDecision() {
      String first = summary.get(0);
      assertThat(first.startsWith("rings ")).as(when).isEqualTo(!rings.isEmpty());
      if (!rings.isEmpty()) {
        String named = first.substring("rings ".length()).split(":")[0];
        assertThat(Set.of(named.split(", "))).as(when).isEqualTo(rings);
      }
      Set<String> said = new TreeSet<>();
      answer.explanation().steps().stream()
          .filter(step -> step.rule() == Rule.HUNT && step.finding().startsWith("rings"))
          .forEach(step -> said.add(step.subject().replace("extension ", "")));
      assertThat(rings).as(when).containsAll(said);
    }

    private void theSummaryIsShortAndNamesEachPhoneOnce() {
      assertThat(summary).as(when).hasSizeBetween(1, 3);
      Set<String> seen = new HashSet<>(rings);
      for (String phone : part("not rung: ")) {
        Matcher number = NUMBER.matcher(phone);
        if (number.lookingAt()) {
          assertThat(seen.add(number.group())).as(when).isTrue();
        }
      }
    }

    private void inspectNotRung(String phone) {
      Matcher number = NUMBER.matcher(phone);
      if (number.lookingAt()) {
        for (String fact : NEXT_FACT.split(phone.substring(number.end() + 1))) {
          inspect(number.group(), fact);
        }
      }
    }

    private void inspectAhead(String caller) {
      Matcher call = CALL.matcher(caller);
      if (call.find()) {
        assertThat(waiting(call.group(1))).as(when).isTrue();
      }
    }

    private void inspect(Step step) {
      if (step.subject().startsWith("extension ")) {
        String number = step.subject().substring("extension ".length());
        switch (step.rule()) {
          case AVAILABILITY, REACHABLE, LOGGED_IN -> inspect(number, step.finding());
          case HUNT -> assertThat(step.finding()).as(when).isNotEqualTo("same device as " + number);
          default -> {}
        }
      }
    }

    /** A claim such as {@code in wrap-up until 10:32:05 UTC}. */
    private void inspect(String number, String claim) {
      Extension extension = state.phones().extension(DirectoryNumber.of(number)).orElseThrow();
      DeviceLoad load = state.devices().load(extension.devices());
      Attendance attendance = state.extensions().attendance(extension.number());
      boolean isTrue =
          switch (kind(claim)) {
            case "free" -> availability(extension) == Availability.FREE;
            case "free on hold: in" ->
                availability(extension) == Availability.FREE_ON_HOLD
                    && claim.contains("in " + load.inCall() + " call");
            case "engaged: in" ->
                load.inCall() + load.reserved() + kept(claim) > extension.holdCapacity()
                    && claim.contains("in " + load.inCall() + " call")
                    && saidByTheDevice(claim, load.state());
            case "engaged: device says", "ringing: device says" ->
                claim.endsWith(" says " + load.state())
                    && (load.state() == DeviceState.BUSY || load.state() == DeviceState.RINGING);
            case "not reachable: device says" ->
                claim.endsWith(" says " + load.state()) && !load.state().reachable();
            case "ringing: for call" -> reservedForAll(claim, extension.devices());
            case "ringing: kept for call" -> kept(claim) > 0;
            case "in wrap-up until" -> load.wrapUpUntil().isAfter(state.now());
            case "paused for" -> claim.endsWith(attendance.pausedFor().orElse("nothing"));
            case "paused in" -> {
              String[] words = claim.split(" ", 5);
              yield attendance.pausedFor().isEmpty()
                  && in(extension, words[2]).pausedFor().equals(Optional.of(words[4]));
            }
            case "logged out of" ->
                attendance.loggedIn() && !in(extension, claim.split(" ")[3]).loggedIn();
            case "logged out" -> !attendance.loggedIn();
            default -> !claim.startsWith("free") && !claim.startsWith("engaged");
          };
      assertThat(isTrue).as("'%s %s' in %s", number, claim, when).isTrue();
    }

    private Attendance in(Extension extension, String group) {
      return state.extensions().attendanceIn(extension.number(), DirectoryNumber.of(group));
    }

    private String kind(String given) {
      String claim = given.replaceFirst(": \\w+/\\w+ says", ": device says");
      for (String kind :
          List.of(
              "engaged: device says",
              "engaged: in",
              "free on hold: in",
              "in wrap-up until",
              "not reachable: device says",
              "paused for",
              "paused in",
              "ringing: device says",
              "ringing: for call",
              "ringing: kept for call",
              "logged out of",
              "logged out",
              "free")) {
        if (claim.startsWith(kind)) {
          kinds.add(kind);
          return kind;
        }
      }
      return "";
    }

    private Availability availability(Extension extension) {
      return Availability.of(
          state.devices().load(extension.devices()), extension.holdCapacity(), false, state.now());
    }

    private static boolean saidByTheDevice(String claim, DeviceState is) {
      return !claim.contains(" says ") || claim.contains(" says " + is);
    }

    private boolean reservedForAll(String claim, List<RingTarget> devices) {
      List<String> reserved =
          devices.stream()
              .flatMap(each -> state.devices().reservedFor(each.device()).stream())
              .map(CallId::value)
              .distinct()
              .toList();
      Matcher call = CALL.matcher(claim.split(" kept for ")[0]);
      int named = 0;
      while (call.find()) {
        named += reserved.contains(call.group(1)) ? 1 : 1000;
      }
      return named == reserved.size();
    }

    /** How many callers a claim names for whom the phone is kept; all of them wait. */
    private int kept(String claim) {
      if (!claim.contains("kept for ")) {
        return 0;
      }
      Matcher call = CALL.matcher(claim.substring(claim.indexOf("kept for ")));
      int named = 0;
      while (call.find()) {
        assertThat(waiting(call.group(1))).as("%s in %s", claim, when).isTrue();
        named++;
      }
      return named;
    }

    private boolean waiting(String call) {
      return state.waiting().calls().stream().map(Call::id).anyMatch(CallId.of(call)::equals);
    }
  }
}
