package io.ringwright.files;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** A table with known keys. A key that is unknown is a mistake, and its value is not looked at. */
final class Part {

  private static final Pattern SECRET =
      Pattern.compile(".*(secret|passw|pin$|token|credential|api-?key).*");

  private final Spot spot;
  private final Map<String, Spot> byKey = new LinkedHashMap<>();

  private Part(Spot spot) {
    this.spot = spot;
  }

  static Part of(Spot spot, Shape shape) {
    Part part = new Part(spot);
    for (Spot.Entry entry : spot.entries()) {
      String key = ((YamlNode.Scalar) entry.key().node()).text();
      if (shape.keys().contains(key)) {
        Spot value = entry.value();
        part.byKey.put(key, new Spot(value.node(), value.item(), key, value.mistakes()));
      } else {
        unknown(entry.key(), key, shape);
      }
    }
    return part;
  }

  private static void unknown(Spot at, String key, Shape shape) {
    boolean secret = SECRET.matcher(key.toLowerCase(Locale.ROOT)).matches();
    String nearest = at.meant(key.replace('_', '-').replace(' ', '-'), shape.keys());
    at.problem(
        "key " + Words.quoted(key) + " is not known",
        "one of " + String.join(", ", shape.keys()),
        secret
            ? "Secrets have no place in a phone file: give them to the program that needs them."
            : nearest);
  }

  /** Where the table begins, for what is missing in it. */
  Spot spot() {
    return spot;
  }

  boolean has(String key) {
    return byKey.containsKey(key);
  }

  Optional<Spot> at(String key) {
    return Optional.ofNullable(byKey.get(key));
  }

  void at(String key, Consumer<Spot> reader) {
    at(key).ifPresent(reader);
  }

  void text(String key, Consumer<String> to) {
    at(key).flatMap(Spot::text).ifPresent(to);
  }

  void count(String key, Consumer<Integer> to) {
    at(key).flatMap(Spot::count).ifPresent(to);
  }

  void duration(String key, Consumer<Duration> to) {
    at(key).flatMap(Spot::duration).ifPresent(to);
  }

  /** Does something if the value is yes. */
  void yes(String key, Runnable to) {
    at(key).flatMap(Spot::yes).filter(yes -> yes).ifPresent(yes -> to.run());
  }

  <E extends Enum<E>> void word(String key, Class<E> type, Consumer<E> to) {
    at(key).flatMap(spot -> spot.word(type)).ifPresent(to);
  }

  /** A value that must be there; a mistake at the beginning of the table if it is not. */
  Optional<Spot> required(String key) {
    Optional<Spot> found = at(key);
    if (found.isEmpty()) {
      spot.problem(spot.setting() + " has no " + key, "the key " + key, "");
    }
    return found;
  }
}
