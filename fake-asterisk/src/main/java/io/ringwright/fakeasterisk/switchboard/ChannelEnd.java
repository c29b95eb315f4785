package io.ringwright.fakeasterisk.switchboard;

/**
 * What of a channel belongs to the phone at its end, and goes along when channels are exchanged.
 */
final class ChannelEnd {

  final Parties parties;
  final boolean caller;
  ChannelId id;
  ChannelState state;
  boolean calledOut;
  FarSide farSide = FarSide.PHONE;

  ChannelEnd(ChannelId id, ChannelState state, Parties parties) {
    this.id = id;
    this.state = state;
    this.parties = parties;
    this.caller = id.uniqueId().equals(id.linkedId());
  }
}
