package io.ringwright.agi;

import static io.ringwright.agi.ServerLog.LOG;

import io.ringwright.agi.RequestHead.Fitness;
import io.ringwright.dialplan.AgentVariables;
import io.ringwright.dialplan.AgiIdentity;
import io.ringwright.dialplan.Question;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.asteriskjava.fastagi.AgiChannel;
import org.asteriskjava.fastagi.AgiRequest;

/**
 * Serves one session after the other: whatever comes in, Asterisk gets an answer in time, and
 * nothing is thrown at asterisk-java, which would log it with a stack and send a command more.
 *
 * <p>A routing script is run by the session's own thread. A clockwork stands by: if the engine is
 * not done when the deadline comes, the clockwork ends the session without a decision, and the
 * dialplan asks the same question again.
 *
 * <p>Thread safety: may be used by many threads.
 */
final class SessionDesk {

  /**
   * So many questions are put to the engine at once, the first that came first. It takes up one
   * after the other: of more, the time would be over before the last is answered, and each would be
   * asked again.
   */
  static final int QUESTIONS_AT_ONCE = 32;

  private final CallSettings settings;
  private final RoutingScripts routing;
  private final Optional<AgiSecret> secret;
  private final Map<String, AgiCall.Script> ownScripts;
  private final Optional<AgentIdentification> identification;
  private final Semaphore ownSessions;
  private final Semaphore questions = new Semaphore(QUESTIONS_AT_ONCE, true);
  private final Deadline deadline;
  private final SessionCounters counters;
  private final ThinnedLog log = new ThinnedLog();

  SessionDesk(ServerPlan plan, SessionCounters counters, Deadline deadline) {
    this.counters = counters;
    this.settings = plan.settings();
    AgentSounds sounds = settings.dialplan().agentSounds();
    ProvenAgents proven = new ProvenAgents(plan.nanoseconds());
    Optional<AgentPhones> agents = plan.scripts().agents();
    this.routing =
        new RoutingScripts(
            settings, agents.map(phones -> new AgentScripts(phones, sounds, proven)), log);
    this.identification = agents.map(phones -> new AgentIdentification(phones, sounds, proven));
    this.secret = plan.secret();
    this.ownScripts = plan.scripts().own();
    // Scripts that dial hold a thread each: half of the threads stay for the dialplan's questions.
    this.ownSessions = new Semaphore(Math.max(1, plan.most() / 2));
    this.deadline = deadline;
  }

  /** Serves a session to its end, whatever fails. */
  void serve(AgiConnection connection, AgiRequest request, AgiChannel channel) {
    try {
      serveWhole(connection, request, channel);
    } finally {
      connection.close();
    }
  }

  private void serveWhole(AgiConnection connection, AgiRequest request, AgiChannel channel) {
    RequestHead head = connection.request();
    if (head.fitness() == Fitness.BROKEN) {
      counters.refused.increment();
      LOG.debug("Session from {} dropped: {}", connection.getRemoteAddress(), head.fault());
      connection.close();
    } else if (head.fitness() == Fitness.MALFORMED) {
      counters.refused.increment();
      log.warn("A malformed request was refused: {}", head.fault());
      say(connection, AgiAnswer.refused("malformed-request", 95, head.fault()));
    } else {
      admit(connection, ScriptRequest.of(request), channel);
    }
  }

  private void admit(AgiConnection connection, ScriptRequest asked, AgiChannel channel) {
    Optional<String> script =
        secret.map(known -> known.script(asked.script())).orElse(Optional.of(asked.script()));
    if (script.isPresent()) {
      serve(connection, asked.of(script.get()), channel);
      return;
    }
    counters.refused.increment();
    log.warn(
        "A question without the secret was refused, from {}\n"
            + "Give the dialplan the secret of the server: Dialplan.Builder.secret.",
        String.valueOf(connection.getRemoteAddress()));
    say(connection, AgiAnswer.undecided("the AGI address lacks the secret"));
  }

