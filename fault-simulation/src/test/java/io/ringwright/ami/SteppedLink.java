package io.ringwright.ami;

import io.ringwright.SwitchEvents;
import io.ringwright.call.PbxId;
import io.ringwright.dialplan.Contexts;
import io.ringwright.dialplan.EngineMark;
import io.ringwright.fakeasterisk.timeline.Timeline;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * An AMI link in virtual time. All that the adapter does with messages is the adapter's own: the
 * wire that frames them, the inbox, the course of the link, the work of a session. What stands in
 * here for threads and sockets is asterisk-java's login, and the pauses.
 */
public final class SteppedLink {

  private static final Duration CONNECT_LIMIT = Duration.ofSeconds(3);
  private static final Duration SHORTEST_PAUSE = Duration.ofMillis(500);
  private static final Duration LOGIN_LIMIT = Duration.ofSeconds(2);

  private final LinkSettings settings;
  private final boolean heedsRefusals;
  private final Network network;
  private final Timeline timeline;
  private final LinkStatus status;
  private final Flood flood;
  private final LinkCourse course;
  private @Nullable Session session;
  private Duration heldUp = Duration.ZERO;
  private int attempts;
  private boolean dead;

  /** By which an Asterisk is reached. */
  public interface Network {

    /**
     * Connects, and returns at once.
     *
     * @param receiver is told what comes of it
     * @return where the application writes
     */
    Conversation connect(Receiver receiver);
  }

  /** What an application writes to Asterisk. */
  public interface Conversation {

    /**
     * Writes.
     *
     * @param bytes what
     */
    void write(byte[] bytes);

    /** Closes, from the side of the application. */
    void close();
  }

  /** What an application hears from Asterisk. */
  public interface Receiver {

    /**
     * Bytes have come.
     *
     * @param bytes in order, cut anywhere
     */
    void received(byte[] bytes);

    /**
     * There is no connection, or not any more.
     *
     * @param why in words
     */
    void closed(String why);
  }

  /**
   * Whom the link serves.
   *
   * @param engine is told what happens
   * @param telephony through which callers are moved
   * @param pbx which Asterisk
   * @param wallClock the time of day
   * @param chance where chance comes from
   */
  public record House(
      SwitchEvents engine,
      AmiTelephony telephony,
      PbxId pbx,
      InstantSource wallClock,
      RandomGenerator chance) {}

  /**
   * A link that has not started.
   *
   * @param house whom it serves
   * @param limits how long and how much
   * @param network by which Asterisk is reached
   * @param timeline what moves it
   */
  public SteppedLink(House house, Limits limits, Network network, Timeline timeline) {
    this.settings = settings(house, limits);
    this.heedsRefusals = limits.heedsRefusals();
    this.network = network;
    this.timeline = timeline;
    this.flood = new Flood(house.pbx());
    LinkTellings nobody = new LinkTellings(house.pbx(), LinkTellings.Hearers.NONE);
    this.status = new LinkStatus(nobody);
    this.course =
        new LinkCourse(
            settings,
            (check, name) -> {}, // It waits for its answers, and so needs a thread.
            new LinkCourse.Told(
                status,
                flood,
                new FindingReport(house.pbx(), nobody),
                new EngineMark(Long.toHexString(house.chance().nextLong()), 1)));
  }

