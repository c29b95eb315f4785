package io.ringwright.fakeasterisk.switchboard;

import io.ringwright.availability.DeviceState;
import io.ringwright.fakeasterisk.timeline.Timeline;
import java.util.ArrayList;
import java.util.HashMap;
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
  private Extensions extensions = Extensions.NONE;
  private FeatureCodes features = FeatureCodes.NONE;
  private String firstToSpeak = "";
  private ParkingLot parkingLot;
  private final CustomStates customStates = new CustomStates(this::tell);
  private final Numbers numbers;
  private final Own home = new Own();
  private final Map<String, String> languages = new HashMap<>();
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
    this.lines = new Lines(home);
    this.numbers = new Numbers(timeline, systemName);
    this.parkingLot = new ParkingLot(home, this::newBridge, ParkingLot.Spaces.NONE);
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
   * The states that belong to no device, and are whatever they were set to.
   *
   * @return one keeper for the whole switch
   */
  public CustomStates customStates() {
    return customStates;
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

  /** A line to something that is no device of the switch. */
  Line lineTo(String name, String context, Phone phone) {
    return new Line(home, name, context, phone);
  }

  Optional<Line> line(String device) {
    return lines.find(device);
  }

  void deviceMayHaveChanged(LiveChannel channel) {
    lines
        .find(channel.id().device())
        .ifPresentOrElse(Line::update, () -> localMayHaveChanged(channel.id().device()));
  }

  /**
   * The state of a Local channel is told anew whenever one of its ends changes, and worked out a
   * little later: it is kept by nobody. Source: {@code local_devicestate} in Asterisk's {@code
   * main/core_local.c}.
   */
  private void localMayHaveChanged(String device) {
    timeline.run(
        () -> {
          boolean inUse = channelsOf(device).stream().anyMatch(this::isEndOfWholeLocal);
          DeviceState now = inUse ? DeviceState.IN_USE : DeviceState.NOT_IN_USE;
          tell(listener -> listener.deviceChanged(device, now));
        });
  }

  private boolean isEndOfWholeLocal(LiveChannel channel) {
    String name = channel.id().name();
    return name.endsWith(";1") && channels.containsKey(name.replaceAll(";1$", ";2"));
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
    String uniqueId = numbers.uniqueId();
    ChannelId id = new ChannelId(numbers.channel(device), device, uniqueId, uniqueId);
    Parties parties = new Parties(caller, location.extension(), headers);
    LiveChannel channel =
        new LiveChannel(home, id, ChannelState.RING, new LiveChannel.Start(location, parties));
    return added(channel);
  }

  /** A channel to a phone, not yet heard of by the phone. */
  LiveChannel outgoing(String device, LiveChannel caller) {
    ChannelId id =
        new ChannelId(numbers.channel(device), device, numbers.uniqueId(), caller.id().linkedId());
    LiveChannel phone =
        made(id, ChannelState.DOWN, new Location(lines.get(device).context(), "s", 1));
    phone.parties().speak(languages.getOrDefault(device, phone.parties().language()));
    return added(phone);
  }

  /**
   * Says in which language a phone is spoken to; English without this.
   *
   * @param device the phone
   * @param code such as {@code de}
   */
  public void speak(String device, String code) {
    languages.put(device, code);
  }

  /** Both ends of a Local channel to a place in the dialplan. */
  List<LiveChannel> local(String device, String linkedId, Location place) {
    String name = numbers.local(device);
    ChannelId first = new ChannelId(name + ";1", device, numbers.uniqueId(), linkedId);
    ChannelId second = new ChannelId(name + ";2", device, numbers.uniqueId(), linkedId);
    return List.of(
        added(made(first, ChannelState.DOWN, place)),
        added(made(second, ChannelState.RING, place)));
  }

  /** A channel to a phone that the switch itself calls. */
  LiveChannel calledOut(String device, String uniqueId) {
    String own = uniqueId.isEmpty() ? numbers.uniqueId() : uniqueId;
    ChannelId id = new ChannelId(numbers.channel(device), device, own, own);
    LiveChannel channel = made(id, ChannelState.DOWN, new Location("from-trunk", "s", 1));
    channel.markCalledOut();
    return added(channel);
  }

  /** A channel of whose far end nobody has heard yet. */
  private LiveChannel made(ChannelId id, ChannelState state, Location location) {
    return new LiveChannel(home, id, state, new LiveChannel.Start(location, Parties.unknown()));
  }

  boolean hasUniqueId(String uniqueId) {
    return channels.values().stream().anyMatch(each -> each.id().uniqueId().equals(uniqueId));
  }

  private LiveChannel added(LiveChannel channel) {
    channels.put(channel.id().name(), channel);
    tell(listener -> listener.channelCreated(channel));
    lines.find(channel.id().device()).ifPresent(Line::update);
    return channel;
  }

  /**
   * Says what lets a channel without a driver go on in the dialplan.
   *
   * @param runs starts a channel at the place where it is
   */
  public void driveBy(Consumer<LiveChannel> runs) {
    driver = runs;
  }

  /**
   * Says what transfers can reach.
   *
   * @param dialplan its extensions
   */
  public void transferTo(Extensions dialplan) {
    extensions = dialplan;
  }

  Extensions extensions() {
    return extensions;
  }

  /**
   * Says which keys mean something during talks, for those who may use them.
   *
   * @param codes none unless said
   */
  public void obey(FeatureCodes codes) {
    features = codes;
  }

  FeatureCodes features() {
    return features;
  }

  /**
   * Says whose phone is heard first when a Local channel may be taken out; unless said, that of
   * whoever called.
   *
   * @param device such as {@code PJSIP/8302}
   */
  public void hearFirst(String device) {
    firstToSpeak = device;
  }

  boolean speaksFirst(LiveChannel channel) {
    return channel.id().device().equals(firstToSpeak);
  }

  /**
   * Says where channels are parked.
   *
   * @param spaces none unless said
   */
  public void parkIn(ParkingLot.Spaces spaces) {
    parkingLot = new ParkingLot(home, this::newBridge, spaces);
  }

  /**
   * Where channels are parked.
   *
   * @return the one lot of the switch
   */
  public ParkingLot parkingLot() {
    return parkingLot;
  }

  void drive(LiveChannel channel) {
    driver.accept(channel);
  }

  Bridge newBridge() {
    return new Bridge(home, numbers.bridge());
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

  /** What channels, bridges and devices see of the switch. */
  private final class Own implements LiveChannel.Home, Line.Watch {

    @Override
    public Timeline timeline() {
      return timeline;
    }

    @Override
    public void tell(Consumer<SwitchListener> news) {
      Switchboard.this.tell(news);
    }

    @Override
    public Audio audioOf(LiveChannel channel) {
      return new Audio(new AudioNews(channel, this));
    }

    @Override
    public void deviceMayHaveChanged(LiveChannel channel) {
      Switchboard.this.deviceMayHaveChanged(channel);
    }

    /** Two channels were exchanged: each is found by the name that it has now. */
    @Override
    public void renamed(LiveChannel one, LiveChannel other) {
      channels.put(one.id().name(), one);
      channels.put(other.id().name(), other);
    }

    @Override
    public void drive(LiveChannel channel) {
      driver.accept(channel);
    }

    @Override
    public void forget(LiveChannel channel) {
      channels.remove(channel.id().name());
      lines.find(channel.id().device()).ifPresent(line -> line.forget(channel));
      Switchboard.this.tell(listener -> listener.channelGone(channel));
      Switchboard.this.deviceMayHaveChanged(channel);
    }

    @Override
    public List<LiveChannel> channelsOf(String device) {
      return Switchboard.this.channelsOf(device);
    }

    @Override
    public void changed(String device, DeviceState state) {
      Switchboard.this.tell(listener -> listener.deviceChanged(device, state));
    }
  }
}
