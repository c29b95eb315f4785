package io.ringwright.engine;

import static io.ringwright.engine.House.rings;
import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.availability.DeviceState;
import io.ringwright.call.Announcement;
import io.ringwright.call.MusicClass;
import io.ringwright.call.RoutingAnswer;
import io.ringwright.call.Treatment;
import io.ringwright.directory.HearingBuilder;
import io.ringwright.directory.PhoneListBuilder;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What callers hear while they wait for hunt group 700, whose one phone talks. */
class AnnouncementTest {

  private static final String WELCOME = "custom/welcome";
  private static final String SECOND = "queue-thereare&#2n&queue-callswaiting";

  private static void group(PhoneListBuilder list, Consumer<HearingBuilder> hearing) {
    list.extension("100", anna -> anna.device("PJSIP/100"))
        .extension("101", ben -> ben.device("PJSIP/101"))
        .huntGroup("701", late -> late.member("101").callersHear(h -> h.joinMessage("custom/late")))
        .huntGroup(
            "700",
            all ->
                all.member("100")
                    .callersHear(hearing)
                    .longestWait(Duration.ofMinutes(10))
                    .leaveByKey("1", "701")
                    .overflow("701"));
  }

  private static House hearing(Consumer<HearingBuilder> hearing) {
    House house = House.of(list -> group(list, hearing));
    house.reports("100", DeviceState.IN_USE);
    house.reports("101", DeviceState.IN_USE);
    return house;
  }

  private static String said(RoutingAnswer answer) {
    return answer.treatment().announcement().map(Announcement::text).orElse("");
  }

  private static House welcoming() {
    return hearing(h -> h.joinMessage(WELCOME).position());
  }

  @Test
  void whoever_waits_hears_the_music_of_the_group_and_others_the_usual() {
    House house = hearing(h -> h.music("jazz").inEarlyMedia());
    Treatment heard = house.arrives("c1", "700").treatment();
    assertThat(heard.line()).isEqualTo(Treatment.Line.EARLY_MEDIA);
    assertThat(heard.background())
        .isEqualTo(new Treatment.Background.Music(Optional.of(MusicClass.of("jazz"))));
    assertThat(house.arrives("c2", "100").treatment()).isEqualTo(Treatment.USUAL);
  }

  @Test
  void the_join_message_comes_with_the_answer_and_the_position_at_the_sign_that_was_asked_for() {
    House house = welcoming();
    house.arrives("c1", "700");
    RoutingAnswer joined = house.arrives("c2", "700");
    assertThat(said(joined)).isEqualTo(WELCOME);
    assertThat(joined.nextSign()).contains(Duration.ofSeconds(15));
    house.passes(Duration.ofSeconds(15));
    assertThat(said(house.beats("c2"))).isEqualTo(SECOND);
    house.passes(Duration.ofSeconds(15));
    assertThat(said(house.beats("c2"))).isEmpty();
  }

  @Test
  void the_listener_is_told_and_the_decision_says_what_was_announced_and_why() {
    House house = welcoming();
    house.arrives("c1", "700");
    house.arrives("c2", "700");
    house.passes(Duration.ofSeconds(15));
    RoutingAnswer answer = house.beats("c2");
    assertThat(house.ear.announced)
        .containsExactly("c1: " + WELCOME, "c2: " + WELCOME, "c2: " + SECOND + " number 2");
    assertThat(house.ear.decisions).extracting(AnnouncementTest::said).contains(WELCOME);
    assertThat(answer.explanation().tree()).contains("announcement: told " + SECOND);
  }

  @Test
  void a_question_that_comes_again_has_the_same_announcement_and_nothing_is_told_twice() {
    House house = welcoming();
    house.arrives("c1", "700");
    house.arrives("c2", "700");
    house.passes(Duration.ofSeconds(15));
    RoutingAnswer first = house.router.callerAlive(house.channel("c2").asked(7));
    house.passes(Duration.ofSeconds(1));
    RoutingAnswer again = house.router.callerAlive(house.channel("c2").asked(7));
    assertThat(said(first)).isEqualTo(SECOND);
    assertThat(again.treatment()).isEqualTo(first.treatment());
    assertThat(house.ear.announced).hasSize(3);
    assertThat(said(house.router.callerAlive(house.channel("c2").asked(8)))).isEmpty();
  }

