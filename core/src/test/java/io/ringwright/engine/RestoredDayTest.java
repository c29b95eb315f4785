package io.ringwright.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringwright.directory.text.PhoneListText;
import io.ringwright.engine.image.EngineImage;
import io.ringwright.engine.state.EngineState;
import io.ringwright.engine.state.StateData;
import io.ringwright.event.JournalEntry;
import io.ringwright.event.PhoneLists;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * An image after any event of a random day, restored: the rest of the day is the same, to the last
 * bit. The same for a fork. Questions leave no trace.
 *
 * <p>With {@code -Dimage.seeds=} more days are tried, with {@code -Dimage.seed=} from another on.
 */
class RestoredDayTest {

  private static final long FIRST = Long.getLong("image.seed", 1);
  private static final int SEEDS = Integer.getInteger("image.seeds", 10_000);
  private static final int EVENTS = Integer.getInteger("image.events", 16);

  /** One day of so many is a long one: estimates need departures, and some timers ten minutes. */
  private static final int LONG_DAYS = 40;

  private static final int TIMES_LONGER = 16;

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4})
  void after_any_event_of_a_day_an_engine_made_from_the_image_goes_on_like_the_first(int fifth) {
    each(FIRST + (long) fifth * (SEEDS / 5), SEEDS / 5, RestoredDayTest::restored);
  }

  @Test
  void a_fork_knows_the_same_and_goes_on_like_the_original_and_leaves_it_as_it_was() {
    each(FIRST, SEEDS / 5, RestoredDayTest::forked);
  }

  @Test
  void questions_change_nothing() {
    each(FIRST, SEEDS / 10, RestoredDayTest::asked);
  }

  @Test
  void a_state_that_lost_its_timers_is_found_out() {
    assertThatThrownBy(() -> each(FIRST, 500, RestoredDayTest::restoredWithoutTimers))
        .isInstanceOf(AssertionError.class)
        .hasMessageStartingWith("seed ");
  }

  private interface Day {
    void run(RandomDay day, Engine engine);
  }

  private static void each(long first, int seeds, Day day) {
    for (long seed = first; seed < first + seeds; seed++) {
      try {
        RandomDay random = new RandomDay(seed);
        day.run(random, random.engine());
      } catch (AssertionError | RuntimeException broken) {
        throw new AssertionError("seed " + seed + ": " + broken.getMessage(), broken);
      }
    }
  }

  private static void restored(RandomDay day, Engine engine) {
    boolean isLong = day.random().nextInt(LONG_DAYS) == 0;
    int events = isLong ? EVENTS * TIMES_LONGER : EVENTS;
    play(day, engine, 1 + day.random().nextInt(events));
    Engine restored = restore(day, engine);
    assertThat(restored.state().data()).isEqualTo(engine.state().data());
    for (int event = 0; event < events; event++) {
      both(day, engine, restored);
    }
    assertThat(restored.digest()).isEqualTo(engine.digest());
  }

  private static void restoredWithoutTimers(RandomDay day, Engine engine) {
    play(day, engine, EVENTS);
    StateData data = engine.state().data();
    StateData poorer =
        (StateData) changed(data, each -> each == data.timers() ? emptied(data.timers()) : each);
    Engine restored = day.engine(new EngineState(poorer), engine.explains());
    for (int event = 0; event < EVENTS; event++) {
      both(day, engine, restored);
    }
  }

  private static Record emptied(Record record) {
    return changed(
        record, each -> each instanceof List ? List.of() : each instanceof Map ? Map.of() : each);
  }

  /** The same record, whatever parts it has, with some of them changed. */
  private static Record changed(Record record, UnaryOperator<Object> change) {
    RecordComponent[] components = record.getClass().getRecordComponents();
    Class<?>[] types = Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    Object[] parts = new Object[components.length];
    try {
      for (int at = 0; at < parts.length; at++) {
        parts[at] = change.apply(components[at].getAccessor().invoke(record));
      }
      return record.getClass().getDeclaredConstructor(types).newInstance(parts);
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static void forked(RandomDay day, Engine engine) {
    play(day, engine, 1 + day.random().nextInt(EVENTS));
    Engine fork = engine.fork();
    assertThat(fork.state().data()).isEqualTo(engine.state().data());
    String before = engine.digest();
    RandomDay elsewhere = new RandomDay(day.random().nextLong());
    play(elsewhere, engine.fork(), EVENTS / 2);
    assertThat(engine.digest()).isEqualTo(before);
    for (int event = 0; event < EVENTS / 2; event++) {
      both(day, engine, fork);
    }
    assertThat(fork.state().data()).isEqualTo(engine.state().data());
    assertThat(fork.digest()).isEqualTo(engine.digest());
  }

  private static void asked(RandomDay day, Engine engine) {
    for (int event = 0; event < EVENTS; event++) {
      play(day, engine, 1);
      String before = engine.digest();
      engine.explain(day.moment(), day.question(), day.next().answers());
      engine.nextDue(day.moment());
      engine.isDue(day.moment());
      engine.state().waiting().described();
      engine.state().waiting().calls().forEach(call -> engine.state().waiting().position(call));
      engine.state().expectedWaits().scores();
      engine.fork();
      assertThat(engine.digest()).isEqualTo(before);
    }
  }

  private static void play(RandomDay day, Engine engine, int events) {
    for (int event = 0; event < events; event++) {
      day.hear(engine.apply(day.next()));
    }
  }

  private static void both(RandomDay day, Engine one, Engine other) {
    JournalEntry entry = day.next();
    Engine.Outcome outcome = one.apply(entry);
    Engine.Outcome same = other.apply(entry);
    if (!same.equals(outcome)) {
      assertThat(same).as("%s", entry).isEqualTo(outcome);
    }
    assertThat(other.nextDue(entry.moment())).isEqualTo(one.nextDue(entry.moment()));
    day.hear(outcome);
  }

  private static Engine restore(RandomDay day, Engine original) {
    EngineImage image = original.image();
    PhoneListText kept = PhoneListText.of(original.state().phones());
    assertThat(image.phoneLists()).containsExactly(kept.sha256());
    PhoneLists lists = sha256 -> PhoneListText.kept(kept.text(), sha256).read(Map.of());
    return day.engine(EngineImage.read(image.text(), lists), original.explains());
  }
}
