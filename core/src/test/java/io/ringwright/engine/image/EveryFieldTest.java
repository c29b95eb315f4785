package io.ringwright.engine.image;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.engine.state.StateData;
import io.ringwright.event.PhoneLists;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
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
    Object[] parts =
        Stream.of(StateData.class.getRecordComponents())
            .map(each -> OneFieldChanged.part(state, each))
            .map(part -> part instanceof Map<?, ?> map ? turned(map) : part)
            .toArray();
    StateData again = (StateData) AnyState.make(StateData.class, parts);
    assertThat(again).isEqualTo(state);
    assertThat(EngineImage.of(again).text()).isEqualTo(EngineImage.of(state).text());
  }

  private static <K, V> Map<K, V> turned(Map<K, V> map) {
    Map<K, V> turned = new LinkedHashMap<>();
    List<Map.Entry<K, V>> entries = new ArrayList<>(map.entrySet());
    Collections.reverse(entries);
    entries.forEach(each -> turned.put(each.getKey(), each.getValue()));
    return turned;
  }

  private static StateData state(long seed) {
    return new AnyState(new Random(seed)).state();
  }
}
