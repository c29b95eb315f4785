package io.ringwright.agi;

import io.ringwright.CallEvents;
import io.ringwright.call.CallId;
import io.ringwright.call.CallerId;
import io.ringwright.call.Channel;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.InboundCall;
import io.ringwright.call.InboundCall.CalledAs;
import io.ringwright.call.PbxId;
import io.ringwright.call.Priority;
import io.ringwright.call.RememberedCall;
import io.ringwright.call.Requirements;
import io.ringwright.call.RingOutcome;
import io.ringwright.call.RingTarget;
import io.ringwright.call.RoutingAnswer;
import io.ringwright.call.RoutingDecision;
import io.ringwright.call.RoutingDecision.Divert;
import io.ringwright.call.RoutingDecision.HandBack;
import io.ringwright.call.RoutingDecision.Ring;
import io.ringwright.call.RoutingDecision.Wait;
import io.ringwright.dialplan.ChannelVariables;
import io.ringwright.dialplan.Contexts.Part;
import io.ringwright.dialplan.DialText;
import java.io.IOException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One call, handled from inside an AGI script: for people who write AGI scripts themselves. The
 * script plays the prompts and dials, and it holds its AGI session, with a thread, until the talk
 * is over.
 *
 * <pre>{@code
 * AgiCall call = AgiCall.builder(router, PbxId.of("pbx1")).prompts(prompts).on(session);
 * RoutingAnswer answer = call.arrived(DirectoryNumber.of("700"), CalledAs.ANY, Priority.NORMAL);
 * AgiCall.End end = call.perform(answer.decision());
 * }</pre>
 *
 * <p>Callers who must wait are sent on to the wait context of the {@link Dialplan}, which needs a
 * {@link FastAgiServer}.
 *
 * <p>Thread safety: for the script's thread.
 */
public final class AgiCall {

  private static final int CALLER_GONE = -1;

  private final CallSettings settings;
  private final AgiSession session;
  private @Nullable RememberedCall remembered;
  private @Nullable RoutingAnswer last;

  /** Where {@link #perform} left the caller. */
  public enum End {
    /** Somebody answered, and the talk is over. */
    ANSWERED,
    /** The script must end now: the caller goes on to the wait context. */
    WAITING,
    /** The script must end now: the caller goes on to the outbound context. */
    DIVERTED,
    /** The script must end now: the caller goes on in the dialplan of the host. */
    HANDED_BACK,
    /** The script must end now: the caller goes on to the reject context. */
    REJECTED,
    /** The caller hung up. */
    CALLER_GONE
  }

  AgiCall(CallSettings settings, AgiSession session) {
    this.settings = settings;
    this.session = session;
  }

  /**
   * Begins with what all calls have in common; the builder can be kept and used for every call.
   *
   * @param engine the engine: the {@link io.ringwright.CallRouter}
   * @param pbx the Asterisk whose calls these are
   * @return a builder with defaults for everything else
   */
  public static AgiCallBuilder builder(CallEvents engine, PbxId pbx) {
    return new AgiCallBuilder(CallSettings.standard(engine, pbx));
  }

  /**
   * The caller's channel.
   *
   * @return the session of the script
   */
  public AgiSession session() {
    return session;
  }

  /**
   * Tells the engine that the call has arrived.
   *
   * @param called the number dialled, or the menu key pressed
   * @param as what that number must be
   * @param priority the caller's priority in any queue
   * @return what to do, and why
   * @throws IllegalArgumentException if the session is of no channel that can have a call
   */
  public RoutingAnswer arrived(DirectoryNumber called, CalledAs as, Priority priority) {
    return arrived(called, as, priority, Requirements.NONE);
  }

  /**
   * Tells the engine that a call has arrived that asks for skills.
   *
   * @param called the number dialled, or the menu key pressed
   * @param as what that number must be
   * @param priority the caller's priority in any queue
   * @param skills what it asks of whoever answers
   * @return what to do, and why
   * @throws IllegalArgumentException if the session is of no channel that can have a call
   */
  public RoutingAnswer arrived(
      DirectoryNumber called, CalledAs as, Priority priority, Requirements skills) {
    InboundCall call =
        new InboundCall(
            CallId.of(settings.pbx(), session.environment("uniqueid")),
            new Channel(settings.pbx(), session.environment("channel")),
            caller(),
            called,
            as,
            priority,
            skills,
            Optional.empty());
    remembered =
        new RememberedCall(
            call.id(),
            call.channel(),
            call.caller(),
            called,
            priority,
            settings.clock().instant().truncatedTo(ChronoUnit.MILLIS),
            skills);
    return noted(settings.engine().callArrived(call));
  }

  /** An answer says more than its decision: when a caller who waits gives the next sign of life. */
  private RoutingAnswer noted(RoutingAnswer answer) {
    last = answer;
    return answer;
  }

  private CallerId caller() {
    return new CallerId(said("callerid"), said("calleridname"));
  }

