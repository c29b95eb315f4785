package io.ringwright.fakeasterisk.switchboard;

import io.ringwright.availability.DeviceState;
import io.ringwright.fakeasterisk.timeline.Timeline;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * The switch: its devices, its channels, and the numbers it gives them.
 *
 * <p>Channels are named and numbered as Asterisk does it: {@code PJSIP/8260-0000000a} from one
 * counter for all of PJSIP, unique ids such as {@code lab-1700000000.12} from another, with the
 * second in which the channel was made.
 *
 * <p>Thread safety: belongs to the timeline's thread; {@link #listen} may be called from any.
 */
public final class Switchboard {

  /** The Asterisk that is imitated: what AMI and AGI name as the version. */
  public static final String ASTERISK_VERSION = "22.10.1";

  private static final String PHONES = "from-phones";

  private final Timeline timeline;
  private final String systemName;
  private final Lines lines;
  private final Map<String, LiveChannel> channels = new LinkedHashMap<>();
  private final List<SwitchListener> listeners = new CopyOnWriteArrayList<>();
  private Consumer<LiveChannel> driver = LiveChannel::end;
  private int channelsNamed;
  private int channelsNumbered;
  private long bridges;
  private int calls;

  /**
   * Makes a switch without devices.
   *
   * @param timeline what moves it
   * @param systemName stands in front of unique ids; may be empty
   */
  public Switchboard(Timeline timeline, String systemName) {
    this.timeline = timeline;
    this.systemName = systemName;
    this.lines = new Lines(this);
  }

  /**
   * What moves the switch.
   *
   * @return the timeline
   */
  public Timeline timeline() {
    return timeline;
  }

  /**
   * The name of the switch among others.
   *
   * @return may be empty
   */
  public String systemName() {
    return systemName;
  }

  /**
   * Has somebody hear what happens.
   *
   * @param listener who
   */
  public void listen(SwitchListener listener) {
    listeners.add(listener);
  }

  void tell(Consumer<SwitchListener> news) {
    listeners.forEach(news);
  }

  // Devices

  /**
   * Adds a device that can be reached.
   *
   * @param device such as {@code PJSIP/8260}
   * @param phone what answers there
   */
  public void install(String device, Phone phone) {
    install(device, PHONES, phone);
  }

  /**
   * Adds a device that can be reached, and that calls and transfers by itself.
   *
   * @param device such as {@code PJSIP/8260}
   * @param context where it calls and transfers to; all devices of a context are a pick-up group
   * @param phone what answers there
   */
  public void install(String device, String context, Phone phone) {
    lines.install(device, context, phone);
  }

  /**
   * Makes a device reachable.
   *
   * @param device a device of this switch
   * @throws IllegalArgumentException if there is no such device
   */
  public void plugIn(String device) {
    lines.get(device).reach(true);
  }

  /**
   * Makes a device unreachable. Calls that it is in go on.
   *
   * @param device a device of this switch
   * @throws IllegalArgumentException if there is no such device
   */
  public void unplug(String device) {
    lines.get(device).reach(false);
  }

  /**
   * Hangs up every call that a phone has answered, as its owner would.
   *
   * @param device a device of this switch
   * @throws IllegalArgumentException if there is no such device
   */
  public void hangUpPhone(String device) {
    lines.get(device).hangUp();
  }

  /**
   * The devices and their states.
   *
   * @return in the order in which they were added
   */
  public Map<String, DeviceState> devices() {
    return lines.states();
  }

  /**
   * The channels to and from a device.
   *
   * @param device a device of this switch
   * @return the oldest first, a copy
   */
  public List<LiveChannel> channelsOf(String device) {
    return channels.values().stream()
        .filter(channel -> channel.id().device().equals(device))
        .toList();
  }

  /**
   * Where a device calls and transfers to.
   *
   * @param device a device of this switch
   * @return the name of a context
   * @throws IllegalArgumentException if there is no such device
   */
  public String contextOf(String device) {
    return lines.get(device).context();
  }

  List<Line> linesOf(String context) {
    return lines.of(context);
  }

  Optional<Line> line(String device) {
    return lines.find(device);
  }

  void deviceMayHaveChanged(LiveChannel channel) {
    lines.find(channel.id().device()).ifPresent(Line::update);
  }

