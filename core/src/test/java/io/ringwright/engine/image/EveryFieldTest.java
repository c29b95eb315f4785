package io.ringwright.engine.image;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.engine.state.StateData;
import io.ringwright.event.PhoneLists;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Nothing of a state is left out of its image: neither a field of today nor one that is added. */
class EveryFieldTest {

  /** It follows from the sum of errors and the counts, and cannot be another by itself. */
  private static final Set<String> DERIVED = Set.of("EstimateScore.meanError");

  private static final int OF_EACH = 3;

  @Test
  void a_difference_in_any_one_field_is_another_digest() {
    Map<String, Integer> tried = new HashMap<>();
    Set<String> missed = new TreeSet<>();
    for (long seed = 1; seed <= 40; seed++) {
      StateData state = state(seed);
      String digest = EngineImage.of(state).digest();
      for (OneFieldChanged.Changed changed : OneFieldChanged.of(state)) {
        if (!changed.value().equals(state)
            && tried.merge(changed.field(), 1, Integer::sum) <= OF_EACH
            && EngineImage.of((StateData) changed.value()).digest().equals(digest)) {
          missed.add(changed.field());
        }
      }
    }
    assertThat(missed).isEmpty();
    Set<String> all = OneFieldChanged.fieldsBelow(StateData.class);
    all.removeAll(DERIVED);
    all.removeAll(tried.keySet());
    assertThat(all).as("fields that were never changed").isEmpty();
  }

  @Test
  void every_state_comes_back_from_its_text() {
    for (long seed = 1; seed <= 300; seed++) {
      StateData state = state(seed);
      String text = EngineImage.of(state).text();
      ImageLines lines =
          new ImageLines(
              SealedText.open(EngineImage.HEADER, text), PhoneLists.of(List.of(state.phoneList())));
      assertThat(StateReader.read(lines)).as("seed %s", seed).isEqualTo(state);
    }
  }

  @Test
  void the_same_state_has_the_same_text_in_whatever_order_its_maps_were_filled() {
    StateData state = state(7);
    StateData again =
        new StateData(
            state.counters(),
            state.phoneList(),
            state.calls(),
            state.ended(),
            state.withdrawn(),
            state.devices(),
            state.extensions(),
            state.history(),
            state.keptPlaces(),
            state.expectedWaits(),
            state.timers(),
            turned(state.links()),
            state.hostAnswers(),
            turned(state.ignored()),
            state.openings(),
            state.replacements(),
            state.snapshots());
    assertThat(again).isEqualTo(state);
    assertThat(EngineImage.of(again).text()).isEqualTo(EngineImage.of(state).text());
  }

  private static <K, V> Map<K, V> turned(Map<K, V> map) {
    Map<K, V> turned = new java.util.LinkedHashMap<>();
    List<Map.Entry<K, V>> entries = new java.util.ArrayList<>(map.entrySet());
    java.util.Collections.reverse(entries);
    entries.forEach(each -> turned.put(each.getKey(), each.getValue()));
    return turned;
  }

  private static StateData state(long seed) {
    return new AnyState(new Random(seed)).state();
  }
}
