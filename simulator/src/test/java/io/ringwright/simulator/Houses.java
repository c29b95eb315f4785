package io.ringwright.simulator;

import io.ringwright.directory.ExtensionBuilder;
import io.ringwright.directory.HuntGroupBuilder;
import io.ringwright.directory.PhoneList;
import io.ringwright.directory.PhoneListBuilder;
import io.ringwright.directory.StandardStrategy;
import io.ringwright.waiting.QueueOrder;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Phone lists of houses as theory has them: nobody is turned away, however long the queue. */
final class Houses {

  private Houses() {}

  /** One hunt group, 700, with so many phones from 1000 on. */
  static PhoneList of(int phones, StandardStrategy strategy) {
    return with(phones, QueueOrder.STRICT, phone -> {}, group -> endless(group).strategy(strategy));
  }

  /** The same, where priorities may age. */
  static PhoneList of(int phones, QueueOrder order) {
    return with(phones, order, phone -> {}, Houses::endless);
  }

  /** The same with anything that can be said of phones and group. */
  static PhoneList with(
      int phones,
      QueueOrder order,
      Consumer<ExtensionBuilder> each,
      Consumer<HuntGroupBuilder> group) {
    PhoneListBuilder house = PhoneList.builder().queueOrder(order);
    IntStream.range(0, phones)
        .mapToObj(Houses::number)
        .forEach(
            number ->
                house.extension(number, phone -> each.accept(phone.device("PJSIP/" + number))));
    house.huntGroup(
        "700",
        all -> {
          addMembers(all, phones);
          group.accept(all);
        });
    return house.build();
  }

  /**
   * One hunt group, 700, whose members know some of the subjects {@code subject0}, {@code subject1}
   * and so on. Everybody's first is the one of their place in the list; the others go round evenly.
   */
  static PhoneList ofSubjects(int subjects, int phones, int subjectsOfEach) {
    PhoneListBuilder house = PhoneList.builder();
    for (int phone = 0; phone < phones; phone++) {
      int here = phone;
      String number = number(phone);
      house.extension(
          number,
          each -> {
            each.device("PJSIP/" + number);
            IntStream.range(0, subjects)
                .filter(subject -> knows(here, subject, subjects, subjectsOfEach))
                .forEach(subject -> each.skill("subject" + subject, 1));
          });
    }
    house.huntGroup("700", group -> addMembers(endless(group), phones));
    return house.build();
  }

  private static boolean knows(int phone, int subject, int subjects, int subjectsOfEach) {
    int first = phone % subjects;
    int start = phone / subjects;
    return subject == first
        || IntStream.range(0, subjectsOfEach - 1)
            .map(more -> 1 + (start + more) % (subjects - 1))
            .anyMatch(step -> (first + step) % subjects == subject);
  }

  private static void addMembers(HuntGroupBuilder group, int phones) {
    IntStream.range(0, phones).mapToObj(Houses::number).forEach(group::member);
  }

  private static HuntGroupBuilder endless(HuntGroupBuilder group) {
    return group.queueLimit(1_000_000).longestWait(Duration.ofDays(365));
  }

  private static String number(int phone) {
    return Integer.toString(1000 + phone);
  }
}
