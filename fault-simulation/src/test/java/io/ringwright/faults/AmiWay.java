package io.ringwright.faults;

import io.ringwright.ami.SteppedLink;
import io.ringwright.ami.SteppedLink.Conversation;
import io.ringwright.ami.SteppedLink.Receiver;
import io.ringwright.fakeasterisk.ami.AmiClientLine;
import io.ringwright.fakeasterisk.ami.AmiPeer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The network between the application and the manager interface: it takes its time, cuts a
 * connection between any two bytes, or swallows all. Events, which Asterisk itself loses and mixes
 * up, are lost, doubled and late; actions get answers that are not true.
 */
final class AmiWay implements SteppedLink.Network {

  private static final List<String> ERRORS =
      List.of("Redirect failed", "Redirect failed, channel not up.", "Priority is invalid");

  private final VirtualTimeline timeline;
  private final Dice dice;
  private final Story story;
  private final Function<AmiPeer, Optional<AmiClientLine>> asterisk;
  private Weather weather;
  private boolean silent;
  private @Nullable Connection open;
  private Tamper tamper = action -> Optional.empty();
  private Optional<String> refusal = Optional.empty();
  private int cutActionAt = -1;
  private int cutAnswerAt = -1;
  private UnaryOperator<List<String>> events = UnaryOperator.identity();

  /** What becomes of an action instead of reaching Asterisk, if something does. */
  interface Tamper {
    Optional<Fate> fate(String action);
  }

  /** What becomes of an action. */
  enum Fate {
    /** The connection breaks before Asterisk has the action. */
    CUT_BEFORE,
    /** Asterisk carries it out, and the connection breaks before the answer. */
    CUT_AFTER,
    /** No answer comes, and nothing happens. */
    SWALLOWED,
    /** Asterisk says that it failed. */
    REFUSED
  }

  /**
   * A network.
   *
   * @param asterisk lets a client in; empty if nobody listens
   */
  AmiWay(
      VirtualTimeline timeline,
      Dice dice,
      Story story,
      Function<AmiPeer, Optional<AmiClientLine>> asterisk) {
    this.timeline = timeline;
    this.dice = dice;
    this.story = story;
    this.asterisk = asterisk;
    this.weather = Weather.CALM;
  }

  void weather(Weather now) {
    weather = now;
  }

  void tamper(Tamper with) {
    tamper = with;
  }

  /** The next Redirect breaks off after so many bytes, and the connection with it. */
  void cutNextRedirectAt(int bytes) {
    cutActionAt = bytes;
  }

  /** The answer to the next Redirect breaks off after so many bytes, and the connection with it. */
  void cutNextAnswerAt(int bytes) {
    cutAnswerAt = bytes;
  }

  /** The next Redirect is not carried out, and answered with these words. */
  void refuseNextRedirect(String words) {
    refusal = Optional.of(words);
  }

  /** What arrives instead of each event. */
  void events(UnaryOperator<List<String>> instead) {
    events = instead;
  }

  /** From now on connections look alive, and nothing passes. */
  void fallSilent(boolean now) {
    silent = now;
  }

  boolean isSilent() {
    return silent;
  }

  /** Puts an event onto what is connected, as if Asterisk had sent it. */
  void inject(String event) {
    if (open != null) {
      open.toClient(event, Duration.ZERO);
    }
  }

  /** Cuts what is connected. */
  void cut() {
    if (open != null) {
      open.cut("connection reset");
    }
  }

  @Override
  public Conversation connect(Receiver receiver) {
    Connection connection = new Connection(receiver);
    var unused = timeline.after(dice.millis(0, 2), connection::establish);
    return connection;
  }

  /** One connection; what is on its way in one direction arrives in order. */
  private final class Connection implements Conversation, AmiPeer {
    private final Receiver receiver;
    private @Nullable AmiClientLine line;
    private long lastToClient;
    private long lastToServer;
    private boolean over;
    private boolean muted;
    private boolean closing;
    private boolean cutNext;
    private String awaited = "";

    Connection(Receiver receiver) {
      this.receiver = receiver;
    }

    void establish() {
      if (over) {
        return;
      }
      open = this;
      Optional<AmiClientLine> admitted = asterisk.apply(this);
      if (admitted.isEmpty()) {
        cut("connection refused");
      } else {
        line = admitted.get();
      }
    }

    private void cut(String why) {
      if (!over) {
        over = true;
        story.tell("AMI: " + why);
        if (line != null) {
          line.gone();
        }
        receiver.closed(why);
      }
    }

    // To Asterisk

