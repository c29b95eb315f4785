package io.ringwright.agi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.ringwright.call.Acceptance;
import io.ringwright.call.Announcement.Gender;
import io.ringwright.call.BeforeTalk;
import io.ringwright.call.BeforeTalk.RecordedFrom;
import io.ringwright.call.BeforeTalk.Recording;
import io.ringwright.call.BeforeTalk.WaitTold;
import io.ringwright.call.CallId;
import io.ringwright.call.ContextName;
import io.ringwright.call.Device;
import io.ringwright.call.DialOptions;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.RingTarget;
import io.ringwright.call.RoutingAnswer;
import io.ringwright.call.RoutingDecision.Ring;
import io.ringwright.call.RoutingExplanation;
import io.ringwright.call.SoundName;
import io.ringwright.call.Token;
import io.ringwright.dialplan.Contexts.Part;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What Dial gets, and the variables from which the dialplan knows what comes before the talk. */
class RingVariablesTest {

  private static final RingTarget ANNA = target("8260", "PJSIP/8260");
  private static final RingTarget BEN = target("8261", "PJSIP/ben");
  private static final RingTarget DORA =
      new RingTarget(
          DirectoryNumber.of("8310"),
          Device.of("Local/0171555-1-10-beep@ringwright-agent"),
          "Local/0171555-1-10-beep@ringwright-agent/n");
  private static final Acceptance KEY =
      new Acceptance('1', SoundName.of("custom/press-1"), Duration.ofSeconds(10));
  private static final BeforeTalk NOTHING = BeforeTalk.NOTHING;

  private static RingTarget target(String number, String device) {
    return new RingTarget(DirectoryNumber.of(number), Device.of(device));
  }

  private static Map<String, String> variables(
      String options, BeforeTalk before, RingTarget... targets) {
    Ring ring = new Ring(new Token(17), List.of(targets), Duration.ofSeconds(20));
    RoutingAnswer answer =
        new RoutingAnswer(CallId.of("1.2@pbx1"), ring, new RoutingExplanation(List.of()))
            .preparedBy(before);
    return new RingVariables(new DialSettings(options), Dialplan.standard()).of(answer, ring);
  }

