package io.ringwright.ami;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.ami.PendingActions.Reply;
import io.ringwright.ami.PendingActions.Reply.Fate;
import io.ringwright.testkit.ManualClock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class PendingActionsTest {

  private static final String STATUS_END = "Event: StatusComplete";

  private final ManualClock clock = ManualClock.onMondayMorning();
  private final RecordingWire wire = new RecordingWire();
  private final PendingActions questions =
      new PendingActions(wire, Settings.with(new RecordedEvents(), clock));

  @Test
  void an_answer_finds_its_question() {
    CompletableFuture<Reply> ping = questions.ask(AmiAction.ping());
    CompletableFuture<Reply> rights = questions.ask(AmiAction.listCommands());
    questions.received(wire.answer("ListCommands", "Response: Success"));
    assertThat(ping).isNotDone();
    assertThat(rights.join().isYes()).isTrue();
    questions.received(wire.answer("Ping", "Response: Error", "Message: Permission denied"));
    assertThat(ping.join().fate()).isEqualTo(Fate.ANSWERED);
    assertThat(ping.join().isYes()).isFalse();
  }

  @Test
  void an_answer_to_nobodys_question_is_dropped() {
    CompletableFuture<Reply> ping = questions.ask(AmiAction.ping());
    questions.received(Messages.message("Response: Success", "ActionID: 1"));
    assertThat(ping).isNotDone();
  }

  @Test
  void a_list_counts_when_it_is_whole() {
    CompletableFuture<Reply> list = askForChannels();
    questions.received(wire.answer("Status", "Response: Success", "EventList: start"));
    questions.received(wire.item("Status", Messages.status("PJSIP/1-1", "lab-1.1", "lab-1.1")));
    questions.received(wire.item("Status", Messages.status("PJSIP/1-2", "lab-1.2", "lab-1.2")));
    questions.received(wire.answer("Status", STATUS_END, "ListItems: 2"));
    assertThat(list.join().isYes()).isTrue();
    assertThat(list.join().items())
        .extracting(item -> item.header("uniqueid"))
        .containsExactly("lab-1.1", "lab-1.2");
  }

  @Test
  void a_list_with_an_item_missing_is_no_list() {
    CompletableFuture<Reply> list = askForChannels();
    questions.received(wire.item("Status", Messages.status("PJSIP/1-1", "lab-1.1", "lab-1.1")));
    questions.received(wire.answer("Status", STATUS_END, "ListItems: 2"));
    assertThat(list.join().fate()).isEqualTo(Fate.NO_REPLY);
    assertThat(list.join().items()).isEmpty();
  }

  @Test
  void a_list_that_is_refused_is_answered_at_once() {
    CompletableFuture<Reply> list = askForChannels();
    questions.received(wire.answer("Status", "Response: Error", "Message: No such channel"));
    assertThat(list.join().response().words()).isEqualTo("No such channel");
  }

  @Test
  void an_outcome_comes_after_the_response_or_with_it_if_that_says_no() {
    CompletableFuture<Reply> call = askForOutcome();
    questions.received(wire.answer("Ping", "Response: Success", "Message: queued"));
    assertThat(call).isNotDone();
    questions.received(wire.answer("Ping", "Event: Over", "Response: Failure"));
    assertThat(call.join().response().header("response")).isEqualTo("Failure");
    CompletableFuture<Reply> refused = askForOutcome();
    questions.received(wire.answer("Ping", "Response: Error", "Message: Permission denied"));
    assertThat(refused.join().response().words()).isEqualTo("Permission denied");
  }

  @Test
  void an_outcome_may_take_the_time_it_was_given_and_that_of_a_list() {
    CompletableFuture<Reply> call = askForOutcome();
    clock.advance(Duration.ofMillis(39_999));
    questions.expire();
    assertThat(call).isNotDone();
    clock.advance(Duration.ofMillis(1));
    questions.expire();
    assertThat(call.join().fate()).isEqualTo(Fate.NO_REPLY);
  }

  @Test
  void who_waits_too_long_gets_no_reply() {
    CompletableFuture<Reply> ping = questions.ask(AmiAction.ping());
    CompletableFuture<Reply> list = askForChannels();
    clock.advance(Duration.ofMillis(1999));
    questions.expire();
    assertThat(ping).isNotDone();
    clock.advance(Duration.ofMillis(1));
    questions.expire();
    assertThat(ping.join().fate()).isEqualTo(Fate.NO_REPLY);
    assertThat(list).as("a list may take longer").isNotDone();
    clock.advance(Duration.ofSeconds(8));
    questions.expire();
    assertThat(list.join().fate()).isEqualTo(Fate.NO_REPLY);
  }

  @Test
  void what_was_under_way_when_the_link_broke_may_or_may_not_happen() {
    CompletableFuture<Reply> ping = questions.ask(AmiAction.ping());
    questions.end();
    assertThat(ping.join().fate()).isEqualTo(Fate.NO_REPLY);
  }

  @Test
  void what_is_asked_after_the_end_certainly_does_not_happen() {
    questions.end();
    assertThat(questions.ask(AmiAction.ping()).join().fate()).isEqualTo(Fate.NOT_SENT);
    assertThat(wire.actions()).isEmpty();
  }

  @Test
  void a_write_that_breaks_off_leaves_it_open() {
    wire.breakDown();
    assertThat(questions.ask(AmiAction.ping()).join().fate()).isEqualTo(Fate.NO_REPLY);
  }

  @Test
  void a_link_that_answers_nothing_does_not_fill_the_memory() {
    for (int i = 0; i < PendingActions.MOST; i++) {
      assertThat(questions.ask(AmiAction.ping())).isNotDone();
    }
    assertThat(questions.ask(AmiAction.ping()).join().fate()).isEqualTo(Fate.NOT_SENT);
  }

  private CompletableFuture<Reply> askForOutcome() {
    return questions.askForOutcome(AmiAction.ping(), "Over", Duration.ofSeconds(30));
  }

  private CompletableFuture<Reply> askForChannels() {
    return questions.askForList(AmiAction.channels(), "StatusComplete");
  }
}
