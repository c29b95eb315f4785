package io.ringwright.files;

import java.util.List;

/** A phone file was refused; the message lists every mistake, not the first. */
public final class PhoneFileException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;
  private static final int MOST_SHOWN = 100;

  private final transient List<FileMistake> mistakes;

  PhoneFileException(List<FileMistake> mistakes) {
    super(
        "The phone file has "
            + (mistakes.size() == 1 ? "a mistake" : mistakes.size() + " mistakes")
            + ":\n  "
            + String.join(
                "\n  ", mistakes.stream().limit(MOST_SHOWN).map(each -> "" + each).toList())
            + (mistakes.size() > MOST_SHOWN ? "\n  and so on" : ""));
    this.mistakes = List.copyOf(mistakes);
  }

  /**
   * The mistakes.
   *
   * @return file by file, in the order of the lines; at most 1000
   */
  public List<FileMistake> mistakes() {
    return mistakes;
  }
}
