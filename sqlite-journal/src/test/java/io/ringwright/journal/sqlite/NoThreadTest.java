package io.ringwright.journal.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.journal.StateMachine.Image;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where no thread can be started, the writer goes on, and tries again later. */
class NoThreadTest {

  private final AtomicInteger asked = new AtomicInteger();
  @TempDir private Path folder;

  private JournalFiles files() {
    return new JournalFiles(folder.resolve("calls"));
  }

  private Executor starved(boolean error) {
    return work -> {
      asked.incrementAndGet();
      if (error) {
        throw new OutOfMemoryError("unable to create native thread");
      }
      throw new RejectedExecutionException("shut down");
    };
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void a_checkpoint_that_could_not_be_started_is_tried_again(boolean error) throws Exception {
    Checkpoints checkpoints = new Checkpoints(files(), starved(error));
    try (Connection connection = Connections.creating(files().database())) {
      for (int time = 1; time <= 3; time++) {
        checkpoints.committed(100);
        checkpoints.consider(true, connection);
        assertThat(asked).hasValue(time);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void an_image_whose_text_nobody_can_make_is_left_out(boolean error) {
    Images images = new Images(files(), starved(error), () -> {});
    images.captured(1, 1, new Nothing());
    assertThat(asked).hasValue(1);
    assertThat(images.hasWork()).isFalse();
  }

  @Test
  void an_image_whose_text_can_be_made_shows_that_the_test_before_bites() {
    Images images = new Images(files(), Runnable::run, () -> {});
    images.captured(1, 1, new Nothing());
    assertThat(images.hasWork()).isTrue();
  }

  private record Nothing() implements Image {
    @Override
    public String text() {
      return "nothing\n";
    }

    @Override
    public Set<String> phoneLists() {
      return Set.of();
    }
  }
}
