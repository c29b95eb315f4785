package io.ringwright.directory;

import io.ringwright.call.SoundName;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/** A phrase for which Asterisk brings a sound along. */
interface StandardSound {

  /** The name of that sound. */
  SoundName standard();

  /** The sounds that are not the standard ones, in the order of the phrases; unchanging. */
  static <P extends Enum<P> & StandardSound> Map<P, SoundName> others(
      Class<P> phrases, Map<P, SoundName> chosen) {
    Map<P, SoundName> others = new EnumMap<>(phrases);
    chosen.forEach(
        (phrase, sound) -> {
          if (!sound.equals(phrase.standard())) {
            others.put(phrase, sound);
          }
        });
    return Collections.unmodifiableMap(others);
  }
}
