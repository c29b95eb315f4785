package io.ringwright.simulator;

import io.ringwright.call.Requirements;
import io.ringwright.directory.ExtensionBuilder;
import io.ringwright.directory.HuntGroupBuilder;
import io.ringwright.directory.PhoneList;
import io.ringwright.directory.PhoneListBuilder;
import io.ringwright.directory.StandardStrategy;
import io.ringwright.waiting.QueueOrder;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * A house drawn by lot, and those who call it: skills, wrap-up, members of several priorities in
 * several groups, groups in groups, impatient callers.
 */
final class AnyHouse {

  private static final List<String> SKILLS = List.of("french", "sales");

  private static final List<StandardStrategy> STRATEGIES = List.of(StandardStrategy.values());

  private final SplittableRandom random;
  private final boolean relents;

  /**
   * A house.
   *
   * @param relents whether what callers ask for and whom a group tries may change with the wait
   */
  AnyHouse(int seed, boolean relents) {
    this.random = new SplittableRandom(seed);
    this.relents = relents;
  }

  PhoneList phones() {
    int phones = random.nextInt(1, 8);
    PhoneListBuilder house = PhoneList.builder();
    IntStream.range(0, phones)
        .mapToObj(AnyHouse::number)
        .forEach(number -> house.extension(number, phone -> describe(phone, number)));
    IntStream.range(0, random.nextInt(1, 5))
        .forEach(
            before ->
                house.huntGroup(
                    Integer.toString(700 + before), group -> describe(group, phones, before)));
    if (random.nextBoolean()) {
      house.queueOrder(QueueOrder.ageing(seconds(0, 120)));
    }
    return house.build();
  }

  /** A stream of calls for each group. */
  CallStream[] calls(PhoneList phones) {
    return phones.huntGroups().stream()
        .map(group -> calls(group.number().digits()))
        .toArray(CallStream[]::new);
  }

  private void describe(ExtensionBuilder phone, String number) {
    phone.device("PJSIP/" + number);
    phone.wrapUp(Duration.ofSeconds(random.nextBoolean() ? 0 : random.nextInt(60)));
    SKILLS.stream()
        .filter(skill -> random.nextBoolean())
        .forEach(skill -> phone.skill(skill, random.nextInt(1, 4)));
  }

  /** Some phones, and perhaps one of the groups before. */
  private void describe(HuntGroupBuilder group, int phones, int before) {
    group.queueLimit(random.nextInt(3, 50)).strategy(anyOf(STRATEGIES));
    int[] members = random.ints(phones, 0, phones).distinct().toArray();
    group.member(number(members[0]), 1);
    IntStream.of(members)
        .skip(1)
        .forEach(member -> group.member(number(member), random.nextInt(1, 4)));
    if (before > 0 && random.nextBoolean()) {
      group.member(Integer.toString(700 + random.nextInt(before)), 4);
      if (relents) {
        group.openPriority(4, seconds(5, 60));
      }
    }
    if (random.nextInt(4) == 0) {
      group.requires(anyRequirements());
    }
  }

  private CallStream calls(String group) {
    return CallStream.to(group)
        .perHour(random.nextInt(5, 120))
        .talking(TimeDistribution.exponential(seconds(10, 300)))
        .patience(
            random.nextBoolean()
                ? TimeDistribution.endless()
                : TimeDistribution.exponential(seconds(10, 600)))
        .pickedUpAfter(TimeDistribution.fixed(seconds(0, 10)))
        .priorities(Map.of(1, 0.2, 5, 0.8))
        .asking(random.nextInt(3) == 0 ? anyRequirements() : Requirements.NONE);
  }

  private Requirements anyRequirements() {
    Requirements asked = Requirements.of(Map.of(anyOf(SKILLS), random.nextInt(1, 4)));
    return relents && random.nextBoolean() ? asked.after(seconds(5, 90), Map.of()) : asked;
  }

  private <T> T anyOf(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }

  private Duration seconds(int from, int to) {
    return Duration.ofSeconds(random.nextInt(from, to));
  }

  private static String number(int phone) {
    return Integer.toString(100 + phone);
  }
}
