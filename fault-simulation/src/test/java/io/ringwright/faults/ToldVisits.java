package io.ringwright.faults;

import io.ringwright.call.CallId;
import io.ringwright.call.CallOutcome;
import io.ringwright.call.Visit;
import io.ringwright.engine.state.Call;
import io.ringwright.engine.state.EngineState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The visits of which the engine told, over all its runs. While a journal is whole each of them
 * begins once and ends once, whatever is killed. Where entries are gone of which was told, exactly
 * what they said may be told again, and their numbers are used again.
 */
final class ToldVisits {

  private final Consumer<String> mistakes;
  private final Map<CallId, Visit> open = new HashMap<>();
  private final Map<Visit, CallOutcome> ended = new HashMap<>();
  private final Map<CallId, List<CallOutcome>> ends = new HashMap<>();
  private final Map<CallId, List<CallOutcome>> endsOfThisJournal = new HashMap<>();
  private final Set<CallId> known = new HashSet<>();
  private final Set<CallId> uncertain = new HashSet<>();
  private Set<CallId> leftThere = Set.of();
  private Optional<CallId> sentOn = Optional.empty();
  private boolean whole = true;
  private int endings;

  ToldVisits(Consumer<String> mistakes) {
    this.mistakes = mistakes;
  }

  /**
   * What a journal has when an engine goes on from it.
   *
   * @param open the visits that are not over, those of which nothing was told included
   * @param next the number of the next visit
   */
  record Kept(Map<CallId, Visit> open, long next) {

    /** A journal that begins. */
    static final Kept NOTHING = new Kept(Map.of(), 0);

    Kept {
      open = Map.copyOf(open);
    }

    static Kept in(EngineState state) {
      Map<CallId, Visit> open = new HashMap<>();
      for (Call call : state.calls()) {
        open.put(call.id(), call.visit());
      }
      return new Kept(open, state.nextTicket());
    }
  }

  /** A visit begins. */
  void begins(Visit visit) {
    if (sentOn.filter(other -> !other.equals(visit.call())).isPresent()) {
      mistakes.accept(visit + " begins, and not the next of " + sentOn.get());
    }
    sentOn = Optional.empty();
    Visit before = open.put(visit.call(), visit);
    if (before != null) {
      mistakes.accept(visit + " begins before the end of " + before);
    }
    known.add(visit.call());
  }

  /** A visit ends. */
  void ends(Visit visit, CallOutcome outcome) {
    endings++;
    sentOn.ifPresent(
        call -> mistakes.accept(visit + " ends before the next of " + call + " begins"));
    sentOn = outcome.goesOn() ? Optional.of(visit.call()) : Optional.empty();
    CallOutcome before = ended.put(visit, outcome);
    if (before != null) {
      mistakes.accept(visit + " ends twice: " + before + ", then " + outcome);
    }
    Visit begun = open.remove(visit.call());
    if (begun != null && !begun.equals(visit)) {
      mistakes.accept(visit + " ends while " + begun + " is there");
    }
    ends.computeIfAbsent(visit.call(), first -> new ArrayList<>()).add(outcome);
    endsOfThisJournal.computeIfAbsent(visit.call(), first -> new ArrayList<>()).add(outcome);
  }

  /**
   * The process was killed.
   *
   * @param durable whether everything that was told is kept
   * @param there the calls whose channels are there
   */
  void killed(boolean durable, Set<CallId> there) {
    whole &= durable;
    leftThere = Set.copyOf(there);
  }

  /** While no engine runs entries are lost that were kept. */
  void journalLosesEntries() {
    whole = false;
  }

  /** An engine begins with what its journal has, before anything is told. */
  void goesOn(Kept kept) {
    if (whole) {
      compare(kept);
    } else {
      forgetWhatIsLost(kept);
    }
    open.clear();
    open.putAll(kept.open());
    sentOn = Optional.empty();
    leftThere = Set.of();
    whole = true;
  }

  private void compare(Kept kept) {
    sentOn.ifPresent(
        call -> mistakes.accept("the journal does not have the next visit of " + call));
    for (Visit told : open.values()) {
      if (!told.equals(kept.open().get(told.call()))) {
        mistakes.accept(told + " was told to begin, and the journal does not have it");
      }
    }
    for (Visit told : ended.keySet()) {
      if (told.equals(kept.open().get(told.call())) || told.number() >= kept.next()) {
        mistakes.accept(told + " was told to end, and the journal does not have it");
      }
    }
  }

  private void forgetWhatIsLost(Kept kept) {
    uncertain.addAll(leftThere);
    uncertain.addAll(open.keySet());
    for (Visit told : List.copyOf(ended.keySet())) {
      boolean goesOn = told.equals(kept.open().get(told.call()));
      if (goesOn) {
        uncertain.add(told.call());
      }
      if (goesOn || told.number() >= kept.next()) {
        ended.remove(told);
      }
    }
    endsOfThisJournal.clear();
  }

  /** Whether the beginning of a visit of this call was ever told. */
  boolean everKnew(CallId call) {
    return known.contains(call);
  }

  /** Whether the call was there when entries were lost: what became of it may be told in part. */
  boolean isUncertain(CallId call) {
    return uncertain.contains(call);
  }

  /** How the visits of a call ended. */
  List<CallOutcome> endsOf(CallId call) {
    return ends.getOrDefault(call, List.of());
  }

  /** How the visits of a call ended since entries were lost the last time. */
  List<CallOutcome> endsOfThisJournal(CallId call) {
    return endsOfThisJournal.getOrDefault(call, List.of());
  }

  /** Whether a visit of a call of this name has ended. */
  boolean hasEnded(String call) {
    return ends.keySet().stream().anyMatch(each -> each.value().equals(call));
  }

  /** How many ends were told. */
  int endings() {
    return endings;
  }
}
