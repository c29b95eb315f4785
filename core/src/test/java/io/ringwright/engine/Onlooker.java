package io.ringwright.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.call.Device;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.RingTarget;
import io.ringwright.directory.Extension;
import io.ringwright.directory.PhoneList;
import io.ringwright.engine.RandomCaller.Where;
import io.ringwright.waiting.WaitingCall;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Looks at a house in which no news is lost, and knows nothing of the engine but what it tells
 * everybody: nobody waits beside a phone that could ring, and nobody waits beyond a longest wait.
 */
final class Onlooker {

  /** Longer than any back-off and any wrap-up of the house. */
  private static final Duration LONG_AFTER = Duration.ofMinutes(2);

  private final RandomHouse house;

  /** When a phone last did anything, and so may be left alone for a time. */
  private final Map<Device, Instant> lastTouched = new HashMap<>();

  private int looks;

  Onlooker(RandomHouse house) {
    this.house = house;
  }

  /** How often there was somebody to look at. */
  int looks() {
    return looks;
  }

  /** Looks once; time only passes between two looks. */
  void look() {
    PhoneList phones = house.directory.phoneList();
    Instant now = house.clock.instant();
    for (Extension extension : phones.extensions()) {
      extension.devices().stream()
          .map(RingTarget::device)
          .filter(house.phones::isTouched)
          .forEach(device -> lastTouched.put(device, now));
    }
    for (RandomCaller caller : house.at(Where.WAITING)) {
      if (now.isBefore(caller.choosyUntil.plus(LONG_AFTER))) {
        continue; // Whom it lets go ahead may take a while as well.
      }
      looks++;
      if (house.pbx.moves.stream().noneMatch(each -> each.call().equals(caller.id()))) {
        membersOf(caller).forEach(each -> mayNotRing(each, caller));
      }
    }
    house.router.waitingCalls().forEach(this::waitsNoLonger);
  }

  private List<Extension> membersOf(RandomCaller caller) {
    PhoneList phones = house.directory.phoneList();
    return phones
        .huntGroup(caller.channel.called())
        .map(
            group ->
                group.members().stream()
                    .flatMap(
                        each -> phones.extension(DirectoryNumber.of(each.to().digits())).stream())
                    .filter(each -> house.router.attendance(each.number()).loggedIn())
                    .filter(each -> house.router.attendance(each.number()).pausedFor().isEmpty())
                    .toList())
        .orElseGet(() -> phones.extension(caller.channel.called()).stream().toList());
  }

  private void mayNotRing(Extension extension, RandomCaller caller) {
    List<Device> devices = extension.devices().stream().map(RingTarget::device).toList();
    Instant touched =
        devices.stream()
            .map(device -> lastTouched.getOrDefault(device, Instant.MIN))
            .max(Instant::compareTo)
            .orElseThrow();
    boolean rested = touched.isBefore(house.clock.instant().minus(LONG_AFTER));
    boolean promised =
        house.pbx.moves.stream()
            .flatMap(each -> each.targets().stream())
            .map(RingTarget::device)
            .anyMatch(devices::contains);
    assertThat(rested && !promised)
        .as("%s waits while %s has done nothing since %s", caller, devices, touched)
        .isFalse();
  }

  private void waitsNoLonger(WaitingCall call) {
    Duration longest =
        house
            .directory
            .phoneList()
            .huntGroup(DirectoryNumber.of(call.waitingFor().digits()))
            .map(each -> each.waiting().longestWait())
            .orElse(Duration.ofDays(1));
    RandomCaller caller = house.caller(call.id());
    assertThat(house.clock.instant())
        .as("%s waits for %s", caller, call.waitingFor())
        .isBefore(caller.channel.since().plus(longest.multipliedBy(2)));
  }
}
