package io.ringwright.call;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What a caller who waits is told, word by word: sounds and numbers in the order in which they are
 * played. Numbers are spoken in the language of the channel.
 *
 * <p>Thread safety: immutable.
 *
 * @param words at least one, at most {@value #MOST_WORDS}
 */
public record Announcement(List<Word> words) {

  /** How many words one announcement may have. */
  public static final int MOST_WORDS = 12;

  /** A part of an announcement. */
  public sealed interface Word {}

  /**
   * A sound file.
   *
   * @param name which
   */
  public record Sound(SoundName name) implements Word {
    @Override
    public String toString() {
      return name.name();
    }
  }

  /**
   * A number, spoken by the switch ({@code SayNumber}).
   *
   * @param value 0 to 999 999
   * @param gender the grammatical gender of the word; languages without one take no notice
   */
  public record Spoken(int value, Gender gender) implements Word {

    /**
     * Checks the value.
     *
     * @throws IllegalArgumentException if it is below 0 or over 999 999
     */
    public Spoken {
      if (value < 0 || value > 999_999) {
        throw new IllegalArgumentException(
            "the number " + value + " cannot be announced: expected 0 to 999999");
      }
    }

    /** As in a list of words: {@code #12n}. */
    @Override
    public String toString() {
      return "#" + value + gender.letter();
    }
  }

  /**
   * A telephone number, spoken digit by digit by the switch ({@code SayDigits}); a plus is not
   * spoken.
   *
   * @param number which
   */
  public record Digits(ExternalNumber number) implements Word {

    /** As in a list of words: {@code *0301234}. */
    @Override
    public String toString() {
      return "*" + number;
    }
  }

  /** The grammatical gender of a number ({@code SayNumber}; any other letter ends the call). */
  public enum Gender {
    /** Common gender, in Danish and Swedish. */
    COMMON('c'),
    /** Feminine; some sets of sounds have no feminine one. */
    FEMININE('f'),
    /** Masculine. */
    MASCULINE('m'),
    /** Neuter, for which all standard sets of sounds have files. */
    NEUTER('n');

    private final char letter;

    Gender(char letter) {
      this.letter = letter;
    }

    /**
     * How SayNumber is told.
     *
     * @return c, f, m or n
     */
    public char letter() {
      return letter;
    }
  }

  /**
   * Copies the words.
   *
   * @throws IllegalArgumentException if there is none, or more than {@value #MOST_WORDS}
   */
  public Announcement {
    words = List.copyOf(words);
    if (words.isEmpty() || words.size() > MOST_WORDS) {
      throw new IllegalArgumentException(
          "an announcement of "
              + words.size()
              + " words is not valid: expected 1 to "
              + MOST_WORDS);
    }
  }

  /**
   * The words in one line, with {@code &} between them: {@code queue-thereare&#3n}.
   *
   * @return sounds by name, numbers after {@code #} with the letter of their gender, telephone
   *     numbers after {@code *}
   */
  public String text() {
    return words.stream().map(Word::toString).collect(Collectors.joining("&"));
  }

  @Override
  public String toString() {
    return text();
  }
}
