package io.ringwright.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.availability.DeviceState;
import io.ringwright.call.Channel;
import io.ringwright.call.Destination;
import io.ringwright.call.Device;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.HangUpSide;
import io.ringwright.call.RingOutcome;
import io.ringwright.call.RoutingAnswer;
import io.ringwright.call.TalkingPhone;
import io.ringwright.call.Token;
import io.ringwright.call.Visit;
import io.ringwright.directory.StandardStrategy;
import io.ringwright.telling.Answered;
import io.ringwright.telling.KeyUsed;
import io.ringwright.telling.RingStarted;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a listener is told of waits, rings, talks, wrap-ups and hang-ups. */
class TellingTest {

  private static final Duration SECOND = Duration.ofSeconds(1);

  /** Group 700 rings 100 and 101 at once; who answers wraps up for 10 s. */
  private static House ringingAll() {
    return House.of(
        list ->
            list.extension("100", anna -> anna.device("PJSIP/100").wrapUp(Duration.ofSeconds(10)))
                .extension("101", ben -> ben.device("PJSIP/101"))
                .huntGroup(
                    "700",
                    all ->
                        all.strategy(StandardStrategy.SIMULTANEOUS).member("100").member("101")));
  }

  @Test
  void a_call_is_told_from_its_rings_to_the_end_of_the_wrap_up() {
    House house = ringingAll();
    house.arrives("c1", "700");
    house.passes(SECOND);
    house.answers("c1", "100");
    house.passes(SECOND.multipliedBy(3));
    house.router.callEnded(house.channel("c1").id(), HangUpSide.AGENT);
    house.passes(SECOND.multipliedBy(11));
    assertThat(house.ear.story)
        .containsExactly(
            "c1 at PJSIP/100 rings",
            "c1 at PJSIP/101 rings",
            "c1 at PJSIP/100 ANSWERED after 1 s",
            "c1 at PJSIP/101 ANSWERED_ELSEWHERE after 1 s",
            "c1 talks with 100 at PJSIP/100",
            "c1 hung up by AGENT",
            "c1 talked with 100 at PJSIP/100 for 3 s",
            "100 wraps up until " + House.START.plusSeconds(14),
            "100 wrapped up");
  }

  @Test
  void a_ring_says_where_the_call_stands_and_not_whose_phone_it_is() {
    House through = ringingAll();
    through.arrives("c1", "700");
    House direct = ringingAll();
    direct.arrives("c1", "100");
    assertThat(standings(through)).containsOnly("hunt group 700");
    assertThat(standings(direct)).containsOnly("extension 100");
  }

  private static List<String> standings(House house) {
    return house.ear.book.rings.values().stream().map(ring -> "" + ring.standing()).toList();
  }

  @ParameterizedTest
  @CsvSource({
    "BUSY, BUSY",
    "NO_REPLY, NO_REPLY",
    "NOT_REACHABLE, NOT_REACHABLE",
    "REJECTED, REFUSED"
  })
  void a_ring_without_an_answer_stops_as_dial_says(RingOutcome outcome, String why) {
    House house = House.ofOne();
    Token token = House.token(house.arrives("c1", "100"));
    house.passes(SECOND.multipliedBy(2));
    house.ringEnds("c1", token, outcome);
    assertThat(house.ear.story)
        .startsWith("c1 at PJSIP/100 rings", "c1 at PJSIP/100 " + why + " after 2 s");
  }

  @Test
  void whoever_hangs_up_while_phones_ring_is_told_for_each_phone() {
    House house = ringingAll();
    Token token = House.token(house.arrives("c1", "700"));
    house.passes(SECOND);
    house.ringEnds("c1", token, RingOutcome.ABANDONED);
    assertThat(house.ear.story)
        .endsWith(
            "c1 hung up by CALLER",
            "c1 at PJSIP/100 CALLER_GONE after 1 s",
            "c1 at PJSIP/101 CALLER_GONE after 1 s");
  }

  @Test
  void a_phone_that_goes_on_while_another_joins_rings_once() {
    House house =
        House.of(
            list ->
                list.extension(
                        "100", anna -> anna.device("PJSIP/100").ringTime(SECOND.multipliedBy(20)))
                    .extension(
                        "101", ben -> ben.device("PJSIP/101").ringTime(SECOND.multipliedBy(20)))
                    .huntGroup(
                        "700",
                        all ->
                            all.strategy(StandardStrategy.PROGRESSIVE)
                                .ringOneMoreEvery(Duration.ofSeconds(5))
                                .member("100", 1)
                                .member("101", 2)));
    Token first = House.token(house.arrives("c1", "700"));
    house.passes(SECOND.multipliedBy(5));
    RoutingAnswer next = house.ringEnds("c1", first, RingOutcome.NO_REPLY);
    house.passes(SECOND.multipliedBy(2));
    house.answers("c1", "100");
    assertThat(House.rings(next)).isEqualTo("100,101");
    assertThat(house.ear.story)
        .containsExactly(
            "c1 at PJSIP/100 rings",
            "c1 at PJSIP/101 rings",
            "c1 at PJSIP/100 ANSWERED after 7 s",
            "c1 at PJSIP/101 ANSWERED_ELSEWHERE after 2 s",
            "c1 talks with 100 at PJSIP/100");
  }

