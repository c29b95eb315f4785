package io.ringwright.fakeasterisk.ami;

import io.ringwright.fakeasterisk.timeline.Timeline;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/** The actions that are about the session itself. Belongs to the timeline's thread. */
final class SessionActions {

  private final Timeline timeline;
  private final List<AmiUser> users;
  private final Instant startedAt;

  SessionActions(Timeline timeline, List<AmiUser> users) {
    this.timeline = timeline;
    this.users = users;
    this.startedAt = timeline.instant();
  }

  void addTo(AmiActions actions) {
    actions.add("Challenge", new AmiAction(Set.of(), this::challenge));
    actions.add("Login", new AmiAction(Set.of(), this::login));
    actions.add("Logoff", new AmiAction(Set.of(), this::logoff));
    actions.add("Ping", new AmiAction(Set.of(), this::ping));
    actions.add("Events", new AmiAction(Set.of(), this::events));
    actions.add("ListCommands", new AmiAction(Set.of(), this::listCommands));
    actions.add("Command", new AmiAction(Set.of(AmiClass.COMMAND), this::refuse));
    actions.add("UpdateConfig", new AmiAction(Set.of(AmiClass.CONFIG), this::refuse));
    actions.add("DBPut", new AmiAction(Set.of(AmiClass.SYSTEM), this::refuse));
  }

  private void challenge(AmiSession session, AmiMessage message, Reply reply) {
    if (message.header("AuthType").equalsIgnoreCase("MD5")) {
      String fresh =
          String.valueOf(ThreadLocalRandom.current().nextInt(100_000_000, 1_000_000_000));
      String challenge = session.challenge(fresh);
      reply.with("Success", text -> text.header("Challenge", challenge));
    } else {
      reply.error("Must specify AuthType");
    }
  }

  private void login(AmiSession session, AmiMessage message, Reply reply) {
    if (session.isLoggedIn()) {
      reply.success("Already authenticated");
      return;
    }
    Optional<AmiUser> user =
        users.stream()
            .filter(known -> known.name().equals(message.header("Username")))
            .filter(known -> proves(known, session, message))
            .findFirst();
    if (user.isEmpty()) {
      session.refuseLogin(reply);
      return;
    }
    session.logIn(user.get(), message.header("Events"));
    reply.success("Authentication accepted");
    if (session.hears(AmiClass.SYSTEM)) {
      session.send(fullyBooted().end());
    }
  }

  private static boolean proves(AmiUser user, AmiSession session, AmiMessage message) {
    if (message.header("AuthType").equalsIgnoreCase("MD5")) {
      String expected = md5(session.challenge() + user.secret());
      return !session.challenge().isEmpty() && expected.equals(message.header("Key"));
    }
    return user.secret().equals(message.header("Secret"));
  }

  private static String md5(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every Java has MD5", missing);
    }
  }

  private AmiText fullyBooted() {
    long uptime = Duration.between(startedAt, timeline.instant()).toSeconds();
    return AmiText.event("FullyBooted")
        .header("Privilege", "system,all")
        .header("Uptime", uptime)
        .header("LastReload", uptime)
        .header("Status", "Fully Booted");
  }

  private void logoff(AmiSession session, AmiMessage message, Reply reply) {
    reply.with("Goodbye", text -> text.header("Message", "Thanks for all the fish."));
    session.end();
  }

  private void ping(AmiSession session, AmiMessage message, Reply reply) {
    Instant now = timeline.instant();
    String timestamp = "%d.%06d".formatted(now.getEpochSecond(), now.getNano() / 1000);
    reply.with("Success", text -> text.header("Ping", "Pong").header("Timestamp", timestamp));
  }

  private void events(AmiSession session, AmiMessage message, Reply reply) {
    String mask = message.header("EventMask");
    if (mask.isEmpty()) {
      reply.error("Invalid event mask");
      return;
    }
    boolean any = !session.want(mask).isEmpty();
    reply.with("Success", text -> text.header("Events", any ? "On" : "Off"));
  }

  private void listCommands(AmiSession session, AmiMessage message, Reply reply) {
    reply.with(
        "Success",
        text -> {
          session
              .permitted()
              .forEach((name, action) -> text.header(name, "(Priv: " + action.privileges() + ")"));
          return text;
        });
  }

  private void refuse(AmiSession session, AmiMessage message, Reply reply) {
    reply.error("This switch in memory does not carry out " + message.header("Action"));
  }
}
