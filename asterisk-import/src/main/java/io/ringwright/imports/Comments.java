package io.ringwright.imports;

/**
 * Takes the comments out of the lines of one file: from a semicolon to the end of the line, and
 * from {@code ;--} to {@code --;}, which may stand in each other. {@code \;} is a semicolon.
 */
final class Comments {

  private int depth;
  private int openedIn;
  private int lines;

  /** The line after the last one, without what is comment. */
  String strip(String line) {
    lines++;
    StringBuilder text = new StringBuilder();
    int from = 0;
    int at = 0;
    while (at < line.length()) {
      if (line.charAt(at) != ';') {
        keep(line.charAt(at++), text);
      } else if (at > from && line.charAt(at - 1) == '\\') {
        escaped(text);
        at++;
      } else if (opens(line, at)) {
        open();
        at += 3;
        from = at;
      } else if (depth > 0) {
        depth -= at - 2 >= from && line.startsWith("--", at - 2) ? 1 : 0;
        at++;
      } else {
        break;
      }
    }
    return text.toString();
  }

  /** The line in which a comment begins that has not ended; 0 if there is none. */
  int unclosed() {
    return depth == 0 ? 0 : openedIn;
  }

  private void keep(char c, StringBuilder text) {
    if (depth == 0) {
      text.append(c);
    }
  }

  private void escaped(StringBuilder text) {
    if (depth == 0) {
      text.setCharAt(text.length() - 1, ';');
    }
  }

  private void open() {
    openedIn = depth == 0 ? lines : openedIn;
    depth++;
  }

  /** A row of dashes is no beginning. */
  private static boolean opens(String line, int at) {
    return line.startsWith("--", at + 1) && !line.startsWith("-", at + 3);
  }
}