  /** Asterisk says "unknown" where it knows nothing. */
  private String said(String name) {
    String value = session.environment(name);
    return value.equals("unknown") ? "" : value;
  }

  /**
   * Does what the engine decided, and what it decides then, until the caller is served, gone, or
   * sent on.
   *
   * @param decision the decision about this call
   * @return where that left the caller
   * @throws IllegalStateException if the call has not {@linkplain #arrived arrived}
   */
  public End perform(RoutingDecision decision) {
    RememberedCall call = remembered;
    if (call == null) {
      throw new IllegalStateException("the engine does not know this call: call arrived(..) first");
    }
    try {
      if (prompted(decision)) {
        return ringOn(call, decision);
      }
    } catch (IOException over) {
      // The session is over, and so is what we can do for the caller.
    }
    settings.engine().callEnded(call.id());
    return End.CALLER_GONE;
  }

  /** Plays the prompts; says whether the caller has stayed. */
  private boolean prompted(RoutingDecision decision) throws IOException {
    RoutingAnswer answer = last;
    Prompts prompts =
        answer == null ? settings.prompts() : settings.prompts().first(answer.greeting());
    for (Map.Entry<Prompts.Part, String> prompt : prompts.before(decision).entrySet()) {
      if (played(prompt.getKey(), prompt.getValue()) == CALLER_GONE) {
        return false;
      }
    }
    return true;
  }

  private int played(Prompts.Part part, String value) throws IOException {
    switch (part) {
      case ANSWER:
        return session.execute("Answer", "");
      case LANGUAGE:
        session.setVariable("CHANNEL(language)", value);
        return 0;
      case SAY:
        return session.execute("SayDigits", value);
      default:
        return session.execute("Playback", value);
    }
  }

  private End ringOn(RememberedCall call, RoutingDecision decision) throws IOException {
    RoutingDecision next = decision;
    while (next instanceof Ring ring) {
      RingOutcome outcome = dial(ring);
      RoutingAnswer answer = noted(settings.engine().ringEnded(call, ring.token(), outcome));
      if (outcome == RingOutcome.ANSWERED) {
        return End.ANSWERED;
      }
      if (outcome == RingOutcome.ABANDONED) {
        return End.CALLER_GONE;
      }
      next = answer.decision();
    }
    return sendOn(call, next);
  }

  private RingOutcome dial(Ring ring) throws IOException {
    List<String> dialled = dialled(ring);
    if (dialled.isEmpty()) {
      return RingOutcome.NOT_REACHABLE;
    }
    int result = session.execute("Dial", settings.dialling().arguments(ring, dialled));
    RingOutcome outcome = DialStatus.outcome(session.variable("DIALSTATUS"));
    boolean left = result == CALLER_GONE && outcome != RingOutcome.ANSWERED;
    return left ? RingOutcome.ABANDONED : outcome;
  }

  /** An application that a script executes gets its arguments as they are: it has no functions. */
  private List<String> dialled(Ring ring) throws IOException {
    List<String> dialled = new ArrayList<>();
    for (RingTarget target : ring.targets()) {
      Optional<String> account = target.account();
      String each =
          account.isEmpty()
              ? target.dialString()
              : session.variable(DialText.function(account.get()));
      if (!each.isEmpty()) {
        dialled.add(each);
      }
    }
    return dialled;
  }

  private End sendOn(RememberedCall call, RoutingDecision decision) throws IOException {
    AgiAnswer answer = new AgiAnswer(settings.dialling()).remember(call);
    answer.reportIf(!settings.amiReports().getAsBoolean());
    if (decision instanceof Wait) {
      asksAgain(answer);
    }
    for (Map.Entry<String, String> each : decision.accept(answer).variables().entrySet()) {
      session.setVariable(each.getKey(), each.getValue());
    }
    if (decision instanceof Wait) {
      return sendTo(Part.WAIT, "s", End.WAITING);
    }
    if (decision instanceof Divert divert) {
      return sendTo(Part.OUTBOUND, divert.to().digits(), End.DIVERTED);
    }
    if (decision instanceof HandBack back) {
      session.continueAt(back.to().context(), back.to().extension());
      return End.HANDED_BACK;
    }
    return sendTo(Part.REJECT, "s", End.REJECTED);
  }

  /** Empty for the usual interval: what was said of an earlier wait does not count. */
  private void asksAgain(AgiAnswer answer) {
    answer.set(ChannelVariables.ALIVE, "");
    if (last != null) {
      answer.nextSign(last, settings.dialplan()).treatment(last.treatment());
    }
  }

  private End sendTo(Part part, String extension, End end) throws IOException {
    session.continueAt(settings.dialplan().context(part), extension);
    return end;
  }

  /** A script that handles calls with the engine, run by a {@link FastAgiServer}. */
  @FunctionalInterface
  public interface Script {

    /**
     * Handles one call. What it throws is logged; the dialplan then goes on after the AGI line.
     *
     * @param call the call; its session ends when this returns
     * @throws IOException if the session is over
     */
    void run(AgiCall call) throws IOException;
  }
}
