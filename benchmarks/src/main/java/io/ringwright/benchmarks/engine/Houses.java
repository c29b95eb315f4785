package io.ringwright.benchmarks.engine;

import io.ringwright.call.Device;
import io.ringwright.directory.ExtensionBuilder;
import io.ringwright.directory.HuntGroupBuilder;
import io.ringwright.directory.PhoneList;
import io.ringwright.directory.PhoneListBuilder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/** Phone lists to measure with. */
final class Houses {

  /** The pilot number of the hunt group in {@link #oneGroup}. */
  static final String GROUP = "9";

  private static final int FIRST_NUMBER = 100_000;
  private static final int MANY = 1_000_000;
  private static final long SEED = 42;

  private Houses() {}

  static String number(int extension) {
    return Integer.toString(FIRST_NUMBER + extension);
  }

  static Device device(int extension) {
    return Device.of(deviceName(extension));
  }

  private static String deviceName(int extension) {
    return "PJSIP/" + number(extension);
  }

  /** Extensions without any forwarding. */
  static PhoneList plain(int extensions) {
    PhoneListBuilder list = PhoneList.builder();
    for (int each = 0; each < extensions; each++) {
      String device = deviceName(each);
      list.extension(number(each), it -> it.device(device));
    }
    return list.build();
  }

  /**
   * Extensions of which each leads on to another, until the chain is as long as it is to be.
   *
   * @param order all extensions; each run of {@code forwardings + 1} of them is a chain
   */
  static PhoneList chains(List<Integer> order, int forwardings) {
    PhoneListBuilder list = PhoneList.builder();
    for (int at = 0; at < order.size(); at++) {
      int own = order.get(at);
      boolean leadsOn = at % (forwardings + 1) != forwardings && at + 1 < order.size();
      int next = leadsOn ? order.get(at + 1) : own;
      list.extension(
          number(own),
          it -> {
            it.device(deviceName(own));
            if (leadsOn) {
              it.forwardUnconditional(number(next));
            }
          });
    }
    return list.build();
  }

  /** The extensions, shuffled; always in the same way. */
  static List<Integer> shuffled(int extensions) {
    List<Integer> order = new ArrayList<>();
    for (int each = 0; each < extensions; each++) {
      order.add(each);
    }
    Collections.shuffle(order, new Random(SEED));
    return order;
  }

  /** Phones that are all in the one hunt group for which everybody waits. */
  static PhoneList oneGroup(int phones) {
    PhoneListBuilder list = PhoneList.builder();
    for (int each = 0; each < phones; each++) {
      String device = deviceName(each);
      list.extension(number(each), it -> it.device(device));
    }
    return list.huntGroup(GROUP, group -> fill(group, 0, phones)).build();
  }

  /** Many extensions, ten of which at a time are a hunt group; one in five forwards on busy. */
  static PhoneListBuilder large(int extensions, int groups) {
    return large(extensions, groups, phone -> {});
  }

  /** The same, with something said besides of each extension. */
  static PhoneListBuilder large(int extensions, int groups, Consumer<ExtensionBuilder> each) {
    PhoneListBuilder list = PhoneList.builder();
    for (int own = 0; own < extensions; own++) {
      String device = deviceName(own);
      String colleague = number((own + 1) % extensions);
      boolean forwards = own % 5 == 0;
      list.extension(
          number(own),
          it -> {
            each.accept(it.device(device));
            if (forwards) {
              it.forwardOnBusy(colleague);
            }
          });
    }
    int size = extensions / groups;
    for (int group = 0; group < groups; group++) {
      int first = group * size;
      list.huntGroup(groupNumber(group), it -> fill(it, first, size));
    }
    return list;
  }

  static String groupNumber(int group) {
    return GROUP + number(group);
  }

  private static void fill(HuntGroupBuilder group, int first, int size) {
    group.queueLimit(MANY).longestWait(Duration.ofHours(24));
    for (int each = first; each < first + size; each++) {
      group.member(number(each));
    }
  }
}