  @Test
  void so_it_has_after_a_restart() {
    House house = welcoming();
    house.arrives("c1", "700");
    house.arrives("c2", "700");
    house.passes(Duration.ofSeconds(15));
    RoutingAnswer first = house.router.callerAlive(house.channel("c2").asked(7));
    house.engineRestarts();
    RoutingAnswer again = house.router.callerAlive(house.channel("c2").asked(7));
    assertThat(again.treatment()).isEqualTo(first.treatment());
    assertThat(said(house.router.callerAlive(house.channel("c2").asked(8)))).isEmpty();
  }

  @Test
  void an_engine_that_forgot_a_caller_does_not_say_the_join_message_in_mid_wait() {
    House house = welcoming();
    house.arrives("c1", "700");
    house.passes(Duration.ofSeconds(40));
    house.engineForgets();
    house.connects();
    house.reports("100", DeviceState.IN_USE);
    assertThat(said(house.beats("c1"))).isEqualTo("queue-youarenext");
  }

  @Test
  void who_is_on_the_way_to_a_phone_hears_nothing_more() {
    House house = welcoming();
    house.arrives("c1", "700");
    house.passes(Duration.ofSeconds(20));
    house.idle("100");
    assertThat(said(house.beats("c1"))).as("due, but moved").isEmpty();
    assertThat(rings(house.lands(house.pbx.last()))).isEqualTo("100");
  }

  @Test
  void before_the_switch_was_seen_only_the_join_message_is_said() {
    House house = House.unlinked(list -> group(list, h -> h.joinMessage(WELCOME).position()));
    house.expects();
    assertThat(said(house.arrives("c1", "700"))).isEqualTo(WELCOME);
    house.passes(Duration.ofSeconds(20));
    assertThat(said(house.beats("c1"))).isEmpty();
    house.connects();
    house.reports("100", DeviceState.IN_USE);
  }

  @Test
  void where_the_call_overflows_to_it_is_told_anew() {
    House house = hearing(h -> h.joinMessage(WELCOME));
    house.arrives("c1", "700");
    house.passes(Duration.ofMinutes(10).plusSeconds(5));
    house.beats("c1");
    assertThat(house.ear.announced).containsExactly("c1: " + WELCOME, "c1: custom/late");
  }

  @Test
  void a_key_that_leads_elsewhere_is_answered_with_what_is_heard_there_and_with_that_alone() {
    House house = welcoming();
    house.arrives("c1", "700");
    house.passes(Duration.ofSeconds(15));
    RoutingAnswer answer =
        house.router.keyPressed(house.channel("c1"), io.ringwright.call.DirectoryNumber.of("1"));
    assertThat(said(answer)).isEqualTo("custom/late");
    assertThat(house.ear.announced).containsExactly("c1: " + WELCOME, "c1: custom/late");
  }

  @Test
  void other_settings_hold_for_those_who_wait_and_none_end_it() {
    House house = welcoming();
    house.arrives("c1", "700");
    house.arrives("c2", "700");
    house.passes(Duration.ofSeconds(20));
    house.directory.replace(House.phones(list -> group(list, h -> h.message("custom/web"))));
    house.passes(Duration.ofSeconds(20));
    assertThat(said(house.beats("c2"))).isEqualTo("custom/web");
    house.directory.replace(House.phones(list -> group(list, h -> {})));
    house.passes(Duration.ofMinutes(2));
    assertThat(house.beats("c2").treatment()).isEqualTo(Treatment.USUAL);
  }

  @Test
  void a_position_that_rose_is_told_with_who_came_in_ahead() {
    House house = hearing(HearingBuilder::position);
    house.arrives("c1", "700");
    house.arrives("c2", "700");
    house.passes(Duration.ofSeconds(10));
    house.arrives("vip", "700", 1);
    house.passes(Duration.ofSeconds(50));
    RoutingAnswer answer = house.beats("c2");
    assertThat(said(answer)).contains("#3n");
    assertThat(answer.explanation().tree())
        .contains("position 3 after 2: 1 of higher priority came in ahead");
  }
}
