package io.ringwright.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringwright.call.CallerId;
import io.ringwright.call.Destination;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.directory.CallForwarding.Kind;
import io.ringwright.directory.Condition.Circumstances;
import io.ringwright.directory.HostAnswers.Question;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HostPredicatesTest {

  private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
  private static final CallerId CALLER = CallerId.of("0301234567");
  private static final Condition AWAY = new Condition.Host("away", any -> true);
  private static final Condition MOON = new Condition.Host("moon", any -> true);

  private static PhoneListBuilder list() {
    return PhoneList.builder()
        .extension("100", each -> each.device("PJSIP/100"))
        .extension("101", each -> each.device("PJSIP/101"));
  }

  private static Question question(String name, String group) {
    return new Question(
        name, CALLER, group.isEmpty() ? Optional.empty() : DirectoryNumber.parse(group));
  }

  private static List<Question> questions(PhoneList phones, String number) {
    Destination from = phones.lookUp(DirectoryNumber.of(number)).orElseThrow();
    return phones.hostPredicates().questions(from, CALLER);
  }

  private static boolean holds(Predicate<Circumstances> predicate) {
    Condition asked =
        new Condition.AnyOf(List.of(new Condition.Not(new Condition.Host("asked", predicate))));
    PhoneList phones =
        list()
            .extension("102", each -> each.device("PJSIP/102").forward(Kind.ON_BUSY, "100", asked))
            .build();
    return phones.hostPredicates().holds(question("asked", "700"), NOW);
  }

  @Test
  void a_list_without_host_predicates_asks_nothing() {
    PhoneList phones = list().huntGroup("700", each -> each.member("100")).build();
    assertThat(phones.hostPredicates().areNone()).isTrue();
    assertThat(questions(phones, "700")).isEmpty();
  }

  @Test
  void every_predicate_that_a_call_can_meet_is_asked_as_the_call_comes_there() {
    PhoneList phones =
        list()
            .extension("102", each -> each.device("PJSIP/102").forward(Kind.ON_BUSY, "100", AWAY))
            .extension("103", each -> each.device("PJSIP/103").forward(Kind.ON_BUSY, "100", MOON))
            .huntGroup("700", each -> each.member("701").member("102"))
            .huntGroup("701", each -> each.member("103"))
            .build();
    assertThat(questions(phones, "700"))
        .containsExactlyInAnyOrder(question("away", "700"), question("moon", "701"));
    assertThat(questions(phones, "102")).containsExactly(question("away", ""));
    assertThat(questions(phones, "100")).as("no predicate on its ways").isEmpty();
  }

  @Test
  void forwardings_after_a_ring_overflow_and_keys_are_followed_as_well() {
    PhoneList phones =
        list()
            .extension(
                "102",
                each ->
                    each.device("PJSIP/102")
                        .forward(Kind.ON_NO_REPLY, "103", new Condition.Always()))
            .extension("103", each -> each.device("PJSIP/103").forward(Kind.ON_BUSY, "100", MOON))
            .huntGroup("700", each -> each.member("102"))
            .huntGroup("701", each -> each.member("100").overflow("103"))
            .huntGroup("702", each -> each.member("100").leaveByKey("5", "103"))
            .build();
    for (String group : List.of("700", "701", "702")) {
      assertThat(questions(phones, group))
          .as(group)
          .containsExactlyInAnyOrder(question("moon", group), question("moon", ""));
    }
  }

  @Test
  void the_host_is_told_who_calls_how_and_when() {
    List<Circumstances> seen = new ArrayList<>();
    assertThat(holds(seen::add)).isTrue();
    assertThat(seen).containsExactly(new Circumstances(CALLER, DirectoryNumber.parse("700"), NOW));
  }

  @Test
  void a_predicate_that_the_list_does_not_have_does_not_hold() {
    assertThat(list().build().hostPredicates().holds(question("asked", "700"), NOW)).isFalse();
  }

  @ParameterizedTest
  @MethodSource("failures")
  void whatever_a_predicate_throws_is_told_to_whoever_asks(Throwable failure) {
    assertThatThrownBy(() -> holds(any -> raise(failure))).isSameAs(failure);
  }

  static Stream<Throwable> failures() {
    return Stream.of(
        new IllegalStateException("the host's own mistake"),
        new AssertionError("not an exception"),
        new OutOfMemoryError("none left"));
  }

  private static boolean raise(Throwable failure) {
    if (failure instanceof Error error) {
      throw error;
    }
    throw (RuntimeException) failure;
  }

  @Test
  void two_predicates_of_one_name_in_one_list_are_refused() {
    PhoneListBuilder twice =
        list()
            .extension("102", each -> each.device("PJSIP/102").forward(Kind.ON_BUSY, "100", AWAY))
            .extension(
                "103",
                each ->
                    each.device("PJSIP/103")
                        .forward(
                            Kind.ON_BUSY,
                            "100",
                            new Condition.Not(new Condition.Host("away", any -> false))));
    assertThatThrownBy(twice::build)
        .isInstanceOf(DirectoryException.class)
        .hasMessageContaining(
            "extension 103: host predicate 'away' is not the one that has this name; expected a"
                + " name of its own for each predicate, or one condition object for all"
                + " forwardings");
  }

  @Test
  void two_strategies_of_one_name_in_one_list_are_refused() {
    record Nearest(int door) implements Strategy {
      @Override
      public String words() {
        return "nearest";
      }

      @Override
      public List<Contender> next(List<Contender> equals, Memory memory) {
        return equals;
      }
    }
    PhoneListBuilder equal =
        list()
            .huntGroup("700", each -> each.member("100").strategy(new Nearest(1)))
            .huntGroup("701", each -> each.member("100").strategy(new Nearest(1)));
    assertThat(equal.build().huntGroups()).hasSize(2);
    assertThatThrownBy(
            () ->
                equal.huntGroup("702", each -> each.member("100").strategy(new Nearest(2))).build())
        .isInstanceOf(DirectoryException.class)
        .hasMessageContaining("hunt group 702: strategy 'nearest' is not the one that has this");
  }
}
