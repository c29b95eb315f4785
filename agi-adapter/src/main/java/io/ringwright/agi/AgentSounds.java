package io.ringwright.agi;

import io.ringwright.call.SoundName;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * What agents hear who dial a feature code. By default the sounds that Asterisk's own packages
 * have; where they have none there is silence. A sound that is not there is silence too.
 *
 * <pre>{@code
 * AgentSounds.standard().with(Part.PAUSED, SoundName.of("custom/paused"))
 * }</pre>
 *
 * <p>Thread safety: immutable; each method returns a changed copy.
 */
public final class AgentSounds {

  private static final AgentSounds STANDARD = new AgentSounds(standards());

  private final Map<Part, SoundName> sounds;

  /** What there is to say. */
  public enum Part {
    /** Logged in: {@code agent-loginok}. */
    LOGGED_IN,
    /** Logged out: {@code agent-loggedoff}. */
    LOGGED_OUT,
    /** Paused; the sound of the reason follows. Silence by default. */
    PAUSED,
    /** The pause is over. Silence by default. */
    RESUMED,
    /** From now on the agent sits at this phone, and is logged in: {@code agent-loginok}. */
    DESK_TAKEN,
    /** The agent sits here no more, and is logged out: {@code agent-loggedoff}. */
    DESK_LEFT,
    /** No such hunt group or reason, or not the agent's: {@code pbx-invalid}. */
    REFUSED,
    /** No engine has answered, or it could not do it: {@code beeperr}. */
    FAILED,
    /** At a phone that is nobody's, the number is asked for: {@code agent-user}. */
    NUMBER,
    /** The PIN is asked for: {@code agent-pass}. */
    PIN,
    /** Number and PIN were wrong three times, or nobody may log in here: {@code auth-incorrect}. */
    WRONG_PIN
  }

  private AgentSounds(Map<Part, SoundName> sounds) {
    this.sounds = Map.copyOf(sounds);
  }

  private static Map<Part, SoundName> standards() {
    return Map.of(
        Part.LOGGED_IN, SoundName.of("agent-loginok"),
        Part.LOGGED_OUT, SoundName.of("agent-loggedoff"),
        Part.DESK_TAKEN, SoundName.of("agent-loginok"),
        Part.DESK_LEFT, SoundName.of("agent-loggedoff"),
        Part.REFUSED, SoundName.of("pbx-invalid"),
        Part.FAILED, SoundName.of("beeperr"),
        Part.NUMBER, SoundName.of("agent-user"),
        Part.PIN, SoundName.of("agent-pass"),
        Part.WRONG_PIN, SoundName.of("auth-incorrect"));
  }

  /**
   * The sounds by default.
   *
   * @return those of Asterisk's packages
   */
  public static AgentSounds standard() {
    return STANDARD;
  }

  /**
   * The same with another sound.
   *
   * @param part what it says
   * @param sound its file
   * @return a changed copy
   */
  public AgentSounds with(Part part, SoundName sound) {
    Map<Part, SoundName> changed = new EnumMap<>(Part.class);
    changed.putAll(sounds);
    changed.put(part, sound);
    return new AgentSounds(changed);
  }

  /**
   * The same with silence.
   *
   * @param part what is not said
   * @return a changed copy
   */
  public AgentSounds without(Part part) {
    Map<Part, SoundName> changed = new EnumMap<>(Part.class);
    changed.putAll(sounds);
    changed.remove(part);
    return new AgentSounds(changed);
  }

  /**
   * The sound of a part.
   *
   * @param part what it says
   * @return empty for silence
   */
  public Optional<SoundName> of(Part part) {
    return Optional.ofNullable(sounds.get(part));
  }

  /** The step of the dialplan that plays it. */
  String playing(Part part) {
    return of(part).map(sound -> "Playback(" + sound + ")").orElse("NoOp()");
  }
}
