package io.ringwright.directory;

import java.util.List;

/**
 * A phone list that would misroute calls was refused; the message lists every mistake, not the
 * first.
 */
public final class DirectoryException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  private final transient List<String> mistakes;

  DirectoryException(List<String> mistakes) {
    super(
        "The phone list has "
            + (mistakes.size() == 1 ? "a mistake" : mistakes.size() + " mistakes")
            + ":\n  - "
            + String.join("\n  - ", mistakes));
    this.mistakes = List.copyOf(mistakes);
  }

  /**
   * The mistakes, each naming the item, the value and what was expected.
   *
   * @return in the order of the list
   */
  public List<String> mistakes() {
    return mistakes;
  }
}
