package io.ringwright.directory;

import io.ringwright.call.SoundName;
import java.util.Optional;
import java.util.function.Function;

/** Checks the names of sounds and the like; a bad one is collected as any other mistake. */
final class SoundInspection {

  private static final String EXPECTED =
      "a path below the directory of the sounds, 1 to 80 letters, digits, _ . / and -";

  private SoundInspection() {}

  static Optional<SoundName> sound(String item, String what, String name, Mistakes mistakes) {
    return read(SoundName::of, name)
        .or(
            () -> {
              mistakes.add(item, what + " " + Mistakes.quoted(name) + " is not valid", EXPECTED);
              return Optional.empty();
            });
  }

  /** What a name stands for; empty if it is not valid. */
  static <T> Optional<T> read(Function<String, T> reader, String name) {
    try {
      return Optional.of(reader.apply(name));
    } catch (IllegalArgumentException refused) {
      return Optional.empty();
    }
  }
}
