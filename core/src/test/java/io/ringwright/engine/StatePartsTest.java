package io.ringwright.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringwright.availability.Attendance;
import io.ringwright.availability.Workload;
import io.ringwright.call.Destination;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.RingOutcome;
import io.ringwright.directory.HuntGroup;
import io.ringwright.directory.PhoneList;
import io.ringwright.directory.PhoneListBuilder;
import io.ringwright.directory.StandardStrategy;
import io.ringwright.directory.Strategy;
import io.ringwright.engine.state.ExtensionStates;
import io.ringwright.engine.state.ExtensionTimes;
import io.ringwright.engine.state.HuntHistory;
import io.ringwright.engine.state.RankedSet;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Parts of the state, copied, or written down and restored, after random events. */
class StatePartsTest {

  private static final PhoneList PHONES = phones();

  @Property(tries = 200)
  void copied_or_restored_extensions_go_on_like_the_original(@ForAll long seed) {
    ExtensionStates original = new ExtensionStates();
    play(original, seed, 60);
    ExtensionStates.Data before = original.data();
    ExtensionStates copy = original.copy();
    ExtensionStates restored = new ExtensionStates(before);
    List<Object> said = play(copy, seed + 1, 60);
    assertThat(original.data()).isEqualTo(before);
    assertThat(play(restored, seed + 1, 60)).isEqualTo(said);
    assertThat(play(original, seed + 1, 60)).isEqualTo(said);
    assertThat(copy.data()).isEqualTo(original.data());
    assertThat(restored.data()).isEqualTo(original.data());
  }

  @Property(tries = 200)
  void copied_or_restored_hunt_groups_remember_and_draw_like_the_original(@ForAll long seed) {
    HuntHistory original = new HuntHistory(seed);
    play(original, seed, 40);
    HuntHistory.Data before = original.data();
    HuntHistory copy = original.copy();
    HuntHistory restored = new HuntHistory(before);
    List<Strategy.Memory> said = play(copy, seed + 1, 40);
    assertThat(original.data()).isEqualTo(before);
    assertThat(play(restored, seed + 1, 40)).isEqualTo(said);
    assertThat(play(original, seed + 1, 40)).isEqualTo(said);
    assertThat(copy.data()).isEqualTo(original.data());
    assertThat(restored.data()).isEqualTo(original.data());
  }

  @Test
  void extensions_and_hunt_groups_are_written_down_in_the_order_of_their_numbers() {
    ExtensionStates extensions = new ExtensionStates();
    play(extensions, 1, 500);
    HuntHistory groups = new HuntHistory(1);
    play(groups, 1, 100);
    assertThat(extensions.data().states())
        .hasSizeGreaterThan(5)
        .isSortedAccordingTo(Comparator.comparing(ExtensionStates.State::extension));
    assertThat(groups.data().entries())
        .hasSize(5)
        .isSortedAccordingTo(Comparator.comparing(HuntHistory.Entry::group));
  }

  @Test
  void an_extension_of_which_there_is_nothing_to_say_is_not_written_down() {
    ExtensionStates extensions = new ExtensionStates();
    DirectoryNumber anna = DirectoryNumber.of("100");
    extensions.attends(anna, Attendance.PRESENT, Instant.EPOCH);
    extensions.answered(DirectoryNumber.of("101"));
    extensions.wrapsUp(anna, Optional.empty());
    extensions.talked(anna, Duration.ZERO);
    assertThat(extensions.data().states())
        .extracting(ExtensionStates.State::extension)
        .containsExactly(DirectoryNumber.of("101"));
  }

  @Test
  void what_cannot_be_is_refused() {
    DirectoryNumber anna = DirectoryNumber.of("100");
    Destination toAnna = new Destination.ToExtension(anna);
    assertThatThrownBy(
            () -> new ExtensionStates.Missed(Map.of(RingOutcome.BUSY, -1), Optional.empty()))
        .hasMessageContaining("BUSY=-1");
    assertThatThrownBy(() -> new HuntHistory.Entry(anna, toAnna, 0))
        .hasMessageContaining("0 rings");
    HuntHistory.Entry entry = new HuntHistory.Entry(anna, toAnna, 1);
    assertThatThrownBy(() -> new HuntHistory.Data(1, List.of(entry, entry)))
        .hasMessageContaining("each hunt group once");
    ExtensionStates.State state =
        new ExtensionStates.State(
            anna,
            Attendance.PRESENT,
            Map.of(),
            Workload.NONE,
            new ExtensionStates.Missed(Map.of(RingOutcome.BUSY, 1), Optional.empty()),
            ExtensionTimes.NONE);
    assertThatThrownBy(() -> new ExtensionStates.Data(List.of(state, state)))
        .hasMessageContaining("each extension once");
  }

  @Property(tries = 200)
  void a_ranked_set_goes_on_after_any_element_as_a_walk_through_all_would(@ForAll long seed) {
    Random random = new Random(seed);
    RankedSet<Integer> set = new RankedSet<>(Comparator.naturalOrder());
    TreeSet<Integer> reference = new TreeSet<>();
    for (int added = random.nextInt(2_000); added > 0; added--) {
      Integer element = random.nextInt(3_000);
      set.add(element);
      reference.add(element);
    }
    assertThat(set.after(null, 300)).isEqualTo(reference.stream().limit(300).toList());
    Integer bound = random.nextInt(3_000);
    int most = random.nextInt(600);
    assertThat(set.after(bound, most))
        .isEqualTo(reference.tailSet(bound, false).stream().limit(most).toList());
  }

