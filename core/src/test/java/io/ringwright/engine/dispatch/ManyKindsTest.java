package io.ringwright.engine.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringwright.availability.Attendance;
import io.ringwright.availability.Availability;
import io.ringwright.availability.DeviceLoad;
import io.ringwright.availability.Workload;
import io.ringwright.call.CallerId;
import io.ringwright.call.Destination;
import io.ringwright.call.Device;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.Requirements;
import io.ringwright.directory.Extension;
import io.ringwright.directory.Extension.Service;
import io.ringwright.directory.HuntGroup;
import io.ringwright.directory.HuntGroup.Absence;
import io.ringwright.directory.PhoneList;
import io.ringwright.directory.Strategy;
import io.ringwright.routing.PlainMembers;
import io.ringwright.routing.RoutedCaller;
import io.ringwright.routing.RoutingFacts;
import io.ringwright.routing.RoutingRules;
import io.ringwright.routing.Trail;
import io.ringwright.routing.WaitingAdmission.Admitted;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Callers who ask for many different things, answered from one index of the members. */
class ManyKindsTest {

  @Property(tries = 60)
  void sixty_kinds_of_wishes_are_answered_as_if_each_member_were_asked(@ForAll long seed) {
    new Day(seed, true).run();
  }

  @Test
  void an_index_that_does_not_hear_of_a_change_is_found_out() {
    assertThatThrownBy(
            () -> {
              for (long seed = 0; seed < 5; seed++) {
                new Day(seed, false).run();
              }
            })
        .isInstanceOf(AssertionError.class);
  }

  @Test
  void thousands_of_kinds_leave_nothing_behind() {
    ManyMembers house = new ManyMembers(new Random(1), 200);
    MemberIndex index = new MemberIndex(house);
    index.members(house.group(), Requirements.NONE, Requirements.NONE.stages().get(0));
    int before = index.size();
    for (int kind = 0; kind < 5_000; kind++) {
      Requirements asked =
          Requirements.of(Map.of("skill" + kind % 7, 1 + kind % 100, "s" + kind, 1));
      PlainMembers members = index.members(house.group(), asked, asked.stages().get(0));
      assertThat(members.anybodyFree()).isFalse();
    }
    assertThat(before).isPositive();
    assertThat(index.size()).isEqualTo(before);
  }

  /** A house in which things change, and questions after each change. */
  private static final class Day {
    private final Random random;
    private final ManyMembers house;
    private final MemberIndex index;
    private final List<Requirements> wishes;
    private final boolean hears;

    Day(long seed, boolean hears) {
      this.random = new Random(seed);
      this.house = new ManyMembers(random, random.nextBoolean() ? 3 : 20 + random.nextInt(180));
      this.index = new MemberIndex(house);
      this.wishes =
          Stream.concat(Stream.of(Requirements.NONE), Stream.generate(house::wish))
              .limit(60)
              .toList();
      this.hears = hears;
    }

    void run() {
      boolean mostlyEngaged = random.nextBoolean();
      for (int change = 0; change < (mostlyEngaged ? 600 : 100); change++) {
        Device changed = house.change();
        if (hears) {
          index.touched(changed);
        }
        check(wishes.get(random.nextInt(wishes.size())), Duration.ofSeconds(random.nextInt(60)));
      }
    }

    private void check(Requirements wish, Duration waited) {
      RoutedCaller caller = caller(wish, waited);
      RoutingFacts indexed = new Indexed(house, index);
      assertThat(RoutingRules.phonesFor(ManyMembers.GROUP, caller, indexed))
          .isEqualTo(RoutingRules.phonesFor(ManyMembers.GROUP, caller, house));
      Admitted standing = new Admitted(caller.since(), true);
      assertThat(RoutingRules.decide(ManyMembers.GROUP, caller, standing, indexed, Trail.silent()))
          .isEqualTo(
              RoutingRules.decide(ManyMembers.GROUP, caller, standing, house, Trail.silent()));
      checkCounts(caller, wish, wish.at(waited));
    }

    private RoutedCaller caller(Requirements wish, Duration waited) {
      Map<DirectoryNumber, Instant> refused = new HashMap<>();
      for (int each = random.nextInt(4); each > 0; each--) {
        Extension by = house.members().get(random.nextInt(house.members().size()));
        refused.put(by.number(), house.now().plusSeconds(5));
      }
      Instant since = house.now().minus(waited);
      return new RoutedCaller(CallerId.of("030"), refused, wish, since, since, Optional.empty());
    }

    private void checkCounts(RoutedCaller caller, Requirements asked, Requirements.Stage stage) {
      PlainMembers found = index.members(house.group(), asked, stage);
      Predicate<Extension> meets = each -> stage.metBy(each.duty().skills());
      Predicate<Extension> everMeets = each -> asked.everMetBy(each.duty().skills());
      assertThat(found.anybodyFree())
          .isEqualTo(present().filter(meets).anyMatch(each -> availability(each).mayRing()));
      Set<Absence> absences =
          Stream.of(Absence.values())
              .filter(any -> random.nextBoolean())
              .collect(Collectors.toUnmodifiableSet());
      assertThat(found.hope(caller, absences))
          .as("%s", absences)
          .isEqualTo(
              present().anyMatch(meets.negate().and(everMeets))
                  || (!absences.contains(Absence.LOGGED_OUT) && loggedOut().anyMatch(everMeets))
                  || present().filter(meets).anyMatch(each -> isThere(each, caller, absences)));
      assertThat(found.unqualified()).isEqualTo(present().anyMatch(everMeets.negate()));
    }

    private boolean isThere(Extension each, RoutedCaller caller, Set<Absence> absences) {
      boolean refused =
          absences.contains(Absence.REFUSED) && caller.leaves(each.number(), house.now());
      return switch (availability(each)) {
        case NOT_REACHABLE -> !absences.contains(Absence.NOT_REACHABLE);
        case PAUSED -> !absences.contains(Absence.PAUSED) && !refused;
        case LEFT_ALONE -> !absences.contains(Absence.REFUSED);
        default -> !refused;
      };
    }

    private Stream<Extension> present() {
      return inService().filter(each -> house.attendance(each.number()).loggedIn());
    }

    private Stream<Extension> loggedOut() {
      return inService().filter(each -> !house.attendance(each.number()).loggedIn());
    }

    private Stream<Extension> inService() {
      return house.members().stream().filter(each -> each.service() == Service.IN_SERVICE);
    }

    private Availability availability(Extension extension) {
      return house.availability(extension, true);
    }
  }

  /** The facts of a house, and the index over them. */
  private record Indexed(ManyMembers house, MemberIndex index) implements RoutingFacts {

    @Override
    public PhoneList phones() {
      return house.phones();
    }

    @Override
    public DeviceLoad of(Device device) {
      return house.of(device);
    }

    @Override
    public int waiting(Destination destination) {
      return house.waiting(destination);
    }

    @Override
    public Instant now() {
      return house.now();
    }

    @Override
    public Instant leftAloneUntil(DirectoryNumber extension) {
      return house.leftAloneUntil(extension);
    }

    @Override
    public Attendance attendance(DirectoryNumber extension) {
      return house.attendance(extension);
    }

    @Override
    public Workload workload(DirectoryNumber extension) {
      return house.workload(extension);
    }

    @Override
    public Strategy.Memory memory(HuntGroup group) {
      return house.memory(group);
    }

    @Override
    public Optional<PlainMembers> plainMembers(
        HuntGroup group, Requirements asked, Requirements.Stage stage) {
      return Optional.of(index.members(group, asked, stage));
    }
  }
}
