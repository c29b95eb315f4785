package io.ringwright.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringwright.engine.state.Call;
import io.ringwright.engine.dispatch.Dispatcher;
import io.ringwright.engine.state.EngineState;
import io.ringwright.engine.dispatch.IndexedDispatcher;
import io.ringwright.call.Device;
import io.ringwright.call.Requirements;
import io.ringwright.call.RoutingAnswer;
import io.ringwright.directory.HuntGroup;
import io.ringwright.effect.Effect;
import io.ringwright.event.RouterEvent;
import io.ringwright.memory.InMemoryDirectory;
import io.ringwright.routing.PlainMembers;
import io.ringwright.routing.Trail;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Supplier;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Random directories and events through the index and through the naive walk: no difference. */
class IndexAgainstNaiveTest {

  private static final RouterEvent.Started STARTED = new RouterEvent.Started(1000, 42);
  private static final int EVENTS = 300;

  @Property(tries = 120)
  void the_index_decides_as_a_walk_along_the_whole_line_would(@ForAll long seed) {
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
    private final InMemoryDirectory directory;
    private final Engine indexed;
    private final Engine naive;

    Pair(long seed, Function<EngineState, Dispatcher> index) {
      random = new Random(seed);
      events = new RandomEvents(random);
      directory = new InMemoryDirectory(RandomDirectory.of(random));
      boolean explains = random.nextInt(4) == 0;
      indexed = engine(explains, index);
      naive = engine(explains, NaiveDispatcher::new);
    }

    private Engine engine(boolean explains, Function<EngineState, Dispatcher> turns) {
      return new Engine(
          directory,
          new EngineState.Setting(Engine.tokens(STARTED), STARTED.seed(), explains, turns));
    }

    void run() {
      RandomEvents.PBXES.forEach(
          pbx -> both(new RouterEvent.PbxConnected(RandomEvents.empty(pbx))));
      for (int event = 0; event < EVENTS; event++) {
        if (random.nextInt(100) == 0) {
          directory.replace(RandomDirectory.of(random));
        }
        both(events.next());
      }
    }

    private void both(RouterEvent event) {
      Optional<RoutingAnswer> fast = indexed.happens(events.now(), event);
      Optional<RoutingAnswer> slow = naive.happens(events.now(), event);
      assertThat(fast).as("%s", event).isEqualTo(slow);
      List<Effect> effects = indexed.room().takeEffects();
      assertThat(effects).as("%s", event).isEqualTo(naive.room().takeEffects());
      assertThat(indexed.room().line().calls()).isEqualTo(naive.room().line().calls());
      assertThat(indexed.room().timetable().alarm()).isEqualTo(naive.room().timetable().alarm());
      events.hear(fast, effects);
    }
  }

  /** An index to which nobody tells that a phone may serve more than before. */
  private record Deaf(Dispatcher index) implements Dispatcher {
    Deaf(EngineState room) {
      this(new IndexedDispatcher(room));
    }

    @Override
    public void touched(Device device) {
      index.taken(device);
    }

    @Override
    public void taken(Device device) {
      index.taken(device);
    }

    @Override
    public void changed(Call file) {
      index.changed(file);
    }

    @Override
    public void allChanged() {
      index.allChanged();
    }

    @Override
    public void phonesChanged() {
      index.phonesChanged();
    }

    @Override
    public boolean isPending() {
      return index.isPending();
    }

    @Override
    public void dispatch() {
      index.dispatch();
    }

    @Override
    public <T> T inTurn(Call file, Trail trail, Supplier<T> decision) {
      return index.inTurn(file, trail, decision);
    }

    @Override
    public <T> T asIfInTurn(Call file, Trail trail, Supplier<T> decision) {
      return index.asIfInTurn(file, trail, decision);
    }

    @Override
    public Optional<PlainMembers> plainMembers(
        HuntGroup group, Requirements asked, Requirements.Stage stage) {
      return index.plainMembers(group, asked, stage);
    }
  }
}
