package io.ringwright.call;

import java.util.List;
import java.util.Optional;

/**
 * The phone of who talks to a caller, as the switch names it.
 *
 * <p>Thread safety: immutable.
 *
 * @param names the names of the phone, the one that was dialled first: a phone behind a Local
 *     channel has two
 * @param channel its channel; empty where the switch did not say which
 */
public record TalkingPhone(List<Device> names, Optional<Channel> channel) {

  /** Copies the names. */
  public TalkingPhone {
    names = List.copyOf(names);
  }

  /**
   * A phone of which the channel is not known.
   *
   * @param names its names
   * @return the phone
   */
  public static TalkingPhone of(List<Device> names) {
    return new TalkingPhone(names, Optional.empty());
  }
}
