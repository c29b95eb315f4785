package io.ringwright.call;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a caller is told on arrival, before a phone rings or the wait begins. A sound answers the
 * call.
 *
 * <p>Thread safety: immutable.
 *
 * @param language the language of all sounds from then on; empty for that of the channel
 * @param welcome a sound for every caller
 * @param saysExtension whether the number of the extension is said, digit by digit, where one
 *     single phone is going to ring
 * @param operator a sound after that, where one single phone is going to ring, such as "operator"
 */
public record Greeting(
    Optional<Language> language,
    Optional<SoundName> welcome,
    boolean saysExtension,
    Optional<SoundName> operator) {

  /** Nothing. */
  public static final Greeting NONE =
      new Greeting(Optional.empty(), Optional.empty(), false, Optional.empty());

  /**
   * Whether anything is heard by whoever this decision is about.
   *
   * @return false if at most the language is set
   */
  public boolean isHeard() {
    return welcome.isPresent() || saysExtension || operator.isPresent();
  }

  /**
   * The sounds that a caller hears, without the number of the extension.
   *
   * @param decision what was decided about the caller
   * @return empty if there is none; nobody who is rejected or diverted hears one
   */
  public Optional<Announcement> soundsBefore(RoutingDecision decision) {
    List<Announcement.Word> sounds = new ArrayList<>(2);
    if (decision instanceof RoutingDecision.Ring || decision instanceof RoutingDecision.Wait) {
      welcome.ifPresent(sound -> sounds.add(new Announcement.Sound(sound)));
    }
    if (decision instanceof RoutingDecision.Ring ring && ring.extensions().size() == 1) {
      operator.ifPresent(sound -> sounds.add(new Announcement.Sound(sound)));
    }
    return sounds.isEmpty() ? Optional.empty() : Optional.of(new Announcement(sounds));
  }
}
