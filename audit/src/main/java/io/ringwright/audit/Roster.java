package io.ringwright.audit;

import io.ringwright.audit.LogEvent.Kind;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * What must be known of a whole log before its first line is judged: which names of agents are ever
 * rung, which calls never end, and which queues ring several phones at once.
 *
 * <p>Thread safety: for one thread.
 */
final class Roster {

  private static final int MOST_OPEN = 1_000_000;
  private static final long ROUNDING = 2_000;

  private final Set<String> rung = new HashSet<>();
  private final Set<String> severalAtOnce = new HashSet<>();
  private final Set<Entry> neverEnded = new HashSet<>();
  private final Map<String, Open> open =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Open> eldest) {
          return size() > MOST_OPEN;
        }
      };

  /** A call that entered a queue. */
  private record Entry(String call, String queue, long second) {}

  /** One that has not left it yet, and its latest ring. */
  private static final class Open {
    final Entry entry;
    String agent = "";
    long ringBegan;
    long ringEnded;

    Open(Entry entry) {
      this.entry = entry;
    }
  }

  void take(LogEvent event) {
    if (event.kind() == Kind.ENTERQUEUE) {
      enter(event);
    } else if (event.kind() == Kind.QUEUESTART) {
      open.values().forEach(each -> neverEnded.add(each.entry));
      open.clear();
    } else if (event.kind().endsRing()) {
      ring(event);
    }
    if (event.kind() == Kind.CONNECT || event.kind().leaves()) {
      open.remove(event.call());
    }
  }

  private void enter(LogEvent event) {
    Open before =
        open.put(event.call(), new Open(new Entry(event.call(), event.queue(), event.second())));
    if (before != null) {
      neverEnded.add(before.entry);
    }
  }

  private void ring(LogEvent event) {
    if (event.hasAgent()) {
      rung.add(event.agent());
    }
    Open call = open.get(event.call());
    if (call == null) {
      return;
    }
    long began = event.at() - event.rang();
    boolean other = !call.agent.isEmpty() && !call.agent.equals(event.agent());
    if (other
        && Math.min(call.ringEnded, event.at()) - Math.max(call.ringBegan, began) > ROUNDING) {
      severalAtOnce.add(event.queue());
    }
    call.agent = event.agent();
    call.ringBegan = began;
    call.ringEnded = event.at();
  }

  /** The log is over: what is open now has no end in it. */
  void end() {
    open.values().forEach(each -> neverEnded.add(each.entry));
    open.clear();
  }

  boolean isRung(String agent) {
    return rung.contains(agent);
  }

  boolean ringsSeveral(String queue) {
    return severalAtOnce.contains(queue);
  }

  Set<String> queuesThatRingSeveral() {
    return severalAtOnce;
  }

  boolean hasNoEnd(LogEvent entering) {
    return neverEnded.contains(new Entry(entering.call(), entering.queue(), entering.second()));
  }

  long callsWithoutEnd() {
    return neverEnded.size();
  }
}