  private static BeforeTalk accepting() {
    return new BeforeTalk(
        List.of(),
        Optional.empty(),
        Optional.of(KEY),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static BeforeTalk recording() {
    Recording talk = new Recording(DirectoryNumber.of("701"), RecordedFrom.TALK);
    return new BeforeTalk(
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(talk),
        Optional.empty(),
        Optional.empty());
  }

  @Test
  void the_plain_case_has_the_arguments_of_dial_and_nothing_more() {
    assertThat(variables("tT", NOTHING, ANNA))
        .containsExactly(entry("RW_RING_17", "PJSIP/8260,20,tT"));
  }

  @Test
  void sounds_wait_and_key_stand_in_variables_that_phones_inherit() {
    BeforeTalk.Words words =
        new BeforeTalk.Words(
            SoundName.of("queue-reporthold"),
            SoundName.of("queue-seconds"),
            SoundName.of("queue-minute"),
            SoundName.of("queue-minutes"),
            Gender.FEMININE);
    BeforeTalk before =
        new BeforeTalk(
            List.of(SoundName.of("custom/sales"), SoundName.of("beep")),
            Optional.of(new WaitTold(Duration.ofMillis(35_900), words)),
            Optional.of(KEY),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    assertThat(variables("tT", before, ANNA))
        .containsExactly(
            entry("__GOSUB_RESULT", "BUSY"),
            entry("__RW_TOLD", "custom/sales&beep"),
            entry("__RW_WAITED", "35&f&queue-reporthold&queue-seconds&queue-minute&queue-minutes"),
            entry("__RW_TAKE", "1-10-custom/press-1"),
            entry("__RW_RECORDS", ""),
            entry("__RW_TALK_CALL", ""),
            entry("__RW_THEN", ""),
            entry("RW_RING_17", "PJSIP/8260,20,tTU(ringwright-answered^${EPOCH})"));
  }

  @Test
  void the_options_of_the_group_take_the_place_of_those_for_all_phones() {
    BeforeTalk own =
        new BeforeTalk(
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(DialOptions.of("kK")));
    assertThat(variables("tT", own, ANNA)).containsExactly(entry("RW_RING_17", "PJSIP/8260,20,kK"));
  }

  @Test
  void variables_about_the_call_are_inherited_and_the_extension_is_found_at_the_answer() {
    BeforeTalk.Variables said =
        new BeforeTalk.Variables(DirectoryNumber.of("701"), Duration.ofMillis(35_900));
    BeforeTalk before =
        new BeforeTalk(
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(said),
            Optional.empty());
    assertThat(variables("", before, ANNA, BEN))
        .contains(
            entry("__RW_TALK_CALL", "1.2@pbx1"),
            entry("__RW_TALK_GROUP", "701"),
            entry("__RW_TALK_WAIT", "35"),
            entry("__RW_AT_ben", "8261"));
  }

  @Test
  void what_an_earlier_attempt_left_is_taken_back_by_the_next() {
    assertThat(variables("", recording(), ANNA))
        .contains(entry("__RW_TOLD", ""), entry("__RW_WAITED", ""), entry("__RW_TAKE", ""));
  }

  @Test
  void a_recording_is_named_by_us_and_an_extension_is_said_where_something_else_is_dialled() {
    assertThat(variables("", recording(), ANNA, BEN))
        .contains(
            entry("__RW_RECORDS", "talk"),
            entry("__RW_RECORD", "701/1.2-pbx1-701-17"),
            entry("__RW_AT_ben", "8261"))
        .doesNotContainKey("__RW_AT_8260");
  }

  @Test
  void several_phones_that_are_asked_for_a_key_are_dialled_by_a_local_channel_each() {
    RingTarget all =
        new RingTarget(
            DirectoryNumber.of("8301"), Device.of("PJSIP/8301"), RingTarget.allContacts("8301"));
    assertThat(variables("mtT", accepting(), ANNA, all, DORA))
        .contains(
            entry("__RW_LEG_1", "PJSIP/8260"),
            entry("__RW_LEG_2", "${PJSIP_DIAL_CONTACTS(8301)}"),
            entry("__RW_LEG_03", DORA.dialString()),
            entry("__RW_LEG_RINGS", "20"),
            entry(
                "RW_RING_17",
                "Local/1@ringwright-answered/n&Local/2@ringwright-answered/n"
                    + "&Local/03@ringwright-answered/n,140,mtT"));
  }

  @Test
  void who_confirms_outside_is_not_asked_twice() {
    assertThat(variables("", accepting(), DORA)).contains(entry("__RW_TAKE", ""));
  }

  @Test
  void a_subroutine_of_the_host_is_carried_out_at_the_end_of_ours() {
    assertThat(variables("tU(mine^a^b)T", accepting(), ANNA))
        .contains(
            entry("__RW_THEN", "mine,s,1(a,b)"),
            entry("RW_RING_17", "PJSIP/8260,20,tTU(ringwright-answered^${EPOCH})"));
    assertThat(variables("U(mine)", accepting(), ANNA)).contains(entry("__RW_THEN", "mine,s,1"));
  }

  @Test
  void a_subroutine_of_the_host_alone_does_not_find_the_result_of_an_earlier_attempt() {
    assertThat(variables("U(mine)", NOTHING, ANNA))
        .containsExactly(entry("__GOSUB_RESULT", ""), entry("RW_RING_17", "PJSIP/8260,20,U(mine)"));
  }

  @Test
  void the_context_has_the_name_that_the_host_gave_it() {
    Dialplan own = Dialplan.builder().context(Part.ANSWERED, ContextName.of("before-talk")).build();
    Ring ring = new Ring(new Token(17), List.of(ANNA), Duration.ofSeconds(20));
    RoutingAnswer answer =
        new RoutingAnswer(CallId.of("1.2"), ring, new RoutingExplanation(List.of()))
            .preparedBy(accepting());
    assertThat(new RingVariables(DialSettings.NONE, own).of(answer, ring))
        .contains(entry("RW_RING_17", "PJSIP/8260,20,U(before-talk^${EPOCH})"));
    assertThat(own.render()).contains("[before-talk]\n", "U(before-talk^${EPOCH})");
  }
}
