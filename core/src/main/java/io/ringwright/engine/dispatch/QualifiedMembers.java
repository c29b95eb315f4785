package io.ringwright.engine.dispatch;

import io.ringwright.call.Requirements;
import io.ringwright.directory.HuntGroup.Absence;
import io.ringwright.directory.Strategy;
import io.ringwright.engine.dispatch.SkillSets.Qualified;
import io.ringwright.engine.state.RankedSet;
import io.ringwright.routing.HuntSequence.Contender;
import io.ringwright.routing.Path;
import io.ringwright.routing.PlainMembers;
import io.ringwright.routing.RoutedCaller;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The plain members of one hunt group for calls that ask for skills. Made for one question and kept
 * by nobody: it looks at a {@link MemberView} as that stands at the moment.
 */
final class QualifiedMembers implements PlainMembers {

  /** So many are put in order for one question; of more, the first is looked for in the order. */
  private static final int FEW = 32;

  private final MemberView view;
  private final SkillSets sets;
  private final Requirements asked;
  private final Qualified now;
  private @Nullable List<Qualified> stages;

  /**
   * The members for calls of one kind.
   *
   * @param view all plain members
   * @param asked the skills that such calls ask for
   * @param stage the stage that holds for them now
   */
  QualifiedMembers(MemberView view, Requirements asked, Requirements.Stage stage) {
    this.view = view;
    this.sets = view.sets();
    this.now = sets.meeting(stage);
    this.asked = asked;
  }

  @Override
  public List<Contender> best(RoutedCaller caller, Strategy.Memory memory, Path path) {
    return view.anybodyFree()
        ? view.selection(caller, path)
            .best(ready(view.free(), sets.free()), ready(view.onHold(), sets.onHold()))
        : List.of();
  }

  private Iterable<MemberSlot> ready(RankedSet<MemberSlot> all, long[] standing) {
    if (all.isEmpty()) {
      return List.of();
    }
    List<MemberSlot> few = all.size() > FEW ? few(standing) : null;
    return few != null ? few : () -> new Passing(all.iterator());
  }

  /** Those who stand so and meet the stage, in order; null if they are more than a few. */
  private @Nullable List<MemberSlot> few(long[] standing) {
    List<MemberSlot> found = new ArrayList<>();
    for (int word = 0; word < standing.length; word++) {
      long left = standing[word] & now.word(word);
      if (found.size() + Long.bitCount(left) > FEW) {
        return null;
      }
      for (; left != 0; left &= left - 1) {
        found.add(view.slot(word * Long.SIZE + Long.numberOfTrailingZeros(left)));
      }
    }
    found.sort(view.order());
    return found;
  }

  /** Leaves out who does not meet the stage. */
  private final class Passing implements Iterator<MemberSlot> {
    private final Iterator<MemberSlot> all;
    private @Nullable MemberSlot next;

    Passing(Iterator<MemberSlot> all) {
      this.all = all;
      advance();
    }

    private void advance() {
      next = null;
      while (next == null && all.hasNext()) {
        MemberSlot slot = all.next();
        next = now.has(slot.order) ? slot : null;
      }
    }

    @Override
    public boolean hasNext() {
      return next != null;
    }

    @Override
    public MemberSlot next() {
      MemberSlot slot = next;
      if (slot == null) {
        throw new NoSuchElementException();
      }
      advance();
      return slot;
    }
  }

  @Override
  public boolean anybodyFree() {
    for (int word = 0; view.anybodyFree() && word < sets.words(); word++) {
      if (((sets.free()[word] | sets.onHold()[word]) & now.word(word)) != 0) {
        return true;
      }
    }
    return false;
  }

  @Override
  public boolean hope(RoutedCaller caller, Set<Absence> absences) {
    long[] refused = new long[sets.words()];
    view.refused(caller, absences)
        .forEach(slot -> refused[slot.order / Long.SIZE] |= 1L << slot.order);
    for (int word = 0; word < sets.words(); word++) {
      long meets = now.word(word);
      long expected = sets.expected(word, absences);
      if ((sets.there(word, absences) & ~refused[word] & meets) != 0
          || (expected & meets) != 0
          || ((sets.loggedIn()[word] | expected) & ~meets & ever(word)) != 0) {
        return true;
      }
    }
    return false;
  }

  @Override
  public boolean unqualified() {
    for (int word = 0; word < sets.words(); word++) {
      if ((sets.loggedIn()[word] & ~now.word(word) & ~ever(word)) != 0) {
        return true;
      }
    }
    return false;
  }

  private long ever(int word) {
    long in = 0;
    for (Qualified stage : stages()) {
      in |= stage.word(word);
    }
    return in;
  }

  /** Who meets which stage; seldom asked, since mostly somebody may ring now or later. */
  private List<Qualified> stages() {
    List<Qualified> known = stages;
    if (known == null) {
      known = asked.stages().stream().map(sets::meeting).toList();
      stages = known;
    }
    return known;
  }

  @Override
  public List<Integer> others() {
    return view.others();
  }
}
