package io.ringwright.fakeasterisk.dialplan;

/**
 * One line of a context: a step of an extension, or a context that it includes.
 *
 * <p>Thread safety: immutable.
 *
 * @param extension the extension or pattern; empty for an included context
 * @param step the step; of no meaning for an included context
 * @param include the included context; empty for a step
 */
public record ListedLine(String extension, Step step, String include) {

  private static final Step NONE = new Step(0, "", "", "", 0);

  static ListedLine include(String context) {
    return new ListedLine("", NONE, context);
  }
}
