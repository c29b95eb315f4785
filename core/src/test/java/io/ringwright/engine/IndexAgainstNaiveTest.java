package io.ringwright.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringwright.engine.dispatch.Dispatcher;
import io.ringwright.engine.dispatch.EngineFacts;
import io.ringwright.engine.dispatch.IndexedDispatcher;
import io.ringwright.engine.dispatch.Round;
import io.ringwright.engine.state.Call;
import io.ringwright.engine.state.EngineState;
import io.ringwright.event.JournalEntry;
import io.ringwright.event.RouterEvent;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Random directories and events through the index and through the naive walk: no difference. */
class IndexAgainstNaiveTest {

  private static final int EVENTS = 300;

  @Property(tries = 120)
  void the_index_decides_as_a_walk_along_all_waiting_calls_would(@ForAll long seed) {
    new Pair(seed, IndexedDispatcher::new).run();
  }

  @Test
  void an_index_that_misses_what_changed_is_found_out() {
    assertThatThrownBy(
            () -> {
              for (long seed = 0; seed < 20; seed++) {
                new Pair(seed, Deaf::new).run();
              }
            })
        .isInstanceOf(AssertionError.class);
  }

  /** Two engines that hear the same. */
  private static final class Pair {
    private final Random random;
    private final RandomEvents events;
    private final Engine indexed;
    private final Engine naive;
    private long lists;

    Pair(long seed, Dispatcher.Factory index) {
      random = new Random(seed);
      events = new RandomEvents(random);
      boolean explains = random.nextInt(4) == 0;
      Slices slices = RandomDay.slices(random);
      indexed = new Engine(new EngineState(1000, 42), explains, index, slices);
      naive = new Engine(new EngineState(1000, 42), explains, NaiveDispatcher::new, slices);
    }

    void run() {
      both(list());
      RandomEvents.PBXES.forEach(
          pbx -> both(new RouterEvent.PbxConnected(RandomEvents.empty(pbx))));
      for (int event = 0; event < EVENTS; event++) {
        if (random.nextInt(100) == 0) {
          both(list());
        }
        both(events.next());
      }
    }

    private RouterEvent list() {
      lists++;
      return new RouterEvent.PhoneListInstalled(lists, RandomDirectory.of(random));
    }

    private void both(RouterEvent event) {
      JournalEntry entry = events.entry(event);
      Engine.Outcome fast = indexed.apply(entry);
      Engine.Outcome slow = naive.apply(entry);
      assertThat(fast.answer()).as("%s", event).isEqualTo(slow.answer());
      assertThat(fast.effects()).as("%s", event).isEqualTo(slow.effects());
      assertThat(indexed.state().waiting().calls().stream().map(Call::waiting).toList())
          .isEqualTo(naive.state().waiting().calls().stream().map(Call::waiting).toList());
      assertThat(indexed.nextDue(entry.moment())).isEqualTo(naive.nextDue(entry.moment()));
      events.hear(fast.decision(), fast.effects());
    }
  }

  /** An index to which nobody tells that somebody's turn may have come. */
  private record Deaf(EngineState state, Dispatcher index) implements Dispatcher {
    Deaf(EngineState state) {
      this(state, new IndexedDispatcher(state));
    }

    @Override
    public EngineFacts facts() {
      return index.facts();
    }

    @Override
    public boolean isDue() {
      return index.isDue();
    }

    @Override
    public Round round(@Nullable Call until) {
      state.openings().clear();
      return index.round(until);
    }

    @Override
    public void keepUp() {
      index.keepUp();
    }
  }
}
