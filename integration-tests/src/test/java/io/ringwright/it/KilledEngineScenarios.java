package io.ringwright.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.fakeasterisk.PbxUnderTest.CallPlan;
import io.ringwright.fakeasterisk.PbxUnderTest.Caller;
import io.ringwright.fakeasterisk.PhoneBehaviour;
import io.ringwright.fakeasterisk.Sighting;
import io.ringwright.fakeasterisk.Sighting.Kind;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What callers see when the engine is killed with signal 9 and started on the same journal. */
abstract class KilledEngineScenarios extends Scenarios {

  private static final PhoneBehaviour RINGS_FIRST =
      PhoneBehaviour.answers(Duration.ofSeconds(1), LONG_TALK);

  private final List<Caller> expected = new ArrayList<>();

  @TempDir Path folder;

  @Test
  @Timeout(180)
  void callers_who_wait_are_served_once_and_in_order_though_the_engine_is_killed_five_times()
      throws InterruptedException {
    pbx().phone("8260", RINGS_FIRST);
    EngineProcess engine = start();
    waitInTheQueue();
    engine = again(engine, "1506", "1501", "1502", "1503", "1504", "1505");
    hangUp(0);
    answered(1);

    // The phone is hung up while no engine runs.
    engine.kill();
    hangUp(1);
    engine = start();
    answered(2);

    // The engine is killed as the phone is hung up.
    hangUp(2);
    engine.kill();
    engine = start();
    answered(3);

    // The engine is killed while the phone rings for the next caller.
    hangUp(3);
    watch().awaitRinging(expected.get(4), "8260");
    engine = again(engine, "1504", "1505");
    answered(4);

    // The engine is killed as soon as somebody answers.
    engine = again(engine, "1504", "1505");
    for (int next = 5; next < expected.size(); next++) {
      hangUp(next - 1);
      answered(next);
    }
    assertThat(answersInOrder()).isEqualTo(expected.stream().map(Caller::id).toList());
    engine.close();
  }

  private void waitInTheQueue() {
    Caller blocker = call("1500", "8260");
    watch().awaitAnswer(blocker, "8260");
    expected.add(blocker);
    for (String number : List.of("1501", "1502", "1503", "1504", "1505")) {
      expected.add(waits(CallPlan.of(number, "8260")));
    }
    expected.add(1, waits(CallPlan.of("1506", "8260").withPriority(1)));
  }

  private Caller waits(CallPlan plan) {
    Caller caller = call(plan.withPatience(Duration.ofMinutes(3)));
    watch().awaitContext(caller, WAIT);
    return caller;
  }

  private EngineProcess start() {
    return EngineProcess.start(pbx(), folder.resolve("calls"));
  }

  /** Kills it and starts another, which finds these waiting. */
  private EngineProcess again(EngineProcess engine, String... queue) throws InterruptedException {
    engine.kill();
    EngineProcess next = start();
    assertThat(next.queueAtStart()).containsExactly(queue);
    return next;
  }

  /** The phone is hung up as soon as the talk has begun, which is later than the answer. */
  private void hangUp(int talking) {
    Caller caller = expected.get(talking);
    watch()
        .awaitThat(
            "the end of the talk with " + caller.id(),
            () -> {
              pbx().hangUpPhone("8260");
              return !watch().of(caller, Kind.CALLER_ENDED).isEmpty();
            });
  }

  private void answered(int next) {
    watch().awaitAnswer(expected.get(next), "8260");
  }

  private List<String> answersInOrder() {
    return watch().sightings().stream()
        .filter(seen -> seen.kind() == Kind.PHONE_ANSWERS)
        .map(Sighting::caller)
        .toList();
  }
}
