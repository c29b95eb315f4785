package io.ringwright.call;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a call asks of whoever answers it: skills, each at a least level, relaxing while it waits.
 *
 * <p>Written as {@code french:3+sales:1;60=french:1;120=}: French at level 3 or more and sales at
 * level 1 or more at first; after 60 s French at level 1 will do; after 120 s anybody. At most
 * {@value #LONGEST} characters.
 *
 * <p>Thread safety: immutable.
 *
 * @param stages what is asked from when on, first to last; the first holds from the start
 */
public record Requirements(List<Stage> stages) {

  /** Anybody will do. */
  public static final Requirements NONE =
      new Requirements(List.of(new Stage(Duration.ZERO, Map.of())));

  static final int LONGEST = 200;
  private static final int HIGHEST_LEVEL = 100;
  private static final int LAST_SECOND = 999_999;

  /**
   * Sorts the stages.
   *
   * @throws IllegalArgumentException if no stage holds from the start, two from the same moment, or
   *     what {@link #text} gives is more than {@link #parse} takes
   */
  public Requirements {
    stages = stages.stream().sorted(Comparator.comparing(Stage::after)).toList();
    if (stages.isEmpty() || !stages.get(0).after().isZero()) {
      throw new IllegalArgumentException("requirements need a stage from the start, got " + stages);
    }
    if (stages.stream().map(Stage::after).distinct().count() < stages.size()) {
      throw new IllegalArgumentException(
          "requirements need one stage from each moment, got " + stages);
    }
    int length = text(stages).length();
    if (length > LONGEST) {
      throw new IllegalArgumentException(
          "requirements of "
              + length
              + " characters are not valid: expected at most "
              + LONGEST
              + ".\nAsk for fewer skills, give them shorter names, or leave out stages.");
    }
  }

  /**
   * What is asked from one moment of the wait on.
   *
   * @param after how long the call has waited by then, 0 to 999999 whole seconds
   * @param levels the least level of each skill asked for, 1 to 100; a higher level is a better one
   */
  public record Stage(Duration after, Map<String, Integer> levels) {

    /**
     * Copies and checks the levels.
     *
     * @throws IllegalArgumentException if a skill has no valid name or level, or the moment is not
     *     in range
     */
    public Stage {
      levels = Map.copyOf(levels);
      boolean whole = after.equals(Duration.ofSeconds(after.toSeconds()));
      if (after.isNegative() || !whole || after.toSeconds() > LAST_SECOND) {
        throw new IllegalArgumentException(
            "stage after " + after + " is not valid: expected whole seconds, 0 to 999999");
      }
      levels.forEach(Requirements::check);
    }

    /**
     * Whether somebody with these skills will do.
     *
     * @param skills the level of each skill somebody has
     * @return true if each skill asked for is there, at the level asked for or above
     */
    public boolean metBy(Map<String, Integer> skills) {
      for (Map.Entry<String, Integer> asked : levels.entrySet()) {
        Integer level = skills.get(asked.getKey());
        if (level == null || level < asked.getValue()) {
          return false;
        }
      }
      return true;
    }

    @Override
    public String toString() {
      return levels.isEmpty() ? "nothing" : text(levels);
    }
  }

  /**
   * Skills that are asked for throughout.
   *
   * @param levels the least level of each, 1 to 100
   * @return requirements that never relax
   */
  public static Requirements of(Map<String, Integer> levels) {
    return new Requirements(List.of(new Stage(Duration.ZERO, levels)));
  }

  /**
   * These requirements, and others from a moment on.
   *
   * @param waited how long the call has waited by then, above zero
   * @param levels the least level of each skill then
   * @return the longer requirements
   */
  public Requirements after(Duration waited, Map<String, Integer> levels) {
    List<Stage> more = new ArrayList<>(stages);
    more.add(new Stage(waited, levels));
    return new Requirements(more);
  }

  /**
   * What is asked of whoever answers a call that has waited so long.
   *
   * @param waited how long it has waited
   * @return the stage that holds then
   */
  public Stage at(Duration waited) {
    Stage held = stages.get(0);
    for (Stage stage : stages) {
      held = stage.after().compareTo(waited) <= 0 ? stage : held;
    }
    return held;
  }

  /**
   * Whether somebody with these skills will do, now or after a long enough wait.
   *
   * @param skills the level of each skill somebody has
   * @return true if at least one stage is met
   */
  public boolean everMetBy(Map<String, Integer> skills) {
    for (Stage stage : stages) {
      if (stage.metBy(skills)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether anybody will do from the start on.
   *
   * @return true if nothing is ever asked
   */
  public boolean areNone() {
    for (Stage stage : stages) {
      if (!stage.levels().isEmpty()) {
        return false;
      }
    }
    return true;
  }

  /**
   * Reads text that came from outside.
   *
   * @param text such as {@code french:3+sales:1;60=french:1;120=}; empty asks nothing
   * @return the requirements, or empty if the text is none; it is never repaired
   */
  public static Optional<Requirements> parse(String text) {
    try {
      return Optional.of(of(text));
    } catch (IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }

  /**
   * The requirements that a text names.
   *
   * @param text such as {@code french:3+sales:1;60=french:1;120=}; empty asks nothing
   * @return the requirements
   * @throws IllegalArgumentException if the text is none; the message says what is wrong with it
   */
  public static Requirements of(String text) {
    if (text.isEmpty()) {
      return NONE;
    }
    if (text.length() > LONGEST) {
      throw malformed(text, "expected at most " + LONGEST + " characters");
    }
    try {
      List<Stage> stages = new ArrayList<>();
      for (String part : text.split(";", -1)) {
        stages.add(stage(part, stages.isEmpty()));
      }
      return new Requirements(stages);
    } catch (IllegalArgumentException wrong) {
      throw malformed(text, String.valueOf(wrong.getMessage()));
    }
  }

  private static IllegalArgumentException malformed(String text, String why) {
    return new IllegalArgumentException(
        "requirements " + Characters.shown(text) + " are not valid: " + why);
  }

  /**
   * The requirements as text that {@link #parse} reads.
   *
   * @return empty if nothing is asked
   */
  public String text() {
    return text(stages);
  }

  private static String text(List<Stage> stages) {
    return stages.stream()
        .map(
            stage ->
                (stage.after().isZero() ? "" : stage.after().toSeconds() + "=")
                    + text(stage.levels()))
        .collect(Collectors.joining(";"));
  }

  @Override
  public String toString() {
    return areNone() ? "nothing" : text();
  }

  private static Stage stage(String text, boolean first) {
    int equals = text.indexOf('=');
    if (first != (equals < 0)) {
      throw new IllegalArgumentException("expected seconds= before every stage but the first");
    }
    Duration after = first ? Duration.ZERO : Duration.ofSeconds(number(text.substring(0, equals)));
    return new Stage(after, levels(text.substring(equals + 1)));
  }

  private static Map<String, Integer> levels(String text) {
    Map<String, Integer> levels = new TreeMap<>();
    if (!text.isEmpty()) {
      for (String part : text.split("\\+", -1)) {
        int colon = part.indexOf(':');
        if (colon < 0 || levels.put(part.substring(0, colon), level(part, colon)) != null) {
          throw new IllegalArgumentException("expected each skill once, as skill:level");
        }
      }
    }
    return levels;
  }

  private static int level(String part, int colon) {
    return (int) number(part.substring(colon + 1));
  }

  private static long number(String digits) {
    if (!Characters.fits(digits, 6, Characters::digit)) {
      throw new IllegalArgumentException("expected 1 to 6 digits");
    }
    return Long.parseLong(digits);
  }

  private static String text(Map<String, Integer> levels) {
    return new TreeMap<>(levels)
        .entrySet().stream()
            .map(each -> each.getKey() + ":" + each.getValue())
            .collect(Collectors.joining("+"));
  }

  private static void check(String skill, int level) {
    if (!isSkill(skill)) {
      throw new IllegalArgumentException(
          "skill "
              + Characters.shown(skill)
              + " is not valid: expected 1 to 32 letters, digits, dashes or underscores");
    }
    if (level < 1 || level > HIGHEST_LEVEL) {
      throw new IllegalArgumentException(
          "level " + level + " of skill " + skill + " is not valid: expected 1 to 100");
    }
  }

  /**
   * Whether a text can name a skill.
   *
   * @param name anything
   * @return true for 1 to 32 letters, digits, dashes and underscores
   */
  public static boolean isSkill(String name) {
    return Characters.fits(name, 32, c -> Characters.letterOrDigit(c) || Characters.anyOf(c, "_-"));
  }
}
