package io.ringwright.engine;

import static io.ringwright.engine.House.rings;
import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.CallRouter;
import io.ringwright.call.CallId;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.RoutingAnswer;
import io.ringwright.directory.Strategy;
import io.ringwright.effect.Effect;
import io.ringwright.event.EventRecorder;
import io.ringwright.event.JournalEntry;
import io.ringwright.event.JournalEntry.StrategyFailure;
import io.ringwright.event.RouterEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.BooleanSupplier;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** A strategy of the host's own that fails leaves no event half done. */
class HostStrategyTest {

  /** The last of the list, unless it throws. */
  private record Own(BooleanSupplier throwsNow) implements Strategy {
    @Override
    public List<Contender> next(List<Contender> equals, Memory memory) {
      if (throwsNow.getAsBoolean()) {
        throw new IllegalStateException("strategy of the host");
      }
      return List.of(equals.get(equals.size() - 1));
    }

    @Override
    public String words() {
      return "own";
    }
  }

  /** The first time yes, then by chance. */
  private static final class FirstAndThen implements BooleanSupplier {
    private final Random random;
    private boolean first = true;

    FirstAndThen(Random random) {
      this.random = random;
    }

    @Override
    public boolean getAsBoolean() {
      boolean was = first;
      first = false;
      return was || random.nextBoolean();
    }
  }

  /** What a router takes down. */
  private static final class Entries implements EventRecorder {
    private final List<JournalEntry> all = new ArrayList<>();
    private final List<RoutingAnswer> answers = new ArrayList<>();

    @Override
    public void happened(JournalEntry entry) {
      all.add(entry);
    }

    @Override
    public void delivering(RoutingAnswer answer) {
      answers.add(answer);
    }

    @Override
    public void decided(RoutingAnswer answer) {
      answers.add(answer);
    }
  }

  private static House house(Strategy strategy, Entries entries) {
    House house = House.of(list -> list.extension("100", anna -> anna.device("PJSIP/100")));
    house.directory.replace(House.hunting(strategy));
    house.router =
        CallRouter.builder(house.directory, house.pbx)
            .listener(house.ear)
            .recorder(entries)
            .clock(house.clock)
            .singleThreaded()
            .build();
    house.connects();
    return house;
  }

  @Test
  void a_strategy_that_throws_costs_the_caller_nothing_and_the_order_of_the_list_decides() {
    Entries entries = new Entries();
    House house = house(new Own(() -> true), entries);
    assertThat(rings(house.arrives("c1", "700"))).isEqualTo("100");
    assertThat(house.ear.decisions)
        .extracting(RoutingAnswer::call)
        .containsExactly(CallId.of("c1"));
    assertThat(house.ear.failures)
        .containsExactly("strategy own of hunt group 700: strategy of the host");
    JournalEntry last = entries.all.get(entries.all.size() - 1);
    assertThat(last.event()).isInstanceOf(RouterEvent.Arrived.class);
    assertThat(last.failedStrategies())
        .containsExactly(new StrategyFailure(DirectoryNumber.of("700"), 1));
  }

  @Test
  void a_strategy_that_works_is_followed_and_no_failure_is_taken_down() {
    Entries entries = new Entries();
    House house = house(new Own(() -> false), entries);
    assertThat(rings(house.arrives("c1", "700"))).isEqualTo("102");
    assertThat(house.ear.failures).isEmpty();
    assertThat(entries.all).allMatch(entry -> entry.failedStrategies().isEmpty());
  }

  @Property(tries = 50)
  void entries_lead_to_the_same_answers_where_the_strategy_no_longer_throws(@ForAll long seed) {
    Random random = new Random(seed);
    Entries entries = new Entries();
    House house = house(new Own(new FirstAndThen(random)), entries);
    for (int call = 0; call < 20; call++) {
      house.arrives("c" + call, "700");
      house.idle(Integer.toString(100 + random.nextInt(3)));
      house.hangsUp("c" + random.nextInt(call + 1));
    }
    assertThat(applied(entries.all)).isEqualTo(decisions(entries.answers));
  }

  /** What an engine says to the entries whose own strategy never throws. */
  private static List<String> applied(List<JournalEntry> entries) {
    Engine engine = new Engine((RouterEvent.Started) entries.get(0).event(), false);
    Entries said = new Entries();
    for (JournalEntry entry : entries) {
      Engine.Outcome outcome = engine.apply(healthy(entry));
      outcome.effects().stream()
          .filter(Effect.Tell.Delivering.class::isInstance)
          .map(Effect.Tell.Delivering.class::cast)
          .forEach(told -> said.delivering(told.answer()));
      outcome.decision().ifPresent(said::decided);
      assertThat(outcome.failedStrategies()).isEqualTo(entry.failedStrategies());
    }
    return decisions(said.answers);
  }

  private static JournalEntry healthy(JournalEntry entry) {
    return entry.event() instanceof RouterEvent.PhoneListInstalled installed
        ? new JournalEntry(
            entry.moment(),
            new RouterEvent.PhoneListInstalled(
                installed.version(), House.hunting(new Own(() -> false))),
            entry.answers(),
            entry.failedStrategies())
        : entry;
  }

  private static List<String> decisions(List<RoutingAnswer> answers) {
    return answers.stream().map(each -> each.call() + ": " + each.decision()).toList();
  }
}
