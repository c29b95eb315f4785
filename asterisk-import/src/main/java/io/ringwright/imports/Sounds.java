package io.ringwright.imports;

import io.ringwright.call.SoundName;
import java.util.Optional;

/** Names of sounds, as queues.conf has them. */
final class Sounds {

  private Sounds() {}

  /** A path below the directory of the sounds; empty if it is none that can be played. */
  static Optional<SoundName> named(String value) {
    String name = value.replaceFirst("^/var/lib/asterisk/sounds/(?:[a-z]{2}(?:_[A-Z]{2})?/)?", "");
    try {
      return Optional.of(SoundName.of(name));
    } catch (IllegalArgumentException refused) {
      return Optional.empty();
    }
  }

  /** A sound that stands under another name than was given lies where all sounds lie. */
  static Outcome found(String value, SoundName sound, String as) {
    return sound.toString().equals(value)
        ? Outcome.kept(as)
        : Outcome.changed(as + ", in the language of the call");
  }

  static Outcome refused() {
    return Outcome.notPossible(
        "no sound below the directory of the sounds, of letters, digits and _ . / -");
  }
}