    @Override
    public void write(byte[] bytes) {
      String text = new String(bytes, StandardCharsets.UTF_8);
      boolean move = text.startsWith("Action: Redirect");
      if (move && cutActionAt >= 0) {
        toServer(Arrays.copyOf(bytes, Math.min(cutActionAt, bytes.length)));
        at(lastToServer, () -> cut("cut within an action"));
        cutActionAt = -1;
        return;
      }
      if (move && refusal.isPresent()) {
        refuse(text, refusal.get());
        refusal = Optional.empty();
        return;
      }
      awaited = move && cutAnswerAt >= 0 ? header(text, "ActionID") : awaited;
      Optional<Fate> fate = tamper.fate(text);
      if (fate.isEmpty() && move && dice.chance(weather.redirects())) {
        fate = Optional.of(dice.oneOf(List.of(Fate.values())));
      }
      fate.ifPresent(each -> story.tell("FAULT: Redirect " + each));
      if (fate.isEmpty()) {
        toServer(piece(bytes));
      } else if (fate.get() == Fate.CUT_BEFORE) {
        toServer(Arrays.copyOf(bytes, dice.below(bytes.length)));
        at(lastToServer, () -> cut("cut within an action"));
      } else if (fate.get() == Fate.CUT_AFTER) {
        cutNext = true;
        toServer(bytes);
      } else if (fate.get() == Fate.REFUSED) {
        refuse(text, dice.oneOf(ERRORS));
      }
    }

    private void refuse(String action, String words) {
      send(
          "Response: Error\r\nActionID: %s\r\nMessage: %s\r\n\r\n"
              .formatted(header(action, "ActionID"), words));
    }

    private byte[] piece(byte[] bytes) {
      if (!dice.chance(weather.amiCut())) {
        return bytes;
      }
      var unused = timeline.after(Duration.ofMillis(2), () -> cut("cut within an action"));
      return Arrays.copyOf(bytes, dice.below(bytes.length));
    }

    private void toServer(byte[] bytes) {
      lastToServer = Math.max(lastToServer, timeline.nanoTime() + dice.millis(0, 1).toNanos());
      at(
          lastToServer,
          () -> {
            if (!over && !silent && line != null) {
              line.received(bytes);
            }
          });
    }

    // To the application

    @Override
    public void send(String text) {
      if (muted || over) {
        return;
      }
      boolean event = text.startsWith("Event: ") && !text.contains("\r\nActionID: ");
      if (!awaited.isEmpty() && text.contains("ActionID: " + awaited)) {
        byte[] part = Arrays.copyOf(text.getBytes(StandardCharsets.UTF_8), cutAnswerAt);
        cutAnswerAt = -1;
        arriveAndCut(part);
      } else if (event && dice.chance(weather.amiEvents())) {
        mistreat(text);
      } else if (event) {
        events.apply(List.of(text)).forEach(each -> toClient(each, Duration.ZERO));
      } else {
        toClient(text, Duration.ZERO);
      }
    }

    private void arriveAndCut(byte[] part) {
      muted = true;
      lastToClient = Math.max(lastToClient, timeline.nanoTime());
      at(lastToClient, () -> arrive(part));
      at(lastToClient, () -> cut("cut within a message"));
    }

    private void mistreat(String event) {
      int dies = dice.below(3);
      String name = header(event, "Event");
      if (dies == 0) {
        story.tell("FAULT: event lost: " + name);
      } else if (dies == 1) {
        story.tell("FAULT: event twice: " + name);
        toClient(event, Duration.ZERO);
        toClient(event, Duration.ZERO);
      } else {
        Duration late = dice.millis(1, 400);
        story.tell("FAULT: event late: " + name + " " + late.toMillis());
        var unused = timeline.after(late, () -> toClient(event, Duration.ZERO));
      }
    }

    private void toClient(String text, Duration more) {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      boolean cuts =
          (cutNext && text.startsWith("Response: ")) || dice.chance(weather.amiCut() / 10);
      byte[] arriving = cuts ? Arrays.copyOf(bytes, dice.below(bytes.length)) : bytes;
      lastToClient =
          Math.max(lastToClient, timeline.nanoTime() + dice.millis(0, 1).plus(more).toNanos());
      at(lastToClient, () -> arrive(arriving));
      if (cuts) {
        at(lastToClient, () -> cut("cut within a message"));
      }
    }

    private void arrive(byte[] bytes) {
      if (!over && !silent) {
        receiver.received(bytes);
      }
    }

    private void at(long nanos, Runnable task) {
      var unused = timeline.after(Duration.ofNanos(nanos - timeline.nanoTime()), task);
    }

    @Override
    public void mute() {
      muted = true;
    }

    @Override
    public void closeWhenWritten() {
      if (!closing) {
        closing = true;
        at(
            Math.max(lastToClient, timeline.nanoTime()),
            () -> cut("Asterisk closed the connection"));
      }
    }

    @Override
    public void closeNow() {
      cut("Asterisk closed the connection");
    }

    @Override
    public void close() {
      if (!over) {
        over = true;
        if (line != null) {
          line.gone();
        }
      }
    }
  }

  private static String header(String text, String name) {
    int at = text.indexOf(name + ": ");
    return at < 0 ? "" : text.substring(at + name.length() + 2, text.indexOf("\r\n", at));
  }
}
