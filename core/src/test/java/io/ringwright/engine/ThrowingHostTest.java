package io.ringwright.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.call.DirectoryNumber;
import io.ringwright.directory.PhoneList;
import io.ringwright.directory.StandardStrategy;
import io.ringwright.directory.Strategy;
import io.ringwright.event.JournalEntry;
import io.ringwright.event.PhoneLists;
import io.ringwright.event.RouterEvent;
import io.ringwright.recording.EventText;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * A strategy of the host that throws, or answers nonsense, at any moment: each event is done all
 * the same, and the entries that were kept lead to the same state, without the strategy failing
 * again.
 */
class ThrowingHostTest {

  private static final int SEEDS = Integer.getInteger("image.seeds", 400);
  private static final int EVENTS = 40;

  @Test
  void entries_of_a_day_on_which_strategies_failed_lead_to_the_same_state() {
    int failures = 0;
    for (long seed = 1; seed <= SEEDS; seed++) {
      failures += replayed(seed);
    }
    assertThat(failures).as("strategies that failed in all").isGreaterThan(SEEDS / 5);
  }

  private static int replayed(long seed) {
    Moody moody = new Moody(new Random(seed));
    RandomDay day = new RandomDay(seed, List.of(moody));
    Engine first = day.engine();
    Engine second = first.fork();
    List<PhoneList> lists = new ArrayList<>();
    List<String> kept = new ArrayList<>();
    int failures = 0;
    for (int event = 0; event < EVENTS; event++) {
      JournalEntry entry = day.next();
      Engine.Outcome outcome = first.apply(entry);
      failures += outcome.failedStrategies().size();
      kept.add(text(entry, outcome));
      if (entry.event() instanceof RouterEvent.PhoneListInstalled installed) {
        lists.add(installed.phones());
      }
      day.hear(outcome);
    }
    moody.calm();
    PhoneLists known = PhoneLists.of(lists);
    kept.forEach(text -> second.apply(entry(text, known)));
    assertThat(second.digest()).as("seed %s", seed).isEqualTo(first.digest());
    return failures;
  }

  private static String text(JournalEntry entry, Engine.Outcome outcome) {
    return new EventText.Happened(
            new JournalEntry(
                entry.moment(), entry.event(), entry.answers(), outcome.failedStrategies()))
        .text();
  }

  private static JournalEntry entry(String text, PhoneLists lists) {
    return ((EventText.Happened) EventText.parse(text, lists)).entry();
  }

  /** A strategy that fails every third time, in one way or another, until it calms down. */
  private static final class Moody implements Strategy {
    private final Random mood;
    private boolean calm;

    Moody(Random mood) {
      this.mood = mood;
    }

    void calm() {
      calm = true;
    }

    @Override
    public String words() {
      return "moody";
    }

    @Override
    public List<Contender> next(List<Contender> equals, Memory memory) {
      if (!calm && mood.nextInt(3) == 0) {
        return fail(equals);
      }
      return StandardStrategy.CIRCULAR.next(equals, memory);
    }

    private List<Contender> fail(List<Contender> equals) {
      return switch (mood.nextInt(4)) {
        case 0 -> throw new IllegalStateException("not today");
        case 1 -> throw new StackOverflowError();
        case 2 -> List.of();
        default -> {
          Contender one = equals.get(0);
          yield List.of(
              new Contender(DirectoryNumber.of("999"), 0, 1, one.idleSince(), one.workload()));
        }
      };
    }
  }
}
