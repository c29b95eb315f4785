package io.ringwright.faults;

import io.ringwright.fakeasterisk.agi.AgiNetwork;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The network between the dialplan and the FastAGI server: connections are refused, say nothing,
 * are reset between any two bytes, or take their time.
 */
final class AgiWay implements AgiNetwork {

  private final VirtualTimeline timeline;
  private final Dice dice;
  private final Story story;
  private final Set<String> late = new HashSet<>();
  private final Set<Session> sessions = new LinkedHashSet<>();
  private Weather weather = Weather.CALM;
  private Optional<Server> server = Optional.empty();
  private Tamper tamper = head -> Optional.empty();

  /** Who answers. */
  interface Server {
    /** Serves a session; is told what is answered at its end. */
    void serve(byte[] head, Consumer<byte[]> answered);
  }

  /** What becomes of a session, if something does. */
  interface Tamper {
    Optional<Fate> fate(String head);
  }

  /** What becomes of a session. */
  enum Fate {
    /** Nobody is there. */
    REFUSED,
    /** The server is reached, says nothing, and closes much later. */
    SILENT,
    /** The question reaches the server, and the answer nobody. */
    ANSWER_LOST,
    /** The answer breaks off somewhere. */
    ANSWER_CUT,
    /** The question takes long on its way. */
    LATE
  }

  AgiWay(VirtualTimeline timeline, Dice dice, Story story) {
    this.timeline = timeline;
    this.dice = dice;
    this.story = story;
  }

  void weather(Weather now) {
    weather = now;
  }

  void tamper(Tamper with) {
    tamper = with;
  }

  /** Whether a question of this channel ever took long on its way. */
  boolean wasLate(String uniqueId) {
    return late.contains(uniqueId);
  }

  /** Who answers from now on; nobody if it is empty. What is under way is reset. */
  void leadTo(Optional<Server> now) {
    server = now;
    List.copyOf(sessions).forEach(Session::reset);
  }

  @Override
  public Line connect(String host, int port, Script script) {
    Session session = new Session(script);
    sessions.add(session);
    var unused = timeline.after(dice.millis(0, 1), session::connect);
    return session;
  }

  private final class Session implements Line {
    private final Script script;
    private final StringBuilder said = new StringBuilder();
    private final Deque<String> lines = new ArrayDeque<>();
    private Optional<Fate> fate = Optional.empty();
    private boolean asked;
    private boolean over;
    private boolean answered;
    private boolean busy;

    Session(Script script) {
      this.script = script;
    }

    void connect() {
      if (!over) {
        if (server.isEmpty()) {
          end();
        } else {
          script.connected();
        }
      }
    }

    @Override
    public void write(String text) {
      said.append(text);
      if (!asked && said.indexOf("\n\n") >= 0) {
        asked = true;
        ask(said.toString());
      }
    }

    private void ask(String head) {
      fate = tamper.fate(head);
      if (fate.isEmpty() && dice.chance(weather.agi())) {
        fate = Optional.of(dice.oneOf(List.of(Fate.values())));
      }
      fate.ifPresent(each -> story.tell("FAULT: AGI " + each + " at " + question(head)));
      if (is(Fate.LATE)) {
        late.add(after(head, "agi_uniqueid: "));
      }
      if (is(Fate.REFUSED)) {
        end();
      } else if (is(Fate.SILENT)) {
        var unused = timeline.after(dice.millis(1_000, 90_000), this::end);
      } else {
        Duration way = is(Fate.LATE) ? dice.millis(200, 6_000) : dice.millis(0, 1);
        var unused = timeline.after(way, () -> reach(head));
      }
    }

    private boolean is(Fate what) {
      return fate.filter(what::equals).isPresent();
    }

    /**
     * A question that is on its way reaches the engine, though the caller may not wait any more.
     */
    private void reach(String head) {
      if (server.isEmpty()) {
        end();
        return;
      }
      Server asked = server.get();
      asked.serve(
          head.getBytes(StandardCharsets.UTF_8),
          answer -> {
            if (server.filter(asked::equals).isPresent()) {
              answered(head, answer);
            }
          });
    }

    private void answered(String head, byte[] answer) {
      story.tell("AGI " + question(head) + " -> " + decision(answer));
      if (is(Fate.ANSWER_LOST)) {
        var unused = timeline.after(dice.millis(0, 1), this::end);
        return;
      }
      byte[] read =
          is(Fate.ANSWER_CUT) ? Arrays.copyOf(answer, dice.below(answer.length + 1)) : answer;
      Duration way = is(Fate.LATE) && dice.chance(0.5) ? dice.millis(0, 4_000) : dice.millis(0, 1);
      var unused =
          timeline.after(
              way,
              () -> {
                answered = true;
                new String(read, StandardCharsets.UTF_8).lines().forEach(lines::add);
                next();
              });
    }

    private void next() {
      if (over || busy) {
        return;
      }
      String line = lines.poll();
      if (line == null) {
        end();
        return;
      }
      busy = true;
      script.said(
          line,
          () -> {
            busy = false;
            next();
          });
    }

    private void reset() {
      if (asked && !answered) {
        end();
      }
    }

    private void end() {
      if (!over) {
        over = true;
        sessions.remove(this);
        script.over();
      }
    }

    @Override
    public void close() {
      if (!answered || !over) {
        end();
      }
    }
  }

  static String question(String head) {
    String script = after(head, "agi_network_script: ");
    return script + " of " + after(head, "agi_uniqueid: ") + " #" + after(head, "agi_arg_1: ");
  }

  private static String after(String text, String start) {
    int at = text.indexOf(start);
    return at < 0 ? "" : text.substring(at + start.length(), text.indexOf('\n', at));
  }

  private static String decision(byte[] answer) {
    StringBuilder words = new StringBuilder();
    for (String line : new String(answer, StandardCharsets.UTF_8).split("\n", -1)) {
      if (line.contains("RW_DECISION") || line.contains("RW_TOKEN") || line.contains("RW_REASON")) {
        words.append(line.replace("SET VARIABLE RW_", "").toLowerCase(Locale.ROOT)).append(' ');
      } else if (line.startsWith("VERBOSE")) {
        words.append(line).append(' ');
      }
    }
    return words.toString().strip();
  }
}
