package io.ringwright.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.call.CallId;
import io.ringwright.call.CallOutcome;
import io.ringwright.call.Visit;
import org.junit.jupiter.api.Test;

class VisitBookTest {

  private static final Visit FIRST = new Visit(CallId.of("c1"), 3);
  private static final Visit SECOND = new Visit(CallId.of("c1"), 7);

  private final VisitBook book = new VisitBook();

  @Test
  void one_end_of_each_visit_is_right() {
    book.begins(FIRST);
    book.ends(FIRST, CallOutcome.SENT_ON);
    book.begins(SECOND);
    book.ends(SECOND, CallOutcome.ANSWERED);
    assertThat(book.mistakes()).isEmpty();
    assertThat(book.endsOf(CallId.of("c1")))
        .containsExactly(CallOutcome.SENT_ON, CallOutcome.ANSWERED);
  }

  @Test
  void two_ends_of_one_visit_are_a_mistake() {
    book.begins(FIRST);
    book.ends(FIRST, CallOutcome.ANSWERED);
    book.ends(FIRST, CallOutcome.WITHDRAWN);
    assertThat(book.mistakes()).containsExactly("c1 visit 3 ends twice: ANSWERED, then WITHDRAWN");
  }

  @Test
  void a_visit_that_begins_before_the_end_of_the_last_is_a_mistake() {
    book.begins(FIRST);
    book.begins(SECOND);
    assertThat(book.mistakes()).containsExactly("c1 visit 7 begins before the end of c1 visit 3");
  }

  @Test
  void a_number_that_was_used_is_a_mistake() {
    book.begins(SECOND);
    book.ends(SECOND, CallOutcome.ANSWERED);
    book.begins(FIRST);
    assertThat(book.mistakes())
        .containsExactly("c1 visit 3 begins after a visit with the number 7");
  }

  @Test
  void the_end_of_another_visit_than_the_one_that_is_there_is_a_mistake() {
    book.begins(SECOND);
    book.ends(FIRST, CallOutcome.ANSWERED);
    assertThat(book.mistakes()).containsExactly("c1 visit 3 ends while c1 visit 7 is there");
  }

  @Test
  void a_call_that_goes_on_and_has_no_next_visit_at_once_is_a_mistake() {
    book.begins(FIRST);
    book.ends(FIRST, CallOutcome.SENT_ON);
    book.begins(new Visit(CallId.of("c2"), 8));
    assertThat(book.mistakes()).containsExactly("c2 visit 8 begins, and not the next of c1");
    book.ends(new Visit(CallId.of("c2"), 8), CallOutcome.SENT_ON);
    book.ends(new Visit(CallId.of("c3"), 9), CallOutcome.ABANDONED);
    assertThat(book.mistakes()).contains("c3 visit 9 ends before the next of c2 begins");
  }
}
