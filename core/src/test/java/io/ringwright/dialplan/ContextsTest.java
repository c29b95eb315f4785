package io.ringwright.dialplan;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.call.ContextName;
import io.ringwright.dialplan.Contexts.Part;
import org.junit.jupiter.api.Test;

class ContextsTest {

  @Test
  void every_part_has_a_name_by_default() {
    assertThat(Contexts.standard().names()).containsOnlyKeys(Part.values());
    assertThat(Contexts.standard().name(Part.WAIT)).isEqualTo(ContextName.of("ringwright-wait"));
  }

  @Test
  void one_name_is_changed_and_the_others_stay() {
    Contexts changed = Contexts.standard().with(Part.REJECT, ContextName.of("menu"));
    assertThat(changed.name(Part.REJECT)).isEqualTo(ContextName.of("menu"));
    assertThat(changed.name(Part.ROUTE)).isEqualTo(Part.ROUTE.standard());
    assertThat(Contexts.standard().name(Part.REJECT)).isEqualTo(Part.REJECT.standard());
  }

  @Test
  void a_call_may_leave_the_engine_through_a_context_of_the_host() {
    assertThat(Part.values())
        .filteredOn(Part::isReplaceable)
        .containsExactly(Part.REJECT, Part.FALLBACK, Part.OUTBOUND);
  }
}
