package io.ringwright.faults;

import io.ringwright.directory.ExtensionBuilder;
import io.ringwright.directory.HuntGroupBuilder;
import io.ringwright.directory.PhoneList;
import io.ringwright.directory.PhoneListBuilder;
import io.ringwright.directory.StandardStrategy;
import io.ringwright.directory.Strategy;
import io.ringwright.waiting.QueueOrder;
import java.time.Duration;
import java.util.List;

/**
 * Phone lists by chance: some desks, a group of all, one that rings all at once, and a small one.
 */
final class RandomHouse {

  static final List<String> GROUPS = List.of("700", "701", "702");

  /** A group of all that lets nobody wait for longer than this overflows. */
  static final Duration LONGEST_WAIT = Duration.ofSeconds(150);

  private final Dice dice;
  private final int desks;

  RandomHouse(Dice dice) {
    this.dice = dice;
    this.desks = dice.between(2, 4);
  }

  /** How many desks there are; each list has the same. */
  int desks() {
    return desks;
  }

  static String number(int desk) {
    return String.valueOf(8260 + desk);
  }

  /** Another list with the same numbers. */
  PhoneList next(List<? extends Strategy> own) {
    PhoneListBuilder list = PhoneList.builder();
    for (int desk = 0; desk < desks; desk++) {
      String number = number(desk);
      int next = (desk + 1) % desks;
      list.extension(number, phone -> describe(phone, number, next));
    }
    list.huntGroup("700", group -> describe(group, desks).strategy(strategy(own)));
    list.huntGroup(
        "701",
        group -> describe(group, Math.min(3, desks)).strategy(StandardStrategy.SIMULTANEOUS));
    list.huntGroup("702", group -> describe(group, 1).overflow("700"));
    list.queueOrder(
        dice.chance(0.5) ? QueueOrder.STRICT : QueueOrder.ageing(Duration.ofSeconds(20)));
    return list.build();
  }

  private Strategy strategy(List<? extends Strategy> own) {
    List<StandardStrategy> standard =
        List.of(
            StandardStrategy.LINEAR,
            StandardStrategy.CIRCULAR,
            StandardStrategy.LONGEST_IDLE,
            StandardStrategy.FEWEST_CALLS,
            StandardStrategy.RANDOM);
    return own.isEmpty() || dice.chance(0.5) ? dice.oneOf(standard) : own.get(0);
  }

  private void describe(ExtensionBuilder phone, String number, int next) {
    phone.device("PJSIP/" + number).ringTime(Duration.ofSeconds(dice.oneOf(List.of(5, 10, 20))));
    phone.wrapUp(Duration.ofSeconds(dice.oneOf(List.of(0, 0, 2, 5))));
    phone.holdCapacity(dice.chance(0.2) ? 1 : 0);
    if (dice.chance(0.1)) {
      phone.forwardOnNoReply(number(next));
    }
    if (dice.chance(0.1)) {
      phone.forwardOnBusy("700");
    }
  }

  private HuntGroupBuilder describe(HuntGroupBuilder group, int members) {
    for (int desk = 0; desk < members; desk++) {
      group.member(number(desk), dice.chance(0.2) ? 2 : 1);
    }
    group.longestWait(LONGEST_WAIT).queueLimit(dice.chance(0.1) ? 3 : 50);
    return group;
  }
}
