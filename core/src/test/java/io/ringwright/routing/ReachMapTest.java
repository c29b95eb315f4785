package io.ringwright.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.call.CallerId;
import io.ringwright.call.Destination;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.directory.CallForwarding.Kind;
import io.ringwright.directory.Condition;
import io.ringwright.directory.HostAnswers.Question;
import io.ringwright.directory.NumberPattern;
import io.ringwright.directory.PhoneList;
import io.ringwright.directory.PhoneListBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReachMapTest {

  private static final Condition MOON = new Condition.Host("moon", each -> true);
  private static final Condition BERLIN = new Condition.CallerMatches(new NumberPattern("030."));
  private static final Duration HOUR = Duration.ofHours(1);
  private static final ReachTraits PLAIN =
      new ReachTraits(List.of(), List.of(), false, List.of(), List.of(), HOUR);

  private final PhoneList phones =
      PhoneList.builder()
          .extension("100", anna -> anna.device("PJSIP/100"))
          .extension("101", ben -> ben.device("PJSIP/101").forward(Kind.ON_BUSY, "100", MOON))
          .extension("102", cleo -> cleo.device("PJSIP/102").forward(Kind.ON_BUSY, "100", BERLIN))
          .extension("103", dora -> dora.device("PJSIP/103").forward(Kind.ON_NO_REPLY, "101", MOON))
          .huntGroup("700", all -> all.member("101"))
          .build();
  private final ReachMap map = new ReachMap(phones);

  private Destination to(String number) {
    return phones.lookUp(DirectoryNumber.of(number)).orElseThrow();
  }

  @Test
  void the_map_knows_on_which_ways_callers_or_hours_matter() {
    assertThat(map.traits(to("100"))).isEqualTo(PLAIN);
    assertThat(map.traits(to("101")))
        .isEqualTo(new ReachTraits(List.of(MOON), List.of(), true, List.of(), List.of(), HOUR));
    assertThat(map.traits(to("102")))
        .isEqualTo(new ReachTraits(List.of(BERLIN), List.of(), false, List.of(), List.of(), HOUR));
  }

  @Test
  void what_applies_only_after_a_ring_does_not_matter() {
    assertThat(map.traits(to("103"))).isEqualTo(PLAIN);
    assertThat(map.leadingTo(DirectoryNumber.of("101")).orElseThrow())
        .containsOnly(to("101"), to("700"));
  }

  @Test
  void all_ways_to_an_extension_are_known() {
    assertThat(map.leadingTo(DirectoryNumber.of("100")).orElseThrow())
        .containsOnly(to("100"), to("101"), to("102"), to("700"));
  }

  @Test
  void the_destinations_that_lead_to_a_phone_are_named_up_to_2000() {
    assertThat(inGroups(1_999).leadingTo(DirectoryNumber.of("100")).orElseThrow()).hasSize(2_000);
    assertThat(inGroups(2_000).leadingTo(DirectoryNumber.of("100"))).isEmpty();
  }

  private static ReachMap inGroups(int groups) {
    PhoneListBuilder list = PhoneList.builder().extension("100", it -> it.device("PJSIP/100"));
    for (int each = 0; each < groups; each++) {
      list.huntGroup("7" + (10_000 + each), group -> group.member("100"));
    }
    return new ReachMap(list.build());
  }

  @Test
  void a_predicate_of_the_host_is_asked_for_each_group_besides() {
    Question throughTheGroup =
        new Question("moon", CallerId.unknown(), Optional.of(DirectoryNumber.of("700")));
    assertThat(
            map.traits(to("700"))
                .holding(
                    group ->
                        new Condition.Circumstances(
                            CallerId.unknown(), group, Instant.EPOCH, throughTheGroup::equals)))
        .containsExactly(false, true);
  }
}
