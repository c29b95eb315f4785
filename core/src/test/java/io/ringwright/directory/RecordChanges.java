package io.ringwright.directory;

import io.ringwright.call.Device;
import io.ringwright.call.DialOptions;
import io.ringwright.call.DirectoryNumber;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/** All values that differ from a value of records, lists and maps in one place. */
final class RecordChanges {

  private RecordChanges() {}

  /**
   * One value that differs.
   *
   * @param what the record parts that lead to the place
   * @param value the whole value with the change
   */
  record Change(String what, Object value) {
    Change under(String part, UnaryOperator<Object> whole) {
      return new Change(part + (what.isEmpty() ? "" : " > " + what), whole.apply(value));
    }
  }

  /** In place of a record that cannot be: no list can have it. */
  private record Refused() {}

  /** The record parts that occur in a value and that no change touches. */
  static Set<String> partsNeverChanged(Collection<?> values) {
    Set<String> parts = new TreeSet<>();
    Set<String> changed = new HashSet<>();
    for (Object value : values) {
      collect(value, parts);
      of(value).forEach(each -> changed.addAll(Arrays.asList(each.what().split(" > ", -1))));
    }
    parts.removeAll(changed);
    return parts;
  }

  private static void collect(Object value, Set<String> parts) {
    if (value instanceof Record whole) {
      for (RecordComponent part : whole.getClass().getRecordComponents()) {
        parts.add(name(whole, part));
        collect(get(whole, part), parts);
      }
    } else if (value instanceof Collection<?> many) {
      many.forEach(each -> collect(each, parts));
    } else if (value instanceof Map<?, ?> map) {
      map.forEach(
          (key, each) -> {
            collect(key, parts);
            collect(each, parts);
          });
    } else if (value instanceof Optional<?> some) {
      some.ifPresent(each -> collect(each, parts));
    }
  }

  static List<Change> of(Object value) {
    List<Change> changes = new ArrayList<>();
    if (value instanceof Condition condition) {
      changes.add(new Change("", new Condition.Not(condition)));
      if (condition instanceof Condition.AllOf all) {
        changes.add(new Change("", new Condition.AnyOf(all.conditions())));
      }
    }
    if (value instanceof DialOptions options) {
      changes.add(new Change("DialOptions.text", DialOptions.of(options + "h")));
    } else if (value instanceof Record whole) {
      changes.addAll(ofRecord(whole));
    } else if (value instanceof List<?> list) {
      changes.addAll(ofList(list));
    } else if (value instanceof Map<?, ?> map) {
      changes.addAll(ofMap(map));
    } else if (value instanceof Set<?> set) {
      changes.add(new Change("", Set.copyOf(new ArrayList<>(set).subList(1, set.size()))));
    } else if (value instanceof Optional<?> some) {
      changes.add(new Change("", Optional.empty()));
      some.ifPresent(inner -> of(inner).forEach(each -> changes.add(each.under("", Optional::of))));
    } else {
      other(value).ifPresent(each -> changes.add(new Change("", each)));
    }
    changes.removeIf(change -> change.value().equals(value));
    return changes;
  }

  private static Optional<Object> other(Object value) {
    if (value instanceof Device device) {
      return Optional.of(Device.of(device.name() + "1"));
    }
    if (value instanceof DirectoryNumber number) {
      return Optional.of(DirectoryNumber.of("1" + number));
    }
    if (value instanceof Enum<?> constant) {
      return Arrays.stream(constant.getDeclaringClass().getEnumConstants())
          .filter(each -> each != constant)
          .map(Object.class::cast)
          .findFirst();
    }
    if (value instanceof Character digit) {
      return Optional.of(digit == '9' ? '8' : '9');
    }
    return Optional.ofNullable(
        value instanceof Integer number
            ? Integer.valueOf(number + 1)
            : value instanceof Boolean yes
                ? Boolean.valueOf(!yes)
                : value instanceof String text
                    ? (text.startsWith("+") ? text + "1" : "1" + text)
                    : value instanceof Duration time
                        ? time.plusSeconds(1)
                        : value instanceof LocalTime time
                            ? time.plusNanos(1)
                            : value instanceof LocalDate date
                                ? date.plusDays(1)
                                : value instanceof ZoneId ? ZoneId.of("Europe/Vienna") : null);
  }

  private static List<Change> ofRecord(Record whole) {
    List<Change> changes = new ArrayList<>();
    RecordComponent[] parts = whole.getClass().getRecordComponents();
    for (int at = 0; at < parts.length; at++) {
      int changed = at;
      for (Change change : of(get(whole, parts[at]))) {
        Object made = with(whole, changed, change.value());
        if (!(made instanceof Refused)) {
          changes.add(change.under(name(whole, parts[changed]), value -> made));
        }
      }
    }
    return changes;
  }

  private static List<Change> ofList(List<?> list) {
    List<Change> changes = new ArrayList<>();
    changes.add(new Change("", list.subList(0, Math.max(0, list.size() - 1))));
    List<Object> turned = new ArrayList<>(list);
    Collections.reverse(turned);
    changes.add(new Change("", turned));
    for (int at = 0; at < list.size(); at++) {
      int changed = at;
      for (Change change : of(list.get(at))) {
        changes.add(
            change.under(
                "",
                value -> {
                  List<Object> copy = new ArrayList<>(list);
                  copy.set(changed, value);
                  return copy;
                }));
      }
    }
    return changes;
  }

  private static List<Change> ofMap(Map<?, ?> map) {
    List<Change> changes = new ArrayList<>();
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      changes.add(new Change("", with(map, entry.getKey(), Map.of())));
      for (Change change : of(entry.getValue())) {
        changes.add(
            change.under("", value -> with(map, entry.getKey(), Map.of(entry.getKey(), value))));
      }
      for (Change change : of(entry.getKey())) {
        changes.add(
            change.under("", value -> with(map, entry.getKey(), Map.of(value, entry.getValue()))));
      }
    }
    return changes;
  }

  private static Map<Object, Object> with(Map<?, ?> map, Object without, Map<?, ?> more) {
    Map<Object, Object> copy =
        map instanceof NavigableMap<?, ?> ? new TreeMap<>(map) : new LinkedHashMap<>(map);
    copy.remove(without);
    copy.putAll(more);
    return copy;
  }

  private static String name(Record whole, RecordComponent part) {
    return whole.getClass().getSimpleName() + "." + part.getName();
  }

  private static Object get(Record whole, RecordComponent part) {
    try {
      part.getAccessor().setAccessible(true);
      return part.getAccessor().invoke(whole);
    } catch (ReflectiveOperationException impossible) {
      throw new LinkageError(impossible.getMessage(), impossible);
    }
  }

  private static Object with(Record whole, int at, Object value) {
    try {
      RecordComponent[] parts = whole.getClass().getRecordComponents();
      Object[] values = Arrays.stream(parts).map(part -> get(whole, part)).toArray();
      values[at] = value;
      Constructor<?> made =
          whole
              .getClass()
              .getDeclaredConstructor(
                  Arrays.stream(parts).map(RecordComponent::getType).toArray(Class<?>[]::new));
      made.setAccessible(true);
      return made.newInstance(values);
    } catch (InvocationTargetException refused) {
      return new Refused();
    } catch (ReflectiveOperationException impossible) {
      throw new LinkageError(impossible.getMessage(), impossible);
    }
  }
}
