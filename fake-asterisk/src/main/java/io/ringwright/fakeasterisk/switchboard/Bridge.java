package io.ringwright.fakeasterisk.switchboard;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A conversation: the channels that hear each other. When one of two leaves for good, it is over
 * for the other too; who takes part may be replaced. Source: {@code main/bridge_basic.c} and {@code
 * main/bridge_channel.c} of Asterisk.
 *
 * <p>Thread safety: belongs to the timeline's thread.
 */
public final class Bridge {

  private final Switchboard switchboard;
  private final String id;
  private final Map<LiveChannel, Runnable> channels = new LinkedHashMap<>();

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

  /**
   * Who else is in it.
   *
   * @param channel one that is in it, or not
   * @return the first other one
   */
  public Optional<LiveChannel> otherThan(LiveChannel channel) {
    return channels.keySet().stream().filter(each -> each != channel).findFirst();
  }

  /** A channel joins; when the conversation is over for it, it does something else. */
  void enter(LiveChannel channel, Runnable afterwards) {
    add(channel, afterwards);
    switchboard.tell(listener -> listener.bridgeEntered(this, channel));
    relink();
  }

  /** A channel comes from another bridge and takes the place of one that is in this. */
  void enterInPlaceOf(LiveChannel replaced, LiveChannel channel, Runnable afterwards) {
    add(channel, afterwards);
    switchboard.tell(listener -> listener.bridgeEnteredInPlaceOf(this, channel, replaced));
  }

  private void add(LiveChannel channel, Runnable afterwards) {
    channels.put(channel, afterwards);
    channel.talkIn(this);
  }

  /** All channels of a bridge get the linked id of the oldest of them. */
  void relink() {
    channels.keySet().stream()
        .map(channel -> channel.id().linkedId())
        .min(ChannelId.OLDEST_FIRST)
        .ifPresent(oldest -> channels.keySet().forEach(channel -> channel.relink(oldest)));
  }

  /** A channel leaves, and the others stay: what it would do after the conversation. */
  Runnable leave(LiveChannel channel) {
    Runnable afterwards = channels.remove(channel);
    channel.talkInNone();
    switchboard.tell(listener -> listener.bridgeLeft(this, channel));
    if (channels.isEmpty()) {
      switchboard.tell(listener -> listener.bridgeDestroyed(this));
    }
    return afterwards == null ? () -> {} : afterwards;
  }

  /** The conversation is over for everybody, first for the channel that ends it. */
  void dissolve(LiveChannel first) {
    List<Runnable> afterwards = List.copyOf(channels.values());
    List<LiveChannel> leaving = new ArrayList<>(channels.keySet());
    leaving.remove(first);
    leaving.add(0, first);
    leaving.forEach(this::leave);
    afterwards.forEach(Runnable::run);
  }
}
