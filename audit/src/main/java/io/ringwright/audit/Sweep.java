package io.ringwright.audit;

import io.ringwright.audit.AgentState.Ring;
import io.ringwright.audit.AuditReport.Finding;
import io.ringwright.audit.AuditReport.Kind;
import io.ringwright.audit.RingTimes.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Goes through the steps of a log in the order of time, knows what holds at each instant, and tells
 * a {@link Tally} what was wrong.
 *
 * <p>Thread safety: for one thread.
 */
final class Sweep {

  /** Two times of a log of whole seconds may be this far apart without meaning it. */
  private static final long ROUNDING = 2_000;

  private final AuditSettings settings;
  private final Roster roster;
  private final Tally tally;
  private final IdleTime idle;
  private final Map<String, QueueLine> queues = new LinkedHashMap<>();
  private final Map<String, AgentState> agents = new LinkedHashMap<>();
  private final Map<String, Waiting> calls = new HashMap<>();

  /** Rings that seem to begin before their callers enter: the log tells whole seconds. */
  private final Map<String, Integer> early = new HashMap<>();

  private final Unseen unseen = new Unseen();
  private long now = Long.MIN_VALUE;

  Sweep(AuditSettings settings, Roster roster, Tally tally) {
    this.settings = settings;
    this.roster = roster;
    this.tally = tally;
    this.idle = new IdleTime(settings, tally);
  }

  /** What was left out, and had to be. */
  static final class Unseen {
    long enteredBefore;
    long cutByRestart;
    long restarts;
    long neverRung;
    long unused;
  }

  void take(Step step) {
    if (step.at() > now) {
      if (now != Long.MIN_VALUE) {
        idle.pass(queues.values(), now, step.at());
      }
      now = step.at();
    }
    if (step.ringBegins()) {
      ringBegins(step.event());
    } else {
      happened(step.event());
    }
  }

  /** The log is over. */
  void end() {
    queues.values().forEach(queue -> queue.gap.cut());
    agents.values().forEach(agent -> agent.gap.cut());
  }

  Unseen unseen() {
    return unseen;
  }

  private void happened(LogEvent event) {
    if (event.kind().endsRing()) {
      ringEnds(event);
    }
    if (event.kind().leaves()) {
      leaves(event);
    } else if (event.kind().endsTalk()) {
      talkEnds(event);
    } else {
      others(event);
    }
  }

  private void others(LogEvent event) {
    switch (event.kind()) {
      case ENTERQUEUE -> enters(event);
      case CONNECT -> connects(event);
      case RINGNOANSWER -> member(event).letItRing();
      case AGENTDUMP -> agent(event.agent()).sign(now);
      case ADDMEMBER -> added(event);
      case REMOVEMEMBER -> removed(event);
      case PAUSE -> agent(event.agent()).pause(event.queue());
      case PAUSEALL -> agent(event.agent()).pause("NONE");
      case UNPAUSE -> unpaused(event, event.queue());
      case UNPAUSEALL -> unpaused(event, "NONE");
      case AGENTLOGIN, AGENTCALLBACKLOGIN -> loggedIn(event);
      case AGENTLOGOFF, AGENTCALLBACKLOGOFF -> agent(event.agent()).loggedOff(true);
      case QUEUESTART -> restarted();
      default -> unseen.unused += event.kind() == LogEvent.Kind.OTHER ? 1 : 0;
    }
  }

  // Callers

  private void enters(LogEvent event) {
    if (roster.hasNoEnd(event)) {
      return;
    }
    Waiting before = calls.remove(event.call());
    if (before != null) {
      before.queue.leave(before);
    }
    Waiting caller = new Waiting(event.call(), queue(event.queue()), now);
    caller.queue.enter(caller, event.position());
    calls.put(event.call(), caller);
    for (int rings = early.getOrDefault(event.call(), 0); rings > 0; rings--) {
      caller.rings(now);
    }
    early.remove(event.call());
    tally.queue(event.queue(), now).entered++;
  }

  private void leaves(LogEvent event) {
    if (event.kind() == LogEvent.Kind.ABANDON) {
      tally.queue(event.queue(), now).abandoned++;
    }
    gone(event.call());
  }

  private @Nullable Waiting gone(String call) {
    Waiting caller = calls.remove(call);
    if (caller != null) {
      caller.queue.leave(caller);
      starved(caller);
    }
    return caller;
  }

  private void starved(Waiting caller) {
    Duration waited = Duration.ofMillis(now - caller.entered);
    AuditSettings.Limits limits = settings.limits();
    if (caller.passedOver() >= limits.passedOver() && waited.compareTo(limits.starving()) >= 0) {
      tally.queue(caller.queue.name, now).starved++;
      find(
          Kind.STARVED,
          caller,
          caller.passedOver() + " newer callers of other queues were served by its agents");
    }
  }

  private void find(Kind kind, Waiting caller, String words) {
    tally.find(
        new Finding(
            kind,
            Instant.ofEpochMilli(caller.entered),
            caller.queue.name,
            caller.call,
            Duration.ofMillis(now - caller.entered),
            words));
  }

