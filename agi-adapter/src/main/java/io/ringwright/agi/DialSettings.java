package io.ringwright.agi;

import io.ringwright.call.DialOptions;
import io.ringwright.call.RoutingDecision.Ring;
import io.ringwright.dialplan.DialText;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How phones are dialled: the options of the dialplan application Dial.
 *
 * <p>Thread safety: immutable.
 *
 * @param options the third argument of Dial, such as {@code tTr}; empty for none
 */
public record DialSettings(String options) {

  /** No options: ringing tone to the caller, no transfer by keys. */
  public static final DialSettings NONE = new DialSettings("");

  /** Room for the devices, so that a whole command stays within what Asterisk reads. */
  private static final int MOST_DEVICE_CHARACTERS = 1600;

  private static final Pattern SUBROUTINE = Pattern.compile("U\\(([^()^]*)(?:\\^([^()]*))?\\)");

  /**
   * Checks the options.
   *
   * @throws IllegalArgumentException as {@link DialOptions} does
   */
  public DialSettings {
    new DialOptions(options);
  }

  /**
   * The arguments of Dial for a decision to ring.
   *
   * <p>All phones of the decision, as far as they fit into one command: about 80 of usual length.
   *
   * @param ring which phones, and for how long
   * @return devices, ring time in whole seconds, and options, separated by commas; all contacts of
   *     an account stand there as a function, which the dialplan has to evaluate
   */
  public String arguments(Ring ring) {
    return arguments(ring, ring.targets().stream().map(DialText::of).toList());
  }

  /** The same where it is known already what each of these devices is called. */
  String arguments(Ring ring, List<String> dialled) {
    return devices(dialled) + "," + seconds(ring.ringTime()) + "," + options;
  }

  /**
   * The subroutine that these options name: what Gosub takes. A hunt group that tells its agents
   * something has a subroutine of its own, which carries out this one at its end.
   */
  Optional<String> subroutine() {
    Matcher named = SUBROUTINE.matcher(options);
    if (!named.find()) {
      return Optional.empty();
    }
    String arguments = named.group(2) == null ? "" : "(" + named.group(2).replace('^', ',') + ")";
    return Optional.of(named.group(1) + ",s,1" + arguments);
  }

  /** The same without such a subroutine. */
  DialSettings withoutSubroutine() {
    return new DialSettings(SUBROUTINE.matcher(options).replaceAll(""));
  }

  private static String devices(List<String> all) {
    StringBuilder devices = new StringBuilder();
    for (String dialled : all) {
      if (devices.length() + dialled.length() < MOST_DEVICE_CHARACTERS) {
        devices.append(devices.isEmpty() ? "" : "&").append(dialled);
      }
    }
    return devices.toString();
  }

  /** Whole seconds, at least one. */
  static long seconds(Duration ringTime) {
    return Math.max(1, ringTime.plusMillis(999).toSeconds());
  }
}
