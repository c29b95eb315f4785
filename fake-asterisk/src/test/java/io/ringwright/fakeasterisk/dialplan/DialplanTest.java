package io.ringwright.fakeasterisk.dialplan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class DialplanTest {

  private static Dialplan plan(String text) {
    return Dialplan.parse(text);
  }

  @Test
  void an_exclamation_mark_that_matches_decides_before_included_contexts_are_asked() {
    Dialplan plan =
        plan(
            """
            [keys]
            include => numbers
            exten => _X!,1,NoOp()
            [numbers]
            exten => _X.,1,NoOp()
            exten => _*X.,1,NoOp()
            """);

    assertThat(plan.mayBeLonger("keys", "5")).isFalse();
    assertThat(plan.mayBeLonger("keys", "*")).as("it does not match").isTrue();
    assertThat(plan.mayBeLonger("numbers", "5")).isTrue();
  }

  @Test
  void steps_are_numbered_and_labelled() {
    Dialplan plan =
        plan(
            """
            [main] ; a comment
            exten => 700,1,Answer()
             same => n(loop),Wait(1)
             same => n+2(end),Hangup(16)
             same => s(also),NoOp
            """);
    assertThat(plan.step("main", "700", 1).orElseThrow().application()).isEqualTo("Answer");
    assertThat(plan.labelled("main", "700", "loop").orElseThrow().priority()).isEqualTo(2);
    Step end = plan.labelled("main", "700", "end").orElseThrow();
    assertThat(end.priority()).isEqualTo(5);
    assertThat(end.data()).isEqualTo("16");
    assertThat(plan.step("main", "700", 6)).isEmpty();
    assertThat(plan.step("main", "701", 1)).isEmpty();
    assertThat(plan.step("other", "700", 1)).isEmpty();
  }

  @Test
  void a_priority_that_the_best_match_lacks_is_looked_for_in_the_next_one() {
    Dialplan plan =
        plan(
            """
            [main]
            exten => _7XX,1,NoOp(special)
            exten => _X.,1,NoOp(general)
            exten => _X.,2,NoOp(second)
            """);
    assertThat(plan.step("main", "701", 1).orElseThrow().data()).isEqualTo("special");
    assertThat(plan.step("main", "701", 2).orElseThrow().data()).isEqualTo("second");
  }

  @Test
  void an_included_context_is_asked_last_and_circles_do_no_harm() {
    Dialplan plan =
        plan(
            """
            [main]
            include => more
            exten => 1,1,NoOp(own)
            [more]
            include => main
            exten => _X,1,NoOp(included)
            """);
    assertThat(plan.step("main", "1", 1).orElseThrow().data()).isEqualTo("own");
    assertThat(plan.step("main", "2", 1).orElseThrow().data()).isEqualTo("included");
    assertThat(plan.step("main", "x", 1)).isEmpty();
  }

  @Test
  void comments_globals_and_hints_are_understood() {
    Dialplan plan =
        plan(
            """
            [general]
            static = yes
            [globals]
            TRUNK => PJSIP/trunk
            [main]
            exten => 1,hint,PJSIP/1
            ;-- all of this
            exten => 2,1,Broken(
            is left out --;
            exten => 3,1,NoOp(a\\;b) ; but not this
            """);
    assertThat(plan.globals()).containsEntry("TRUNK", "PJSIP/trunk");
    assertThat(plan.step("main", "1", 1)).isEmpty();
    assertThat(plan.step("main", "2", 1)).isEmpty();
    assertThat(plan.step("main", "3", 1).orElseThrow().data()).isEqualTo("a;b");
  }

  @Test
  void a_line_that_cannot_be_understood_is_named() {
    assertThatThrownBy(() -> plan("[main]\nexten => 1,x,NoOp()"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("line 2")
        .hasMessageContaining("expected a priority")
        .hasMessageContaining("exten => 1,x,NoOp()");
    assertThatThrownBy(() -> plan("#include other.conf")).hasMessageContaining("#include");
    assertThatThrownBy(() -> plan("[main]\nsame => n,NoOp()")).hasMessageContaining("no exten");
    assertThatThrownBy(() -> plan("[main]\nfoo => 1")).hasMessageContaining("'foo'");
    assertThatThrownBy(() -> plan("exten => 1,1,NoOp()")).hasMessageContaining("[context]");
  }
}
