package io.ringwright.agi;

import io.ringwright.agi.Prompts.Part;
import io.ringwright.call.LongKeys;
import io.ringwright.call.MusicClass;
import io.ringwright.call.RejectReason;
import io.ringwright.call.RememberedCall;
import io.ringwright.call.RoutingAnswer;
import io.ringwright.call.RoutingDecision;
import io.ringwright.call.Treatment;
import io.ringwright.dialplan.AgiIdentity;
import io.ringwright.dialplan.ChannelVariables;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a script that only decides sends back: channel variables for the dialplan, {@code
 * RW_DECISION} last. As long as that is empty, nothing has been decided.
 *
 * <p>Thread safety: for one thread; hand over what {@link #commands} returns.
 */
final class AgiAnswer implements RoutingDecision.Cases<AgiAnswer> {

  /** Says that the caller should wait, which loses nobody. */
  static final String WAIT =
      new AgiAnswer(DialSettings.NONE).set(ChannelVariables.DECISION, "wait").commands();

  private final DialSettings dialling;
  private final Map<String, String> variables = new LinkedHashMap<>();

  AgiAnswer(DialSettings dialling) {
    this.dialling = dialling;
  }

  /** No decision, only a line on Asterisk's console. The dialplan falls back. */
  static String undecided(String why) {
    return console(why);
  }

  /** A rejection for a reason of the engine's, which was never asked. */
  static String refused(RejectReason reason, String why) {
    return refused(reason.word(), reason.cause(), why);
  }

  /**
   * A rejection for a reason that the engine does not know, such as a wrong line in the dialplan.
   */
  static String refused(String word, int cause, String why) {
    return console(why)
        + new AgiAnswer(DialSettings.NONE)
            .set(ChannelVariables.REASON, word)
            .set(ChannelVariables.CAUSE, String.valueOf(cause))
            .set(ChannelVariables.DECISION, "reject")
            .commands();
  }

  /** A line for Asterisk's console, which says what is wrong in the dialplan. */
  static String console(String text) {
    String start = text.length() > 300 ? text.substring(0, 300) : text;
    String shown = start.replaceAll("[\"\\\\\\p{Cc}]", ".");
    return line("VERBOSE \"Ringwright: " + shown + "\" 1");
  }

  /** Who answers here, for a check of the installation. */
  static String identity(CallSettings settings) {
    AgiIdentity own = AgiIdentity.of(settings.pbx(), settings.dialplan().contexts());
    return line("VERBOSE \"" + own.text() + "\" 1");
  }

  /** What the channel must remember of a call, so that a forgetful engine can take it back. */
  AgiAnswer remember(RememberedCall call) {
    ChannelVariables.remembering(call).forEach(this::remember);
    return this;
  }

  /** A skill that was never asked for need not be forgotten. */
  private void remember(String name, String value) {
    if (!value.isEmpty()) {
      set(name, value);
    }
  }

  /** What the caller hears first. */
  AgiAnswer prompts(Map<Part, String> prompts) {
    prompts.forEach((part, value) -> set(part.variable(), value));
    return this;
  }

  /** Whether the dialplan has to report that the caller has gone. */
  AgiAnswer reportIf(boolean wanted) {
    return set(ChannelVariables.REPORT, wanted ? "1" : "");
  }

  /**
   * When a caller who waits gives the next sign of life, in whole seconds and no sooner than the
   * engine says; nothing if the usual interval is shorter.
   */
  AgiAnswer nextSign(RoutingAnswer answer, Dialplan dialplan) {
    answer
        .nextSign()
        .map(time -> Math.max(1, time.plusMillis(999).toSeconds()))
        .filter(seconds -> seconds < dialplan.keepAlive().toSeconds())
        .ifPresent(seconds -> set(ChannelVariables.ALIVE, seconds.toString()));
    return this;
  }

  /** What a caller hears who waits on a channel that may remember something else. */
  AgiAnswer treatment(Treatment treatment) {
    set(ChannelVariables.LINE, line(treatment.line()));
    set(ChannelVariables.MUSIC, music(treatment.background()));
    treatment.announcement().ifPresent(told -> set(ChannelVariables.ANNOUNCE, told.text()));
    treatment.inquiry().ifPresent(asked -> set(ChannelVariables.INQUIRY, asked.toString()));
    return keys(treatment.longKeys());
  }

  private AgiAnswer keys(LongKeys keys) {
    set(ChannelVariables.KEYS, keys.text());
    if (!keys.beginnings().isEmpty()) {
      set(ChannelVariables.GAP, String.valueOf(keys.within().toSeconds()));
    }
    return this;
  }

  /** The same on a channel that remembers nothing. */
  AgiAnswer firstTreatment(Treatment treatment) {
    return treatment.equals(Treatment.USUAL) ? this : treatment(treatment);
  }

  /**
   * The decision. Where phones ring, what comes before the talk is said too, if it is more than
   * nothing.
   */
  AgiAnswer decision(RoutingAnswer answer, Dialplan dialplan) {
    if (answer.decision() instanceof RoutingDecision.Ring ring) {
      new RingVariables(dialling, dialplan).of(answer, ring).forEach(this::set);
    }
    return answer.decision().accept(this);
  }

  private static String line(Treatment.Line line) {
    return switch (line) {
      case ANSWERED -> "";
      case EARLY_MEDIA -> "progress";
      case RINGING -> "ringing";
    };
  }

  /** A star is no class. */
  private static String music(Treatment.Background background) {
    return background instanceof Treatment.Background.Music music
        ? music.musicClass().map(MusicClass::name).orElse("")
        : "*";
  }

  Map<String, String> variables() {
    return variables;
  }

  AgiAnswer set(String name, String value) {
    variables.put(name, value);
    return this;
  }

  @Override
  public AgiAnswer ring(RoutingDecision.Ring decision) {
    variables.computeIfAbsent(
        ChannelVariables.ring(decision.token()), plain -> dialling.arguments(decision));
    return set(ChannelVariables.TOKEN, decision.token().toString())
        .set(ChannelVariables.DECISION, "ring");
  }

  @Override
  public AgiAnswer wait(RoutingDecision.Wait decision) {
    return set(ChannelVariables.GROUP, decision.waitingFor().digits())
        .set(ChannelVariables.PRIORITY, decision.priority().toString())
        .set(ChannelVariables.SINCE, String.valueOf(decision.since().toEpochMilli()))
        .set(ChannelVariables.DECISION, "wait");
  }

  @Override
  public AgiAnswer divert(RoutingDecision.Divert decision) {
    return set(ChannelVariables.DIVERT_TO, decision.to().digits())
        .set(ChannelVariables.DECISION, "divert");
  }

  @Override
  public AgiAnswer handBack(RoutingDecision.HandBack decision) {
    return set(ChannelVariables.HAND_BACK, decision.to().toString())
        .set(ChannelVariables.DECISION, "handback");
  }

  @Override
  public AgiAnswer reject(RoutingDecision.Reject decision) {
    return set(ChannelVariables.REASON, decision.reason().word())
        .set(ChannelVariables.CAUSE, String.valueOf(decision.reason().cause()))
        .set(ChannelVariables.DECISION, "reject");
  }

  /** All commands, each with its LF. */
  String commands() {
    StringBuilder commands = new StringBuilder();
    variables.forEach((name, value) -> commands.append(setVariable(name, value)));
    return commands.toString();
  }

  private static String setVariable(String name, String value) {
    return line("SET VARIABLE " + name + " \"" + value + "\"");
  }

  /** The one way out to the wire: a command is one line, and not longer than Asterisk reads. */
  private static String line(String command) {
    if (RequestHead.hasControl(command)
        || command.getBytes(StandardCharsets.UTF_8).length > AgiConnection.LONGEST_COMMAND) {
      throw new IllegalArgumentException(
          "an AGI command of "
              + command.length()
              + " characters is not valid: expected one line of at most "
              + AgiConnection.LONGEST_COMMAND
              + " bytes");
    }
    return command + "\n";
  }
}
