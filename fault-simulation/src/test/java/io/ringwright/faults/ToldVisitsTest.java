package io.ringwright.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.call.CallId;
import io.ringwright.call.CallOutcome;
import io.ringwright.call.Visit;
import io.ringwright.faults.ToldVisits.Kept;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a journal that lost entries excuses, and what nothing excuses. */
class ToldVisitsTest {

  private static final CallId CALL = CallId.of("c1");
  private static final Visit FIRST = new Visit(CALL, 0);
  private static final Visit SECOND = new Visit(CALL, 1);

  private final List<String> mistakes = new ArrayList<>();
  private final ToldVisits told = new ToldVisits(mistakes::add);

  /** A caller who was sent on once, and is still there. */
  @BeforeEach
  void oneIsSentOn() {
    told.begins(FIRST);
    told.ends(FIRST, CallOutcome.SENT_ON);
    told.begins(SECOND);
  }

  private void killed(boolean durable, Kept kept) {
    told.killed(durable, Set.of(CALL));
    told.goesOn(kept);
  }

  private static Kept kept(Visit open, long next) {
    return new Kept(Map.of(CALL, open), next);
  }

  @Test
  void a_visit_that_ends_twice_is_found() {
    told.ends(SECOND, CallOutcome.ANSWERED);
    told.ends(SECOND, CallOutcome.ABANDONED);
    assertThat(mistakes).containsExactly("c1 visit 1 ends twice: ANSWERED, then ABANDONED");
  }

  @Test
  void a_whole_journal_has_what_was_told_and_excuses_nothing_after_a_kill() {
    killed(true, kept(SECOND, 2));
    assertThat(mistakes).isEmpty();
    told.ends(FIRST, CallOutcome.ABANDONED);
    assertThat(mistakes)
        .containsExactly(
            "c1 visit 0 ends twice: SENT_ON, then ABANDONED",
            "c1 visit 0 ends while c1 visit 1 is there");
    assertThat(told.isUncertain(CALL)).isFalse();
  }

  @Test
  void a_whole_journal_that_does_not_have_what_was_told_is_found() {
    killed(true, kept(FIRST, 1));
    assertThat(mistakes)
        .containsExactly(
            "c1 visit 1 was told to begin, and the journal does not have it",
            "c1 visit 0 was told to end, and the journal does not have it");
  }

  @Test
  void a_whole_journal_that_has_fewer_visits_is_found() {
    told.ends(SECOND, CallOutcome.ANSWERED);
    killed(true, new Kept(Map.of(), 1));
    assertThat(mistakes)
        .containsExactly("c1 visit 1 was told to end, and the journal does not have it");
  }

  @Test
  void in_a_journal_that_begins_the_numbers_begin_anew() {
    killed(false, Kept.NOTHING);
    told.begins(FIRST);
    told.ends(FIRST, CallOutcome.ABANDONED);
    assertThat(mistakes).isEmpty();
    assertThat(told.isUncertain(CALL)).isTrue();
    assertThat(told.endsOfThisJournal(CALL)).containsExactly(CallOutcome.ABANDONED);
  }

  @Test
  void within_a_journal_that_began_anew_a_visit_ends_once() {
    killed(false, Kept.NOTHING);
    told.begins(FIRST);
    told.ends(FIRST, CallOutcome.ABANDONED);
    told.ends(FIRST, CallOutcome.ABANDONED);
    assertThat(mistakes).containsExactly("c1 visit 0 ends twice: ABANDONED, then ABANDONED");
  }

  @Test
  void where_the_last_entries_are_lost_what_they_said_is_told_again() {
    told.ends(SECOND, CallOutcome.ANSWERED);
    killed(false, kept(SECOND, 2));
    told.ends(SECOND, CallOutcome.ANSWERED);
    assertThat(mistakes).isEmpty();
  }

  @Test
  void where_the_last_entries_are_lost_what_earlier_ones_said_is_not_told_again() {
    told.ends(SECOND, CallOutcome.ANSWERED);
    killed(false, kept(SECOND, 2));
    told.ends(SECOND, CallOutcome.ANSWERED);
    told.ends(FIRST, CallOutcome.SENT_ON);
    assertThat(mistakes).containsExactly("c1 visit 0 ends twice: SENT_ON, then SENT_ON");
  }

  @Test
  void a_loss_while_no_engine_runs_counts_for_the_next_start_alone() {
    told.killed(true, Set.of());
    told.journalLosesEntries();
    told.goesOn(Kept.NOTHING);
    told.begins(FIRST);
    killed(true, Kept.NOTHING);
    assertThat(mistakes)
        .containsExactly("c1 visit 0 was told to begin, and the journal does not have it");
  }
}
