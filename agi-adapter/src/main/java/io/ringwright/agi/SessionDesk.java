package io.ringwright.agi;

import io.ringwright.agi.RequestHead.Fitness;
import io.ringwright.agi.RoutingScripts.Reply;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.asteriskjava.fastagi.AgiChannel;
import org.asteriskjava.fastagi.AgiRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Serves one session after the other: whatever comes in, Asterisk gets an answer in time, and
 * nothing is thrown at asterisk-java, which would log it with a stack and send a command more.
 *
 * <p>A routing script is run by the session's own thread. A clockwork stands by: if the engine is
 * not done when the deadline comes, the clockwork gives the answer that loses nobody, and what the
 * engine says afterwards is told back to it as not sent.
 *
 * <p>Thread safety: may be used by many threads.
 */
final class SessionDesk {

  private static final Logger LOG = LoggerFactory.getLogger(FastAgiServer.class);

  private final CallSettings settings;
  private final RoutingScripts routing;
  private final Map<String, AgiCall.Script> ownScripts;
  private final Semaphore ownSessions;
  private final Deadline deadline;
  private final AtomicInteger overloads = new AtomicInteger();

  /**
   * When an answer is due.
   *
   * @param clockwork gives it if nobody else did
   * @param time how long after the request
   */
  record Deadline(ScheduledExecutorService clockwork, Duration time) {

    Future<?> onExpiry(Runnable alarm) {
      return clockwork.schedule(alarm, time.toNanos(), TimeUnit.NANOSECONDS);
    }
  }

  SessionDesk(
      CallSettings settings,
      Map<String, AgiCall.Script> ownScripts,
      int mostOwnSessions,
      Deadline deadline) {
    this.settings = settings;
    this.routing = new RoutingScripts(settings);
    this.ownScripts = Map.copyOf(ownScripts);
    this.ownSessions = new Semaphore(mostOwnSessions);
    this.deadline = deadline;
  }

  /** Serves a session to its end. */
  void serve(AgiLine line, AgiRequest request, AgiChannel channel) {
    RequestHead head = line.request();
    if (head.fitness() == Fitness.BROKEN) {
      LOG.debug("Session from {} dropped: {}", line.getRemoteAddress(), head.fault());
      line.close();
    } else if (head.fitness() == Fitness.MALFORMED) {
      LOG.warn("Request from {} refused: {}", line.getRemoteAddress(), head.fault());
      say(line, AgiAnswer.refused("malformed-request", 95, head.fault()));
    } else {
      serve(line, ScriptRequest.of(request), channel);
    }
  }

  /** Tells a session that there is no thread for it. */
  void refuse(AgiLine line) {
    if (overloads.getAndIncrement() == 0) {
      LOG.warn("More AGI sessions at once than threads; calls fall back until this is over");
      deadline.clockwork().schedule(this::reportOverload, 10, TimeUnit.SECONDS);
    }
    if (line.request().fitness() == Fitness.SOUND) {
      line.finish(AgiAnswer.undecided("more calls at once than the engine has threads for"));
    }
    line.drain();
  }

  private void reportOverload() {
    LOG.warn("{} AGI sessions were refused in the last 10 s", overloads.getAndSet(0));
  }

  private void serve(AgiLine line, ScriptRequest asked, AgiChannel channel) {
    AgiCall.Script own = ownScripts.get(asked.script());
    if (RoutingScripts.knows(asked.script())) {
      route(line, asked);
    } else if (own == null) {
      LOG.warn("Asterisk asks for a script that is not here; the dialplan falls back");
      say(line, AgiAnswer.undecided("no such script here: " + asked.script()));
    } else if (ownSessions.tryAcquire()) {
      try {
        run(own, new AgiCall(settings, new ChannelSession(asked, channel, line)));
      } finally {
        ownSessions.release();
        say(line, "");
      }
    } else {
      LOG.warn("Too many calls are handled by scripts at once; the dialplan falls back");
      say(line, AgiAnswer.undecided("too many calls in scripts at once"));
    }
  }

  private void route(AgiLine line, ScriptRequest asked) {
    Future<?> alarm = deadline.onExpiry(() -> late(line, asked));
    Reply reply = engineReply(asked);
    alarm.cancel(false);
    boolean sent = line.finish(reply.commands());
    if (!sent) {
      reply.ifNotSent().run();
    }
    line.drain();
  }

  private Reply engineReply(ScriptRequest asked) {
    try {
      return routing.reply(asked);
    } catch (RuntimeException broken) {
      LOG.warn("The engine failed at '{}'", asked.script(), broken);
      return Reply.of(RoutingScripts.withoutEngine(asked));
    }
  }

  private void late(AgiLine line, ScriptRequest asked) {
    if (line.finish(RoutingScripts.withoutEngine(asked))) {
      LOG.warn("No decision on '{}' within {} ms", asked.script(), deadline.time().toMillis());
    }
  }

  private static void run(AgiCall.Script script, AgiCall call) {
    try {
      script.run(call);
    } catch (IOException over) {
      LOG.debug("A script's session ended early: {}", over.getMessage());
    } catch (RuntimeException broken) {
      LOG.warn("A script failed", broken);
    }
  }

  private static void say(AgiLine line, String commands) {
    line.finish(commands);
    line.drain();
  }
}
