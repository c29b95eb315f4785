package io.ringwright.fakeasterisk.switchboard;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A conversation: the channels that hear each other. When one of two leaves for good, it is over
 * for the other too; who takes part may be replaced. Source: {@code main/bridge_basic.c} and {@code
 * main/bridge_channel.c} of Asterisk.
 *
 * <p>Thread safety: belongs to the timeline's thread.
 */
public final class Bridge {

  private final LiveChannel.Home home;
  private final String id;
  private final Map<LiveChannel, Runnable> channels = new LinkedHashMap<>();
  private @Nullable Consumer<LiveChannel> ending;
  private boolean keepsAlone;

  Bridge(LiveChannel.Home home, String id) {
    this.home = home;
    this.id = id;
    home.tell(listener -> listener.bridgeCreated(this));
  }

  /** Somebody else says what becomes of it when a channel leaves for good. */
  void endsBy(Consumer<LiveChannel> whenLeft) {
    ending = whenLeft;
  }

  /** Nobody in it hears another. */
  void keepsAlone() {
    keepsAlone = true;
  }

  /** Whether a Local channel in it may be taken out. */
  boolean mayLoseLocals() {
    return ending == null && isTalkOfTwo();
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
    return keepsAlone
        ? Optional.empty()
        : channels.keySet().stream().filter(each -> each != channel).findFirst();
  }

  /** A channel joins; when the conversation is over for it, it does something else. */
  void enter(LiveChannel channel, Runnable afterwards) {
    add(channel, afterwards);
    relink();
    home.tell(listener -> listener.bridgeEntered(this, channel));
    tellFarSides();
  }

  /** A channel comes from another bridge and takes the place of one that is in this. */
  void enterInPlaceOf(LiveChannel replaced, LiveChannel channel, Runnable afterwards) {
    add(channel, afterwards);
    home.tell(listener -> listener.bridgeEnteredInPlaceOf(this, channel, replaced));
    tellFarSides();
  }

  private void tellFarSides() {
    if (isTalkOfTwo()) {
      channels.keySet().forEach(channel -> channel.farSide().talks());
    }
  }

  /** Whether two hear each other. */
  boolean isTalkOfTwo() {
    return !keepsAlone && channels.size() == 2;
  }

  /** Somebody in it presses a key: the other one hears it. */
  void heard(LiveChannel channel, char key) {
    otherThan(channel).ifPresent(other -> other.farSide().pressed(key));
  }

  /** Somebody in it puts the other one on hold, or takes them back. */
  void hold(LiveChannel channel, boolean held) {
    for (LiveChannel other : otherThan(channel).stream().toList()) {
      if (other.farSide().passesHold(held)) {
        continue;
      }
      if (held) {
        other.audio().hold();
      } else {
        other.audio().endHold();
      }
    }
  }

  private void add(LiveChannel channel, Runnable afterwards) {
    channels.put(channel, afterwards);
    channel.talkIn(this);
  }

  /** All channels of a bridge get the linked id of the oldest of them. */
  void relink() {
    if (keepsAlone) {
      return;
    }
    channels.keySet().stream()
        .map(channel -> channel.id().linkedId())
        .min(ChannelId.OLDEST_FIRST)
        .ifPresent(oldest -> channels.keySet().forEach(channel -> channel.relink(oldest)));
  }

  /** A channel leaves, and the others stay: what it would do after the conversation. */
  Runnable leave(LiveChannel channel) {
    Runnable afterwards = channels.remove(channel);
    channel.audio().endHold();
    channel.talkInNone();
    home.tell(listener -> listener.bridgeLeft(this, channel));
    if (channels.isEmpty() && !keepsAlone) {
      home.tell(listener -> listener.bridgeDestroyed(this));
    }
    return afterwards == null ? () -> {} : afterwards;
  }

  /**
   * A channel leaves for good: the conversation is over, unless somebody else decides that.
   *
   * @param first one that is in it
   */
  public void dissolve(LiveChannel first) {
    if (!channels.containsKey(first)) {
      return;
    }
    if (ending == null) {
      endForAll(first);
    } else {
      ending.accept(first);
    }
  }

  /** The conversation is over for everybody, first for the channel that ends it. */
  void endForAll(LiveChannel first) {
    List<Runnable> afterwards = List.copyOf(channels.values());
    List<LiveChannel> leaving = new ArrayList<>(channels.keySet());
    leaving.remove(first);
    leaving.add(0, first);
    leaving.forEach(this::leave);
    afterwards.forEach(Runnable::run);
  }
}
