package io.ringwright.fakeasterisk.ami;

import io.ringwright.fakeasterisk.pbx.DialplanRunner;
import io.ringwright.fakeasterisk.switchboard.CallOut;
import io.ringwright.fakeasterisk.switchboard.LiveChannel;
import io.ringwright.fakeasterisk.switchboard.Location;
import io.ringwright.fakeasterisk.switchboard.Switchboard;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The action {@code Originate} with {@code Async} into the dialplan, to devices that are no Local
 * channels. Source: {@code action_originate} and {@code fast_originate} in Asterisk's {@code
 * main/manager.c}. Belongs to the timeline's thread.
 */
final class OriginateAction {

  private static final Duration USUAL_TIME = Duration.ofSeconds(30);

  private final Switchboard switchboard;
  private final DialplanRunner runner;

  OriginateAction(Switchboard switchboard, DialplanRunner runner) {
    this.switchboard = switchboard;
    this.runner = runner;
  }

  void addTo(AmiActions actions) {
    actions.add("Originate", new AmiAction(Set.of(AmiClass.ORIGINATE), this::originate));
  }

  private void originate(AmiSession session, AmiMessage message, Reply reply) {
    Optional<Location> target = target(message);
    if (message.header("Channel").isEmpty()) {
      reply.error("Channel not specified");
    } else if (message.header("Channel").startsWith("Local/") || !isAsync(message)) {
      reply.error("This switch in memory originates to devices, and with Async: true");
    } else if (target.isEmpty()) {
      reply.error("Extension does not exist.");
    } else {
      reply.success("Originate successfully queued");
      switchboard.timeline().run(() -> call(session, message, target.get()));
    }
  }

  private static boolean isAsync(AmiMessage message) {
    return Set.of("true", "yes", "on", "1", "y", "t").contains(message.header("Async"));
  }

  /** The place in the dialplan, if there is a step. */
  private Optional<Location> target(AmiMessage message) {
    String context = message.header("Context");
    String extension = message.header("Exten");
    return runner
        .dialplan()
        .priority(context, extension, message.header("Priority").strip())
        .map(priority -> new Location(context, extension, priority))
        .filter(runner.dialplan()::exists);
  }

  private void call(AmiSession session, AmiMessage message, Location target) {
    CallOut.Request request =
        new CallOut.Request(
            message.header("Channel"),
            message.header("ChannelId"),
            time(message.header("Timeout")),
            variables(message.header("Variable")));
    CallOut.start(switchboard, request, ending -> over(session, message, target, ending));
  }

  private void over(
      AmiSession session, AmiMessage message, Location target, CallOut.Ending ending) {
    session.announce(AmiClass.CALL, response(message, ending));
    ending
        .channel()
        .ifPresent(
            channel -> {
              channel.placeAt(target);
              runner.run(channel);
            });
  }

  private AmiText response(AmiMessage message, CallOut.Ending ending) {
    String channel =
        ending.channel().map(each -> each.id().name()).orElse(message.header("Channel"));
    String uniqueId =
        ending
            .channel()
            .map(LiveChannel::id)
            .map(id -> id.uniqueId())
            .orElse(message.header("ChannelId"));
    return AmiText.event("OriginateResponse")
        .header("Privilege", "call,all")
        .headerIfAny("SystemName", switchboard.systemName())
        .headerIfAny("ActionID", message.header("ActionID"))
        .header("Response", ending.channel().isPresent() ? "Success" : "Failure")
        .header("Channel", channel)
        .header("Context", message.header("Context"))
        .header("Exten", message.header("Exten"))
        .header("Reason", ending.reason())
        .header("Uniqueid", uniqueId)
        .header("CallerIDNum", "<unknown>")
        .header("CallerIDName", "<unknown>");
  }

  private static Duration time(String millis) {
    return millis.matches("\\d{1,9}") ? Duration.ofMillis(Long.parseLong(millis)) : USUAL_TIME;
  }

  private static Map<String, String> variables(String text) {
    Map<String, String> variables = new LinkedHashMap<>();
    for (String assignment : List.of(text.split(","))) {
      int equals = assignment.indexOf('=');
      if (equals > 0) {
        variables.put(assignment.substring(0, equals), assignment.substring(equals + 1));
      }
    }
    return variables;
  }
}
