package io.ringwright.engine.image;

import io.ringwright.call.Destination;
import io.ringwright.call.Device;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.directory.PhoneList;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Values that differ from one in a single field, wherever in it that is; found by reflection. */
final class OneFieldChanged {

  /**
   * A value with one difference.
   *
   * @param field the record and its component, or "" for the value itself
   * @param value the other value
   */
  record Changed(String field, Object value) {}

  private OneFieldChanged() {}

  /** All values that differ from a record in one field below it, as far as its types allow them. */
  static List<Changed> of(Object value) {
    if (value instanceof Record record) {
      return ofRecord(record);
    }
    if (value instanceof List<?> list) {
      return ofList(list);
    }
    if (value instanceof Map<?, ?> map) {
      return ofMap(map);
    }
    if (value instanceof Set<?> set) {
      return ofSet(set);
    }
    if (value instanceof Optional<?> optional) {
      List<Changed> changed = new ArrayList<>();
      optional.ifPresent(
          held -> {
            changed.add(new Changed("", Optional.empty()));
            of(held).forEach(each -> changed.add(each(each, Optional.of(each.value()))));
          });
      return changed;
    }
    return value instanceof Duration duration
        ? List.of(new Changed("", duration.plusNanos(1)), new Changed("", duration.plusSeconds(1)))
        : List.of(new Changed("", other(value)));
  }

  private static Changed each(Changed inner, Object value) {
    return new Changed(inner.field(), value);
  }

  private static List<Changed> ofRecord(Record record) {
    List<Changed> all = new ArrayList<>();
    if (record instanceof Destination.ToExtension to) {
      all.add(new Changed("", new Destination.ToHuntGroup(to.number())));
    }
    RecordComponent[] components = record.getClass().getRecordComponents();
    Object[] parts = Arrays.stream(components).map(each -> part(record, each)).toArray();
    for (int at = 0; at < parts.length; at++) {
      String name = record.getClass().getSimpleName() + "." + components[at].getName();
      for (Changed inner : of(parts[at])) {
        Object[] others = parts.clone();
        others[at] = inner.value();
        try {
          Object made = AnyState.make(record.getClass(), others);
          all.add(new Changed(inner.field().isEmpty() ? name : inner.field(), made));
          if (!inner.field().isEmpty()) {
            all.add(new Changed(name, made));
          }
        } catch (IllegalArgumentException refused) {
          // No such value can be.
        }
      }
    }
    return all;
  }

  static Object part(Record record, RecordComponent component) {
    try {
      component.getAccessor().setAccessible(true);
      return component.getAccessor().invoke(record);
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static List<Changed> ofList(List<?> list) {
    List<Changed> all = new ArrayList<>();
    if (list.isEmpty()) {
      return all;
    }
    all.add(new Changed("", list.subList(1, list.size())));
    for (int at = 0; at < list.size(); at++) {
      for (Changed inner : of(list.get(at))) {
        List<Object> others = new ArrayList<>(list);
        others.set(at, inner.value());
        all.add(each(inner, List.copyOf(others)));
      }
    }
    List<Object> turned = new ArrayList<>(list);
    turned.add(turned.remove(0));
    if (!turned.equals(list)) {
      all.add(new Changed("", List.copyOf(turned)));
    }
    return all;
  }

  private static List<Changed> ofMap(Map<?, ?> map) {
    List<Changed> all = new ArrayList<>();
    map.forEach(
        (key, value) -> {
          Map<Object, Object> rest = new HashMap<>(map);
          rest.remove(key);
          all.add(new Changed("", Map.copyOf(rest)));
          for (Changed inner : of(value)) {
            Map<Object, Object> others = new HashMap<>(map);
            others.put(key, inner.value());
            all.add(each(inner, Map.copyOf(others)));
          }
          for (Changed inner : of(key)) {
            Map<Object, Object> others = new HashMap<>(rest);
            others.put(inner.value(), value);
            all.add(each(inner, Map.copyOf(others)));
          }
        });
    return all;
  }

  private static List<Changed> ofSet(Set<?> set) {
    List<Changed> all = new ArrayList<>();
    for (Object element : set) {
      Set<Object> fewer = new HashSet<>(set);
      fewer.remove(element);
      all.add(new Changed("", Set.copyOf(fewer)));
      for (Changed inner : of(element)) {
        Set<Object> others = new HashSet<>(fewer);
        others.add(inner.value());
        all.add(each(inner, Set.copyOf(others)));
      }
    }
    return all;
  }

  private static Object other(Object value) {
    if (value instanceof Instant instant) {
      return instant.equals(Instant.MAX) ? instant.minusNanos(1) : instant.plusNanos(1);
    }
    if (value instanceof Integer number) {
      return number + 1;
    }
    if (value instanceof Long number) {
      return number + 1;
    }
    if (value instanceof Double number) {
      return Math.nextUp(number);
    }
    if (value instanceof Boolean flag) {
      return !flag;
    }
    if (value instanceof Enum<?> constant) {
      List<Object> constants = List.of((Object[]) constant.getDeclaringClass().getEnumConstants());
      return constants.get((constants.indexOf(constant) + 1) % constants.size());
    }
    if (value instanceof PhoneList) {
      return PhoneList.builder().extension("1", phone -> phone.device("PJSIP/other")).build();
    }
    if (value instanceof String text) {
      return text + "1";
    }
    if (value instanceof Device device) {
      return Device.of(device.name() + "1");
    }
    if (value instanceof DirectoryNumber number) {
      return DirectoryNumber.of(number + "1");
    }
    throw new IllegalArgumentException("no other value is known for " + value.getClass());
  }

  /** The components of a record and of all records below it. */
  static Set<String> fieldsBelow(Type type) {
    Set<String> found = new TreeSet<>();
    look(type, found, new HashSet<>());
    return found;
  }

  private static void look(Type type, Set<String> found, Set<Type> seen) {
    if (!seen.add(type)) {
      return;
    }
    if (type instanceof ParameterizedType holder) {
      for (Type each : holder.getActualTypeArguments()) {
        look(each, found, seen);
      }
    } else if (type instanceof Class<?> record && record.isRecord()) {
      for (RecordComponent component : record.getRecordComponents()) {
        found.add(record.getSimpleName() + "." + component.getName());
        look(component.getGenericType(), found, seen);
      }
    } else if (type instanceof Class<?> sealed && sealed.isSealed()) {
      for (Class<?> each : sealed.getPermittedSubclasses()) {
        look(each, found, seen);
      }
    }
  }
}
