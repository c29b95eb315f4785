package io.ringwright.agi;

import io.ringwright.CallEvents;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.InboundCall;
import io.ringwright.call.Preference;
import io.ringwright.call.RejectReason;
import io.ringwright.call.RememberedCall;
import io.ringwright.call.RingOutcome;
import io.ringwright.call.RoutingAnswer;
import io.ringwright.call.RoutingDecision.Wait;
import io.ringwright.call.Token;
import io.ringwright.call.Treatment;
import io.ringwright.dialplan.ChannelVariables;
import io.ringwright.dialplan.Question;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * The scripts that the {@link Dialplan} asks: each turns a request into an event of the engine, and
 * the engine's decision into an answer.
 *
 * <p>Thread safety: may be used by many threads.
 */
final class RoutingScripts {

  private static final int WRONG_DIALPLAN = 111;

  private final CallSettings settings;
  private final CallEvents engine;
  private final Optional<AgentScripts> agents;
  private final ThinnedLog log;

  RoutingScripts(CallSettings settings, Optional<AgentScripts> agents, ThinnedLog log) {
    this.settings = settings;
    this.agents = agents;
    this.log = log;
    engine = settings.engine();
  }

  /**
   * Asks the engine, and so may take its time.
   *
   * @return the commands of the reply
   */
  String reply(Question question, ScriptRequest asked) {
    return switch (question) {
      case ROUTE -> route(asked);
      case RING_ENDED -> remembered(question, asked, this::ringEnded);
      case LANDED -> remembered(question, asked, this::landed);
      case ALIVE -> remembered(question, asked, this::alive);
      case KEY -> remembered(question, asked, this::key);
      case AGENT -> agent(asked);
      case FELL_BACK -> fellBack(asked);
      case ENDED -> remembered(question, asked, this::ended);
    };
  }

  /**
   * What to answer if the engine does not: nothing, so that the dialplan asks again. What is only
   * reported gets no answer in any case.
   */
  static String withoutEngine(Question question) {
    return switch (question) {
      case ENDED, FELL_BACK -> "";
      case ROUTE, RING_ENDED, LANDED, ALIVE, KEY, AGENT ->
          AgiAnswer.undecided("the engine gave no decision in time");
    };
  }

  private String route(ScriptRequest asked) {
    Optional<DirectoryNumber> called =
        DirectoryNumber.parse(asked.argument(Question.ROUTE, ChannelVariables.NUMBER));
    if (called.isEmpty()) {
      return AgiAnswer.refused(RejectReason.NOT_A_NUMBER, "this is no number");
    }
    InboundCall call;
    try {
      call = asked.inboundCall(settings.pbx(), called.get());
    } catch (IllegalArgumentException wrong) {
      return AgiAnswer.refused(
          "wrong-dialplan", WRONG_DIALPLAN, String.valueOf(wrong.getMessage()));
    }
    Preferred preferred = preferred(asked);
    call = preferred.by(call);
    Instant since = settings.clock().instant().truncatedTo(ChronoUnit.MILLIS);
    RoutingAnswer answer = engine.callArrived(call);
    AgiAnswer reply =
        new AgiAnswer(settings.dialling())
            .remember(
                new RememberedCall(
                    call.id(),
                    call.channel(),
                    call.caller(),
                    called.get(),
                    call.priority(),
                    since,
                    call.requirements()))
            .reportIf(!settings.amiReports().getAsBoolean())
            .prompts(settings.prompts().first(answer.greeting()).before(answer.decision()));
    reply.nextSign(answer, settings.dialplan());
    if (answer.decision() instanceof Wait) {
      reply.firstTreatment(answer.treatment());
    }
    return preferred.complaint() + answer.decision().accept(reply).commands();
  }

  /**
   * Whom a caller prefers, as far as the dialplan can be understood.
   *
   * @param extension which, and for how long; empty for none
   * @param complaint what to say on Asterisk's console, empty if nothing is wrong
   */
  private record Preferred(Optional<Preference> extension, String complaint) {
    InboundCall by(InboundCall call) {
      return extension.map(call::preferring).orElse(call);
    }
  }

  /** A caller for whom the dialplan says it wrongly prefers nobody, and goes on all the same. */
  private Preferred preferred(ScriptRequest asked) {
    try {
      return new Preferred(asked.preference(), "");
    } catch (IllegalArgumentException wrong) {
      String why = String.valueOf(wrong.getMessage());
      log.warn(
          "A caller prefers nobody: {}\nSet it in the dialplan before the call comes to"
              + " ringwright.conf, or leave it empty.",
          why);
      return new Preferred(Optional.empty(), AgiAnswer.console(why));
    }
  }

