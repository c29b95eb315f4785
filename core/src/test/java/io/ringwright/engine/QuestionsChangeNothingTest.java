package io.ringwright.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.directory.HostAnswers;
import io.ringwright.engine.dispatch.IndexedDispatcher;
import io.ringwright.engine.state.Call;
import io.ringwright.engine.state.EngineState;
import io.ringwright.event.JournalEntry;
import io.ringwright.event.Moment;
import io.ringwright.event.RouterEvent;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Two engines live through the same events; only one of them is asked questions in between. */
class QuestionsChangeNothingTest {

  private static final int EVENTS = 300;

  @Property(tries = 100)
  void an_engine_that_is_asked_decides_as_one_that_is_not(@ForAll long seed) {
    Random random = new Random(seed);
    RandomEvents events = new RandomEvents(random);
    Engine asked = engine();
    Engine unasked = engine();
    both(asked, unasked, events, new RouterEvent.PhoneListInstalled(1, RandomDirectory.of(random)));
    RandomEvents.PBXES.forEach(
        pbx -> both(asked, unasked, events, new RouterEvent.PbxConnected(RandomEvents.empty(pbx))));
    for (int event = 0; event < EVENTS; event++) {
      if (random.nextInt(100) == 0) {
        RouterEvent list = new RouterEvent.PhoneListInstalled(event, RandomDirectory.of(random));
        both(asked, unasked, events, list);
      }
      for (int questions = random.nextInt(3); questions > 0; questions--) {
        ask(asked, events, random);
      }
      both(asked, unasked, events, events.next());
    }
  }

  private static Engine engine() {
    return new Engine(new EngineState(1000, 42), false, IndexedDispatcher::new);
  }

  private static void both(Engine asked, Engine unasked, RandomEvents events, RouterEvent event) {
    JournalEntry entry = events.entry(event);
    Engine.Outcome one = asked.apply(entry);
    Engine.Outcome other = unasked.apply(entry);
    assertThat(one.answer()).as("%s", event).isEqualTo(other.answer());
    assertThat(one.effects()).as("%s", event).isEqualTo(other.effects());
    assertThat(asked.nextDue(entry.moment())).isEqualTo(unasked.nextDue(entry.moment()));
    assertThat(asked.state().lastToken()).isEqualTo(unasked.state().lastToken());
    assertThat(asked.state().nextTicket()).isEqualTo(unasked.state().nextTicket());
    events.hear(one.decision(), one.effects());
  }

  /** Asked at this moment or later, before anything happened then. */
  private static void ask(Engine engine, RandomEvents events, Random random) {
    Moment moment = Moment.of(events.now().plus(Duration.ofMillis(random.nextInt(200_000))));
    switch (random.nextInt(4)) {
      case 0 ->
          assertThat(engine.explain(moment, events.question(), HostAnswers.NONE).decision())
              .isNotNull();
      case 1 -> {
        List<Call> calls = engine.state().waiting().calls();
        assertThat(engine.state().waiting().described()).hasSameSizeAs(calls);
      }
      case 2 ->
          assertThat(engine.isDue(moment)).isEqualTo(!engine.nextDue(moment).isAfter(moment.at()));
      default -> assertThat(engine.state().expectedWaits().scores()).isNotNull();
    }
  }
}
