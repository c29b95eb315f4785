package io.ringwright.ami;

import io.ringwright.call.ExternalNumber;
import java.time.Duration;
import java.util.regex.Pattern;

/**
 * How people are called back who hung up while waiting and kept their place.
 *
 * <p>Thread safety: immutable.
 *
 * @param dialled what Asterisk dials, with {@value #NUMBER} where the number belongs
 * @param ringTime for how long their phone rings
 */
record CallingBack(String dialled, Duration ringTime) {

  static final String NUMBER = "<number>";

  /** Half a minute of grace is what a reservation has for whatever comes before its ringing. */
  static final Duration USUAL_RING_TIME = Duration.ofSeconds(25);

  private static final Pattern AROUND = Pattern.compile("[A-Za-z0-9/@:._+-]{1,100}");

  CallingBack {
    String[] around = (dialled + " ").split(Pattern.quote(NUMBER), -1);
    boolean valid =
        around.length == 2
            && around[0].matches("[A-Za-z0-9]+/.*")
            && AROUND.matcher((around[0] + around[1]).strip()).matches();
    if (!valid) {
      throw new IllegalArgumentException(
          "what is dialled to call back, '"
              + new AmiValue(dialled).text()
              + "', is not valid: expected a channel with "
              + NUMBER
              + " in it once, such as Local/"
              + NUMBER
              + "@ringwright-outbound/n");
    }
    // Optimized away, the channel that carries the call would end in the middle of the talk.
    if (dialled.startsWith("Local/") && !dialled.endsWith("/n")) {
      throw new IllegalArgumentException(
          "a Local channel to call back with, '"
              + dialled
              + "', is not valid: expected /n at its end");
    }
    if (ringTime.toSeconds() < 1 || ringTime.toSeconds() > 300) {
      throw new IllegalArgumentException(
          "ring time " + ringTime + " of a call back is not valid: expected 1 s to 5 min");
    }
  }

  /** What is dialled to reach a number. */
  String channel(ExternalNumber number) {
    return dialled.replace(NUMBER, number.digits());
  }
}
