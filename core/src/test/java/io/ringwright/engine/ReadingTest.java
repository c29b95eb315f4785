package io.ringwright.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringwright.engine.image.EngineImage;
import io.ringwright.view.RouterView;
import io.ringwright.waiting.WaitingCall;
import java.util.List;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

/** Questions that are answered in pieces while events pass: each answer is of one moment. */
class ReadingTest {

  private static final int SEEDS = Integer.getInteger("reading.seeds", 400);
  private static final int EVENTS = 40;
  private static final int QUESTIONS = 12;

  @Test
  void the_calls_that_wait_are_those_of_the_moment_at_which_it_was_asked() {
    each(
        (day, engine) -> {
          List<WaitingCall> then = engine.waitingCalls().whole();
          int piece = 1 + day.random().nextInt(3);
          Reading<List<WaitingCall>> reading =
              new WaitingReading(engine.state(), piece, queue -> {});
          assertThat(read(reading, day, engine)).isEqualTo(then);
        });
  }

  @Test
  void a_view_is_of_the_moment_at_which_it_was_asked() {
    each(
        (day, engine) -> {
          RouterView then = engine.view(day.moment()).whole();
          int piece = 1 + day.random().nextInt(3);
          Reading<RouterView> reading = new ViewReading(engine.state(), day.moment().at(), piece);
          assertThat(read(reading, day, engine)).isEqualTo(then);
        });
  }

  @Test
  void an_image_is_of_the_moment_at_which_it_was_taken() {
    each(
        (day, engine) -> {
          String then = engine.image().text();
          int piece = 1 + day.random().nextInt(3);
          Reading<EngineImage> reading = new ImageReading(engine.state(), piece);
          assertThat(read(reading, day, engine).text()).isEqualTo(then);
        });
  }

  @Test
  void an_image_that_was_not_read_to_its_end_says_so() {
    RandomDay day = new RandomDay(1);
    Engine engine = day.engine();
    play(day, engine, EVENTS);
    Reading<EngineImage> reading = new ImageReading(engine.state(), 1);
    reading.close();
    assertThatThrownBy(reading::goOn)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("before another one was captured");
  }

  @Test
  void a_question_that_is_not_told_of_changes_is_found_out() {
    assertThatThrownBy(
            () ->
                each(
                    (day, engine) -> {
                      List<WaitingCall> then = engine.waitingCalls().whole();
                      WaitingReading deaf = new WaitingReading(engine.state(), 1, queue -> {});
                      engine.state().readings().close(deaf);
                      assertThat(read(deaf, day, engine)).isEqualTo(then);
                    }))
        .isInstanceOf(AssertionError.class);
  }

  @Test
  void a_question_that_is_over_is_told_of_nothing() {
    RandomDay day = new RandomDay(1);
    Engine engine = day.engine();
    play(day, engine, EVENTS);
    WaitingReading reading = new WaitingReading(engine.state(), 1, queue -> {});
    read(reading, day, engine);
    List<WaitingCall> found = List.copyOf(reading.found());
    play(day, engine, EVENTS);
    assertThat(reading.found()).hasSameElementsAs(found);
  }

  @Test
  void a_question_between_events_leaves_the_digest_equal() {
    each(
        (day, engine) -> {
          Engine unasked = engine.fork();
          Reading<RouterView> reading = new ViewReading(engine.state(), day.moment().at(), 1);
          while (reading.goOn()) {
            var entry = day.next();
            day.hear(engine.apply(entry));
            unasked.apply(entry);
          }
          reading.close();
          assertThat(engine.digest()).isEqualTo(unasked.digest());
        });
  }

  /** At several moments of many days. */
  private static void each(BiConsumer<RandomDay, Engine> question) {
    for (long seed = 1; seed <= SEEDS; seed++) {
      RandomDay day = new RandomDay(seed);
      Engine engine = day.engine();
      for (int asked = 0; asked < QUESTIONS; asked++) {
        play(day, engine, day.random().nextInt(EVENTS));
        try {
          question.accept(day, engine);
        } catch (AssertionError wrong) {
          throw new AssertionError("seed " + seed + ", question " + asked, wrong);
        }
      }
    }
  }

  /** Before each piece some events pass, before the first one too. */
  private static <T> T read(Reading<T> reading, RandomDay day, Engine engine) {
    boolean more = true;
    while (more) {
      play(day, engine, day.random().nextInt(3));
      more = reading.goOn();
    }
    reading.close();
    return reading.answer();
  }

  private static void play(RandomDay day, Engine engine, int events) {
    for (int event = 0; event < events; event++) {
      day.hear(engine.apply(day.next()));
    }
  }
}
