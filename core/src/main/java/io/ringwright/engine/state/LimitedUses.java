package io.ringwright.engine.state;

import io.ringwright.call.LimitedUse;
import io.ringwright.directory.UseLimit;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What was used of late that is limited: by whom, and when, on the engine's time. What is older
 * than the time of its limit is forgotten when the next one asks for a use.
 *
 * <p>An event costs the same however many uses are remembered: each is put in once and taken out
 * once. More than {@value UseLimit#MOST} of a kind are never remembered.
 *
 * <p>Thread safety: confined to the owner of the state.
 */
public final class LimitedUses {

  /**
   * A use.
   *
   * @param use of what
   * @param number by, or of, which number; empty if a caller shows none
   * @param at when
   */
  public record Use(LimitedUse use, String number, Instant at) {}

  /**
   * All that is remembered.
   *
   * @param uses by kind, and of each kind in the order in which they came
   */
  public record Data(List<Use> uses) {
    /** Copies the list. */
    public Data {
      uses = List.copyOf(uses);
    }
  }

  /** The uses of one kind, and how many there are of each number. */
  private static final class OfKind {
    private final Deque<Use> uses;
    private final Map<String, Integer> byNumber;

    OfKind() {
      uses = new ArrayDeque<>();
      byNumber = new HashMap<>();
    }

    OfKind(OfKind other) {
      uses = new ArrayDeque<>(other.uses);
      byNumber = new HashMap<>(other.byNumber);
    }

    void add(Use use) {
      uses.addLast(use);
      byNumber.merge(use.number(), 1, Integer::sum);
    }

    void forgetUntil(Instant oldest) {
      while (!uses.isEmpty() && !uses.getFirst().at().isAfter(oldest)) {
        Use gone = uses.removeFirst();
        byNumber.computeIfPresent(gone.number(), (number, many) -> many == 1 ? null : many - 1);
      }
    }

    /** Whether one more is too many, those up to an instant left out. */
    boolean isFull(String number, Instant oldest, UseLimit limit) {
      int all = uses.size();
      int same = byNumber.getOrDefault(number, 0);
      for (Use use : uses) {
        if (use.at().isAfter(oldest)) {
          break;
        }
        all--;
        same -= use.number().equals(number) ? 1 : 0;
      }
      return all >= limit.inAll() || (!number.isEmpty() && same >= limit.perNumber());
    }
  }

  private final Map<LimitedUse, OfKind> kinds = new HashMap<>();

  /** Nothing was used yet. */
  public LimitedUses() {
    for (LimitedUse use : LimitedUse.values()) {
      kinds.put(use, new OfKind());
    }
  }

  /**
   * These.
   *
   * @param data the uses
   */
  public LimitedUses(Data data) {
    this();
    data.uses().forEach(use -> of(use.use()).add(use));
  }

  private OfKind of(LimitedUse use) {
    return kinds.computeIfAbsent(use, none -> new OfKind());
  }

  /**
   * The same uses; what happens to one of the two does not change the other.
   *
   * @return the copy
   */
  public LimitedUses copy() {
    LimitedUses copy = new LimitedUses();
    kinds.forEach((use, ofKind) -> copy.kinds.put(use, new OfKind(ofKind)));
    return copy;
  }

  /**
   * All that is known here, as a value.
   *
   * @return equal exactly where the same is known
   */
  public Data data() {
    List<Use> all = new ArrayList<>();
    for (LimitedUse use : LimitedUse.values()) {
      all.addAll(of(use).uses);
    }
    return new Data(all);
  }

  /**
   * Whether a limit is reached. Changes nothing.
   *
   * @param use what would be used
   * @param number by, or of, which number; empty if unknown: then only the limit in all holds
   * @param limit the limit
   * @param now the instant
   */
  public boolean isFull(LimitedUse use, String number, UseLimit limit, Instant now) {
    return !limit.isNone() && of(use).isFull(number, now.minus(limit.within()), limit);
  }

  /**
   * What is older than the time of its limit is forgotten.
   *
   * @param use of what
   * @param limit its limit
   * @param now the instant, not before that of an earlier event
   */
  public void forget(LimitedUse use, UseLimit limit, Instant now) {
    of(use).forgetUntil(now.minus(limit.within()));
  }

  /**
   * Something is used.
   *
   * @param use what
   * @param number by, or of, which number
   * @param limit its limit, which is not reached
   * @param now the instant, not before that of an earlier event
   */
  public void note(LimitedUse use, String number, UseLimit limit, Instant now) {
    if (!limit.isNone()) {
      of(use).add(new Use(use, number, now));
    }
  }
}
