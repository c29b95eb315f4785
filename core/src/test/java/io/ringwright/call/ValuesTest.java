package io.ringwright.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringwright.call.InboundCall.CalledAs;
import io.ringwright.call.RoutingExplanation.Rule;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What values of a call are, apart from what they refuse. */
class ValuesTest {

  private static final RoutingDecision.Cases<String> KINDS =
      new RoutingDecision.Cases<>() {
        @Override
        public String ring(RoutingDecision.Ring decision) {
          return "ring";
        }

        @Override
        public String wait(RoutingDecision.Wait decision) {
          return "wait";
        }

        @Override
        public String divert(RoutingDecision.Divert decision) {
          return "divert";
        }

        @Override
        public String handBack(RoutingDecision.HandBack decision) {
          return "hand back";
        }

        @Override
        public String reject(RoutingDecision.Reject decision) {
          return "reject";
        }
      };

  @Test
  void numbers_are_ordered_as_people_count() {
    assertThat(List.of("10", "9", "101", "100", "#1").stream().map(DirectoryNumber::of).sorted())
        .extracting(DirectoryNumber::digits)
        .containsExactly("9", "#1", "10", "100", "101");
  }

  @Test
  void priority_1_comes_first_and_1000_last() {
    assertThat(List.of(Priority.NORMAL, Priority.of(1000), Priority.HIGHEST).stream().sorted())
        .extracting(Priority::level)
        .containsExactly(1, 5, 1000);
    for (int level : new int[] {0, -1, 1001, Integer.MIN_VALUE}) {
      assertThatThrownBy(() -> Priority.of(level))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("priority " + level + " is not valid: expected 1 (highest) to 1000");
    }
  }

  @Test
  void a_token_is_positive() {
    assertThatThrownBy(() -> new Token(0)).isInstanceOf(IllegalArgumentException.class);
    assertThat(Token.parse("007")).contains(new Token(7));
    assertThat(Token.parse("9".repeat(18))).isPresent();
    assertThat(Token.parse("9".repeat(19))).isEmpty();
  }

  @Test
  void a_device_is_technology_and_resource() {
    assertThat(Device.parse("PJSIP/100")).isPresent();
    assertThat(Device.parse("SIP/trunk.a_b-c:5060@host+1")).isPresent();
    for (String text : List.of("", "/", "PJSIP", "PJSIP/", "/100", "P-J/100", "A/b/c")) {
      assertThat(Device.parse(text)).as(text).isEmpty();
    }
  }

  @Test
  void a_channel_names_its_switch() {
    assertThat(new Channel(PbxId.of("berlin"), "Local/8260@route-0001;1"))
        .hasToString("berlin:Local/8260@route-0001;1");
  }

  @Test
  void a_caller_id_says_who_calls() {
    assertThat(new CallerId("+4930123", "Anna Müller")).hasToString("Anna Müller <+4930123>");
    assertThat(CallerId.of("4711")).hasToString("4711");
    assertThat(CallerId.unknown()).hasToString("unknown");
    assertThat(CallerId.of("anonymous").number()).as("cannot be dialled").isEmpty();
    assertThat(CallerId.of("+").number()).isEmpty();
  }

  @Test
  void a_caller_is_the_same_once_written_and_read_again() {
    CallerId once = new CallerId("4711", "Jose\u200b\u0301 M");
    assertThat(once.name()).isEqualTo("Jos\u00e9 M");
    assertThat(new CallerId(once.number(), once.name())).isEqualTo(once);
  }

  @Test
  void the_flag_of_a_request_is_e_g_or_nothing() {
    assertThat(CalledAs.parse("e")).contains(CalledAs.EXTENSION);
    assertThat(CalledAs.parse("g")).contains(CalledAs.HUNT_GROUP);
    assertThat(CalledAs.parse("")).contains(CalledAs.ANY);
    assertThat(CalledAs.parse("E")).isEmpty();
  }

  @Test
  void every_reason_has_a_word_for_the_dialplan_and_a_cause_for_the_caller() {
    for (RejectReason reason : RejectReason.values()) {
      assertThat(reason.word()).matches("[a-z-]+");
      assertThat(reason.cause()).isBetween(1, 127);
    }
  }

  @Test
  void a_ring_needs_a_phone() {
    assertThatThrownBy(() -> new RoutingDecision.Ring(new Token(1), List.of(), Duration.ZERO))
        .hasMessageContaining("at least one phone");
  }

  @Test
  void every_decision_is_told_apart() {
    DirectoryNumber number = DirectoryNumber.of("100");
    RingTarget target = new RingTarget(number, Device.of("PJSIP/100"));
    List<RoutingDecision> all =
        List.of(
            new RoutingDecision.Ring(new Token(1), List.of(target), Duration.ofSeconds(20)),
            new RoutingDecision.Wait(
                new Destination.ToHuntGroup(number), 3, Priority.NORMAL, Instant.EPOCH),
            new RoutingDecision.Wait(
                new Destination.ToHuntGroup(number),
                3,
                Priority.NORMAL,
                Instant.EPOCH,
                new WaitEstimate.Between(Duration.ZERO, Duration.ofSeconds(9), "9 departures")),
            new RoutingDecision.Divert(ExternalNumber.of("+4930123")),
            new RoutingDecision.HandBack(DialplanExtension.of("menu", "s")),
            new RoutingDecision.Reject(RejectReason.LOOP));
    assertThat(all.stream().map(each -> each.accept(KINDS)))
        .containsExactly("ring", "wait", "wait", "divert", "hand back", "reject");
    assertThat(all)
        .extracting(RoutingDecision::toString)
        .containsExactly(
            "ring 100 for 20 s",
            "wait for hunt group 100 at position 3",
            "wait for hunt group 100 at position 3, between 0 s and 9 s (9 departures)",
            "divert to +4930123",
            "hand back to menu,s",
            "reject: loop");
  }

  @Test
  void every_rule_has_words() {
    assertThat(Rule.values()).extracting(Rule::words).doesNotHaveDuplicates().doesNotContain("");
  }
}