  /**
   * How long and how much.
   *
   * @param secret the password
   * @param pingEvery how often a sign of life is asked for
   * @param reconcileEvery how often everything is looked at
   * @param mostEventBytes how many bytes of events may wait
   * @param longestPause the longest wait between two attempts to connect
   * @param heedsRefusals whether a login that was refused is not tried again at once
   */
  public record Limits(
      String secret,
      Duration pingEvery,
      Duration reconcileEvery,
      long mostEventBytes,
      Duration longestPause,
      boolean heedsRefusals) {

    /** Those of an application that sets nothing. */
    public static final Limits USUAL =
        new Limits(
            "secret",
            Duration.ofSeconds(20),
            Duration.ofSeconds(60),
            16L << 20,
            Duration.ofSeconds(30),
            true);

    /** The same with another password. */
    public Limits secret(String other) {
      return new Limits(
          other, pingEvery, reconcileEvery, mostEventBytes, longestPause, heedsRefusals);
    }

    /** The same with another interval between pings. */
    public Limits pingEvery(Duration other) {
      return new Limits(secret, other, reconcileEvery, mostEventBytes, longestPause, heedsRefusals);
    }

    /** The same with another interval between looks at everything. */
    public Limits reconcileEvery(Duration other) {
      return new Limits(secret, pingEvery, other, mostEventBytes, longestPause, heedsRefusals);
    }

    /** The same with room for other amounts of events. */
    public Limits mostEventBytes(long other) {
      return new Limits(secret, pingEvery, reconcileEvery, other, longestPause, heedsRefusals);
    }

    /** The same with another longest pause between attempts. */
    public Limits longestPause(Duration other) {
      return new Limits(secret, pingEvery, reconcileEvery, mostEventBytes, other, heedsRefusals);
    }

    /** The same without the pause after a login that was refused. */
    public Limits takingRefusalsForFailures() {
      return new Limits(secret, pingEvery, reconcileEvery, mostEventBytes, longestPause, false);
    }
  }

  private static LinkSettings settings(House house, Limits limits) {
    return new LinkSettings(
        house.pbx(),
        new AmiSession.Endpoint("127.0.0.1", 5038, "router", limits.secret(), null),
        new LinkSettings.Plan(
            new DialplanContexts(Contexts.standard()),
            "",
            Optional.empty(),
            LinkSettings.Agents.NONE),
        new LinkSettings.Rhythm(
            Duration.ofSeconds(2),
            limits.pingEvery(),
            limits.reconcileEvery(),
            limits.mostEventBytes(),
            new LinkSettings.BackOff(SHORTEST_PAUSE, limits.longestPause())),
        new LinkSettings.World(
            house.engine(),
            house.telephony(),
            LinkTellings.Hearers.NONE,
            new LinkSettings.Sources(
                house.engine()::engineTime, house.wallClock(), house.chance())));
  }

  /** Starts to connect. */
  public void start() {
    course.announce();
    attempt();
  }

  /**
   * Whether events come in and callers can be delivered.
   *
   * @return as the adapter says
   */
  public boolean isConnected() {
    return status.state().isConnected();
  }

  /**
   * How often it tried to connect.
   *
   * @return attempts since the start
   */
  public int attempts() {
    return attempts;
  }

  /**
   * How many bytes of events wait to be worked on.
   *
   * @return zero without a session
   */
  public long waitingBytes() {
    return session == null ? 0 : session.inbox.bytes();
  }

  /**
   * How many events were dropped or replaced, because they came faster than they were worked on.
   *
   * @return the number since the start
   */
  public long flooded() {
    return flood.dropped() + flood.superseded();
  }

  /**
   * From now on messages wait so long before they are worked on, as behind a busy engine.
   *
   * @param time zero for not at all
   */
  public void holdUp(Duration time) {
    heldUp = time;
  }

  /** The process is gone: nothing is told to anybody. */
  public void kill() {
    dead = true;
    if (session != null) {
      session.socket.close();
    }
  }

  private void attempt() {
    if (dead) {
      return;
    }
    attempts++;
    course.tellLoss();
    status.enter(new LinkState.Connecting());
    session = new Session(course.inbox());
    session.connect();
  }

  private void over(LinkState next) {
    status.enter(next);
    sleep(next);
  }

  /** The adapter looks at its clock every 100 ms. */
  private void sleep(LinkState state) {
    boolean isOver = !settings.world().clock().instant().isBefore(course.nextAttempt(state));
    Runnable then = isOver ? this::attempt : () -> sleep(state);
    var unused = timeline.after(isOver ? Duration.ZERO : SessionWork.TICK, then);
  }

  /** One session, from connecting to its end. */
  private final class Session implements Receiver {
    private final AmiInbox inbox;
    private final PipedSocket socket = new PipedSocket(this::write, this::hangUp);
    private final AmiSocket wire;
    private @Nullable Conversation conversation;
    private LinkCourse.@Nullable Served served;
    private boolean greeted;
    private boolean over;
    private boolean working;

