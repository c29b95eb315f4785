package io.ringwright.directory;

import java.util.List;

/**
 * A phone list that would misroute calls was refused; the message lists every mistake, not the
 * first.
 */
public final class DirectoryException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  private final transient List<Mistake> mistakes;

  /**
   * One mistake.
   *
   * @param item whose setting it is, such as {@code extension 100}
   * @param problem what is wrong, with the value
   * @param expected what would be right
   */
  public record Mistake(String item, String problem, String expected) {
    @Override
    public String toString() {
      return item + ": " + problem + "; expected " + expected;
    }
  }

  DirectoryException(List<Mistake> mistakes) {
    super(
        "The phone list has "
            + (mistakes.size() == 1 ? "a mistake" : mistakes.size() + " mistakes")
            + ":\n  - "
            + String.join("\n  - ", mistakes.stream().map(Mistake::toString).toList()));
    this.mistakes = List.copyOf(mistakes);
  }

  /**
   * The mistakes.
   *
   * @return in the order of the list
   */
  public List<Mistake> mistakes() {
    return mistakes;
  }
}
