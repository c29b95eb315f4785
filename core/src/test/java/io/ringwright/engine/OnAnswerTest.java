package io.ringwright.engine;

import static io.ringwright.engine.House.rings;
import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.availability.DeviceState;
import io.ringwright.call.Acceptance;
import io.ringwright.call.Announcement.Gender;
import io.ringwright.call.BeforeTalk;
import io.ringwright.call.BeforeTalk.RecordedFrom;
import io.ringwright.call.BeforeTalk.Recording;
import io.ringwright.call.BeforeTalk.WaitTold;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.RingOutcome;
import io.ringwright.call.RoutingAnswer;
import io.ringwright.call.SoundName;
import io.ringwright.directory.AnnouncementSounds.Phrase;
import io.ringwright.directory.OnAnswerBuilder;
import io.ringwright.directory.PhoneListBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What comes between an answer and the talk: at 100 as hunt group 700 says, which overflows to 701
 * with 101.
 */
class OnAnswerTest {

  private static final Duration FIVE_SECONDS = Duration.ofSeconds(5);
  private static final BeforeTalk.Words WORDS =
      new BeforeTalk.Words(
          SoundName.of("queue-reporthold"),
          SoundName.of("queue-seconds"),
          SoundName.of("custom/one-minute"),
          SoundName.of("queue-minutes"),
          Gender.NEUTER);

  private static void groups(PhoneListBuilder list) {
    list.extension("100", anna -> anna.device("PJSIP/100"))
        .extension("101", ben -> ben.device("PJSIP/101"))
        .huntGroup(
            "700",
            group ->
                group
                    .member("100")
                    .callersHear(heard -> heard.sound(Phrase.MINUTE, "custom/one-minute"))
                    .longestWait(Duration.ofSeconds(60))
                    .overflow("701")
                    .onAnswer(OnAnswerTest::everything))
        .huntGroup("701", group -> group.member("101").onAnswer(OnAnswerBuilder::recordTalk))
        .huntGroup("702", group -> group.member("101"));
  }

  private static void everything(OnAnswerBuilder onAnswer) {
    onAnswer
        .tellAgent("custom/sales")
        .tellWait()
        .acceptByKey("1", "press-1", FIVE_SECONDS)
        .recordFromAnswer();
  }

  private static House house() {
    return House.of(OnAnswerTest::groups);
  }

  private static BeforeTalk everythingAfter(Duration waited) {
    return new BeforeTalk(
        List.of(SoundName.of("custom/sales")),
        Optional.of(new WaitTold(waited, WORDS)),
        Optional.of(new Acceptance('1', SoundName.of("press-1"), FIVE_SECONDS)),
        Optional.of(new Recording(DirectoryNumber.of("700"), RecordedFrom.ANSWER)),
        Optional.empty(),
        Optional.empty());
  }

  @Test
  void a_call_that_rings_at_once_is_prepared_as_its_group_says() {
    RoutingAnswer answer = house().arrives("c1", "700");
    assertThat(rings(answer)).isEqualTo("100");
    assertThat(answer.beforeTalk()).isEqualTo(everythingAfter(Duration.ZERO));
  }

  @Test
  void nothing_is_prepared_for_a_group_that_says_nothing_or_for_an_extension() {
    House house = house();
    assertThat(house.arrives("c1", "702").beforeTalk()).isSameAs(BeforeTalk.NOTHING);
    house.hangsUp("c1");
    assertThat(house.arrives("c2", "100").beforeTalk()).isSameAs(BeforeTalk.NOTHING);
  }

  @Test
  void whoever_lands_brings_the_time_that_was_waited() {
    House house = house();
    house.reports("100", DeviceState.IN_USE);
    assertThat(house.arrives("c1", "700").beforeTalk()).isSameAs(BeforeTalk.NOTHING);
    house.passes(Duration.ofSeconds(42));
    house.idle("100");
    RoutingAnswer landed = house.lands(house.pbx.last());
    assertThat(landed.beforeTalk()).isEqualTo(everythingAfter(Duration.ofSeconds(42)));
  }

  @Test
  void the_setting_is_that_of_the_group_at_which_the_call_stands() {
    House house = house();
    house.reports("100", DeviceState.IN_USE);
    house.arrives("c1", "700");
    house.passes(Duration.ofSeconds(60));
    RoutingAnswer landed = house.lands(house.pbx.last());
    assertThat(rings(landed)).isEqualTo("101");
    assertThat(landed.beforeTalk().recording())
        .contains(new Recording(DirectoryNumber.of("701"), RecordedFrom.TALK));
    assertThat(landed.beforeTalk().acceptance()).isEmpty();
  }

  @Test
  void a_call_that_was_not_taken_keeps_its_place_and_counts_as_refused() {
    House house = house();
    RoutingAnswer rings = house.arrives("c1", "700");
    house.arrives("c2", "700");
    RoutingAnswer back = house.ringEnds("c1", House.token(rings), RingOutcome.REJECTED);
    assertThat(House.waits(back)).isTrue();
    assertThat(house.queue().get(0)).startsWith("c1");
  }

  /** The switch tells of the hang-up and asks what next in either order. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void whoever_answers_and_does_not_take_two_calls_is_left_alone_though_they_hung_up(
      boolean hangUpIsToldFirst) {
    House house = house();
    notTaken(house, "c1", hangUpIsToldFirst);
    house.hangsUp("c1");
    notTaken(house, "c2", hangUpIsToldFirst);
    house.hangsUp("c2");
    RoutingAnswer third = house.arrives("c3", "700");
    assertThat(House.waits(third)).isTrue();
    assertThat(third.explanation().toString()).contains("left alone");
    house.passes(Duration.ofSeconds(30));
    assertThat(house.pbx.last().call().value()).isEqualTo("c3");
  }

  private static void notTaken(House house, String call, boolean hangUpIsToldFirst) {
    RoutingAnswer rings = house.arrives(call, "700");
    assertThat(rings(rings)).isEqualTo("100");
    house.reports("100", DeviceState.IN_USE, call);
    if (hangUpIsToldFirst) {
      house.idle("100");
    }
    house.ringEnds(call, House.token(rings), RingOutcome.REJECTED);
    if (!hangUpIsToldFirst) {
      house.idle("100");
    }
  }

  @Test
  void the_listener_is_told_of_the_decision_as_it_was_answered() {
    House house = house();
    RoutingAnswer answer = house.arrives("c1", "700");
    assertThat(house.ear.decisions).last().isEqualTo(answer);
  }
}
