package io.ringwright.faults;

import io.ringwright.fakeasterisk.switchboard.Bridge;
import io.ringwright.fakeasterisk.switchboard.LiveChannel;
import io.ringwright.fakeasterisk.switchboard.SwitchListener;

/** What the switch itself saw: the truth. */
final class Sightings implements SwitchListener {

  private final Story story;
  private final Checks checks;

  Sightings(Story story, Checks checks) {
    this.story = story;
    this.checks = checks;
  }

  @Override
  public void channelCreated(LiveChannel channel) {
    story.tell("switch: " + channel + " " + channel.id().uniqueId() + " is there");
  }

  @Override
  public void channelGone(LiveChannel channel) {
    story.tell("switch: " + channel + " is gone from " + channel.location());
  }

  @Override
  public void dialBegun(LiveChannel caller, LiveChannel phone, String dialString) {
    story.tell("switch: " + caller + " rings " + phone);
    checks.rings(caller, phone);
  }

  @Override
  public void dialEnded(LiveChannel caller, LiveChannel phone, String status) {
    story.tell("switch: " + caller + " at " + phone + ": " + status);
  }

  @Override
  public void bridgeEntered(Bridge bridge, LiveChannel channel) {
    story.tell("switch: " + channel + " talks");
  }

  @Override
  public void stepped(LiveChannel channel) {
    String context = channel.location().context();
    if (channel.application().equals("AGI")
        || context.equals("ringwright-fallback")
        || context.equals("ringwright-reject")) {
      story.tell("switch: " + channel + " in " + channel.location());
    }
  }
}
