package io.ringwright.agi;

import io.ringwright.call.Greeting;
import io.ringwright.call.Notice;
import io.ringwright.call.RoutingDecision;
import io.ringwright.call.RoutingDecision.Reject;
import io.ringwright.call.RoutingDecision.Ring;
import io.ringwright.dialplan.ChannelVariables;
import java.util.EnumMap;
import java.util.Map;

/**
 * What is played to a caller before the decision is carried out. Each part is optional; by default
 * nothing is played.
 *
 * <pre>{@code
 * Prompts.none().answered().language("fr").welcome("custom/welcome").sayingTheExtension()
 * }</pre>
 *
 * <p>Only a caller who asks by key for a call back that cannot be promised hears a standard sound
 * of Asterisk, unless {@link #callBackRefused another} is named.
 *
 * <p>Nothing is played to callers who are rejected. The extension is said, and the operator prompt
 * played, only where one single phone is going to ring.
 *
 * <p>Thread safety: immutable; each method returns a changed copy.
 */
public final class Prompts {

  private static final Prompts NONE =
      new Prompts(new EnumMap<>(Part.class), Map.of(Notice.CALL_BACK_REFUSED, "privacy-incorrect"));

  private final EnumMap<Part, String> parts;
  private final Map<Notice, String> notices;

  /** The parts, in the order in which the caller meets them. */
  enum Part {
    ANSWER(ChannelVariables.ANSWER),
    LANGUAGE(ChannelVariables.LANGUAGE),
    WELCOME(ChannelVariables.WELCOME),
    SAY(ChannelVariables.SAY),
    OPERATOR(ChannelVariables.OPERATOR);

    private final String variable;

    Part(String variable) {
      this.variable = variable;
    }

    /** The channel variable in which the dialplan finds it. */
    String variable() {
      return variable;
    }
  }

  private Prompts(EnumMap<Part, String> parts, Map<Notice, String> notices) {
    this.parts = parts;
    this.notices = notices;
  }

  /**
   * No prompts: the caller hears ringing or music, and is not answered before a phone is.
   *
   * @return the empty prompts
   */
  public static Prompts none() {
    return NONE;
  }

  /**
   * The call is answered first. Callers pay from here on; most trunks carry prompts only then.
   *
   * @return prompts with this part
   */
  public Prompts answered() {
    return with(Part.ANSWER, "yes");
  }

  /**
   * The language of all sounds.
   *
   * @param language as in Asterisk's sounds directory, such as {@code fr} or {@code pt_BR}
   * @return prompts with this part
   * @throws IllegalArgumentException if it is not 2 to 20 letters, digits, {@code _} and {@code -}
   */
  public Prompts language(String language) {
    return with(Part.LANGUAGE, checked("language", language, "[A-Za-z0-9_-]{2,20}", "fr"));
  }

  /**
   * A sound for every caller.
   *
   * @param sound a sound file as Playback takes it: no suffix, several joined by {@code &}
   * @return prompts with this part
   * @throws IllegalArgumentException if it is not 1 to 200 letters, digits and {@code _ . / & -}
   */
  public Prompts welcome(String sound) {
    return with(Part.WELCOME, sound(sound));
  }

  /**
   * The number of the extension that will ring is said, digit by digit.
   *
   * @return prompts with this part
   */
  public Prompts sayingTheExtension() {
    return with(Part.SAY, "");
  }

  /**
   * A sound after that, such as "operator".
   *
   * @param sound a sound file as Playback takes it: no suffix, several joined by {@code &}
   * @return prompts with this part
   * @throws IllegalArgumentException if it is not 1 to 200 letters, digits and {@code _ . / & -}
   */
  public Prompts operator(String sound) {
    return with(Part.OPERATOR, sound(sound));
  }

  /**
   * What a caller hears who asks by key for a call back that cannot be promised; the caller keeps
   * the place in the queue. By default {@code privacy-incorrect}, by which Asterisk's English
   * sounds say that the number is not valid. A sound that is not there is silence.
   *
   * @param sound a sound file as Playback takes it: no suffix, several joined by {@code &}
   * @return prompts with this sound
   * @throws IllegalArgumentException if it is not 1 to 200 letters, digits and {@code _ . / & -}
   */
  public Prompts callBackRefused(String sound) {
    EnumMap<Notice, String> changed = new EnumMap<>(notices);
    changed.put(Notice.CALL_BACK_REFUSED, sound(sound));
    return new Prompts(parts, Map.copyOf(changed));
  }

  /** The sound that tells the caller so. */
  String sound(Notice notice) {
    return notices.getOrDefault(notice, "");
  }

  /** These prompts, but for what the hunt group says itself. */
  Prompts first(Greeting greeting) {
    if (greeting.equals(Greeting.NONE)) {
      return this;
    }
    EnumMap<Part, String> more = new EnumMap<>(parts);
    greeting.language().ifPresent(own -> more.put(Part.LANGUAGE, own.name()));
    greeting.welcome().ifPresent(own -> more.put(Part.WELCOME, own.name()));
    greeting.operator().ifPresent(own -> more.put(Part.OPERATOR, own.name()));
    if (greeting.saysExtension()) {
      more.put(Part.SAY, "");
    }
    return new Prompts(more, notices);
  }

  /** The parts that a caller with this decision meets, in order, each with what it needs. */
  Map<Part, String> before(RoutingDecision decision) {
    EnumMap<Part, String> met = new EnumMap<>(parts);
    if (decision instanceof Reject) {
      met.clear();
    } else if (decision instanceof Ring ring && ring.extensions().size() == 1) {
      met.computeIfPresent(Part.SAY, (part, none) -> ring.extensions().get(0).digits());
    } else {
      met.remove(Part.SAY);
      met.remove(Part.OPERATOR);
    }
    return met;
  }

  private Prompts with(Part part, String value) {
    EnumMap<Part, String> more = new EnumMap<>(parts);
    more.put(part, value);
    return new Prompts(more, notices);
  }

  private static String sound(String name) {
    return checked("sound", name, "[A-Za-z0-9_./&-]{1,200}", "custom/welcome");
  }

  private static String checked(String what, String value, String pattern, String example) {
    if (!value.matches(pattern)) {
      throw new IllegalArgumentException(
          what + " '" + value + "' is not valid: expected something like " + example);
    }
    return value;
  }
}
