package io.ringwright.faults;

import static io.ringwright.faults.FaultCase.endsOnce;
import static io.ringwright.faults.FaultCase.holdsAndBites;
import static io.ringwright.faults.FaultCase.isAnswered;
import static io.ringwright.faults.FaultCase.linked;
import static io.ringwright.faults.FaultCase.waitsBehind;
import static io.ringwright.faults.FaultCase.within;
import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.call.RingOutcome;
import io.ringwright.directory.PhoneList;
import io.ringwright.fakeasterisk.switchboard.HangupCause;
import io.ringwright.fakeasterisk.switchboard.LiveChannel;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Faults 1 to 8 of the catalogue: what goes wrong between a decision and a talk. */
@Timeout(value = 10, unit = TimeUnit.MINUTES) // On a busy machine.
class FaultCatalogueDeliveryTest {

  private static final Duration SOON = Duration.ofSeconds(20);

  /** The redirect is about 150 bytes long and its answer 90: all places are tried. */
  private static final int LONGEST_MESSAGE = 200;

  @Test
  void fault_01_ami_drops_between_redirect_and_response() {
    for (int at = 0; at < LONGEST_MESSAGE; at++) {
      assertThat(survivesCut(true, true, at)).as("action cut at " + at).isTrue();
      assertThat(survivesCut(true, false, at)).as("answer cut at " + at).isTrue();
    }
    assertThat(survivesCut(false, true, 10)).as("nobody asks where the caller is").isFalse();
  }

  private static boolean survivesCut(boolean on, boolean action, int at) {
    Laboratory lab = FaultCase.of(FaultCase.ONE_DESK);
    if (!on) {
      lab.wire(
          wiring ->
              wiring.telephony(Protections.blind()).events(Protections.snapshotsWithoutCallers()));
    }
    linked(lab);
    LiveChannel caller = waitsBehind(lab);
    if (action) {
      lab.ami.cutNextRedirectAt(at);
    } else {
      lab.ami.cutNextAnswerAt(at);
    }
    return isAnswered(lab, caller, SOON) && endsOnce(lab, caller);
  }

  @Test
  void fault_02_a_redirect_is_acknowledged_and_nothing_moves() {
    holdsAndBites(
        on -> {
          Laboratory lab = FaultCase.of(FaultCase.ONE_DESK);
          if (!on) {
            lab.wire(wiring -> wiring.telephony(Protections.blind()));
          }
          linked(lab);
          LiveChannel caller = waitsBehind(lab);
          lab.pbx().faults().ignoreNextRedirect();
          return isAnswered(lab, caller, SOON) && endsOnce(lab, caller);
        });
  }

  @Test
  void fault_02_a_redirect_that_lands_late_or_ends_in_a_hang_up_has_one_end() {
    Laboratory late = FaultCase.of(FaultCase.ONE_DESK);
    linked(late);
    LiveChannel caller = waitsBehind(late);
    late.pbx().faults().delayNextRedirect(Duration.ofSeconds(5));
    assertThat(isAnswered(late, caller, SOON) && endsOnce(late, caller)).isTrue();

    Laboratory hungUp = FaultCase.of(FaultCase.ONE_DESK);
    linked(hungUp);
    LiveChannel gone = waitsBehind(hungUp);
    hungUp.pbx().faults().hangUpOnNextRedirect();
    assertThat(endsOnce(hungUp, gone)).isTrue();
    assertThat(hungUp.checks.remains()).isEmpty();
  }

  @Test
  void fault_02_a_redirect_that_lands_when_the_phone_was_given_to_another_rings_nothing() {
    holdsAndBites(
        on -> {
          try {
            return ringsNothingForAnOldToken(on);
          } catch (BrokenInvariant rungForTwo) {
            return false;
          }
        });
  }

  /** The caller is moved 20 s late; what asks for it again meanwhile is lost. */
  private static boolean ringsNothingForAnOldToken(boolean on) {
    Laboratory lab = FaultCase.of(FaultCase.ONE_DESK);
    if (!on) {
      lab.wire(wiring -> wiring.calls(Protections.anyTokenCounts()));
    }
    linked(lab);
    LiveChannel late = waitsBehind(lab);
    LiveChannel next = lab.call("700", 5);
    lab.pbx().faults().delayNextRedirect(Duration.ofSeconds(20));
    int[] moves = new int[1];
    lab.ami.tamper(
        action ->
            isMoveOf(late, action) && moves[0]++ > 0
                ? Optional.of(AmiWay.Fate.SWALLOWED)
                : Optional.empty());
    within(lab, SOON, () -> moves[0] == 1);
    lab.phone("8260", lab.answers(Duration.ofSeconds(1), Duration.ofSeconds(30)));
    within(lab, SOON, () -> next.bridge().isPresent());
    long rings = lab.checks.rings();
    within(lab, SOON, () -> late.location().context().equals("ringwright-deliver"));
    lab.ami.tamper(action -> Optional.empty());
    lab.timeline.advance(Duration.ofMillis(500));
    return lab.checks.rings() == rings
        && isAnswered(lab, late, Duration.ofSeconds(40))
        && endsOnce(lab, late);
  }

  private static boolean isMoveOf(LiveChannel caller, String action) {
    return action.startsWith("Action: Redirect") && action.contains(caller.id().name());
  }

