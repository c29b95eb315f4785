package io.ringwright.announcement;

import static io.ringwright.announcement.PlannedCaller.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.announcement.Facts.Ahead;
import io.ringwright.directory.AnnouncementSounds.Phrase;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AnnouncementPlanTest {

  private static final String SECOND = "queue-thereare&#2n&queue-callswaiting";
  private static final String THIRD = "queue-thereare&#3n&queue-callswaiting";

  @Test
  void nothing_is_set_and_nothing_is_ever_told() {
    PlannedCaller caller = with(hearing -> {});
    assertThat(caller.said()).isEmpty();
    assertThat(caller.saidAt(3600)).isEmpty();
    assertThat(caller.last.next()).isEqualTo(Instant.MAX);
  }

  @Test
  void the_join_message_is_said_at_once_and_the_position_after_the_gap() {
    PlannedCaller caller = with(h -> h.joinMessage("custom/welcome").position()).at(2);
    assertThat(caller.said()).isEqualTo("custom/welcome");
    assertThat(caller.next()).isEqualTo(15);
    assertThat(caller.saidAt(14)).isEmpty();
    assertThat(caller.next()).isEqualTo(1);
    assertThat(caller.saidAt(15)).isEqualTo(SECOND);
    assertThat(caller.next()).isEqualTo(60);
  }

  @Test
  void nothing_else_is_said_before_the_first_delay() {
    PlannedCaller caller =
        with(h -> h.joinMessage("hello").position().firstAfter(Duration.ofSeconds(40))).at(2);
    assertThat(caller.next()).isEqualTo(40);
    assertThat(caller.saidAt(39)).isEmpty();
    assertThat(caller.saidAt(40)).isEqualTo(SECOND);
  }

  @Test
  void beyond_a_number_the_caller_hears_that_it_is_more() {
    PlannedCaller caller = with(h -> h.position().exactUpTo(3)).at(4);
    assertThat(caller.saidAt(0)).isEqualTo("queue-quantity1&#3n&queue-quantity2");
    assertThat(caller.at(3).saidAt(60)).isEqualTo(THIRD);
  }

  @Test
  void who_is_next_hears_so_and_no_wait_unless_that_is_off() {
    PlannedCaller next = with(h -> h.position().expectedWait().thanks()).expecting(200);
    assertThat(next.saidAt(0)).isEqualTo("queue-youarenext&queue-thankyou");
    PlannedCaller first = with(h -> h.position().expectedWait().withoutYouAreNext());
    assertThat(first.expecting(200).saidAt(0))
        .isEqualTo("queue-thereare&#1n&queue-callswaiting&queue-holdtime&#4n&queue-minutes");
  }

  @Test
  void how_many_wait_is_told_in_the_same_words() {
    PlannedCaller caller = with(h -> h.callsWaiting()).at(1);
    caller.calls = 3;
    assertThat(caller.saidAt(0)).isEqualTo(THIRD);
  }

  @Test
  void an_unknown_wait_is_not_told_and_the_reason_says_so() {
    PlannedCaller caller = with(h -> h.position().expectedWait()).at(2);
    assertThat(caller.saidAt(0)).isEqualTo(SECOND);
    assertThat(caller.reasons()).anyMatch(reason -> reason.contains("not known"));
    PlannedCaller waitOnly = with(h -> h.expectedWait()).at(2);
    assertThat(waitOnly.saidAt(0)).isEmpty();
    assertThat(waitOnly.next()).as("it is looked at again").isEqualTo(60);
  }

  @Test
  void a_wait_is_rounded_up_and_below_a_minute_it_is_less_than_that() {
    assertThat(with(h -> h.expectedWait()).expecting(59).saidAt(0))
        .isEqualTo("queue-holdtime&queue-less-than&#1n&queue-minute");
    assertThat(with(h -> h.expectedWait()).expecting(60).saidAt(0))
        .isEqualTo("queue-holdtime&#1n&queue-minute");
    assertThat(with(h -> h.expectedWait()).expecting(61).saidAt(0))
        .isEqualTo("queue-holdtime&#2n&queue-minutes");
    assertThat(with(h -> h.expectedWait(5)).expecting(301).saidAt(0))
        .isEqualTo("queue-holdtime&#10n&queue-minutes");
  }

  @Test
  void a_wait_that_ends_later_by_less_than_the_rounding_is_told_as_before() {
    PlannedCaller caller = with(h -> h.expectedWait()).at(3).expecting(300);
    assertThat(caller.saidAt(0)).contains("#5n");
    caller.expecting(260);
    assertThat(caller.saidAt(60)).as("240 s are left of the 5 min").contains("#4n");
    assertThat(caller.reasons()).isEmpty();
    assertThat(caller.expecting(120).saidAt(120)).as("better at once").contains("#2n");
  }

  @Test
  void a_longer_wait_without_a_reason_is_not_told() {
    PlannedCaller caller = with(h -> h.expectedWait()).at(3).expecting(300);
    caller.saidAt(0);
    assertThat(caller.expecting(600).saidAt(60)).isEmpty();
    assertThat(caller.reasons()).anyMatch(reason -> reason.contains("no reason is known"));
    assertThat(caller.expecting(150).saidAt(120)).as("what was told stood").contains("#3n");
  }

  @Test
  void a_longer_wait_is_told_when_others_came_in_ahead_or_fewer_people_are_there() {
    PlannedCaller caller = with(h -> h.position().expectedWait()).at(2).expecting(300);
    caller.saidAt(0);
    caller.ahead = new Ahead(2, 1);
    assertThat(caller.at(5).expecting(600).saidAt(60)).contains("#5n").contains("#10n");
    assertThat(caller.reasons())
        .anyMatch(reason -> reason.startsWith("position 5 after 2: 2 of higher priority"))
        .anyMatch(reason -> reason.startsWith("the end of the wait moved by 6 min: position 5"));
    caller.staff = 2;
    assertThat(caller.expecting(1200).saidAt(120)).contains("#20n");
    assertThat(caller.reasons()).anyMatch(r -> r.contains("2 people are there after 3"));
  }

  @Test
  void when_the_wait_that_was_told_is_over_the_next_one_says_why() {
    PlannedCaller caller = with(h -> h.expectedWait()).at(2).expecting(50);
    caller.saidAt(0);
    assertThat(caller.expecting(100).saidAt(60)).contains("#2n");
    assertThat(caller.reasons())
        .containsExactly("the wait told before is over: calls are answered more slowly");
  }

  @Test
  void only_when_better_nothing_worse_and_nothing_equal_is_told() {
    PlannedCaller caller = with(h -> h.position().onlyWhenBetter()).at(3);
    assertThat(caller.saidAt(0)).isEqualTo(THIRD);
    assertThat(caller.at(3).saidAt(60)).isEmpty();
    assertThat(caller.at(4).saidAt(120)).isEmpty();
    assertThat(caller.reasons()).isNotEmpty();
    assertThat(caller.at(2).saidAt(180)).isEqualTo(SECOND);
    PlannedCaller told = with(h -> h.position()).at(3);
    told.saidAt(0);
    assertThat(told.at(4).saidAt(60)).as("without the setting").isNotEmpty();
  }

  @Test
  void messages_come_in_turn_and_keep_the_gap_to_the_position() {
    PlannedCaller caller =
        with(h ->
                h.position()
                    .message("a")
                    .message("b")
                    .messagesEvery(Duration.ofSeconds(5), Duration.ofSeconds(60)))
            .at(2);
    assertThat(caller.saidAt(0)).isEqualTo(SECOND);
    assertThat(caller.saidAt(5)).isEmpty();
    assertThat(caller.saidAt(15)).isEqualTo("a");
    assertThat(caller.saidAt(60)).isEqualTo(SECOND);
    assertThat(caller.saidAt(75)).isEqualTo("b");
    assertThat(caller.saidAt(120)).isEqualTo(SECOND);
    assertThat(caller.saidAt(135)).isEqualTo("a");
  }

  @Test
  void at_random_no_message_comes_twice_in_a_row_and_each_comes() {
    Duration five = Duration.ofSeconds(5);
    PlannedCaller caller =
        with(
            h ->
                h.message("a")
                    .message("b")
                    .message("c")
                    .messagesAtRandom()
                    .atLeastApart(five)
                    .messagesEvery(Duration.ZERO, five));
    Set<String> heard = new HashSet<>();
    String before = "";
    for (int second = 0; second < 300; second += 5) {
      String said = caller.saidAt(second);
      assertThat(said).isNotEmpty().isNotEqualTo(before);
      heard.add(said);
      before = said;
    }
    assertThat(heard).containsExactlyInAnyOrder("a", "b", "c");
  }

  @Test
  void after_a_leap_of_time_one_thing_is_said_and_not_all_that_was_missed() {
    PlannedCaller caller = with(h -> h.position().message("a")).at(2);
    caller.saidAt(0);
    assertThat(caller.saidAt(36_000)).isNotEmpty();
    assertThat(caller.saidAt(36_001)).isEmpty();
    assertThat(caller.next()).isBetween(1L, 15L);
  }

  @Test
  void settings_may_change_while_the_caller_waits() {
    PlannedCaller caller = with(h -> h.message("a").message("b").message("c")).at(2);
    caller.saidAt(30);
    caller.saidAt(90);
    caller.saidAt(150);
    caller.plan = new AnnouncementPlan(PlannedCaller.settings(h -> h.message("new")));
    assertThat(caller.saidAt(210)).isEqualTo("new");
    caller.plan = new AnnouncementPlan(PlannedCaller.settings(h -> {}));
    assertThat(caller.saidAt(300)).isEmpty();
    caller.plan = new AnnouncementPlan(PlannedCaller.settings(h -> h.joinMessage("x").position()));
    assertThat(caller.saidAt(360)).as("no join message in mid-wait").isEqualTo(SECOND);
  }

  @Test
  void every_sound_can_be_another() {
    assertThat(with(h -> h.position().sound(Phrase.YOU_ARE_NEXT, "custom/next")).saidAt(0))
        .isEqualTo("custom/next");
  }
}
