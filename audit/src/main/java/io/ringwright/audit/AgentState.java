package io.ringwright.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One agent, as far as the log has told by now.
 *
 * <p>Thread safety: for one thread.
 */
final class AgentState {

  private static final String EVERYWHERE = "NONE";

  final String name;
  final Gap gap;
  private final Set<QueueLine> queues = new LinkedHashSet<>();

  /** Those of them that ring several phones at once: mostly none. */
  private final Set<QueueLine> ringAll = new LinkedHashSet<>();

  private final Set<String> pausedIn = new HashSet<>();
  private final Map<String, Long> freeFrom = new HashMap<>();
  private final Map<String, Ring> rings = new HashMap<>();
  private final List<Ring> duringTalk = new ArrayList<>();
  private @Nullable String talksTo;
  private boolean loggedOff;
  private boolean letItRing;
  private long lastSign;

  AgentState(String name, Gap gap) {
    this.name = name;
    this.gap = gap;
  }

  /**
   * A ring of the phone of the agent.
   *
   * @param call for which call
   * @param queue of which queue
   * @param from when it began
   * @param to when it ended
   */
  record Ring(String call, String queue, long from, long to) {

    long overlap(long otherFrom, long otherTo) {
      return Math.min(to, otherTo) - Math.max(from, otherFrom);
    }
  }

  /** Serves a queue from now on. */
  void join(QueueLine queue) {
    queues.add(queue);
    if (queue.ringsSeveral()) {
      ringAll.add(queue);
    }
  }

  void leave(QueueLine queue) {
    queues.remove(queue);
    ringAll.remove(queue);
  }

  Set<QueueLine> queues() {
    return queues;
  }

  /** Something that shows that somebody is there. */
  void sign(long at) {
    lastSign = at;
    letItRing = false;
  }

  long lastSign() {
    return lastSign;
  }

  /** Begins to ring; gives the rings with which it overlaps, as far as they have begun. */
  List<Ring> ring(Ring ring) {
    List<Ring> others =
        rings.values().stream().filter(each -> !each.call().equals(ring.call())).toList();
    rings.put(ring.call(), ring);
    if (talksTo != null && !talksTo.equals(ring.call())) {
      duringTalk.add(ring);
    }
    return others;
  }

  void ringEnds(String call) {
    rings.remove(call);
  }

  void letItRing() {
    letItRing = true;
  }

  /** Whether the last that was seen is a ring that nobody answered. */
  boolean isUnsure() {
    return letItRing;
  }

  void talk(String call) {
    talksTo = call;
    duringTalk.clear();
  }

  boolean talks() {
    return talksTo != null;
  }

  /** The talk is over; gives the rings that began during it. */
  List<Ring> talkEnds(String queue, long free) {
    List<Ring> rung = List.copyOf(duringTalk);
    duringTalk.clear();
    talksTo = null;
    freeFrom.put(queue, free);
    return rung;
  }

  void pause(String queue) {
    pausedIn.add(queue);
  }

  /** Ends the pause in a queue, or, without a queue, everywhere. */
  void unpause(String queue) {
    if (queue.equals(EVERYWHERE)) {
      pausedIn.clear();
    } else {
      pausedIn.remove(queue);
      pausedIn.remove(EVERYWHERE);
    }
  }

  void loggedOff(boolean off) {
    loggedOff = off;
  }

  /** Whether the agent could be rung for a caller of a queue, once its wrap-up there is over. */
  boolean isIdleFor(QueueLine queue) {
    return talksTo == null
        && rings.isEmpty()
        && !loggedOff
        && !pausedIn.contains(queue.name)
        && !pausedIn.contains(EVERYWHERE)
        && noneRingsAll();
  }

  private boolean noneRingsAll() {
    for (QueueLine queue : ringAll) {
      if (queue.mayRingAll()) {
        return false;
      }
    }
    return true;
  }

  long freeFrom(QueueLine queue) {
    return freeFrom.getOrDefault(queue.name, Long.MIN_VALUE);
  }
}
