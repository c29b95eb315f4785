package io.ringwright.dialplan;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a connected engine writes into the global variable {@value #VARIABLE} of Asterisk, so that a
 * second one finds it there.
 *
 * <p>Thread safety: immutable.
 *
 * @param connection a number drawn for each connection, in hexadecimal digits
 * @param process the number of the process, as the operating system gives it
 */
public record EngineMark(String connection, long process) {

  /** The global variable. */
  public static final String VARIABLE = "RW_MARK";

  private static final Pattern SHAPE = Pattern.compile("([0-9a-f]{1,16}) ([0-9]{1,18})");

  /**
   * The mark as text.
   *
   * @return the number of the connection, a blank, the number of the process
   */
  public String text() {
    return connection + " " + process;
  }

  /**
   * Reads a mark.
   *
   * @param text the value of the variable
   * @return the mark; empty if nobody has left one
   */
  public static Optional<EngineMark> parse(String text) {
    Matcher shape = SHAPE.matcher(text);
    return shape.matches()
        ? Optional.of(new EngineMark(shape.group(1), Long.parseLong(shape.group(2))))
        : Optional.empty();
  }
}
