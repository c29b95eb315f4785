package io.ringwright.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ringwright.call.WaitEstimate;
import io.ringwright.call.WaitEstimate.Between;
import io.ringwright.call.WaitEstimate.Unknown;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PaceTest {

  private static final Pace SMOOTH = new Pace(50, 1000, 0, 5000);

  @Test
  void an_interval_names_what_it_rests_on() {
    assertThat(new Pace(14, 360, 0, 900).at(3, Spread.AT_RANDOM))
        .hasToString("between 27 s and 2 min 34 s (position 3, 14 departures in 6 min)");
    assertThat(new Pace(14, 90, 2, 900).at(3, Spread.AT_RANDOM))
        .isInstanceOfSatisfying(
            Between.class,
            in -> assertThat(in.basis()).isEqualTo("position 3, 14 departures in 90 s, 2 gave up"));
  }

  @Test
  void below_five_departures_nothing_is_said() {
    assertThat(new Pace(4, 100, 0, 100).at(1, Spread.AT_RANDOM))
        .isEqualTo(new Unknown("departures seen of late: 4, at least 5 are needed"));
    assertThat(new Pace(5, 100, 0, 100).at(1, Spread.AT_RANDOM)).isInstanceOf(Between.class);
  }

  @Test
  void a_burst_shows_no_pace() {
    assertThat(new Pace(9, 0, 0, 0).at(1, Spread.AT_RANDOM))
        .isEqualTo(new Unknown("the departures seen of late came all at once"));
    assertThat(new Pace(9, 0, 0, 0).standsStill(1)).isTrue();
    assertThat(new Pace(9, 0, 0, 0).standsStill(0)).isFalse();
  }

  @Test
  void nothing_is_said_about_what_may_last_half_a_day() {
    assertThat(new Pace(10, 3000, 0, 9000).at(100, Spread.AT_RANDOM))
        .isEqualTo(new Unknown("may last longer than 4 h"));
    assertThat(SMOOTH.at(Integer.MAX_VALUE, Spread.AT_RANDOM)).isInstanceOf(Unknown.class);
  }

  @Test
  void fewer_departures_of_the_same_pace_give_a_wider_interval() {
    Between sure = interval(new Pace(50, 1000, 0, 0).at(4, Spread.AT_RANDOM));
    Between unsure = interval(new Pace(5, 100, 0, 0).at(4, Spread.AT_RANDOM));
    assertThat(unsure.shortest()).isLessThan(sure.shortest());
    assertThat(unsure.longest()).isGreaterThan(sure.longest());
  }

  @Test
  void a_gap_that_the_pace_shows_once_in_a_thousand_times_is_a_standstill() {
    // 50 departures, 20 s apart: (1 + 148/1000)^-50 is 0.001.
    assertThat(SMOOTH.standsStill(147)).isFalse();
    assertThat(SMOOTH.standsStill(149)).isTrue();
    assertThat(new Pace(4, 1, 0, 0).standsStill(10_000)).isFalse();
  }

  @Test
  void those_who_give_up_ahead_shorten_the_way() {
    // Each waiting caller gives up once in 1000 s, one departs every 20 s: 20 ahead, so that the
    // way takes the sum of 20 / (1 + j/50) seconds for j from 0 to 20.
    Between interval = interval(new Pace(50, 1000, 20, 20_000).at(21, Spread.AT_RANDOM));
    assertThat(interval.middle().toMillis() / 1000.0).isCloseTo(360, within(25.0));
    assertThat(interval(new Pace(50, 1000, 20, 20_000).at(1, Spread.AT_RANDOM)))
        .matches(one -> same(one, 1));
    assertThat(interval.longest()).isLessThan(interval(SMOOTH.at(21, Spread.AT_RANDOM)).longest());
  }

  @Test
  void departures_in_bursts_give_a_wider_interval() {
    List<Gap> even = gaps(20, 20);
    List<Gap> bursts = gaps(2, 38);
    Instant now = even.get(even.size() - 1).end();
    Between sure = interval(Pace.of(even, now).at(4, Spread.AT_RANDOM));
    Between unsure = interval(Pace.of(bursts, now).at(4, Spread.AT_RANDOM));
    assertThat(Pace.of(even, now).dispersion()).isEqualTo(1);
    assertThat(Pace.of(gaps(1, 1, 1, 1, 1, 1, 1, 1, 1, 191), now).dispersion()).isEqualTo(5);
    assertThat(unsure).isEqualTo(sure); // Not more uneven than at random.
    Between bursty = interval(Pace.of(gaps(2, 2, 2, 2, 92), now).at(4, Spread.AT_RANDOM));
    assertThat(bursty.shortest()).isLessThan(sure.shortest());
    assertThat(bursty.longest()).isGreaterThan(sure.longest());
  }

  /** Fifty gaps of these lengths in turn. */
  private static List<Gap> gaps(int... seconds) {
    List<Gap> all = new ArrayList<>();
    Instant end = Instant.parse("2026-03-02T08:00:00Z");
    for (int gap = 0; gap < 50; gap++) {
      double busy = seconds[gap % seconds.length];
      end = end.plusMillis(Math.round(busy * 1000));
      all.add(new Gap(end, busy, 0, 0));
    }
    return all;
  }

  @Property
  void a_later_position_never_waits_for_less(
      @ForAll @IntRange(min = 5, max = 50) int departures,
      @ForAll @DoubleRange(min = 1, max = 3600) double busy,
      @ForAll @IntRange(max = 500) int gaveUp,
      @ForAll @DoubleRange(min = 1, max = 1000) double length,
      @ForAll @IntRange(min = 1, max = 200) int position) {
    Pace pace = new Pace(departures, busy, gaveUp, busy * length);
    pace.at(position + 1, Spread.AT_RANDOM)
        .interval()
        .ifPresent(
            later -> {
              Between here = interval(pace.at(position, Spread.AT_RANDOM));
              assertThat(later.shortest()).isGreaterThanOrEqualTo(here.shortest());
              assertThat(later.longest()).isGreaterThanOrEqualTo(here.longest());
              assertThat(here.shortest()).isLessThanOrEqualTo(here.middle());
            });
  }

  private static boolean same(Between interval, int position) {
    Between smooth = interval(SMOOTH.at(position, Spread.AT_RANDOM));
    return interval.shortest().equals(smooth.shortest())
        && interval.longest().equals(smooth.longest());
  }

  private static Between interval(WaitEstimate estimate) {
    return estimate.interval().orElseThrow(() -> new AssertionError(estimate.toString()));
  }
}
