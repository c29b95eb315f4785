package io.ringwright.engine;

import static io.ringwright.engine.House.rings;
import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.availability.DeviceState;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.OrderAnswer;
import io.ringwright.call.Preference;
import io.ringwright.call.RingOutcome;
import io.ringwright.call.RoutingAnswer;
import io.ringwright.directory.ExtensionBuilder;
import java.time.Duration;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Rings of a preferred extension that it did not take: which of them count as missed. */
class PreferenceMissedTest {

  private static final DirectoryNumber CLARA = DirectoryNumber.of("102");

  private static House house(Consumer<ExtensionBuilder> ofClara) {
    return House.of(
        list ->
            list.extension("100", anna -> anna.device("PJSIP/100"))
                .extension(
                    "102",
                    clara -> {
                      clara.device("PJSIP/102");
                      ofClara.accept(clara);
                    })
                .extension("103", david -> david.device("PJSIP/103"))
                .huntGroup("700", all -> all.member("100"))
                .huntGroup("701", outer -> outer.member("700"))
                .huntGroup("702", own -> own.member("102"))
                .huntGroup("703", own -> own.member("103")));
  }

  private static RoutingAnswer prefers(House house, String call, String number) {
    return house.router.callArrived(
        House.inbound(house.remembers(call, number))
            .preferring(new Preference(CLARA, Duration.ofMinutes(1))));
  }

  /** So many rings of Clara in a row end so, each of a caller of their own, who then hangs up. */
  private static void missed(House house, int rings, RingOutcome outcome, String called) {
    for (int ring = 0; ring < rings; ring++) {
      String call = "m" + house.ear.decisions.size();
      RoutingAnswer answer = prefers(house, call, called);
      assertThat(rings(answer)).as("ring %s", ring).isEqualTo("102");
      house.passes(House.ring(answer).ringTime());
      house.ringEnds(call, House.token(answer), outcome);
      house.hangsUp(call);
      house.idle("102");
    }
  }

  private static boolean isLeftAlone(House house, String group) {
    String call = "probe-" + group;
    boolean rung = rings(house.arrives(call, group)).isEmpty();
    house.hangsUp(call);
    return rung;
  }

  @Test
  void three_rings_without_a_reply_count_and_two_do_not() {
    House house = house(clara -> {});
    missed(house, 2, RingOutcome.NO_REPLY, "700");
    assertThat(isLeftAlone(house, "702")).isFalse();
    missed(house, 1, RingOutcome.NO_REPLY, "700");
    assertThat(isLeftAlone(house, "702")).isTrue();
    assertThat(rings(prefers(house, "c1", "700"))).isEqualTo("100");
  }

  @Test
  void a_ring_that_was_cut_counts_as_no_missed_one() {
    House house = house(clara -> {});
    missed(house, 2, RingOutcome.NO_REPLY, "700");
    RoutingAnswer answer = prefers(house, "c1", "700");
    house.passes(Duration.ofSeconds(1));
    house.hangsUp("c1");
    assertThat(rings(answer)).isEqualTo("102");
    house.idle("102");
    assertThat(isLeftAlone(house, "702")).isFalse();
  }

  @Test
  void rings_of_calls_for_a_group_of_groups_count() {
    House house = house(clara -> {});
    missed(house, 3, RingOutcome.NO_REPLY, "701");
    assertThat(isLeftAlone(house, "702")).isTrue();
    House refusing = house(clara -> {});
    missed(refusing, 2, RingOutcome.REJECTED, "701");
    assertThat(isLeftAlone(refusing, "702")).isTrue();
  }

  @Test
  void rings_of_calls_for_an_extension_that_were_not_answered_do_not_count() {
    House house = house(clara -> {});
    missed(house, 4, RingOutcome.NO_REPLY, "100");
    assertThat(isLeftAlone(house, "702")).isFalse();
  }

  @Test
  void rings_of_whom_it_forwards_to_count_for_that_one() {
    House house = house(clara -> clara.forwardUnconditional("103"));
    for (String call : new String[] {"a", "b"}) {
      RoutingAnswer answer = prefers(house, call, "700");
      assertThat(rings(answer)).isEqualTo("103");
      house.ringEnds(call, House.token(answer), RingOutcome.REJECTED);
      house.hangsUp(call);
      house.idle("103");
    }
    assertThat(isLeftAlone(house, "703")).isTrue();
  }

  @Test
  void a_ring_by_order_of_the_host_does_not_count_though_the_call_prefers_that_phone() {
    House house = house(clara -> {});
    house.reports("100", DeviceState.IN_USE, "x");
    for (String call : new String[] {"a", "b", "c"}) {
      house.arrives(call, "700");
      OrderAnswer answer =
          house.router.deliverTo(house.channel(call).id(), CLARA).toCompletableFuture().join();
      assertThat(answer).isInstanceOf(OrderAnswer.Done.class);
      RoutingAnswer landed = house.lands(house.pbx.last());
      house.ringEnds(call, House.token(landed), RingOutcome.REJECTED);
      house.hangsUp(call);
      house.idle("102");
    }
    assertThat(isLeftAlone(house, "702")).isFalse();
  }
}
