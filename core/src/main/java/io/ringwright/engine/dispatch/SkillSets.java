package io.ringwright.engine.dispatch;

import io.ringwright.call.Requirements;
import io.ringwright.directory.HuntGroup.Absence;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The plain members of one hunt group as sets of bits, one bit for each member at its place in the
 * group's list: how they stand, and who has which skill at which level or above.
 *
 * <p>Who meets a wish for skills is found by joining sets, 64 members at a time, so that a kind of
 * wish needs no memory of its own: callers may bring as many kinds as they like. The sets of skills
 * follow from the phone list alone: one for each level of each skill that a member has.
 *
 * <p>Thread safety: for one thread at a time.
 */
final class SkillSets {

  private final int words;
  private final long[] loggedIn;
  private final long[] loggedOut;
  private final long[] reachable;
  private final long[] paused;
  private final long[] leftAlone;
  private final long[] free;
  private final long[] onHold;
  private final long[] nobody;

  /** By skill and level: those who have it at that level or above. */
  private final Map<String, NavigableMap<Integer, long[]>> skilled = new HashMap<>();

  /**
   * The members as they stand at this moment.
   *
   * @param slots by their place in the group's list; null where a member is not plain
   */
  SkillSets(@Nullable MemberSlot[] slots) {
    words = (slots.length + Long.SIZE - 1) / Long.SIZE;
    loggedIn = new long[words];
    loggedOut = new long[words];
    reachable = new long[words];
    paused = new long[words];
    leftAlone = new long[words];
    free = new long[words];
    onHold = new long[words];
    nobody = new long[words];
    for (MemberSlot slot : slots) {
      if (slot != null) {
        learn(slot);
        stands(slot);
      }
    }
    skilled.values().forEach(SkillSets::addHigherLevels);
  }

  private void learn(MemberSlot slot) {
    slot.extension
        .duty()
        .skills()
        .forEach(
            (skill, level) ->
                put(
                    skilled
                        .computeIfAbsent(skill, none -> new TreeMap<>())
                        .computeIfAbsent(level, none -> new long[words]),
                    slot.order,
                    true));
  }

  private static void addHigherLevels(NavigableMap<Integer, long[]> levels) {
    long[] above = null;
    for (long[] level : levels.descendingMap().values()) {
      for (int word = 0; above != null && word < level.length; word++) {
        level[word] |= above[word];
      }
      above = level;
    }
  }

  /** A member stands otherwise, or as before. */
  void stands(MemberSlot slot) {
    put(loggedIn, slot.order, slot.standing != MemberSlot.Readiness.LOGGED_OUT);
    put(loggedOut, slot.order, slot.standing == MemberSlot.Readiness.LOGGED_OUT);
    put(reachable, slot.order, slot.standing.isReachable());
    put(paused, slot.order, slot.standing == MemberSlot.Readiness.PAUSED);
    put(leftAlone, slot.order, slot.standing == MemberSlot.Readiness.LEFT_ALONE);
    put(free, slot.order, slot.standing == MemberSlot.Readiness.FREE);
    put(onHold, slot.order, slot.standing == MemberSlot.Readiness.FREE_ON_HOLD);
  }

  private static void put(long[] set, int order, boolean isIn) {
    long bit = 1L << order;
    if (isIn) {
      set[order / Long.SIZE] |= bit;
    } else {
      set[order / Long.SIZE] &= ~bit;
    }
  }

  int words() {
    return words;
  }

  long[] loggedIn() {
    return loggedIn;
  }

  /** Who is logged out, where that is no way to be missing. */
  long expected(int word, Set<Absence> absences) {
    return absences.contains(Absence.LOGGED_OUT) ? 0 : loggedOut[word];
  }

  /** Who is there, where these ways to be missing do not count, and is logged in. */
  long there(int word, Set<Absence> absences) {
    long in = absences.contains(Absence.NOT_REACHABLE) ? reachable[word] : loggedIn[word];
    long working = absences.contains(Absence.PAUSED) ? in & ~paused[word] : in;
    return absences.contains(Absence.REFUSED) ? working & ~leftAlone[word] : working;
  }

  long[] free() {
    return free;
  }

  long[] onHold() {
    return onHold;
  }

  /** Who meets a stage. */
  Qualified meeting(Requirements.Stage stage) {
    long[][] all = new long[stage.levels().size()][];
    int at = 0;
    for (Map.Entry<String, Integer> asked : stage.levels().entrySet()) {
      all[at++] = atLeast(asked.getKey(), asked.getValue());
    }
    return new Qualified(all);
  }

  private long[] atLeast(String skill, int level) {
    NavigableMap<Integer, long[]> levels = skilled.get(skill);
    Map.Entry<Integer, long[]> found = levels == null ? null : levels.ceilingEntry(level);
    return found == null ? nobody : found.getValue();
  }

  /** Those who are in each of several sets. */
  static final class Qualified {
    private final long[][] all;

    private Qualified(long[][] all) {
      this.all = all;
    }

    /** The 64 members from this word on; everybody, and bits of no member, if nothing is asked. */
    long word(int at) {
      long in = -1;
      for (long[] each : all) {
        in &= each[at];
      }
      return in;
    }

    boolean has(int order) {
      return (word(order / Long.SIZE) >>> order & 1) != 0;
    }
  }
}
