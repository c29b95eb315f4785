package io.ringwright.faults;

import static io.ringwright.faults.FaultCase.holdsAndBites;
import static io.ringwright.faults.FaultCase.isAnswered;
import static io.ringwright.faults.FaultCase.linked;
import static io.ringwright.faults.FaultCase.waitsBehind;
import static io.ringwright.faults.FaultCase.within;

import io.ringwright.ami.SteppedLink;
import io.ringwright.call.Device;
import io.ringwright.fakeasterisk.switchboard.AttendedTransfer;
import io.ringwright.fakeasterisk.switchboard.LiveChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Faults 11 to 13, 16 to 18 and 23 to 25 of the catalogue: what Asterisk tells, and how. */
@Timeout(value = 10, unit = TimeUnit.MINUTES) // On a busy machine.
class FaultCatalogueNewsTest {

  private static final Duration SOON = Duration.ofSeconds(15);
  private static final Duration NEVER = Duration.ofDays(1);

  private static void limits(Laboratory lab, UnaryOperator<SteppedLink.Limits> changed) {
    lab.wire(wiring -> wiring.limits(changed.apply(wiring.limits)));
  }

  @Test
  void fault_11_events_come_twice() {
    holdsAndBites(
        on -> {
          Laboratory lab = FaultCase.of(FaultCase.ONE_DESK);
          EngineRun engine = linked(lab);
          int[] counted = new int[1];
          lab.ami.events(
              event -> {
                counted[0] += 2 * change(event.get(0));
                return List.of(event.get(0), event.get(0));
              });
          LiveChannel caller = waitsBehind(lab);
          int states =
              engine.state(lab.phoneLists()).devices().load(Device.of("PJSIP/8260")).inCall();
          boolean one = on ? states == 1 : counted[0] == 1;
          boolean served = isAnswered(lab, caller, SOON) && FaultCase.endsOnce(lab, caller);
          return one && served && lab.book.answers() == 2 && lab.checks.remains().isEmpty();
        });
  }

  /** What counts changes, and not states, makes of an event. */
  private static int change(String event) {
    boolean ours = event.contains("Channel: PJSIP/8260-");
    boolean comes = event.startsWith("Event: Newchannel");
    return ours && comes ? 1 : ours && event.startsWith("Event: Hangup") ? -1 : 0;
  }

  @Test
  void fault_12_events_come_out_of_order() {
    holdsAndBites(
        on -> {
          long wrong = 0;
          for (int seed = 0; seed < 20; seed++) {
            wrong += isRightAfterDisorder(on, seed) ? 0 : 1;
          }
          return wrong == 0;
        });
  }

  /** Of the events of a whole talk, some arrive before those that Asterisk sent ahead of them. */
  private static boolean isRightAfterDisorder(boolean on, int seed) {
    Laboratory lab = FaultCase.of(FaultCase.TWO_DESKS);
    if (!on) {
      limits(lab, usual -> usual.reconcileEvery(NEVER));
    }
    linked(lab);
    Dice dice = new Dice(seed);
    List<String> kept = new ArrayList<>();
    lab.ami.events(
        event -> {
          kept.addAll(event);
          if (kept.size() < 6) {
            return List.of();
          }
          List<String> mixed = new ArrayList<>(kept);
          kept.clear();
          Collections.shuffle(mixed, dice.random());
          return mixed;
        });
    lab.phone("8260", lab.answers(Duration.ofSeconds(1), Duration.ofMinutes(5)));
    LiveChannel talks = lab.call("700", 5);
    LiveChannel talksToo = lab.call("700", 5);
    lab.timeline.advance(Duration.ofSeconds(6));
    talks.farEndHangsUp();
    talksToo.farEndHangsUp();
    lab.timeline.advance(Duration.ofSeconds(2));
    lab.ami.events(UnaryOperator.identity());
    lab.timeline.advance(Duration.ofSeconds(75));
    return lab.checks.differences().isEmpty();
  }

  @Test
  void fault_13_events_are_lost() {
    holdsAndBites(
        on -> {
          Laboratory lab = FaultCase.of(FaultCase.ONE_DESK);
          if (!on) {
            limits(lab, usual -> usual.reconcileEvery(NEVER));
          }
          linked(lab);
          LiveChannel caller = waitsBehind(lab);
          lab.ami.events(event -> List.of());
          lab.timeline.advance(Duration.ofSeconds(5));
          lab.ami.events(UnaryOperator.identity());
          return isAnswered(lab, caller, Duration.ofSeconds(62))
              && FaultCase.endsOnce(lab, caller)
              && lab.checks.remains().isEmpty();
        });
  }

  @Test
  void fault_16_phones_that_ring_together_are_answered_at_once() {
    holdsAndBites(
        on -> {
          Laboratory lab = FaultCase.of(FaultCase.ALL_AT_ONCE);
          if (!on) {
            lab.wire(
                wiring ->
                    wiring.events(Protections.deafTo(Set.of("callAnswered", "deviceReported"))));
          }
          linked(lab);
          LiveChannel first = lab.call("700", 5);
          within(lab, SOON, () -> first.bridge().isPresent());
          lab.timeline.advance(Duration.ofMillis(200));
          boolean oneTalk = first.bridge().get().size() == 2 && lab.book.answers() <= 1;
          LiveChannel second = lab.call("700", 5);
          return oneTalk && isAnswered(lab, second, Duration.ofMillis(1_500));
        });
  }