  // Channels

  /**
   * A call comes in.
   *
   * @param device where from
   * @param caller who calls
   * @param location where it enters the dialplan; what it dialled is the extension
   * @param headers what else the caller's side sent: names and values of SIP headers
   * @return its channel, ringing and without a driver
   */
  public LiveChannel incoming(
      String device, Party caller, Location location, Map<String, String> headers) {
    calls++;
    String uniqueId = nextUniqueId();
    ChannelId id = new ChannelId(nextName(device), device, uniqueId, uniqueId);
    Parties parties = new Parties(caller, location.extension(), headers);
    LiveChannel channel =
        new LiveChannel(this, id, ChannelState.RING, new LiveChannel.Start(location, parties));
    add(channel);
    return channel;
  }

  /** A channel to a phone, not yet heard of by the phone. */
  LiveChannel outgoing(String device, LiveChannel caller) {
    ChannelId id = new ChannelId(nextName(device), device, nextUniqueId(), caller.id().linkedId());
    Location location = new Location(lines.get(device).context(), "s", 1);
    LiveChannel channel =
        new LiveChannel(
            this, id, ChannelState.DOWN, new LiveChannel.Start(location, Parties.unknown()));
    add(channel);
    return channel;
  }

  /** A channel to a phone that the switch itself calls. */
  LiveChannel calledOut(String device, String uniqueId) {
    String own = uniqueId.isEmpty() ? nextUniqueId() : uniqueId;
    ChannelId id = new ChannelId(nextName(device), device, own, own);
    Location location = new Location("from-trunk", "s", 1);
    LiveChannel channel =
        new LiveChannel(
            this, id, ChannelState.DOWN, new LiveChannel.Start(location, Parties.unknown()));
    channel.markCalledOut();
    add(channel);
    return channel;
  }

  boolean hasUniqueId(String uniqueId) {
    return channels.values().stream().anyMatch(each -> each.id().uniqueId().equals(uniqueId));
  }

  private void add(LiveChannel channel) {
    channels.put(channel.id().name(), channel);
    tell(listener -> listener.channelCreated(channel));
    deviceMayHaveChanged(channel);
  }

  void forget(LiveChannel channel) {
    channels.remove(channel.id().name());
    lines.find(channel.id().device()).ifPresent(line -> line.forget(channel));
    tell(listener -> listener.channelGone(channel));
    deviceMayHaveChanged(channel);
  }

  /** Two channels were exchanged: each is found by the name that it has now. */
  void renamed(LiveChannel one, LiveChannel other) {
    channels.put(one.id().name(), one);
    channels.put(other.id().name(), other);
  }

  /**
   * Says what lets a channel without a driver go on in the dialplan.
   *
   * @param runs starts a channel at the place where it is
   */
  public void driveBy(Consumer<LiveChannel> runs) {
    driver = runs;
  }

  void drive(LiveChannel channel) {
    driver.accept(channel);
  }

  private String nextName(String device) {
    return "%s-%08x".formatted(device, channelsNamed++);
  }

  private String nextUniqueId() {
    String prefix = systemName.isEmpty() ? "" : systemName + "-";
    return prefix + timeline.instant().getEpochSecond() + "." + channelsNumbered++;
  }

  Bridge newBridge() {
    return new Bridge(this, "00000000-0000-4000-8000-%012x".formatted(++bridges));
  }

  /**
   * The channel of a name or, if none has it, of a unique id. Source: {@code
   * ast_channel_get_by_name} in Asterisk's {@code main/channel.c}.
   *
   * @param name such as {@code PJSIP/8260-0000000a}
   * @return the channel, or empty if there is none now
   */
  public Optional<LiveChannel> channel(String name) {
    return Optional.ofNullable(channels.get(name))
        .or(
            () ->
                channels.values().stream()
                    .filter(each -> each.id().uniqueId().equals(name))
                    .findFirst());
  }

  /**
   * All channels.
   *
   * @return the oldest first, a copy
   */
  public List<LiveChannel> channels() {
    return new ArrayList<>(channels.values());
  }

  /**
   * How many calls came in since the start.
   *
   * @return the calls that are over included
   */
  public int calls() {
    return calls;
  }
}
