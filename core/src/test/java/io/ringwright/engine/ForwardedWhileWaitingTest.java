package io.ringwright.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.availability.DeviceState;
import io.ringwright.directory.CallForwarding.Kind;
import io.ringwright.directory.Condition;
import io.ringwright.directory.ExtensionBuilder;
import io.ringwright.directory.PhoneListBuilder;
import io.ringwright.directory.Schedule;
import io.ringwright.directory.Schedule.Hours;
import io.ringwright.directory.Schedule.WeeklyHours;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** A forwarding that begins while a call waits takes it along, as it would a newcomer. */
class ForwardedWhileWaitingTest {

  private static final Duration MINUTE = Duration.ofMinutes(1);

  /** Extension 100 with these settings, and group 700, in whose queue one call has room. */
  private static Consumer<PhoneListBuilder> list(Consumer<ExtensionBuilder> settings) {
    return list ->
        list.extension("100", anna -> settings.accept(anna.device("PJSIP/100")))
            .extension("101", ben -> ben.device("PJSIP/101"))
            .huntGroup("700", all -> all.member("101").queueLimit(1).longestWait(MINUTE));
  }

  /** Somebody waits for extension 100; everybody is in a call. */
  private static House engaged(Consumer<ExtensionBuilder> settings) {
    House house = House.of(list(settings));
    house.reports("100", DeviceState.IN_USE);
    house.reports("101", DeviceState.IN_USE);
    house.arrives("c1", "100");
    assertThat(waitsFor(house)).isEqualTo("100");
    return house;
  }

  private static void reload(House house, Consumer<ExtensionBuilder> settings) {
    house.directory.replace(House.phones(list(settings)));
    house.router.directoryChanged();
  }

  private static String waitsFor(House house) {
    return house.router.waitingCalls().get(0).waitingFor().digits();
  }

  @Test
  void a_reload_that_forwards_the_extension_takes_who_waits_along() {
    House house = engaged(anna -> {});
    reload(house, anna -> anna.forwardUnconditional("700"));
    assertThat(waitsFor(house)).isEqualTo("700");
    house.idle("101");
    assertThat(House.targets(house.pbx.last().targets())).isEqualTo("101");
  }

  @Test
  void who_was_taken_along_has_a_place_in_the_queue_that_newcomers_do_not_get() {
    House house = engaged(anna -> {});
    reload(house, anna -> anna.forwardUnconditional("700"));
    assertThat(house.arrives("c2", "700").decision()).hasToString("reject: queue-full");
    house.passes(Duration.ofSeconds(30));
    assertThat(house.queue()).containsExactly("c1");
  }

  @Test
  void those_for_whom_the_queue_has_no_room_are_sent_away_as_newcomers_are() {
    House house = engaged(anna -> {});
    house.arrives("c2", "100");
    reload(house, anna -> anna.forwardUnconditional("700"));
    assertThat(house.queue()).containsExactly("c1");
    assertThat(house.lands(house.pbx.last()).decision()).hasToString("reject: queue-full");
  }

  @Test
  void another_extension_to_which_a_reload_forwards_is_waited_for() {
    House house = engaged(anna -> {});
    reload(house, anna -> anna.forwardUnconditional("101"));
    assertThat(waitsFor(house)).isEqualTo("101");
  }

  @Test
  void the_longest_wait_there_holds_from_then_on() {
    House house = engaged(anna -> {});
    house.passes(Duration.ofMinutes(5));
    reload(house, anna -> anna.forwardUnconditional("700"));
    house.passes(MINUTE.minusMillis(1));
    assertThat(house.queue()).containsExactly("c1");
    house.passes(Duration.ofMillis(1));
    assertThat(house.queue()).isEmpty();
    assertThat(house.lands(house.pbx.last()).decision()).hasToString("reject: waited-too-long");
  }

  @Test
  void a_phone_that_gets_lost_takes_who_waits_along_to_where_it_forwards() {
    House house = engaged(anna -> anna.forwardOnNotReachable("700"));
    house.reports("100", DeviceState.UNAVAILABLE);
    assertThat(waitsFor(house)).isEqualTo("700");
    house.reports("100", DeviceState.IN_USE);
    assertThat(waitsFor(house)).as("whoever waits for the group goes on").isEqualTo("700");
  }

  @Test
  void when_the_hours_of_a_forwarding_begin_who_waits_is_taken_along_at_that_instant() {
    Schedule late =
        Schedule.weekly(
            ZoneOffset.UTC,
            new WeeklyHours(
                Set.of(DayOfWeek.MONDAY), new Hours(LocalTime.of(9, 2), LocalTime.of(18, 0))));
    House house =
        engaged(anna -> anna.forward(Kind.UNCONDITIONAL, "700", new Condition.During(late)));
    house.passes(Duration.ofMinutes(2).minusMillis(1));
    assertThat(waitsFor(house)).isEqualTo("100");
    house.passes(Duration.ofMillis(1));
    assertThat(waitsFor(house)).isEqualTo("700");
  }

  @Test
  void a_forwarding_that_the_host_lets_begin_takes_who_waits_along_at_the_next_full_minute() {
    AtomicBoolean away = new AtomicBoolean();
    Condition host = new Condition.Host("away", asked -> away.get());
    House house = engaged(anna -> anna.forward(Kind.UNCONDITIONAL, "700", host));
    away.set(true);
    house.passes(MINUTE);
    assertThat(waitsFor(house)).isEqualTo("700");
  }

  @Test
  void an_engaged_phone_is_waited_for_where_its_forwarding_leads_back_by_overflows() {
    House house =
        House.of(
            list ->
                list.extension("100", anna -> anna.device("PJSIP/100").forwardOnBusy("700"))
                    .extension("101", ben -> ben.device("PJSIP/101"))
                    .huntGroup("700", all -> all.member("101").queueLimit(0).overflow("701"))
                    .huntGroup("701", all -> all.member("101").queueLimit(0).overflow("100")));
    house.reports("100", DeviceState.IN_USE);
    house.reports("101", DeviceState.IN_USE);
    house.arrives("c1", "100");
    assertThat(waitsFor(house)).isEqualTo("100");
    for (int reload = 0; reload < 30; reload++) {
      house.router.directoryChanged();
    }
    house.passes(Duration.ofMinutes(30));
    assertThat(house.queue()).as("a circle counts as no overflow").containsExactly("c1");
    house.idle("100");
    assertThat(House.targets(house.pbx.last().targets())).isEqualTo("100");
  }
}
