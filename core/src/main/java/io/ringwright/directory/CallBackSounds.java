package io.ringwright.directory;

import io.ringwright.call.SoundName;
import java.util.Map;

/**
 * Of which sounds the questions are put together that a caller is asked before a call back. The
 * standard ones come with Asterisk.
 *
 * <p>Thread safety: immutable.
 *
 * @param other the sounds that stand in the place of standard ones, by phrase
 */
public record CallBackSounds(Map<Phrase, SoundName> other) {

  /** The standard sounds. */
  public static final CallBackSounds STANDARD = new CallBackSounds(Map.of());

  /** A part of a question that is a sound. */
  public enum Phrase implements StandardSound {
    /** "The number I have is", before its digits: {@code vm-num-i-have}. */
    THE_NUMBER_IS("vm-num-i-have"),
    /** "If this is correct press", before the key: {@code if-correct-press}. */
    IF_CORRECT_PRESS("if-correct-press"),
    /** "To call a different number", before "press": {@code vm-calldiffnum}. */
    FOR_ANOTHER("vm-calldiffnum"),
    /** "Press", before the key: {@code vm-press}. */
    PRESS("vm-press"),
    /** "Enter the number to call": {@code vm-enter-num-to-call}. */
    ENTER_NUMBER("vm-enter-num-to-call"),
    /** "Then press pound": {@code vm-then-pound}. */
    THEN_POUND("vm-then-pound");

    private final SoundName standard;

    Phrase(String standard) {
      this.standard = SoundName.of(standard);
    }

    /**
     * The sound that comes with Asterisk.
     *
     * @return its name
     */
    @Override
    public SoundName standard() {
      return standard;
    }
  }

  /** Copies the sounds; a phrase with its standard sound is left out. */
  public CallBackSounds {
    other = StandardSound.others(Phrase.class, other);
  }

  /**
   * The sound of a phrase.
   *
   * @param phrase which
   * @return the one in its place, or the standard one
   */
  public SoundName of(Phrase phrase) {
    return other.getOrDefault(phrase, phrase.standard());
  }
}
