package io.ringwright.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.OrderAnswer;
import io.ringwright.call.OrderRefusal;
import io.ringwright.fakeasterisk.PbxUnderTest.Caller;
import io.ringwright.fakeasterisk.PhoneBehaviour;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/**
 * What the host orders about callers who wait. Written once, run on the real Asterisk and on the
 * fake one.
 */
abstract class OrderScenarios extends Scenarios {

  private OrderAnswer deliver(Caller caller, String extension) {
    return application()
        .router()
        .deliverTo(idOf(caller), DirectoryNumber.of(extension))
        .toCompletableFuture()
        .join();
  }

  @Test
  void a_waiting_caller_goes_to_the_extension_that_the_host_names_past_those_ahead() {
    start(phones().huntGroup("700", group -> group.member("8260")));
    engage("8260");
    Caller first = waitingCaller("0701", "700");
    Caller given = waitingCaller("0702", "700");
    pbx().phone("8261", PhoneBehaviour.answers(AT_ONCE, LONG_TALK));
    assertThat(deliver(given, "8261").isDone()).isTrue();
    watch().awaitAnswer(given, "8261");
    assertThat(queue()).containsExactly(idOf(first));
    assertThat(watch().rungFor(first)).isEmpty();
  }

  @Test
  void a_caller_whom_the_named_phone_refuses_waits_on_at_the_old_place() {
    start(phones().huntGroup("700", group -> group.member("8260")));
    engage("8260");
    Caller given = waitingCaller("0701", "700");
    Caller second = waitingCaller("0702", "700");
    pbx().phone("8261", PhoneBehaviour.declines());
    assertThat(deliver(given, "8261").isDone()).isTrue();
    watch().awaitThat("back in the queue", () -> queue().size() == 2);
    watch().awaitThat("rang once", () -> watch().rungFor(given).size() == 1);
    assertThat(queue()).containsExactly(idOf(given), idOf(second));
    pbx().phone("8260", PhoneBehaviour.answers(AT_ONCE, LONG_TALK));
    pbx().hangUpPhone("8260");
    watch().awaitAnswer(given, "8260");
    assertThat(watch().rungFor(given)).containsExactly("8261", "8260");
  }

  @Test
  void a_caller_who_prefers_a_phone_that_talks_gets_it_and_not_a_free_one() {
    start(phones().huntGroup("700", group -> group.member("8260")));
    engage("8260");
    engage("8261");
    Caller caller = waitingCaller("0701", "700");
    OrderAnswer ordered =
        application()
            .router()
            .prefer(idOf(caller), DirectoryNumber.of("8261"), Duration.ofMinutes(5))
            .toCompletableFuture()
            .join();
    assertThat(ordered.isDone()).isTrue();
    pbx().hangUpPhone("8260");
    application().awaitExplained("8260", "8260 · availability: free");
    pbx().phone("8261", PhoneBehaviour.answers(AT_ONCE, LONG_TALK));
    pbx().hangUpPhone("8261");
    watch().awaitAnswer(caller, "8261");
    assertThat(watch().rungFor(caller)).containsExactly("8261");
  }

  @Test
  void an_order_for_an_engaged_phone_is_refused_and_nobody_is_moved() {
    start(phones().huntGroup("700", group -> group.member("8260")));
    engage("8260");
    Caller waits = waitingCaller("0701", "700");
    assertThat(deliver(waits, "8260"))
        .isInstanceOfSatisfying(
            OrderAnswer.Refused.class,
            refused -> assertThat(refused.reason()).isEqualTo(OrderRefusal.ENGAGED));
    assertThat(queue()).containsExactly(idOf(waits));
  }

  @Test
  void a_caller_whom_the_host_withdraws_stays_withdrawn_when_the_link_comes_back() {
    start(phones().huntGroup("700", group -> group.member("8260")));
    engage("8260");
    Caller withdrawn = waitingCaller("0701", "700");
    Caller stays = waitingCaller("0702", "700");
    OrderAnswer ordered =
        application().router().withdraw(idOf(withdrawn)).toCompletableFuture().join();
    assertThat(ordered.isDone()).isTrue();
    pbx().amiOpen(false);
    application().awaitLink(false);
    pbx().amiOpen(true);
    application().awaitLink(true);
    assertThat(queue()).containsExactly(idOf(stays));
    pbx().phone("8260", PhoneBehaviour.answers(AT_ONCE, LONG_TALK));
    pbx().hangUpPhone("8260");
    watch().awaitAnswer(stays, "8260");
    assertThat(watch().rungFor(withdrawn)).isEmpty();
  }
}
