package io.ringwright.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringwright.call.CallId;
import io.ringwright.call.CallerId;
import io.ringwright.call.Channel;
import io.ringwright.call.Destination;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.InboundCall;
import io.ringwright.call.Priority;
import io.ringwright.engine.state.KeptPlaces;
import io.ringwright.waiting.Place;
import io.ringwright.waiting.WaitingCall;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class KeptPlacesTest {

  private static final Destination SALES = new Destination.ToHuntGroup(DirectoryNumber.of("700"));
  private static final Duration HOUR = Duration.ofHours(1);

  private final KeptPlaces places = new KeptPlaces();

  @Property(tries = 300)
  void places_are_given_back_as_a_search_through_all_of_them_would(@ForAll long seed) {
    Day day = new Day(seed);
    KeptPlaces indexed = new KeptPlaces();
    Searched searched = new Searched();
    for (int event = 0; event < 300; event++) {
      Event next = day.next();
      assertThat(next.to(indexed)).as("%s", next).isEqualTo(next.to(searched));
    }
  }

  @Property(tries = 200)
  void copied_or_restored_places_are_given_back_like_the_original(@ForAll long seed) {
    Day day = new Day(seed);
    KeptPlaces original = new KeptPlaces();
    for (int event = 0; event < 100; event++) {
      day.next().to(original);
    }
    KeptPlaces copy = original.copy();
    KeptPlaces restored = new KeptPlaces(original.data());
    assertThat(restored.data()).isEqualTo(original.data());
    for (int event = 0; event < 100; event++) {
      KeptPlaces.Data before = original.data();
      Event next = day.next();
      Optional<Place> given = next.to(copy);
      assertThat(original.data()).isEqualTo(before);
      assertThat(next.to(restored)).isEqualTo(given);
      assertThat(next.to(original)).isEqualTo(given);
      assertThat(copy.data()).isEqualTo(original.data());
      assertThat(restored.data()).isEqualTo(original.data());
    }
  }

  @Test
  void the_first_to_hang_up_among_callers_with_one_number_is_given_back_first() {
    places.keep(call("b", "030", SALES, 1), HOUR, true, House.START);
    places.keep(call("a", "030", SALES, 2), HOUR, true, House.START);
    assertThat(returns("030").map(Place::ticket)).contains(1L);
    assertThat(returns("030").map(Place::ticket)).contains(2L);
    assertThat(returns("030")).isEmpty();
  }

  @Test
  void a_place_ends_at_its_instant() {
    places.keep(call("a", "030", SALES, 1), HOUR, true, House.START);
    InboundCall back = inbound("b", "030", Optional.empty());
    assertThat(places.takeBack(back, SALES, House.START.plus(HOUR))).isEmpty();
    assertThat(places.data().kept()).isEmpty();
  }

  @Test
  void of_places_that_end_at_one_instant_none_is_given_back_and_all_are_forgotten_bit_by_bit() {
    int many = 250;
    for (int call = 0; call < many; call++) {
      places.keep(call("c" + call, "030", SALES, call), HOUR, true, House.START);
    }
    places.keep(call("last", "030", SALES, many), HOUR, true, House.START.plusSeconds(1));
    Instant end = House.START.plus(HOUR);
    InboundCall named = inbound("b", "040", Optional.of(CallId.of("c249")));
    assertThat(places.takeBack(named, SALES, end)).isEmpty();
    assertThat(places.data().kept()).hasSizeBetween(2, many);
    InboundCall same = inbound("b", "030", Optional.empty());
    assertThat(places.takeBack(same, SALES, end).map(Place::ticket)).contains((long) many);
    assertThat(places.data().kept()).isEmpty();
  }

  @Test
  void a_hidden_number_is_not_enough_to_have_a_place_back() {
    places.keep(call("a", "", SALES, 1), HOUR, true, House.START);
    assertThat(returns("")).isEmpty();
  }

  @Test
  void where_too_many_are_kept_the_first_goes() {
    for (int call = 0; call <= KeptPlaces.MOST; call++) {
      places.keep(call("c" + call, "030" + call, SALES, call), HOUR, true, House.START);
    }
    assertThat(places.data().kept()).hasSize(KeptPlaces.MOST);
    assertThat(returns("0300")).isEmpty();
    assertThat(returns("0301")).isPresent();
  }

  @Test
  void two_places_of_one_call_are_refused() {
    KeptPlaces.Kept kept =
        new KeptPlaces.Kept(call("a", "030", SALES, 1), House.START.plus(HOUR), true);
    assertThatThrownBy(() -> new KeptPlaces.Data(List.of(kept, kept)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("one kept place for each call");
  }

  private Optional<Place> returns(String number) {
    return places.takeBack(inbound("back", number, Optional.empty()), SALES, House.START);
  }

  private static WaitingCall call(String id, String number, Destination wanted, long ticket) {
    return new WaitingCall(
        CallId.of(id),
        new Channel(House.PBX, "PJSIP/" + id),
        CallerId.of(number),
        wanted,
        new Place(Priority.NORMAL, House.START, ticket));
  }

  private static InboundCall inbound(String id, String number, Optional<CallId> returning) {
    InboundCall call =
        new InboundCall(
            CallId.of(id),
            new Channel(House.PBX, "PJSIP/" + id),
            CallerId.of(number),
            DirectoryNumber.of("700"),
            InboundCall.CalledAs.ANY,
            Priority.NORMAL);
    return returning.map(call::returningFrom).orElse(call);
  }

  /** Something that happens to kept places. */
  private interface Event {
    Optional<Place> to(Keeper places);

    default Optional<Place> to(KeptPlaces places) {
      return to(
          new Keeper() {
            @Override
            public void keep(WaitingCall call, Duration window, boolean byNumber, Instant now) {
              places.keep(call, window, byNumber, now);
            }

            @Override
            public Optional<Place> takeBack(InboundCall call, Destination wanted, Instant now) {
              return places.takeBack(call, wanted, now);
            }
          });
    }
  }

  /** Who keeps places. */
  private interface Keeper {
    void keep(WaitingCall call, Duration window, boolean byNumber, Instant now);

    Optional<Place> takeBack(InboundCall call, Destination wanted, Instant now);
  }

  /** Random events, in the order of time. */
  private static final class Day {
    private final Random random;
    private Instant now = House.START;
    private int calls;

    Day(long seed) {
      random = new Random(seed);
    }

    Event next() {
      Instant at = now.plusSeconds(random.nextInt(10));
      now = at;
      Destination wanted =
          random.nextInt(3) > 0
              ? SALES
              : new Destination.ToExtension(DirectoryNumber.of(random.nextBoolean() ? "700" : "1"));
      String number = random.nextInt(5) == 0 ? "" : "030" + random.nextInt(4);
      if (random.nextInt(5) < 3) {
        WaitingCall call = call("c" + ++calls, number, wanted, calls);
        Duration window = Duration.ofSeconds(random.nextInt(100));
        boolean byNumber = random.nextInt(3) > 0;
        return keeper -> {
          keeper.keep(call, window, byNumber, at);
          return Optional.empty();
        };
      }
      Optional<CallId> named =
          random.nextBoolean()
              ? Optional.of(CallId.of("c" + random.nextInt(calls + 1)))
              : Optional.empty();
      InboundCall back = inbound("back", number, named);
      return keeper -> keeper.takeBack(back, wanted, at);
    }
  }

  /** The reference: looks at every place each time. */
  private static final class Searched implements Keeper {
    private final Map<CallId, KeptPlaces.Kept> kept = new LinkedHashMap<>();

    @Override
    public void keep(WaitingCall call, Duration window, boolean byNumber, Instant now) {
      kept.put(call.id(), new KeptPlaces.Kept(call, now.plus(window), byNumber));
    }

    @Override
    public Optional<Place> takeBack(InboundCall call, Destination wanted, Instant now) {
      List<KeptPlaces.Kept> all = new ArrayList<>(kept.values());
      for (Iterator<KeptPlaces.Kept> each = all.iterator(); each.hasNext(); ) {
        KeptPlaces.Kept place = each.next();
        boolean named = call.returning().filter(place.call().id()::equals).isPresent();
        String number = call.caller().number();
        boolean sameNumber =
            place.byNumber() && !number.isEmpty() && number.equals(place.call().caller().number());
        if (now.isBefore(place.until())
            && place.call().waitingFor().equals(wanted)
            && (named || sameNumber)) {
          kept.remove(place.call().id());
          return Optional.of(place.call().place());
        }
      }
      return Optional.empty();
    }
  }
}
