package io.ringwright.fakeasterisk.ami;

import io.ringwright.fakeasterisk.timeline.Timeline;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * One client: whether it is logged in, what it may do, and the message it is in the middle of.
 * Source: {@code process_message} and {@code authenticate} in Asterisk's {@code main/manager.c}.
 * Belongs to the timeline's thread.
 */
final class AmiSession {

  /** Asterisk lets a wrong password wait for a second before it says so. */
  private static final Duration PENALTY = Duration.ofSeconds(1);

  private final Shared shared;
  private final AmiPeer connection;
  private final Timeline timeline;
  private final List<String> lines = new ArrayList<>();
  private boolean tooLong;
  private boolean loggedIn;
  private boolean over;
  private String challenge = "";
  private Set<AmiClass> readable = Set.of();
  private Set<AmiClass> wanted = Set.of();
  private Set<AmiClass> writable = Set.of();

  /**
   * What the sessions of a server share.
   *
   * @param actions what clients may ask for
   * @param faults what tests asked for
   * @param received takes in each message of a client
   * @param broadcast tells an event to everybody who may hear of it
   */
  record Shared(
      AmiActions actions,
      AmiFaults faults,
      Consumer<AmiMessage> received,
      BiConsumer<AmiClass, AmiText> broadcast) {}

  AmiSession(Shared shared, AmiPeer connection, Timeline timeline) {
    this.shared = shared;
    this.connection = connection;
    this.timeline = timeline;
  }

  AmiPeer connection() {
    return connection;
  }

  /** The actions that this user may use, by name. */
  Map<String, AmiAction> permitted() {
    return shared.actions().permitted(writable);
  }

  AmiFaults faults() {
    return shared.faults();
  }

  void line(AmiConnection.Line line) {
    tooLong |= line.spoilt();
    if (!line.text().isEmpty()) {
      lines.add(line.text());
      return;
    }
    AmiMessage message =
        new AmiMessage(lines.subList(0, Math.min(lines.size(), AmiMessage.MOST_LINES)));
    boolean tooMany = lines.size() > AmiMessage.MOST_LINES;
    boolean spoilt = tooLong;
    lines.clear();
    tooLong = false;
    if (over) {
      return;
    }
    Reply reply = new Reply(connection, shared.faults(), message);
    if (tooMany) {
      reply.error("Too many lines in message or allocation failure");
    } else if (spoilt) {
      reply.error("Failed to parse message: line too long");
    } else {
      message(message, reply);
    }
  }

  private void message(AmiMessage message, Reply reply) {
    String name = message.header("Action");
    shared.received().accept(message);
    if (name.isEmpty()) {
      reply.error("Missing action in request");
    } else if (!loggedIn && !Set.of("login", "logoff", "challenge").contains(lower(name))) {
      reply.error("Permission denied");
    } else {
      act(name, message, reply);
    }
  }

  private void act(String name, AmiMessage message, Reply reply) {
    AmiFaults.Drop drop = shared.faults().dropFor(name);
    if (drop == AmiFaults.Drop.BEFORE) {
      connection.closeNow();
      return;
    }
    if (drop == AmiFaults.Drop.AFTER) {
      connection.mute();
    }
    carryOut(name, message, reply);
    if (drop == AmiFaults.Drop.AFTER) {
      connection.closeNow();
    }
  }

  private void carryOut(String name, AmiMessage message, Reply reply) {
    Optional<AmiAction> action = shared.actions().find(name);
    if (action.isEmpty()) {
      reply.error(
          "Invalid/unknown command: "
              + name
              + ". Use Action: ListCommands to show available commands.");
    } else if (action.get().isAllowed(writable)) {
      action.get().work().carryOut(this, message, reply);
    } else {
      reply.error("Permission denied");
    }
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  // Login

  String challenge(String fresh) {
    if (challenge.isEmpty()) {
      challenge = fresh;
    }
    return challenge;
  }

  String challenge() {
    return challenge;
  }

  boolean isLoggedIn() {
    return loggedIn;
  }

  void logIn(AmiUser user, String events) {
    loggedIn = true;
    readable = user.read();
    writable = user.write();
    wanted = readable;
    if (!events.isEmpty()) {
      want(events);
    }
  }

  void refuseLogin(Reply reply) {
    over = true;
    timeline.after(
        PENALTY,
        () -> {
          reply.error("Authentication failed");
          connection.closeWhenWritten();
        });
  }

  void end() {
    over = true;
    connection.closeWhenWritten();
  }

  // Events

  /** Chooses which events are sent; what the user may not read is never among them. */
  Set<AmiClass> want(String mask) {
    Set<AmiClass> chosen =
        switch (lower(mask)) {
          case "on", "yes", "true", "y", "t", "1" -> AmiClass.named("all");
          case "off", "no", "false", "n", "f", "0" -> Set.of();
          default -> AmiClass.named(mask);
        };
    wanted = chosen.stream().filter(readable::contains).collect(Collectors.toSet());
    return chosen;
  }

  boolean hears(AmiClass eventClass) {
    return loggedIn && wanted.contains(eventClass);
  }

  /** Tells every client. */
  void announce(AmiClass eventClass, AmiText event) {
    shared.broadcast().accept(eventClass, event);
  }

  void send(String text) {
    if (!over) {
      connection.send(text);
    }
  }
}
