package io.ringwright.fakeasterisk.ami;

import io.ringwright.fakeasterisk.switchboard.Bridge;
import io.ringwright.fakeasterisk.switchboard.LiveChannel;
import io.ringwright.fakeasterisk.switchboard.Party;

/**
 * A message to a client in the making. Values are written as they are, as Asterisk does, but for
 * those it escapes: names of people and values of variables. One thread.
 */
final class AmiText {

  private static final String UNKNOWN = "<unknown>";

  private final StringBuilder text = new StringBuilder();

  static AmiText response(String kind) {
    return new AmiText().header("Response", kind);
  }

  static AmiText event(String name) {
    return new AmiText().header("Event", name);
  }

  AmiText header(String name, Object value) {
    text.append(name).append(": ").append(value).append("\r\n");
    return this;
  }

  /** A header that is left out if it has no value. */
  AmiText headerIfAny(String name, String value) {
    return value.isEmpty() ? this : header(name, value);
  }

  /**
   * What every event says of a channel. Source: {@code
   * ast_manager_build_channel_state_string_prefix} in Asterisk's {@code main/manager_channels.c}.
   */
  AmiText channel(String prefix, LiveChannel channel) {
    header(prefix + "Channel", channel.id().name());
    header(prefix + "ChannelState", channel.state().code());
    header(prefix + "ChannelStateDesc", channel.state().text());
    party(prefix + "CallerID", channel.parties().caller());
    party(prefix + "ConnectedLine", channel.parties().connected());
    header(prefix + "Language", channel.parties().language());
    header(prefix + "AccountCode", "");
    header(prefix + "Context", channel.location().context());
    header(prefix + "Exten", channel.location().extension());
    header(prefix + "Priority", channel.location().priority());
    header(prefix + "Uniqueid", channel.id().uniqueId());
    return header(prefix + "Linkedid", channel.id().linkedId());
  }

  /** The headers of a bridge, each with a prefix. */
  AmiText bridge(String prefix, Bridge bridge) {
    return header(prefix + "BridgeUniqueid", bridge.id())
        .header(prefix + "BridgeType", "basic")
        .header(prefix + "BridgeTechnology", "simple_bridge")
        .header(prefix + "BridgeCreator", "<unknown>")
        .header(prefix + "BridgeName", "<unknown>")
        .header(prefix + "BridgeNumChannels", bridge.size())
        .header(prefix + "BridgeVideoSourceMode", "none");
  }

  private void party(String prefix, Party party) {
    header(prefix + "Num", party.number().isEmpty() ? UNKNOWN : party.number());
    header(prefix + "Name", party.name().isEmpty() ? UNKNOWN : escaped(party.name()));
  }

  /** Source: {@code ast_escape_c} in Asterisk's {@code main/utils.c}. */
  static String escaped(String value) {
    StringBuilder escaped = new StringBuilder();
    for (char c : value.toCharArray()) {
      switch (c) {
        case '\n' -> escaped.append("\\n");
        case '\r' -> escaped.append("\\r");
        case '\t' -> escaped.append("\\t");
        case '\b' -> escaped.append("\\b");
        case '\f' -> escaped.append("\\f");
        case '\\', '\'', '"', '?' -> escaped.append('\\').append(c);
        default -> escaped.append(c);
      }
    }
    return escaped.toString();
  }

  /** The whole message with the empty line that ends it. */
  String end() {
    return text + "\r\n";
  }
}
