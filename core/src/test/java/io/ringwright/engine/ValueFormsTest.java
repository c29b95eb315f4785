package io.ringwright.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.call.Destination;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.engine.state.ExpectedWaits;
import io.ringwright.engine.state.ExtensionStates;
import io.ringwright.engine.state.HuntHistory;
import io.ringwright.engine.state.KeptPlaces;
import io.ringwright.estimate.ObservedQueue;
import io.ringwright.estimate.WaitEstimator;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Nothing that these parts of the state know is left out of the value that is written down. */
class ValueFormsTest {

  private static final Set<Class<?>> PLAIN =
      Set.of(
          int.class,
          long.class,
          double.class,
          boolean.class,
          Integer.class,
          String.class,
          Instant.class,
          Duration.class,
          DirectoryNumber.class);

  private static final Set<Class<?>> HOLDERS =
      Set.of(List.class, Map.class, Set.class, Optional.class);

  /**
   * A part of the state, and how it is written down.
   *
   * @param part the class
   * @param written the names under which its fields are written down
   * @param derived its fields that follow from the others, or belong to another part
   */
  private record Form(Class<?> part, Set<String> written, Set<String> derived) {

    static Form of(Class<?> part, Class<? extends Record> value, String... derived) {
      return new Form(part, components(value), Set.of(derived));
    }

    /** The fields that are neither written down nor derived; and names that are no field. */
    Set<String> wrong() {
      Set<String> fields =
          Arrays.stream(part.getDeclaredFields())
              .filter(field -> !Modifier.isStatic(field.getModifiers()) && !field.isSynthetic())
              .map(field -> field.getName())
              .collect(Collectors.toCollection(TreeSet::new));
      Set<String> wrong = new TreeSet<>(derived);
      wrong.removeAll(fields);
      fields.removeAll(written);
      fields.removeAll(derived);
      wrong.addAll(fields);
      return wrong;
    }
  }

  private static final List<Form> FORMS =
      List.of(
          Form.of(KeptPlaces.class, KeptPlaces.Data.class, "byEnd", "byCaller", "next"),
          Form.of(
              ExtensionStates.class,
              ExtensionStates.State.class,
              "readings",
              "numbers",
              "settings"),
          Form.of(HuntHistory.class, HuntHistory.Data.class),
          new Form(ExpectedWaits.class, Set.of("estimator"), Set.of("waiting")),
          Form.of(WaitEstimator.class, WaitEstimator.Data.class),
          Form.of(ObservedQueue.class, ObservedQueue.Data.class));

  private static final List<Class<? extends Record>> VALUES =
      List.of(
          KeptPlaces.Data.class,
          ExtensionStates.Data.class,
          HuntHistory.Data.class,
          WaitEstimator.Data.class);

  @Test
  void each_field_is_written_down_or_follows_from_others() {
    assertThat(FORMS).allSatisfy(form -> assertThat(form.wrong()).as("%s", form.part()).isEmpty());
  }

  @Test
  void a_forgotten_field_is_found() {
    assertThat(new Form(Planted.class, Set.of("known"), Set.of("gone")).wrong())
        .containsExactly("forgotten", "gone");
  }

  @Test
  void what_is_written_down_holds_nothing_but_values() {
    Set<Type> wrong = new HashSet<>();
    VALUES.forEach(value -> look(value, wrong, new HashSet<>()));
    assertThat(wrong).isEmpty();
  }

  @Test
  void a_value_that_holds_something_else_is_found() {
    Set<Type> wrong = new HashSet<>();
    look(Holding.class, wrong, new HashSet<>());
    assertThat(wrong).containsExactly(StringBuilder.class);
  }

  private static void look(Type type, Set<Type> wrong, Set<Type> seen) {
    if (!seen.add(type)) {
      return;
    }
    if (type instanceof ParameterizedType holder && HOLDERS.contains(holder.getRawType())) {
      Stream.of(holder.getActualTypeArguments()).forEach(each -> look(each, wrong, seen));
    } else if (type instanceof Class<?> record && record.isRecord()) {
      for (RecordComponent component : record.getRecordComponents()) {
        look(component.getGenericType(), wrong, seen);
      }
    } else if (type == Destination.class) {
      Stream.of(Destination.class.getPermittedSubclasses())
          .forEach(each -> look(each, wrong, seen));
    } else if (!(type instanceof Class<?> plain && (PLAIN.contains(plain) || plain.isEnum()))) {
      wrong.add(type);
    }
  }

  private static Set<String> components(Class<? extends Record> value) {
    return Arrays.stream(value.getRecordComponents())
        .map(RecordComponent::getName)
        .collect(Collectors.toSet());
  }

  /** A part with a field of which nobody thought. */
  @SuppressWarnings("unused")
  private static final class Planted {
    private int known;
    private int forgotten;
  }

  /** A value that can be changed. */
  private record Holding(Optional<StringBuilder> builder) {}
}