  @Test
  void an_answer_names_both_channels_where_the_switch_said_them() {
    House house = House.ofOne();
    house.arrives("c1", "100");
    Channel agent = new Channel(House.PBX, "PJSIP/100-00000007");
    house.router.callAnswered(
        house.channel("c1").id(),
        new TalkingPhone(List.of(House.device("100")), Optional.of(agent)));
    Answered.Channels both =
        new Answered.Channels(house.channel("c1").channel(), Optional.of(agent));
    assertThat(house.ear.answered).extracting(Answered::channels).containsExactly(both);
  }

  @Test
  void a_position_is_told_when_the_channel_of_the_caller_asks() {
    House house = House.whereTwoWait();
    List<String> waiting = house.queue();
    house.hangsUp(waiting.get(0));
    assertThat(house.ear.book.positions).isZero();
    house.beats(waiting.get(1));
    house.beats(waiting.get(1));
    assertThat(house.ear.book.positions).isEqualTo(1);
    assertThat(house.ear.book.mistakes()).isEmpty();
  }

  @Test
  void a_key_is_told_with_what_came_of_it() {
    House house =
        House.of(
            list ->
                list.extension("100", anna -> anna.device("PJSIP/100"))
                    .extension("101", ben -> ben.device("PJSIP/101"))
                    .huntGroup("700", all -> all.member("100").leaveByKey("1", "101")));
    house.reports("100", DeviceState.IN_USE);
    house.arrives("c1", "700");
    house.router.keyPressed(house.channel("c1"), DirectoryNumber.of("9"));
    house.router.keyPressed(house.channel("c1"), DirectoryNumber.of("1"));
    assertThat(house.ear.book.keys)
        .extracting(KeyUsed::meaning)
        .containsExactly(KeyUsed.Meaning.NOTHING, KeyUsed.Meaning.LEAVES);
  }

  @Test
  void who_changes_to_another_device_talks_on_and_is_counted_once() {
    House house =
        House.of(
            list -> list.extension("100", anna -> anna.device("PJSIP/100").device("PJSIP/mobile")));
    house.arrives("c1", "100");
    house.router.callAnswered(house.channel("c1").id(), House.device("100"));
    house.passes(SECOND.multipliedBy(2));
    house.router.callHandedOver(house.channel("c1").id(), List.of(Device.of("PJSIP/mobile")));
    house.passes(SECOND.multipliedBy(3));
    house.hangsUp("c1");
    assertThat(house.ear.story)
        .containsSubsequence(
            "c1 talks with 100 at PJSIP/100",
            "c1 hung up by UNKNOWN",
            "c1 talked with 100 at PJSIP/mobile for 5 s");
    assertThat(house.router.view().extensions().get(0).workload().talkTime())
        .isEqualTo(SECOND.multipliedBy(5));
  }

  @Test
  void an_engine_that_starts_again_tells_nothing_anew_and_the_ends_of_what_goes_on() {
    House house = House.ofOne();
    Token token = House.token(house.arrives("c1", "100"));
    house.passes(SECOND);
    int before = house.ear.story.size();
    house.engineRestarts();
    assertThat(house.ear.story).hasSize(before);
    house.ringEnds("c1", token, RingOutcome.BUSY);
    assertThat(house.ear.story).contains("c1 at PJSIP/100 BUSY after 1 s");
    assertThat(house.ear.book.mistakes()).isEmpty();
  }

  @Test
  void the_book_finds_a_ring_that_starts_twice_and_an_end_without_a_beginning() {
    TellingBook book = new TellingBook();
    RingStarted ring =
        new RingStarted(
            new Visit(House.inbound(House.ofOne().remembers("c1", "100")).id(), 1),
            new Token(1),
            DirectoryNumber.of("100"),
            House.device("100"),
            new Destination.ToExtension(DirectoryNumber.of("100")));
    book.ringStarted(ring);
    book.ringStarted(ring);
    book.wrapUpEnded(DirectoryNumber.of("100"));
    assertThat(book.mistakes()).hasSize(2);
  }
}
