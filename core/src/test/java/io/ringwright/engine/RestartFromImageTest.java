package io.ringwright.engine;

import static io.ringwright.engine.House.rings;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringwright.CallRouter;
import io.ringwright.availability.DeviceState;
import io.ringwright.call.EventAnswer;
import io.ringwright.journal.Durability;
import io.ringwright.journal.Journal;
import io.ringwright.journal.JournalException;
import io.ringwright.journal.Proposal;
import io.ringwright.journal.StateMachine;
import io.ringwright.port.Telephony.Delivery;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The engine stops and starts from an image and the entries after it. */
class RestartFromImageTest {

  private final House house =
      House.of(list -> list.extension("100", anna -> anna.device("PJSIP/100")));

  @BeforeEach
  void two_wait_and_an_image_is_kept_after_every_third_entry() {
    house.kept.keepImageEvery(3);
    house.reports("100", DeviceState.IN_USE);
    house.arrives("c1", "100");
    house.passes(Duration.ofSeconds(1));
    house.arrives("c2", "100");
  }

  @Test
  void calls_wait_at_their_old_places() {
    assertThat(house.kept.image()).isPresent();
    house.engineRestarts();
    assertThat(house.queue()).containsExactly("c1", "c2");
  }

  @Test
  void a_delivery_that_was_under_way_lands() {
    house.idle("100");
    Delivery before = house.pbx.last();
    house.passes(Duration.ofMillis(100));
    house.engineRestarts();
    assertThat(rings(house.lands(before))).isEqualTo("100");
  }

  @Test
  void an_image_stays_as_it_was_whatever_happens_before_its_text_is_made() {
    house.kept.keepImageEvery(1);
    house.arrives("c3", "100");
    house.kept.keepImageEvery(Integer.MAX_VALUE);
    house.arrives("c4", "100");
    assertThat(house.kept.image()).get().asString().contains("call=c3").doesNotContain("call=c4");
  }

  @Test
  void an_image_that_cannot_be_read_names_the_entry_and_the_line() {
    String damaged = house.kept.image().orElseThrow().replace("call=c1", "call=cx");
    assertThatThrownBy(() -> opens(new Kept(damaged)))
        .isInstanceOf(JournalException.class)
        .hasMessageStartingWith("the image after entry 3 cannot be read: image, line")
        .hasMessageContaining("\nRestore the image from a backup");
  }

  @Test
  void an_image_whose_phone_list_is_gone_names_it() {
    String image = house.kept.image().orElseThrow();
    assertThatThrownBy(() -> opens(new Kept(image)))
        .isInstanceOf(JournalException.class)
        .hasMessageContaining("image, line 3: ")
        .hasMessageContaining("is not in the journal.\nRestore the journal from a backup");
  }

  private void opens(Journal journal) {
    CallRouter.builder(house.directory, house.pbx)
        .journal(journal)
        .clock(house.clock)
        .singleThreaded()
        .build();
  }

  /** A journal that has an image after entry 3, and nothing else. */
  private record Kept(String image) implements Journal {
    @Override
    public void open(StateMachine machine) {
      machine.restore(3, image, hash -> Optional.empty());
    }

    @Override
    public CompletionStage<Optional<EventAnswer>> append(Proposal proposal) {
      throw new IllegalStateException("it was not opened");
    }

    @Override
    public Durability durability() {
      return new Durability.Durable();
    }

    @Override
    public void close() {}
  }
}
