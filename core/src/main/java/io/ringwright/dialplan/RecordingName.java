package io.ringwright.dialplan;

import io.ringwright.call.CallId;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.Token;
import java.util.regex.Pattern;

/**
 * The file in which a talk is recorded, as a path below the directory of recordings: a directory
 * for each hunt group, and in it the call, the group and the token of the attempt. The dialplan
 * adds the phone and the suffix.
 *
 * <p>It is made of letters, digits and {@code . _ -} only, so that it names nothing outside that
 * directory and means nothing else in the arguments of a dialplan application. A star in the number
 * of a group is an {@code x} there, a hash an {@code h}.
 *
 * <p>Thread safety: immutable.
 *
 * @param path such as {@code 701/1795722739.127-lab-701-17}
 */
public record RecordingName(String path) {

  private static final int MOST_OF_CALL = 120;
  private static final Pattern SHAPE =
      Pattern.compile("[0-9xh]{1,20}/[A-Za-z0-9_-][A-Za-z0-9._-]{0,190}");

  /**
   * Checks the path.
   *
   * @throws IllegalArgumentException if it holds anything else, or could lead out of the directory
   */
  public RecordingName {
    if (!SHAPE.matcher(path).matches() || path.contains("..")) {
      throw new IllegalArgumentException(
          "recording '"
              + path.replaceAll("\\p{Cc}", ".")
              + "' is not valid: expected the digits of a hunt group, a slash, and a name of"
              + " letters, digits and . _ -");
    }
  }

  /**
   * The recording of one attempt to ring.
   *
   * @param group the hunt group for which it is recorded
   * @param call the call
   * @param token the attempt: a call may be recorded several times
   * @return its name
   */
  public static RecordingName of(DirectoryNumber group, CallId call, Token token) {
    String folder = spelt(group);
    String id = call.value();
    String start = id.substring(0, Math.min(id.length(), MOST_OF_CALL));
    String own = start.replaceAll("[^A-Za-z0-9._-]", "-").replace("..", "__");
    String first = own.startsWith(".") ? "_" + own.substring(1) : own;
    return new RecordingName(folder + "/" + first + "-" + folder + "-" + token);
  }

  /**
   * A number as it stands in the name of a file.
   *
   * @param number such as {@code *12}
   * @return its digits, with {@code x} for a star and {@code h} for a hash
   */
  public static String spelt(DirectoryNumber number) {
    return number.digits().replace('*', 'x').replace('#', 'h');
  }
}
