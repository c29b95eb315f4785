package io.ringwright.fakeasterisk.agi;

import io.ringwright.fakeasterisk.switchboard.LiveChannel;
import io.ringwright.fakeasterisk.switchboard.Location;
import io.ringwright.fakeasterisk.switchboard.Switchboard;
import java.util.List;

/**
 * What Asterisk tells a script at the start: a block of lines, values as they are, so that a line
 * feed in a caller's name makes a line of its own. Source: {@code setup_env} and {@code
 * launch_netscript} in Asterisk's {@code res/res_agi.c}.
 */
final class AgiEnvironment {

  private static final String UNKNOWN = "unknown";

  private final StringBuilder block = new StringBuilder();

  private AgiEnvironment() {}

  static String of(LiveChannel channel, AgiAddress address, List<String> arguments) {
    AgiEnvironment environment = new AgiEnvironment();
    environment.add("network", "yes");
    if (!address.script().isEmpty()) {
      environment.add("network_script", address.script());
    }
    environment.add("request", address.url());
    environment.addChannel(channel);
    environment.addPlace(channel.location());
    for (int number = 1; number <= arguments.size(); number++) {
      environment.add("arg_" + number, arguments.get(number - 1));
    }
    return environment.block + "\n";
  }

  private void addChannel(LiveChannel channel) {
    add("channel", channel.id().name());
    add("language", channel.parties().language());
    add("type", channel.id().technology());
    add("uniqueid", channel.id().uniqueId());
    add("version", Switchboard.ASTERISK_VERSION);
    add("callerid", orUnknown(channel.parties().caller().number()));
    add("calleridname", orUnknown(channel.parties().caller().name()));
    add("callingpres", "0");
    add("callingani2", "0");
    add("callington", "0");
    add("callingtns", "0");
    add("dnid", orUnknown(channel.parties().dialled()));
    add("rdnis", UNKNOWN);
  }

  private void addPlace(Location place) {
    add("context", place.context());
    add("extension", place.extension());
    add("priority", String.valueOf(place.priority()));
    add("enhanced", "0.0");
    add("accountcode", "");
    add("threadid", String.valueOf(Thread.currentThread().getId()));
  }

  private void add(String name, String value) {
    block.append("agi_").append(name).append(": ").append(value).append('\n');
  }

  private static String orUnknown(String value) {
    return value.isEmpty() ? UNKNOWN : value;
  }
}