  private String ringEnded(ScriptRequest asked, RememberedCall call) {
    RingOutcome outcome =
        DialStatus.outcome(asked.argument(Question.RING_ENDED, Question.DIAL_STATUS));
    return asked
        .token(Question.RING_ENDED)
        .map(token -> following(engine.ringEnded(call, token, outcome)))
        .orElseGet(() -> alive(asked, call));
  }

  private String landed(ScriptRequest asked, RememberedCall call) {
    return asked
        .token(Question.LANDED)
        .map(token -> following(engine.callLanded(call, token)))
        .orElseGet(() -> alive(asked, call));
  }

  private String alive(ScriptRequest asked, RememberedCall call) {
    return waiting(call, engine.callerAlive(call));
  }

  private String key(ScriptRequest asked, RememberedCall call) {
    return asked
        .key()
        .map(key -> waiting(call, pressed(asked, call, key)))
        .orElseGet(() -> alive(asked, call));
  }

  private RoutingAnswer pressed(ScriptRequest asked, RememberedCall call, DirectoryNumber key) {
    return asked
        .inquiry()
        .map(inquiry -> engine.keyPressed(call, key, inquiry))
        .orElseGet(() -> engine.keyPressed(call, key));
  }

  private String agent(ScriptRequest asked) {
    return agents
        .map(scripts -> scripts.reply(asked))
        .orElseGet(() -> AgentScripts.unserved(settings.dialplan().agentSounds()));
  }

  private String fellBack(ScriptRequest asked) {
    try {
      engine.callFellBack(asked.call(settings.pbx(), Question.FELL_BACK));
      return "";
    } catch (IllegalArgumentException wrong) {
      return AgiAnswer.undecided(String.valueOf(wrong.getMessage()));
    }
  }

  private String ended(ScriptRequest asked, RememberedCall call) {
    Optional<Token> token = asked.token(Question.ENDED);
    if (token.isPresent()
        && asked.argument(Question.ENDED, Question.DIAL_STATUS).equals("ANSWER")) {
      engine.ringEnded(call, token.get(), RingOutcome.ANSWERED);
    } else {
      engine.callEnded(call.id());
    }
    return "";
  }

  /**
   * A decision about a caller who, unless told otherwise, waits; the next sign of life would too.
   */
  private String following(RoutingAnswer answer) {
    AgiAnswer reply = new AgiAnswer(settings.dialling());
    answer
        .notice()
        .ifPresent(told -> reply.set(ChannelVariables.NOTICE, settings.prompts().sound(told)));
    reply.nextSign(answer, settings.dialplan());
    if (answer.decision() instanceof Wait) {
      reply.treatment(answer.treatment());
    }
    return answer.decision().accept(reply).commands();
  }

  /** The same in one word, if the caller waits on and the channel remembers the place as it is. */
  private String waiting(RememberedCall call, RoutingAnswer answer) {
    boolean known =
        answer.notice().isEmpty()
            && answer.nextSign().isEmpty()
            && answer.treatment().equals(Treatment.USUAL)
            && answer.decision() instanceof Wait wait
            && call.called().digits().equals(wait.waitingFor().digits())
            && call.priority().equals(wait.priority())
            && call.since().equals(wait.since());
    return known ? AgiAnswer.WAIT : following(answer);
  }

  /** An event about a call that a channel remembers. */
  private interface Event {
    String happened(ScriptRequest asked, RememberedCall call);
  }

  /** A caller who was moved before the first answer arrived does not have the name of the call. */
  private static String name(Question question, ScriptRequest asked, RememberedCall call) {
    return asked.argument(question, ChannelVariables.CALL).isEmpty()
        ? new AgiAnswer(DialSettings.NONE).set(ChannelVariables.CALL, call.id().value()).commands()
        : "";
  }

  private String remembered(Question question, ScriptRequest asked, Event event) {
    RememberedCall call;
    try {
      call = asked.rememberedCall(settings.pbx(), question);
    } catch (IllegalArgumentException wrong) {
      return AgiAnswer.refused(RejectReason.UNKNOWN_CALL, String.valueOf(wrong.getMessage()));
    }
    return name(question, asked, call) + event.happened(asked, call);
  }
}