  @Property(tries = 100)
  void a_ranked_set_that_is_joined_at_the_end_keeps_its_order(@ForAll long seed) {
    Random random = new Random(seed);
    RankedSet<Integer> set = new RankedSet<>(Comparator.naturalOrder());
    TreeSet<Integer> reference = new TreeSet<>();
    for (int next = 0; next < 3_000; next++) {
      Integer late = random.nextInt(10) == 0 ? 2 * random.nextInt(next + 1) + 1 : 2 * next;
      assertThat(set.add(late)).isEqualTo(reference.add(late));
      Integer gone = 2 * random.nextInt(3 * (next + 1));
      assertThat(set.remove(gone)).isEqualTo(reference.remove(gone));
    }
    assertThat(set.toList()).isEqualTo(List.copyOf(reference));
    Integer bound = random.nextInt(6_000);
    assertThat(set.before(bound)).isEqualTo(reference.headSet(bound).size());
    assertThat(set.higher(bound)).isEqualTo(reference.higher(bound));
  }

  @Property(tries = 200)
  void a_list_of_a_ranked_set_is_what_the_set_was(@ForAll long seed) {
    Random random = new Random(seed);
    RankedSet<Integer> set = new RankedSet<>(Comparator.naturalOrder());
    for (int change = 0; change < 3_000; change++) {
      Integer element = random.nextInt(2_000);
      if (random.nextInt(3) == 0) {
        set.remove(element);
      } else {
        set.add(element);
      }
    }
    List<Integer> walked = new ArrayList<>();
    set.forEach(walked::add);
    List<Integer> listed = set.toList();
    set.remove(walked.get(0));
    set.add(5_000);
    assertThat(listed).isEqualTo(walked);
    assertThatThrownBy(() -> listed.add(1)).isInstanceOf(UnsupportedOperationException.class);
  }

  private static List<Object> play(ExtensionStates extensions, long seed, int events) {
    Random random = new Random(seed);
    List<Object> said = new ArrayList<>();
    for (int event = 0; event < events; event++) {
      DirectoryNumber extension = DirectoryNumber.of(Integer.toString(95 + random.nextInt(10)));
      switch (random.nextInt(7)) {
        case 0 ->
            extensions.attends(
                extension,
                new Attendance(
                    random.nextBoolean(),
                    random.nextBoolean() ? Optional.of("lunch") : Optional.empty()),
                Instant.ofEpochSecond(event));
        case 1 -> extensions.answered(extension);
        case 2 -> extensions.talked(extension, Duration.ofMillis(random.nextInt(5_000)));
        case 3 ->
            extensions.leaveAlone(
                extension, Instant.ofEpochSecond(random.nextInt(99)), Instant.ofEpochSecond(event));
        case 4 -> extensions.offerAgain(extension);
        case 5 -> extensions.pause(extension, RingOutcome.REJECTED, Instant.ofEpochSecond(event));
        default -> {
          RingOutcome outcome = random.nextBoolean() ? RingOutcome.NO_REPLY : RingOutcome.BUSY;
          said.add(extensions.missed(extension, outcome));
        }
      }
      said.add(extensions.attendance(extension));
      said.add(extensions.workload(extension));
      said.add(extensions.leftAloneUntil(extension));
    }
    return said;
  }

  private static List<Strategy.Memory> play(HuntHistory groups, long seed, int rings) {
    Random random = new Random(seed);
    List<Strategy.Memory> said = new ArrayList<>();
    for (int ring = 0; ring < rings; ring++) {
      HuntGroup group = group(random.nextInt(5));
      said.add(groups.of(group));
      Destination member = group.members().get(random.nextInt(3)).to();
      groups.rung(
          Stream.<Destination>of(new Destination.ToHuntGroup(group.number()), member).toList());
    }
    return said;
  }

  private static HuntGroup group(int at) {
    return PHONES.huntGroup(DirectoryNumber.of(Integer.toString(700 + at))).orElseThrow();
  }

  private static PhoneList phones() {
    PhoneListBuilder list = PhoneList.builder();
    for (int number = 100; number < 103; number++) {
      String own = Integer.toString(number);
      list.extension(own, each -> each.device("PJSIP/" + own));
    }
    for (int at = 0; at < 5; at++) {
      StandardStrategy strategy = at % 2 == 0 ? StandardStrategy.CIRCULAR : StandardStrategy.RANDOM;
      list.huntGroup(
          Integer.toString(700 + at),
          group ->
              group.strategy(strategy).member("100", 1, 1).member("101", 1, 1).member("102", 1, 1));
    }
    return list.build();
  }

  @Test
  void a_copied_set_keeps_its_order_and_changes_by_itself() {
    RankedSet<Integer> set = new RankedSet<>(Comparator.reverseOrder());
    Stream.iterate(1, each -> each <= 1000, each -> each + 1).forEach(set::add);
    List<Integer> before = set.toList();
    RankedSet<Integer> copy = new RankedSet<>(set, same -> same);
    assertThat(copy.size()).isEqualTo(1000);
    assertThat(copy.toList()).isEqualTo(before);
    copy.add(2000);
    copy.remove(500);
    assertThat(set.toList()).isEqualTo(before);
    assertThat(copy.first()).isEqualTo(2000);
    assertThat(copy.before(499)).isEqualTo(501);
  }
}
