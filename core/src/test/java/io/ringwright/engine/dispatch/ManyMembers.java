package io.ringwright.engine.dispatch;

import io.ringwright.availability.Attendance;
import io.ringwright.availability.DeviceLoad;
import io.ringwright.availability.DeviceState;
import io.ringwright.availability.Workload;
import io.ringwright.call.Destination;
import io.ringwright.call.Device;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.Requirements;
import io.ringwright.directory.Extension;
import io.ringwright.directory.HuntGroup;
import io.ringwright.directory.HuntGroup.Preference;
import io.ringwright.directory.HuntGroupBuilder;
import io.ringwright.directory.PhoneList;
import io.ringwright.directory.PhoneListBuilder;
import io.ringwright.directory.StandardStrategy;
import io.ringwright.directory.Strategy;
import io.ringwright.routing.PlainMembers;
import io.ringwright.routing.RoutingFacts;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** One hunt group of many extensions with random skills, in which phones and people change. */
final class ManyMembers implements RoutingFacts {

  static final Destination GROUP = new Destination.ToHuntGroup(DirectoryNumber.of("700"));
  private static final int SKILLS = 6;

  private final Random random;
  private final PhoneList phones;
  private final List<Extension> members;
  private final Map<Device, DeviceLoad> loads = new HashMap<>();
  private final Map<DirectoryNumber, Attendance> attendance = new HashMap<>();
  private final Map<DirectoryNumber, Instant> leftAlone = new HashMap<>();

  ManyMembers(Random random, int members) {
    this.random = random;
    PhoneListBuilder list = PhoneList.builder();
    for (int number = 1000; number < 1000 + members; number++) {
      extension(list, number);
    }
    list.huntGroup("700", group -> group(group, members));
    this.phones = list.build();
    this.members =
        group().members().stream()
            .flatMap(each -> phones.extension(DirectoryNumber.of(each.to().digits())).stream())
            .toList();
  }

  private void extension(PhoneListBuilder list, int number) {
    list.extension(
        Integer.toString(number),
        each -> {
          each.device("PJSIP/" + (random.nextInt(20) == 0 ? 1000 : number));
          each.holdCapacity(random.nextInt(4) == 0 ? 1 : 0);
          for (int skill = 0; skill < SKILLS; skill++) {
            if (random.nextInt(4) == 0) {
              each.skill("skill" + skill, 1 + random.nextInt(4));
            }
          }
          if (random.nextInt(20) == 0) {
            each.outOfService();
          }
        });
  }

  private void group(HuntGroupBuilder group, int members) {
    group.strategy(any(StandardStrategy.values()));
    group.preference(random.nextBoolean() ? Preference.FREE_FIRST : Preference.PRIORITY_FIRST);
    group.openPriority(2, Duration.ofSeconds(30));
    for (int number = 1000; number < 1000 + members; number++) {
      int priority = number == 1000 ? 2 : 1 + random.nextInt(2);
      group.member(Integer.toString(number), priority, 1 + random.nextInt(3));
    }
  }

  private <T> T any(T[] values) {
    return Arrays.asList(values).get(random.nextInt(values.length));
  }

  HuntGroup group() {
    return phones.huntGroup(DirectoryNumber.of("700")).orElseThrow();
  }

  List<Extension> members() {
    return members;
  }

  /** A wish that nobody, somebody or everybody can fulfil, now or later. */
  Requirements wish() {
    Requirements wish = Requirements.of(levels(1 + random.nextInt(2)));
    for (int stage = random.nextInt(3); stage > 0; stage--) {
      wish = wish.after(Duration.ofSeconds(stage * 20L), levels(random.nextInt(3)));
    }
    return wish;
  }

  private Map<String, Integer> levels(int skills) {
    Map<String, Integer> levels = new HashMap<>();
    for (int each = 0; each < skills; each++) {
      levels.put("skill" + random.nextInt(SKILLS + 1), 1 + random.nextInt(5));
    }
    return levels;
  }

  /** Something about a member changes. */
  Device change() {
    Extension member = members.get(random.nextInt(members.size()));
    if (random.nextInt(4) == 0) {
      Optional<String> pause = random.nextBoolean() ? Optional.of("lunch") : Optional.empty();
      attendance.put(member.number(), new Attendance(random.nextInt(3) > 0, pause));
    } else if (random.nextInt(6) == 0) {
      leftAlone.put(member.number(), random.nextBoolean() ? Instant.MAX : Instant.MIN);
    } else {
      DeviceState state = any(DeviceState.values());
      Instant idle = Instant.parse("2026-03-02T09:00:00Z").minusSeconds(random.nextInt(50));
      int reserved = random.nextInt(8) == 0 ? 1 : 0;
      loads.put(
          member.device(),
          new DeviceLoad(state, state.inCall() ? 1 : 0, reserved, Instant.MIN, idle));
    }
    return member.device();
  }

  @Override
  public PhoneList phones() {
    return phones;
  }

  @Override
  public DeviceLoad of(Device device) {
    return loads.getOrDefault(device, DeviceLoad.UNHEARD);
  }

  @Override
  public int waiting(Destination destination) {
    return 0;
  }

  @Override
  public Instant now() {
    return Instant.parse("2026-03-02T09:00:00Z");
  }

  @Override
  public Instant leftAloneUntil(DirectoryNumber extension) {
    return leftAlone.getOrDefault(extension, Instant.MIN);
  }

  @Override
  public Attendance attendance(DirectoryNumber extension) {
    return attendance.getOrDefault(extension, Attendance.PRESENT);
  }

  @Override
  public Workload workload(DirectoryNumber extension) {
    return new Workload(extension.hashCode() % 3, Duration.ofSeconds(extension.hashCode() % 5));
  }

  @Override
  public Strategy.Memory memory(HuntGroup group) {
    return new Strategy.Memory(7, 42);
  }

  @Override
  public Optional<PlainMembers> plainMembers(
      HuntGroup group, Requirements asked, Requirements.Stage stage) {
    return Optional.empty();
  }
}