    Session(AmiInbox inbox) {
      this.inbox = inbox;
      try {
        this.wire = new AmiSocket(socket, inbox);
      } catch (IOException never) {
        throw new IllegalStateException(never);
      }
    }

    void connect() {
      conversation = network.connect(this);
      var unused =
          timeline.after(CONNECT_LIMIT.plus(LOGIN_LIMIT), () -> giveUpUnless(served != null));
    }

    private void giveUpUnless(boolean loggedIn) {
      if (!loggedIn) {
        fail("no reply");
      }
    }

    private void write(byte[] bytes) {
      if (conversation != null) {
        conversation.write(bytes);
      }
    }

    private void hangUp() {
      if (conversation != null) {
        conversation.close();
      }
    }

    @Override
    public void received(byte[] bytes) {
      if (!over && !dead) {
        socket.feed(bytes);
        read();
      }
    }

    @Override
    public void closed(String why) {
      if (over || dead) {
        return;
      }
      socket.end();
      readToTheEnd();
      fail(why);
    }

    /** Reads as the thread of asterisk-java does: one message after the other. */
    private void read() {
      try {
        if (!greeted && socket.hasLine()) {
          greeted = !wire.readLine().isEmpty();
          logIn();
        }
        while (greeted && !over && socket.hasMessage()) {
          String message = socket.peek();
          wire.sort();
          if (served == null && message.contains("#login")) {
            answered(message);
          }
        }
      } catch (IOException broken) {
        inbox.end(String.valueOf(broken.getMessage()));
      }
      workSoon();
    }

    private void logIn() throws IOException {
      AmiSession.Endpoint who = settings.endpoint();
      String text =
          "Action: Login\r\nActionID: 1#login\r\nUsername: %s\r\nSecret: %s\r\nEvents: %s\r\n\r\n"
              .formatted(who.user(), who.secret(), "system,call");
      wire.send(text.getBytes(StandardCharsets.UTF_8));
    }

    private void answered(String message) {
      if (message.contains("Response: Success")) {
        served = course.served(wire::send, inbox);
        served.begin();
        tick();
      } else if (heedsRefusals) {
        end(course.refused());
      } else {
        fail("the login was refused");
      }
    }

    /** Half a message, and the end behind it. */
    private void readToTheEnd() {
      try {
        while (!wire.readLine().isEmpty() || inbox.ended().isEmpty()) {
          // Lines for asterisk-java, of which nobody waits for any.
        }
      } catch (IOException end) {
        // As the adapter's own reader: the reason is in the inbox.
      }
    }

    private void tick() {
      if (!over && !dead) {
        if (heldUp.isZero()) {
          work(AmiMessage.NONE);
        }
        var unused = timeline.after(SessionWork.TICK, this::tick);
      }
    }

    private void workSoon() {
      if (!working && served != null) {
        working = true;
        var unused =
            timeline.after(
                heldUp,
                () -> {
                  working = false;
                  workOff();
                });
      }
    }

    private void workOff() {
      AmiMessage next = next();
      while (!next.equals(AmiMessage.NONE) && !over && !dead) {
        work(next);
        next = over ? AmiMessage.NONE : next();
      }
    }

    private AmiMessage next() {
      try {
        return inbox.ended().isPresent() ? AmiMessage.NONE : inbox.poll(Duration.ZERO);
      } catch (InterruptedException never) {
        throw new IllegalStateException(never);
      }
    }

    private void work(AmiMessage message) {
      if (served != null && !served.work().isOver()) {
        served.work().step(message);
      }
      if (inbox.ended().isPresent()) {
        fail(inbox.ended().get());
      }
    }

    private void fail(String why) {
      if (!over && !dead) {
        inbox.end(why);
        end(null);
      }
    }

    private void end(@Nullable LinkState refused) {
      over = true;
      socket.close();
      if (served != null) {
        served.end();
      }
      SteppedLink.this.over(
          refused != null ? refused : course.retry(inbox.ended().orElse("the session ended")));
    }
  }
}