  @Test
  void fault_17_a_caller_hangs_up_while_a_phone_rings() {
    for (int millis : new int[] {200, 999, 1_000, 1_001}) {
      holdsAndBites(
          on -> {
            Laboratory lab = FaultCase.of(FaultCase.ONE_DESK);
            if (!on) {
              lab.wire(
                  wiring ->
                      wiring.events(Protections.deafTo(Set.of("callEnded", "deviceReported"))));
            }
            linked(lab);
            LiveChannel first = lab.call("700", 5);
            LiveChannel second = lab.call("700", 5);
            lab.timeline.advance(Duration.ofMillis(millis));
            first.farEndHangsUp();
            return isAnswered(lab, second, Duration.ofSeconds(3)) && FaultCase.endsOnce(lab, first);
          });
    }
  }

  @Test
  void fault_18_a_transfer_keeps_the_second_phone_engaged() {
    holdsAndBites(
        on -> {
          Laboratory lab = FaultCase.of(FaultCase.TWO_DESKS);
          if (!on) {
            lab.wire(
                wiring ->
                    wiring.events(Protections.deafTo(Set.of("deviceReported", "callHandedOver"))));
          }
          linked(lab);
          lab.phone("8260", lab.answers(Duration.ofSeconds(1), Duration.ofMinutes(2)));
          lab.phone("8261", lab.answers(Duration.ofSeconds(1), Duration.ofMinutes(2)));
          LiveChannel caller = lab.call("700", 5);
          within(lab, SOON, () -> caller.bridge().isPresent());
          LiveChannel agent = lab.phoneThatTalks().orElseThrow();
          String other = "PJSIP/" + lab.otherNumber(agent);
          LiveChannel consultation = lab.pbx().dial(agent.id().device(), lab.otherNumber(agent));
          within(lab, SOON, () -> consultation.bridge().isPresent());
          AttendedTransfer.start(lab.pbx().switchboard(), agent, consultation);
          lab.timeline.advance(Duration.ofSeconds(1));
          long rings = lab.checks.rings();
          LiveChannel second = lab.call("700", 5);
          LiveChannel third = lab.call("700", 5);
          lab.timeline.advance(Duration.ofSeconds(5));
          boolean oneTalks = second.bridge().isPresent() != third.bridge().isPresent();
          int atTheOther = lab.pbx().switchboard().channelsOf(other).size();
          return oneTalks && lab.checks.rings() == rings + 1 && atTheOther == 1;
        });
  }

  @Test
  void fault_23_a_connection_is_half_open() {
    holdsAndBites(
        on -> {
          Laboratory lab = FaultCase.of(FaultCase.ONE_DESK);
          if (!on) {
            limits(lab, usual -> usual.pingEvery(NEVER).reconcileEvery(NEVER));
          }
          EngineRun engine = linked(lab);
          lab.ami.fallSilent(true);
          return lab.timeline.until(() -> !engine.link().isConnected(), Duration.ofSeconds(65));
        });
  }

  @Test
  void fault_24_events_pour_in_faster_than_they_are_worked_on() {
    holdsAndBites(
        on -> {
          Laboratory lab = FaultCase.of(FaultCase.ONE_DESK);
          limits(lab, usual -> usual.mostEventBytes(on ? 100_000 : Long.MAX_VALUE));
          EngineRun engine = linked(lab);
          LiveChannel caller = waitsBehind(lab);
          engine.link().holdUp(Duration.ofSeconds(5));
          long most = 0;
          for (int event = 0; event < 5_000; event++) {
            lab.ami.inject(
                "Event: DeviceStateChange\r\nDevice: PJSIP/stranger%d\r\nState: INUSE\r\n\r\n"
                    .formatted(event));
            if (event % 100 == 0) {
              lab.timeline.advance(Duration.ofMillis(10));
              most = Math.max(most, engine.link().waitingBytes());
            }
          }
          engine.link().holdUp(Duration.ZERO);
          return most <= 100_000 && isAnswered(lab, caller, SOON);
        });
  }

  @Test
  void fault_25_asterisk_is_away_for_long() {
    holdsAndBites(
        on -> {
          Laboratory lab = FaultCase.of(FaultCase.ONE_DESK);
          if (!on) {
            limits(lab, usual -> usual.longestPause(Duration.ofMillis(500)));
          }
          lab.pbx().listens(false);
          EngineRun engine = lab.start();
          lab.timeline.advance(Duration.ofMinutes(10));
          boolean seldom = engine.link().attempts() <= 60;
          lab.pbx().listens(true);
          return seldom && lab.timeline.until(engine.link()::isConnected, Duration.ofSeconds(35));
        });
  }

  @Test
  void fault_25_the_password_is_wrong() {
    holdsAndBites(
        on -> {
          Laboratory lab = FaultCase.of(FaultCase.ONE_DESK);
          limits(lab, usual -> usual.secret("wrong"));
          if (!on) {
            limits(lab, SteppedLink.Limits::takingRefusalsForFailures);
          }
          EngineRun engine = lab.start();
          lab.timeline.advance(Duration.ofMinutes(10));
          return engine.link().attempts() >= 2 && engine.link().attempts() <= 3;
        });
  }
}