  @Test
  void fault_03_error_responses_to_a_redirect() {
    for (String words :
        List.of(
            "Channel does not exist: PJSIP/trunk-00000001",
            "Redirect failed, channel not up.",
            "Redirect failed",
            "No such channel",
            "Permission denied")) {
      assertThat(survivesError(true, words)).as(words).isTrue();
      assertThat(survivesError(false, words)).as(words + ", unheard").isFalse();
    }
  }

  private static boolean survivesError(boolean on, String words) {
    Laboratory lab = FaultCase.of(FaultCase.ONE_DESK);
    if (!on) {
      lab.wire(wiring -> wiring.telephony(Protections.blind()));
    }
    linked(lab);
    LiveChannel caller = waitsBehind(lab);
    lab.ami.refuseNextRedirect(words);
    return isAnswered(lab, caller, SOON) && endsOnce(lab, caller);
  }

  @Test
  void fault_04_a_phone_is_busy_without_our_knowing() {
    holdsAndBites(
        on -> {
          Laboratory lab = FaultCase.of(deadDesk(on));
          int[] rings = new int[1];
          lab.phone(
              "8260",
              call -> {
                rings[0]++;
                call.refuse(HangupCause.BUSY, 486);
              });
          linked(lab);
          LiveChannel caller = lab.call("700", 5);
          lab.timeline.advance(Duration.ofSeconds(8));
          boolean stillWaits = caller.location().context().equals("ringwright-wait");
          return stillWaits && rings[0] == 1;
        });
  }

  @Test
  void fault_05_nobody_answers_and_no_caller_bounces_for_ever() {
    holdsAndBites(
        on -> {
          Laboratory lab = FaultCase.of(deadDesk(on));
          int[] rings = new int[1];
          lab.phone(
              "8260",
              call -> {
                rings[0]++;
                call.ring();
              });
          linked(lab);
          LiveChannel caller = lab.call("700", 5);
          lab.timeline.advance(Duration.ofMinutes(3));
          boolean over = lab.book.visits().endsOf(Laboratory.idOf(caller)).size() == 1;
          return over && rings[0] <= 5;
        });
  }

  /** Rings for 5 s, and lets nobody wait longer than two minutes. */
  private static PhoneList deadDesk(boolean on) {
    return PhoneList.builder()
        .extension(
            "8260",
            phone -> {
              phone.device("PJSIP/8260").ringTime(Duration.ofSeconds(5));
              if (!on) {
                phone.backOff(Duration.ZERO);
                List.of(RingOutcome.values()).stream()
                    .filter(FaultCatalogueDeliveryTest::isMissed)
                    .forEach(phone::neverLeaveAloneAfter);
              }
            })
        .huntGroup("700", group -> group.member("8260").longestWait(Duration.ofMinutes(2)))
        .build();
  }

  private static boolean isMissed(RingOutcome outcome) {
    return outcome != RingOutcome.ANSWERED && outcome != RingOutcome.ABANDONED;
  }

  @Test
  void fault_06_asterisk_restarts() {
    holdsAndBites(
        on -> {
          Laboratory lab = FaultCase.of(FaultCase.ONE_DESK);
          if (!on) {
            lab.wire(
                wiring ->
                    wiring.events(Protections.deafTo(Set.of("pbxDisconnected", "pbxConnected"))));
          }
          EngineRun unused = lab.start();
          lab.timeline.advance(Duration.ofSeconds(10));
          LiveChannel first = lab.call("700", 5);
          LiveChannel second = lab.call("700", 5);
          lab.timeline.advance(Duration.ofMillis(500));
          List<String> both =
              List.of(Laboratory.idOf(first).value(), Laboratory.idOf(second).value());
          lab.restartAsterisk();
          lab.timeline.advance(Duration.ofSeconds(20));
          return both.stream().allMatch(call -> lab.book.visits().hasEnded(call))
              && lab.checks.remains().isEmpty();
        });
  }

  @Test
  void fault_07_the_application_crashes_between_reservation_and_redirect() {
    holdsAndBites(on -> survivesCrash(on, false));
  }

  @Test
  void fault_08_the_application_crashes_between_redirect_and_landing() {
    holdsAndBites(on -> survivesCrash(on, true));
  }

  /** Without the journal, and without what callers' channels say, nobody knows who waits. */
  private static boolean survivesCrash(boolean on, boolean afterRedirect) {
    Laboratory lab = FaultCase.of(FaultCase.ONE_DESK);
    if (!on) {
      lab.wire(wiring -> wiring.events(Protections.snapshotsWithoutCallers()));
    }
    linked(lab);
    LiveChannel caller = waitsBehind(lab);
    lab.ami.tamper(
        action -> {
          if (action.startsWith("Action: Redirect")) {
            var unused = lab.timeline.after(Duration.ofMillis(afterRedirect ? 1 : 0), lab::kill);
            lab.ami.tamper(any -> Optional.empty());
            return afterRedirect ? Optional.empty() : Optional.of(AmiWay.Fate.CUT_BEFORE);
          }
          return Optional.empty();
        });
    within(lab, SOON, () -> lab.engine().isEmpty());
    if (!on) {
      lab.loseJournal();
    }
    lab.timeline.advance(Duration.ofSeconds(1));
    EngineRun unused = lab.start();
    return isAnswered(lab, caller, Duration.ofSeconds(10));
  }
}
