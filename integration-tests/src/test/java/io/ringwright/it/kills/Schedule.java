package io.ringwright.it.kills;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Which disturbances follow one another, from a seed. Those of phones go on beside the others, so
 * there are two lists.
 *
 * @param ofTheHouse what happens to the engine, its links and its Asterisk
 * @param ofPhones what happens to phones
 */
record Schedule(List<Step> ofTheHouse, List<Step> ofPhones) {

  private static final int PHONES_AT_ONCE = 4;

  /** The Asterisk is restarted in every other round only: it ends everybody's call. */
  private static final int RESTART_EVERY = 2;

  /**
   * One disturbance.
   *
   * @param what what
   * @param after how long after the one before
   * @param lasts how long; for a kill, how long no engine is started
   * @param phones to which phones, by their place in the list
   */
  record Step(Disturbance what, Duration after, Duration lasts, List<Integer> phones) {}

  Schedule {
    ofTheHouse = List.copyOf(ofTheHouse);
    ofPhones = List.copyOf(ofPhones);
  }

  /**
   * So many rounds, in each of which everything happens once in another order.
   *
   * @param phones how many phones there are
   */
  static Schedule of(long seed, int rounds, int phones) {
    Random chance = new Random(seed);
    List<Step> house = new ArrayList<>();
    List<Step> phone = new ArrayList<>();
    for (int round = 0; round < rounds; round++) {
      List<Disturbance> kinds = new ArrayList<>(Arrays.asList(Disturbance.values()));
      if (round % RESTART_EVERY != 0) {
        kinds.remove(Disturbance.ASTERISK_RESTARTED);
      }
      Collections.shuffle(kinds, chance);
      for (Disturbance kind : kinds) {
        (kind.isOfPhones() ? phone : house).add(step(kind, chance, phones));
      }
    }
    return new Schedule(house, phone);
  }

  /** The same, all of it so many times as quick. */
  Schedule quicker(int times) {
    return new Schedule(quicker(ofTheHouse, times), quicker(ofPhones, times));
  }

  private static List<Step> quicker(List<Step> steps, int times) {
    return steps.stream()
        .map(
            step ->
                new Step(
                    step.what(),
                    step.after().dividedBy(times),
                    step.lasts().dividedBy(times),
                    step.phones()))
        .toList();
  }

  private static Step step(Disturbance kind, Random chance, int phones) {
    List<Integer> all = new ArrayList<>();
    for (int each = 0; each < phones; each++) {
      all.add(each);
    }
    Collections.shuffle(all, chance);
    return new Step(
        kind,
        millis(chance, 1_000, 2_500),
        lasts(kind, chance),
        kind.isOfPhones() ? all.subList(0, Math.min(PHONES_AT_ONCE, phones)) : List.of());
  }

  private static Duration lasts(Disturbance kind, Random chance) {
    return switch (kind) {
      case ENGINE_KILLED, ASTERISK_RESTARTED -> millis(chance, 0, 1_500);
      case AMI_SILENT, AGI_SILENT -> millis(chance, 3_000, 6_000);
      case PHONES_VANISHED, PHONES_UNREGISTERED, AGENTS_REFUSE -> millis(chance, 3_000, 6_000);
      case ENGINE_STOPPED, AMI_CUT, AMI_HELD, AGI_CUT, AGI_HELD -> millis(chance, 1_000, 5_000);
    };
  }

  private static Duration millis(Random chance, int least, int most) {
    return Duration.ofMillis(chance.nextInt(least, most));
  }
}
