package io.ringwright.engine.state;

import io.ringwright.call.Device;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.RingTarget;
import io.ringwright.call.Token;
import java.time.Instant;
import java.util.List;

/**
 * What listeners were told of a call that is not over, as far as the next telling follows from it.
 *
 * @param position the position that was told last, from 1; 0 while it was not told that the call
 *     waits for what it wants
 * @param rings the rings of which the start was told, and the end was not
 */
public record ReportedFacts(int position, List<Ring> rings) {

  /** Nothing was told. */
  public static final ReportedFacts NONE = new ReportedFacts(0, List.of());

  /** Copies the rings. */
  public ReportedFacts {
    rings = List.copyOf(rings);
  }

  /** The same with another position. */
  public ReportedFacts at(int told) {
    return told == position ? this : new ReportedFacts(told, rings);
  }

  /** The same with other rings. */
  public ReportedFacts ringing(List<Ring> told) {
    return new ReportedFacts(position, told);
  }

  /**
   * A ring of one phone.
   *
   * @param token the attempt with which it began
   * @param extension whose phone
   * @param device which phone
   * @param since when it began
   */
  public record Ring(Token token, DirectoryNumber extension, Device device, Instant since) {

    /** Whether it is the ring of this phone. */
    public boolean isAt(RingTarget target) {
      return device.equals(target.device()) && extension.equals(target.extension());
    }
  }
}
