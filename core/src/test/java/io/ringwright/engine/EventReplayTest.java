package io.ringwright.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.RoutingDecision;
import io.ringwright.directory.PhoneList;
import io.ringwright.directory.StandardStrategy;
import io.ringwright.event.EventFormatException;
import io.ringwright.event.PhoneLists;
import io.ringwright.recording.EventFile;
import io.ringwright.replay.EventReplay;
import io.ringwright.replay.ReplayReport;
import io.ringwright.replay.ReplayReport.Alternative;
import io.ringwright.waiting.WaitingCall;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventReplayTest {

  private static final int SEEDS = Integer.getInteger("seeds", 25);
  private static final int STEPS = 300;

  static final PhoneList PHONES = phones(StandardStrategy.CIRCULAR);
  private static final PhoneList OTHERS = phones(StandardStrategy.SIMULTANEOUS);

  @TempDir Path directory;

  private static PhoneList phones(StandardStrategy strategy) {
    return PhoneList.builder()
        .extension("100", a -> a.device("PJSIP/100").holdCapacity(1))
        .extension("101", b -> b.device("PJSIP/101").wrapUp(Duration.ofSeconds(5)))
        .extension("102", c -> c.device("PJSIP/102").forwardOnNoReply("103").skill("french", 3))
        .extension("103", d -> d.device("PJSIP/103").forwardOnBusy("100"))
        .huntGroup(
            "700",
            all ->
                all.strategy(StandardStrategy.RANDOM).member("100").member("101").member("102", 2))
        .huntGroup("701", all -> all.strategy(strategy).member("101").member("102").member("103"))
        .huntGroup(
            "702",
            all ->
                all.member("102").member("103").longestWait(Duration.ofMinutes(2)).overflow("700"))
        .build();
  }

  private record Recorded(Path file, List<WaitingCall> queue) {}

  private Recorded record(long seed) {
    Path file = directory.resolve("events-" + seed);
    try (EventFile recording = EventFile.open(file)) {
      RandomHouse house = new RandomHouse(PHONES, seed, recording);
      for (int step = 0; step < STEPS; step++) {
        RandomEventsTest.anything(house);
        askAnything(house);
      }
      assertThat(house.ear.failures).isEmpty();
      assertThat(recording.isRecording()).isTrue();
      return new Recorded(file, house.router.waitingCalls());
    }
  }

  /** Questions are not taken down, and must not matter. */
  private static void askAnything(RandomHouse house) {
    switch ((int) (house.clock.instant().toEpochMilli() % 3)) {
      case 0 -> assertThat(house.router.waitingCalls()).isNotNull();
      case 1 -> assertThat(house.router.attendance(DirectoryNumber.of("100"))).isNotNull();
      default ->
          assertThat(house.router.explain(ExplanationTest.question("700")).decision()).isNotNull();
    }
  }

  @Test
  void whatever_happened_replays_to_the_identical_decisions_and_the_identical_queue() {
    for (long seed = 1; seed <= SEEDS; seed++) {
      Recorded recorded = record(seed);
      ReplayReport report = EventReplay.with(PHONES).replay(recorded.file());
      assertThat(report.identical()).as("seed %d: %s", seed, report).isTrue();
      assertThat(report.waitingCalls()).as("seed %d", seed).isEqualTo(recorded.queue());
      assertThat(report.decisions()).isGreaterThan(50);
    }
  }

  @Test
  void asking_what_another_directory_would_have_decided_disturbs_nothing() {
    long otherwise = 0;
    for (long seed = 1; seed <= SEEDS; seed++) {
      Recorded recorded = record(seed);
      ReplayReport report = EventReplay.with(PHONES).comparedWith(OTHERS).replay(recorded.file());
      assertThat(report.identical()).as("seed %d: %s", seed, report).isTrue();
      assertThat(report.waitingCalls()).as("seed %d", seed).isEqualTo(recorded.queue());
      otherwise += report.otherwise();
    }
    assertThat(otherwise).isPositive();
  }

  @Test
  void the_same_directory_would_have_decided_nothing_otherwise() {
    ReplayReport report = EventReplay.with(PHONES).comparedWith(PHONES).replay(record(1).file());
    assertThat(report.otherwise()).as("%s", report.alternatives()).isZero();
  }

  @Test
  void another_phone_list_than_the_recorded_one_is_refused() {
    Path file = record(5).file();
    assertThatThrownBy(() -> EventReplay.with(OTHERS).replay(file))
        .isInstanceOf(EventFormatException.class)
        .hasMessageContaining(PhoneLists.hash(PHONES))
        .hasMessageContaining("is not among the 1 that were given");
  }

  @Test
  void another_phone_list_in_place_of_the_recorded_one_decides_otherwise() throws IOException {
    Path file = record(5).file();
    String swapped =
        Files.readString(file).replace(PhoneLists.hash(PHONES), PhoneLists.hash(OTHERS));
    Files.writeString(file, swapped);
    ReplayReport report = EventReplay.with(OTHERS).replay(file);
    assertThat(report.identical()).isFalse();
    assertThat(report.toString()).contains("otherwise after").contains("recorded").contains("line");
  }

  @Test
  void a_doctored_decision_is_noticed_and_its_event_named() throws IOException {
    Path file = record(1).file();
    List<String> lines = new ArrayList<>(Files.readAllLines(file));
    int ring = indexOf(lines, 40, "=> call=", " ring=");
    lines.set(ring, lines.get(ring).replaceFirst("token=\\d+", "token=1"));
    Files.write(file, lines);
    ReplayReport report = EventReplay.with(PHONES).replay(file);
    assertThat(report.deviating()).isEqualTo(1);
    assertThat(report.deviations().get(0).line()).isLessThanOrEqualTo(ring);
    assertThat(report.deviations().get(0).toString())
        .contains("recorded =>", "token=1 ", "replayed =>");
  }

  @Test
  void a_decision_that_was_taken_out_or_put_in_is_noticed() throws IOException {
    Path file = record(1).file();
    List<String> lines = new ArrayList<>(Files.readAllLines(file));
    int delivery = indexOf(lines, 40, "-> call=", " ring=");
    String taken = lines.remove(delivery);
    Files.write(file, lines);
    assertThat(EventReplay.with(PHONES).replay(file).deviating()).isEqualTo(1);
    lines.add(delivery, taken);
    lines.add(delivery, taken);
    Files.write(file, lines);
    assertThat(EventReplay.with(PHONES).replay(file).deviating()).isEqualTo(1);
  }

  @Test
  void a_call_that_was_taken_out_is_noticed() throws IOException {
    Path file = record(5).file();
    List<String> lines = new ArrayList<>(Files.readAllLines(file));
    int rings = indexOf(lines, 2, "=> call=", " ring=");
    while (!lines.get(rings - 1).contains(" arrived call=")) {
      rings = indexOf(lines, rings + 1, "=> call=", " ring=");
    }
    lines.remove(rings);
    lines.remove(rings - 1);
    Files.write(file, lines);
    assertThat(EventReplay.with(PHONES).replay(file).identical()).isFalse();
  }

  @Test
  void a_recording_that_was_cut_off_anywhere_replays_up_to_there() throws IOException {
    String whole = Files.readString(record(2).file());
    Path file = directory.resolve("cut");
    for (int end = whole.length() / 2; end < whole.length() / 2 + 400; end += 7) {
      Files.writeString(file, whole.substring(0, end));
      ReplayReport report = EventReplay.with(PHONES).replay(file);
      assertThat(report.identical()).as("%s", report).isTrue();
    }
  }

  @Test
  void a_recording_without_its_beginning_is_refused() throws IOException {
    Path file = record(1).file();
    List<String> lines = new ArrayList<>(Files.readAllLines(file));
    lines.remove(1);
    Files.write(file, lines);
    assertThatThrownBy(() -> EventReplay.with(PHONES).replay(file))
        .isInstanceOf(EventFormatException.class)
        .hasMessageContaining("line 2")
        .hasMessageContaining("expected the event 'started' first");
  }

  @Test
  void a_phone_list_that_changed_is_in_force_where_it_changed() {
    Path file = directory.resolve("changed");
    List<WaitingCall> queue;
    try (EventFile recording = EventFile.open(file)) {
      RandomHouse house = new RandomHouse(PHONES, 3, recording);
      for (int step = 0; step < STEPS; step++) {
        if (step == STEPS / 2) {
          house.directory.replace(OTHERS);
          house.router.directoryChanged();
        }
        if (step % 100 != 99) {
          RandomEventsTest.anything(house);
        }
      }
      queue = house.router.waitingCalls();
    }
    ReplayReport report = EventReplay.with(PHONES, OTHERS).replay(file);
    assertThat(report.identical()).as("%s", report).isTrue();
    assertThat(report.waitingCalls()).isEqualTo(queue);
  }

  @Test
  void a_directory_that_changed_without_a_word_replays_as_well() {
    Path file = directory.resolve("silent");
    try (EventFile recording = EventFile.open(file)) {
      RandomHouse house = new RandomHouse(PHONES, 5, recording);
      for (int step = 0; step < 100; step++) {
        if (step == 50) {
          house.directory.replace(OTHERS);
        }
        RandomEventsTest.anything(house);
        house.router.directoryChanged(); // Said far too often, which does no harm.
      }
    }
    ReplayReport report = EventReplay.with(OTHERS, PHONES).replay(file);
    assertThat(report.identical()).as("%s", report).isTrue();
  }

  @Test
  void a_delivery_that_another_directory_would_not_have_made_is_told() {
    PhoneList own =
        House.phones(
            list ->
                list.extension("100", a -> a.device("PJSIP/100"))
                    .huntGroup("700", g -> g.member("100")));
    PhoneList other =
        House.phones(
            list ->
                list.extension("100", a -> a.device("PJSIP/100").forwardUnconditional("101"))
                    .extension("101", b -> b.device("PJSIP/101"))
                    .huntGroup("700", g -> g.member("100")));
    Path file = directory.resolve("delivery");
    try (EventFile recording = EventFile.open(file)) {
      RandomHouse house = new RandomHouse(own, 1, recording);
      house.calm();
      house.arrives("700", 5);
      house.arrives("700", 5);
      house.at(RandomCaller.Where.RINGING).forEach(house::hangsUp);
    }
    ReplayReport report = EventReplay.with(own).comparedWith(other).replay(file);
    assertThat(report.identical()).as("%s", report).isTrue();
    assertThat(report.alternatives())
        .extracting(
            each ->
                each.call() + ": " + each.then().decision() + ", " + each.otherwise().decision())
        .containsExactly(
            "c0: ring 100 for 20 s, ring 101 for 20 s",
            "c1: wait for hunt group 700 at position 1, ring 101 for 20 s",
            "c1: ring 100 for 20 s, ring 101 for 20 s");
  }

  @Test
  void an_alternative_names_the_call_both_decisions_and_where_their_reasons_part() {
    PhoneList own = House.phones(list -> list.extension("100", a -> a.device("PJSIP/100")));
    PhoneList other =
        House.phones(
            list ->
                list.extension("100", a -> a.device("PJSIP/100").forwardUnconditional("101"))
                    .extension("101", b -> b.device("PJSIP/101")));
    Path file = directory.resolve("alternative");
    try (EventFile recording = EventFile.open(file)) {
      new RandomHouse(own, 1, recording).arrives("100", 5);
    }
    ReplayReport report = EventReplay.with(own).comparedWith(other).replay(file);
    assertThat(report.otherwise()).isEqualTo(1);
    Alternative alternative = report.alternatives().get(0);
    assertThat(alternative.call().value()).isEqualTo("c0");
    assertThat(alternative.then().decision()).isInstanceOf(RoutingDecision.Ring.class);
    assertThat(alternative.toString())
        .contains("call c0: ring 100 for 20 s; otherwise: ring 101 for 20 s")
        .contains("\n  + extension 100 · forwarding unconditional: to extension 101, always")
        .contains("\n  ~ call c0 · decision: ring 100 for 20 s ⇒ ring 101 for 20 s");
  }

  private static int indexOf(List<String> lines, int from, String... parts) {
    for (int at = from; at < lines.size(); at++) {
      String line = lines.get(at);
      if (List.of(parts).stream().allMatch(line::contains)) {
        return at;
      }
    }
    throw new AssertionError("no line with " + List.of(parts));
  }
}
