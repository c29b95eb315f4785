package io.ringwright.agi;

import static java.util.Objects.requireNonNull;

import io.ringwright.CallRouter;
import io.ringwright.call.SoundName;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What agents can do at their phones, by the feature codes of {@link Dialplan#renderAgents()}.
 *
 * <pre>{@code
 * FastAgiServer.builder(router, pbx)
 *     .agents(AgentPhones.of(router).reason(1, "lunch").pins(AgentPins.of(pins)))
 * }</pre>
 *
 * <p>Thread safety: immutable; each method returns a changed copy.
 */
public final class AgentPhones {

  private static final int LONGEST_REASON = 40;

  private final CallRouter router;
  private final Optional<AgentPins> pins;
  private final String usualReason;
  private final Map<String, Reason> reasons;
  private final boolean hotDesking;

  /**
   * Why somebody pauses.
   *
   * @param word what {@link io.ringwright.availability.Attendance#pausedFor} says
   * @param sound what is heard after the sound of the pause, if anything
   */
  record Reason(String word, Optional<SoundName> sound) {}

  private AgentPhones(
      CallRouter router, Identified identified, String usual, Map<String, Reason> reasons) {
    this.router = router;
    this.pins = identified.pins();
    this.hotDesking = identified.hotDesking();
    this.usualReason = usual;
    this.reasons = Map.copyOf(reasons);
  }

  /** What somebody may do who has been asked for number and PIN. */
  private record Identified(Optional<AgentPins> pins, boolean hotDesking) {}

  private Identified identified() {
    return new Identified(pins, hotDesking);
  }

  /**
   * Agents at their own phones only, who pause without a reason.
   *
   * @param router the engine that takes their orders
   * @return phones of nobody are refused
   */
  public static AgentPhones of(CallRouter router) {
    requireNonNull(router, "router is null: expected a CallRouter");
    return new AgentPhones(router, new Identified(Optional.empty(), false), "pause", Map.of());
  }

  /**
   * Whoever dials a code at a phone that is nobody's is asked for number and PIN. Three tries are
   * allowed in a call, and five that are wrong for a number within 10 minutes.
   *
   * @param chosen compares PINs
   * @return a changed copy
   */
  public AgentPhones pins(AgentPins chosen) {
    requireNonNull(chosen, "pins are null: expected a value, or no call for none");
    return new AgentPhones(
        router, new Identified(Optional.of(chosen), hotDesking), usualReason, reasons);
  }

  /**
   * Whoever dials the code for it at a phone of nobody, and has a PIN, sits there from then on: see
   * {@link io.ringwright.HostOrders#sitAt}. Off by default.
   *
   * @return a changed copy
   */
  public AgentPhones hotDesking() {
    return new AgentPhones(router, new Identified(pins, true), usualReason, reasons);
  }

  /**
   * The reason of a pause for which none was dialled. {@code pause} by default.
   *
   * @param word 1 to 40 characters
   * @return a changed copy
   * @throws IllegalArgumentException if it is empty, too long, or holds control characters
   */
  public AgentPhones usualReason(String word) {
    return new AgentPhones(router, identified(), checked(word), reasons);
  }

  /**
   * A reason for which nothing is heard.
   *
   * @param digit what is dialled for it, 0 to 9
   * @param word the reason, 1 to 40 characters
   * @return a changed copy
   * @throws IllegalArgumentException if one of them is not valid
   */
  public AgentPhones reason(int digit, String word) {
    return with(digit, new Reason(checked(word), Optional.empty()));
  }

  /**
   * A reason that is heard.
   *
   * @param digit what is dialled for it, 0 to 9
   * @param word the reason, 1 to 40 characters
   * @param sound what says so
   * @return a changed copy
   * @throws IllegalArgumentException if one of them is not valid
   */
  public AgentPhones reason(int digit, String word, SoundName sound) {
    requireNonNull(sound, "sound of a reason is null: expected a value, or no sound");
    return with(digit, new Reason(checked(word), Optional.of(sound)));
  }

  private AgentPhones with(int digit, Reason reason) {
    if (digit < 0 || digit > 9) {
      throw new IllegalArgumentException(
          "digit of a reason " + digit + " is not valid: expected 0 to 9");
    }
    Map<String, Reason> more = new HashMap<>(reasons);
    more.put(String.valueOf(digit), reason);
    return new AgentPhones(router, identified(), usualReason, more);
  }

  private static String checked(String word) {
    requireNonNull(word, "reason is null: expected a word");
    if (word.isBlank() || word.length() > LONGEST_REASON || RequestHead.hasControl(word)) {
      throw new IllegalArgumentException(
          "reason of a pause is not valid: expected 1 to 40 characters, none of them control"
              + " characters");
    }
    return word;
  }

  CallRouter router() {
    return router;
  }

  boolean allowsHotDesking() {
    return hotDesking;
  }

  Optional<AgentPins> pins() {
    return pins;
  }

  Reason usualReason() {
    return new Reason(usualReason, Optional.empty());
  }

  /** The reason for which a digit is dialled; empty if there is none. */
  Optional<Reason> reason(String digit) {
    return Optional.ofNullable(reasons.get(digit));
  }

  /** The sound of a reason, by its word. */
  Optional<SoundName> soundOf(String word) {
    return reasons.values().stream()
        .filter(reason -> reason.word().equals(word))
        .flatMap(reason -> reason.sound().stream())
        .findFirst();
  }
}
