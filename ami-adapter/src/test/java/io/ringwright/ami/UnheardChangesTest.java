package io.ringwright.ami;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class UnheardChangesTest {

  private static final List<AmiMessage> FREE =
      List.of(Messages.deviceState("PJSIP/8260", "NOT_INUSE"));
  private static final List<AmiMessage> IN_USE =
      List.of(Messages.deviceState("PJSIP/8260", "INUSE"));

  private final UnheardChanges changes = new UnheardChanges();

  @Test
  void where_nothing_changes_nothing_need_be_heard() {
    assertThat(changes.isDeaf(FREE, 0)).isFalse();
    assertThat(changes.isDeaf(FREE, 0)).isFalse();
  }

  @Test
  void a_change_of_which_no_event_tells_is_noticed() {
    assertThat(changes.isDeaf(FREE, 0)).isFalse();
    assertThat(changes.isDeaf(IN_USE, 0)).isTrue();
  }

  @Test
  void whoever_hears_anything_may_hear() {
    assertThat(changes.isDeaf(FREE, 0)).isFalse();
    assertThat(changes.isDeaf(IN_USE, 1)).isFalse();
  }
}
