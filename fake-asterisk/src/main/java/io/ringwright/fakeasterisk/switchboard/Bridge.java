package io.ringwright.fakeasterisk.switchboard;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * A conversation: the channels that hear each other.
 *
 * <p>Thread safety: belongs to the timeline's thread.
 */
public final class Bridge {

  private final Switchboard switchboard;
  private final String id;
  private final Set<LiveChannel> channels = new LinkedHashSet<>();

  Bridge(Switchboard switchboard, String id) {
    this.switchboard = switchboard;
    this.id = id;
    switchboard.tell(listener -> listener.bridgeCreated(this));
  }

  /**
   * The name of the bridge.
   *
   * @return unique in this switch
   */
  public String id() {
    return id;
  }

  /**
   * How many channels are in it.
   *
   * @return 0 to 2
   */
  public int size() {
    return channels.size();
  }

  void enter(LiveChannel channel) {
    channels.add(channel);
    channel.talkIn(this);
    switchboard.tell(listener -> listener.bridgeEntered(this, channel));
  }

  void leave(LiveChannel channel) {
    channels.remove(channel);
    channel.talkInNone();
    switchboard.tell(listener -> listener.bridgeLeft(this, channel));
    if (channels.isEmpty()) {
      switchboard.tell(listener -> listener.bridgeDestroyed(this));
    }
  }
}
