package io.ringwright.fakeasterisk.ami;

import io.ringwright.fakeasterisk.pbx.DialplanAccess;
import io.ringwright.fakeasterisk.switchboard.Fate;
import io.ringwright.fakeasterisk.switchboard.LiveChannel;
import io.ringwright.fakeasterisk.switchboard.Location;
import io.ringwright.fakeasterisk.switchboard.Switchboard;
import io.ringwright.fakeasterisk.timeline.Timeline;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The actions that change a channel or ask about one: Getvar, Setvar, Redirect, Hangup. Source:
 * {@code main/manager.c} of Asterisk. Belongs to the timeline's thread.
 */
final class ChannelActions {

  private final Switchboard switchboard;
  private final DialplanAccess dialplan;
  private final Timeline timeline;

  ChannelActions(Switchboard switchboard, DialplanAccess dialplan) {
    this.switchboard = switchboard;
    this.dialplan = dialplan;
    this.timeline = switchboard.timeline();
  }

  void addTo(AmiActions actions) {
    Set<AmiClass> call = Set.of(AmiClass.CALL);
    actions.add(
        "Getvar", new AmiAction(Set.of(AmiClass.CALL, AmiClass.REPORTING), this::getVariable));
    actions.add("Setvar", new AmiAction(call, this::setVariable));
    actions.add("Redirect", new AmiAction(call, this::redirect));
    actions.add("Hangup", new AmiAction(Set.of(AmiClass.SYSTEM, AmiClass.CALL), this::hangUp));
  }

  private void getVariable(AmiSession session, AmiMessage message, Reply reply) {
    String name = message.header("Variable");
    Optional<String> mistake = mistake(message);
    if (mistake.isPresent()) {
      reply.error(mistake.get());
      return;
    }
    Optional<String> value =
        switchboard
            .channel(message.header("Channel"))
            .map(known -> dialplan.read(known, name))
            .orElseGet(() -> dialplan.readGlobal(name));
    reply.with("Success", text -> text.header("Variable", name).header("Value", value.orElse("")));
  }

  private void setVariable(AmiSession session, AmiMessage message, Reply reply) {
    String name = message.header("Variable");
    Optional<String> mistake = mistake(message);
    if (mistake.isPresent()) {
      reply.error(mistake.get());
      return;
    }
    String value = message.header("Value");
    Optional<LiveChannel> channel = switchboard.channel(message.header("Channel"));
    if (channel.isEmpty() && !dialplan.writeGlobal(name, value)) {
      reply.error("Variable not set");
      return;
    }
    reply.success("Variable Set");
    channel.ifPresent(known -> dialplan.write(known, name, value));
  }

  /** What is wrong with a request about a variable. */
  private Optional<String> mistake(AmiMessage message) {
    String channel = message.header("Channel");
    if (message.header("Variable").isEmpty()) {
      return Optional.of("No variable specified");
    }
    return channel.isEmpty() || switchboard.channel(channel).isPresent()
        ? Optional.empty()
        : Optional.of("No such channel");
  }

  // Redirect

  private void redirect(AmiSession session, AmiMessage message, Reply reply) {
    String missing = firstMissing(message, List.of("Channel", "Context", "Exten", "Priority"));
    if (!missing.isEmpty()) {
      reply.error(missing + " not specified");
      return;
    }
    String context = message.header("Context");
    String extension = message.header("Exten");
    Optional<Integer> priority =
        dialplan.priority(context, extension, message.header("Priority").strip());
    if (priority.isEmpty()) {
      reply.error("Priority is invalid");
      return;
    }
    String name = message.header("Channel");
    Optional<LiveChannel> channel = switchboard.channel(name);
    if (channel.isEmpty()) {
      reply.error("Channel does not exist: " + name);
    } else if (!channel.get().isCaller() && channel.get().bridge().isEmpty()) {
      reply.error("Redirect failed");
    } else if (channel.get().fate() != Fate.STAYS) {
      reply.error("Redirect failed, channel not up.");
    } else {
      // Asterisk acknowledges first; the channel's own thread moves it afterwards.
      reply.success("Redirect successful");
      move(session, channel.get(), new Location(context, extension, priority.get()));
    }
  }

  private static String firstMissing(AmiMessage message, List<String> headers) {
    return headers.stream().filter(name -> message.header(name).isEmpty()).findFirst().orElse("");
  }

  private void move(AmiSession session, LiveChannel channel, Location target) {
    AmiFaults.RedirectPlan plan = session.faults().nextRedirect();
    switch (plan.fault()) {
      case NONE -> timeline.run(() -> channel.moveTo(target));
      case LATE -> timeline.after(plan.delay(), () -> channel.moveTo(target));
      case HUNG_UP -> timeline.run(() -> channel.hangUp(0));
      case IGNORED -> {
        // The acknowledgement was a lie.
      }
    }
  }

  private void hangUp(AmiSession session, AmiMessage message, Reply reply) {
    String name = message.header("Channel");
    Optional<LiveChannel> channel = switchboard.channel(name);
    if (name.isEmpty()) {
      reply.error("No channel specified");
    } else if (channel.isEmpty()) {
      reply.error("No such channel");
    } else {
      reply.success("Channel Hungup");
      channel.get().hangUp(cause(message.header("Cause")));
    }
  }

  private static int cause(String text) {
    int cause = text.matches("\\d{1,3}") ? Integer.parseInt(text) : 0;
    return cause <= 127 ? cause : 0;
  }
}