  // Rings

  private void ringBegins(LogEvent end) {
    AgentState agent = member(end);
    Ring ring = new Ring(end.call(), end.queue(), now, end.at());
    for (Ring other : agent.ring(ring)) {
      if (ring.overlap(other.from(), other.to()) >= ROUNDING) {
        doubled(agent, ring, ring.overlap(other.from(), other.to()), "while ringing for another");
      }
    }
    agent.gap.cut();
    Waiting caller = calls.get(end.call());
    if (caller == null) {
      early.merge(end.call(), 1, Integer::sum);
    } else {
      caller.rings(now);
      caller.queue.gap.cut();
    }
  }

  private void doubled(AgentState agent, Ring ring, long overlap, String words) {
    tally.queue(ring.queue(), ring.from()).doubles++;
    tally.agent(agent.name, ring.from()).doubles++;
    tally.find(
        new Finding(
            Kind.DOUBLE_OFFER,
            Instant.ofEpochMilli(ring.from()),
            ring.queue(),
            agent.name,
            Duration.ofMillis(overlap),
            "rung for " + ring.call() + " " + words));
  }

  private void ringEnds(LogEvent event) {
    if (event.hasAgent()) {
      agent(event.agent()).ringEnds(event.call());
    }
    early.remove(event.call());
    Waiting caller = calls.get(event.call());
    if (caller != null && event.hasAgent() && event.rang() > 0) {
      caller.ringEnds();
    }
  }

  // Talks

  private void connects(LogEvent event) {
    AgentState agent = member(event);
    agent.sign(now);
    agent.talk(event.call());
    tally.queue(event.queue(), now).answered++;
    tally.agent(agent.name, now).answered++;
    Waiting caller = gone(event.call());
    if (caller == null) {
      unseen.enteredBefore++;
      return;
    }
    caller.queue.gap.cut();
    overtakings(caller);
    passOver(agent, caller);
  }

  private void overtakings(Waiting served) {
    List<Waiting> overtaken = served.overtaken(ROUNDING);
    for (Waiting earlier : overtaken) {
      tally.queue(served.queue.name, now).overtaken++;
      find(Kind.OVERTAKEN, earlier, "by " + served.call + ", who entered later");
    }
    tally.queue(served.queue.name, now).byPriority +=
        served.queue.inOrder().stream()
            .filter(each -> each.isUnserved() && each.entered < served.entered)
            .filter(each -> !overtaken.contains(each))
            .filter(served::entersAheadOf)
            .count();
  }

  /** Whoever waits in another queue of this agent, and entered before, is passed over. */
  private static void passOver(AgentState agent, Waiting served) {
    for (QueueLine queue : agent.queues()) {
      if (queue != served.queue) {
        queue.inOrder().stream()
            .filter(each -> each.isUnserved() && each.entered < served.entered)
            .forEach(Waiting::passOver);
      }
    }
  }

  private void talkEnds(LogEvent event) {
    if (!event.hasAgent()) {
      return;
    }
    AgentState agent = agent(event.agent());
    agent.sign(now);
    long free = now + settings.wrapUp(event.queue()).toMillis();
    for (Ring ring : agent.talkEnds(event.queue(), free)) {
      long overlap = ring.overlap(ring.from(), now);
      if (overlap >= ROUNDING) {
        doubled(agent, ring, overlap, "while talking to another");
      }
    }
  }

  // Agents

  private void added(LogEvent event) {
    if (!roster.isRung(event.agent())) {
      unseen.neverRung++;
      return;
    }
    AgentState agent = member(event);
    agent.sign(now);
    agent.unpause(event.queue());
    if (!event.data().isEmpty() && event.data().get(0).equals("PAUSED")) {
      agent.pause(event.queue());
    }
  }

  private void removed(LogEvent event) {
    AgentState agent = agent(event.agent());
    QueueLine queue = queue(event.queue());
    queue.members.remove(agent);
    agent.leave(queue);
  }

  private void unpaused(LogEvent event, String queue) {
    AgentState agent = agent(event.agent());
    agent.unpause(queue);
    agent.sign(now);
  }

  private void loggedIn(LogEvent event) {
    AgentState agent = agent(event.agent());
    agent.loggedOff(false);
    agent.sign(now);
  }

  private void restarted() {
    end();
    unseen.restarts++;
    unseen.cutByRestart += calls.size();
    calls.clear();
    early.clear();
    queues.clear();
    agents.clear();
  }

  private AgentState member(LogEvent event) {
    AgentState agent = agent(event.agent());
    QueueLine queue = queue(event.queue());
    queue.members.add(agent);
    agent.join(queue);
    return agent;
  }

  private AgentState agent(String name) {
    return agents.computeIfAbsent(
        name, any -> new AgentState(name, new Gap((from, to) -> tally.agentGap(name, from, to))));
  }

  private QueueLine queue(String name) {
    return queues.computeIfAbsent(
        name,
        any ->
            new QueueLine(
                name,
                roster.ringsSeveral(name),
                new Gap((from, to) -> tally.queueGap(name, from, to))));
  }
}
