package io.ringwright.fakeasterisk.pbx;

import io.ringwright.availability.DeviceState;
import io.ringwright.fakeasterisk.dialplan.Arguments;
import io.ringwright.fakeasterisk.dialplan.VariableSource;
import io.ringwright.fakeasterisk.switchboard.LiveChannel;
import io.ringwright.fakeasterisk.switchboard.Party;
import io.ringwright.fakeasterisk.switchboard.Switchboard;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a dialplan can ask of a channel and set on it: its variables, the built-in ones, and the
 * functions CALLERID, REDIRECTING, CHANNEL, GLOBAL, TIMEOUT, PJSIP_HEADER, PJSIP_DIAL_CONTACTS,
 * SHIFT, STAT and MASTER_CHANNEL. Source: {@code pbx_retrieve_variable} in Asterisk's {@code
 * main/pbx_variables.c}. One thread.
 */
final class ChannelFunctions implements VariableSource {

  static final Set<String> NAMES =
      Set.of(
          "CALLERID",
          "REDIRECTING",
          "CHANNEL",
          "GLOBAL",
          "TIMEOUT",
          "PJSIP_HEADER",
          "PJSIP_DIAL_CONTACTS",
          "SHIFT",
          "STAT",
          "MASTER_CHANNEL");

  private final Switchboard switchboard;
  private final LiveChannel channel;
  private final Map<String, String> globals;
  private final AbsoluteTimeouts timeouts;
  private final Sounds sounds;

  /**
   * What all channels share.
   *
   * @param switchboard the switch
   * @param globals the variables that belong to no channel
   * @param timeouts the time limits of channels
   * @param sounds the files that are there
   */
  record Home(
      Switchboard switchboard,
      Map<String, String> globals,
      AbsoluteTimeouts timeouts,
      Sounds sounds) {}

  ChannelFunctions(Home home, LiveChannel channel) {
    this.switchboard = home.switchboard();
    this.globals = home.globals();
    this.timeouts = home.timeouts();
    this.sounds = home.sounds();
    this.channel = channel;
  }

  @Override
  public Optional<String> variable(String name) {
    return builtIn(name)
        .or(() -> channel.variable(name))
        .or(() -> Optional.ofNullable(globals.get(name)));
  }

  private Optional<String> builtIn(String name) {
    return switch (name) {
      case "EXTEN" -> Optional.of(channel.location().extension());
      case "CONTEXT" -> Optional.of(channel.location().context());
      case "PRIORITY" -> Optional.of(String.valueOf(channel.location().priority()));
      case "CHANNEL" -> Optional.of(channel.id().name());
      case "UNIQUEID" -> Optional.of(channel.id().uniqueId());
      case "HANGUPCAUSE" -> Optional.of(String.valueOf(channel.hangupCause()));
      case "SYSTEMNAME" -> Optional.of(switchboard.systemName());
      case "EPOCH" ->
          Optional.of(String.valueOf(switchboard.timeline().instant().getEpochSecond()));
      default -> Optional.empty();
    };
  }

  @Override
  public Optional<String> function(String name, String arguments) {
    return switch (name) {
      case "CALLERID" -> Optional.of(callerId(arguments.toLowerCase(Locale.ROOT)));
      // Nobody diverts a call to this switch.
      case "REDIRECTING" -> Optional.of(arguments.endsWith("-valid") ? "0" : "");
      case "CHANNEL" -> Optional.of(channelItem(arguments.toLowerCase(Locale.ROOT)));
      case "GLOBAL" -> Optional.of(globals.getOrDefault(arguments, ""));
      case "TIMEOUT" -> Optional.of(arguments.equals("absolute") ? timeouts.left(channel) : "0");
      case "PJSIP_HEADER" -> Optional.of(sipHeader(Arguments.of(arguments)));
      case "PJSIP_DIAL_CONTACTS" -> Optional.of(contacts("PJSIP/" + arguments));
      case "SHIFT" -> Optional.of(shift(Arguments.of(arguments)));
      case "STAT" ->
          Optional.of(sounds.isFile(Arguments.at(Arguments.of(arguments), 1)) ? "1" : "0");
      case "MASTER_CHANNEL" -> first().flatMap(each -> each.variable(arguments));
      default -> Optional.empty();
    };
  }

  /** The first channel of the call, as long as it is there. */
  private Optional<LiveChannel> first() {
    return switchboard.channel(channel.id().linkedId());
  }

  /** Each device has one contact here, as long as it can be reached. */
  private String contacts(String device) {
    DeviceState state = switchboard.devices().getOrDefault(device, DeviceState.UNAVAILABLE);
    return state.reachable() ? device : "";
  }

  /** Takes the first part of a variable, which is named, and leaves the others. */
  private String shift(List<String> arguments) {
    String name = Arguments.at(arguments, 0);
    String given = Arguments.at(arguments, 1);
    String value = channel.variable(name).orElse("");
    int end = value.indexOf(given.isEmpty() ? "," : given);
    channel.set(name, end < 0 ? "" : value.substring(end + 1));
    return end < 0 ? value : value.substring(0, end);
  }

  private String sipHeader(List<String> arguments) {
    boolean reads = Arguments.at(arguments, 0).equalsIgnoreCase("read");
    return reads ? channel.parties().header(Arguments.at(arguments, 1)).orElse("") : "";
  }

  private String callerId(String item) {
    Party caller = channel.parties().caller();
    return switch (item) {
      case "num", "number", "ani" -> caller.number();
      case "name" -> caller.name();
      case "num-valid" -> caller.number().isEmpty() ? "0" : "1";
      case "name-valid" -> caller.name().isEmpty() ? "0" : "1";
      case "all" -> "\"" + caller.name() + "\" <" + caller.number() + ">";
      case "dnid" -> channel.parties().dialled();
      default -> "";
    };
  }

  private String channelItem(String item) {
    return switch (item) {
      case "language" -> channel.parties().language();
      case "musicclass" -> channel.audio().musicClass();
      case "state" -> channel.state().text();
      case "name" -> channel.id().name();
      case "uniqueid" -> channel.id().uniqueId();
      case "linkedid" -> channel.id().linkedId();
      case "endpoint" -> channel.id().technology().equals("PJSIP") ? channel.id().resource() : "";
      case "channeltype" -> channel.id().technology();
      case "context" -> channel.location().context();
      case "exten" -> channel.location().extension();
      case "pjsip,call-id" -> channel.id().uniqueId();
      default -> "";
    };
  }

  void write(String name, String item, String value) {
    Party caller = channel.parties().caller();
    switch (name + ":" + item.toLowerCase(Locale.ROOT)) {
      case "CALLERID:num", "CALLERID:number" ->
          channel.parties().callFrom(new Party(value, caller.name()));
      case "CALLERID:name" -> channel.parties().callFrom(new Party(caller.number(), value));
      case "CHANNEL:language" -> channel.parties().speak(value);
      case "CHANNEL:musicclass" -> channel.audio().preferMusic(value);
      case "TIMEOUT:absolute" -> timeouts.set(channel, value);
      default -> {
        if (name.equals("GLOBAL")) {
          globals.put(item, value);
        } else if (name.equals("MASTER_CHANNEL")) {
          first().ifPresent(each -> each.set(item, value));
        }
      }
    }
  }
}