  /** Tells a session that there is no thread for it. */
  void refuse(AgiConnection connection) {
    log.warn("More AGI sessions at once than threads: a call asks again", "");
    counters.refused.increment();
    if (connection.request().fitness() == Fitness.SOUND) {
      connection.finish(AgiAnswer.undecided("more calls at once than the engine has threads for"));
    }
    connection.close(); // All that Asterisk has sent was read, so that what it was told gets there.
  }

  private void serve(AgiConnection connection, ScriptRequest asked, AgiChannel channel) {
    Optional<Question> question = Question.of(asked.script());
    Optional<Work> own = ownWork(new ChannelSession(asked, channel, connection), asked.script());
    if (question.isPresent()) {
      answer(connection, question.get(), asked);
    } else if (asked.script().equals(AgiIdentity.SCRIPT)) {
      say(connection, AgiAnswer.identity(settings));
    } else if (own.isEmpty()) {
      String name = withoutPath(asked.script());
      log.warn("Asterisk asks for the script {}, which is not here: a call falls back", name);
      say(connection, AgiAnswer.undecided("no such script here: " + name));
    } else if (ownSessions.tryAcquire()) {
      try {
        run(own.get());
      } finally {
        ownSessions.release();
        say(connection, "");
      }
    } else {
      log.warn("Too many calls in scripts at once: a call falls back", "");
      say(connection, AgiAnswer.undecided("too many calls in scripts at once"));
    }
  }

  /** What stands before the name may be a secret that this server does not have. */
  private static String withoutPath(String script) {
    return script.substring(script.lastIndexOf('/') + 1);
  }

  private void answer(AgiConnection connection, Question question, ScriptRequest asked) {
    if (hasTurn(connection.since())) {
      try {
        answerInTime(connection, question, asked);
      } finally {
        questions.release();
      }
    } else {
      late(connection, question);
    }
    connection.drain();
  }

  private void answerInTime(AgiConnection connection, Question question, ScriptRequest asked) {
    Watchdog.Alarm alarm = deadline.alarm(connection.since(), () -> late(connection, question));
    String reply = engineReply(question, asked);
    alarm.callOff();
    if (connection.finish(reply)) {
      counters.answered.increment();
    }
  }

  private boolean hasTurn(long since) {
    try {
      return questions.tryAcquire(deadline.leftToWait(since), TimeUnit.NANOSECONDS);
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private String engineReply(Question question, ScriptRequest asked) {
    try {
      return routing.reply(question, asked);
    } catch (Throwable broken) { // An Error of the host's too: the caller must hear something.
      counters.failed.increment();
      LOG.warn("The engine failed at '{}'", question, broken);
      return RoutingScripts.withoutEngine(question);
    }
  }

  private void late(AgiConnection connection, Question question) {
    if (connection.finish(RoutingScripts.withoutEngine(question))) {
      counters.late.increment();
      log.warn("No decision in time on '{}': the dialplan asks again", question.script());
    }
  }

  /** What holds a thread for as long as it runs. */
  private interface Work {
    void run() throws IOException;
  }

  private Optional<Work> ownWork(ChannelSession session, String script) {
    if (script.equals(AgentVariables.IDENTIFYING_SCRIPT)) {
      return identification.map(agent -> () -> agent.ask(session));
    }
    AgiCall.Script own = ownScripts.get(script);
    return own == null
        ? Optional.empty()
        : Optional.of(() -> own.run(new AgiCall(settings, session)));
  }

  private static void run(Work script) {
    try {
      script.run();
    } catch (IOException over) {
      LOG.debug("A script's session ended early: {}", over.getMessage());
    } catch (Throwable broken) {
      LOG.warn("A script failed", broken);
    }
  }

  private static void say(AgiConnection connection, String commands) {
    connection.finish(commands);
    connection.drain();
  }
}
