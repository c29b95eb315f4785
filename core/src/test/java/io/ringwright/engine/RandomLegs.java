package io.ringwright.engine;

import io.ringwright.availability.Attendance;
import io.ringwright.call.CallId;
import io.ringwright.call.Device;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.RememberedCall;
import io.ringwright.directory.Extension;
import io.ringwright.engine.RandomCaller.Where;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What people in a random house do with calls and phones beside calling, answering and hanging up:
 * they pick up each other's calls, transfer callers in each way there is, log in and out, and take
 * callers out of the queue; and the dialplan loses its engine.
 */
final class RandomLegs {

  /** A phone that is in no phone list. */
  static final Device OUTSIDE = Device.of("PJSIP/8305");

  private final RandomHouse house;

  /** Consultations, and the callers who wait on music meanwhile. */
  private final Map<CallId, CallId> consultations = new LinkedHashMap<>();

  RandomLegs(RandomHouse house) {
    this.house = house;
  }

  /** One of these things, if somebody is there to do it. */
  void anything() {
    switch (house.random.nextInt(10)) {
      case 0, 1 -> somebody(Where.RINGING).ifPresent(this::pickedUp);
      case 2 -> waitingOnTheSpot().ifPresent(each -> talks(each, OUTSIDE));
      case 3, 4 -> somebody(Where.TALKING).ifPresent(this::transferred);
      case 5 -> somebody(Where.TALKING).ifPresent(this::transferredToGroup);
      case 6, 7 -> consultsOrCompletes();
      case 8 -> losesTheEngine();
      default -> orders();
    }
  }

  private Optional<RandomCaller> somebody(Where where) {
    List<RandomCaller> all = house.at(where);
    return all.isEmpty() ? Optional.empty() : Optional.of(house.any(all));
  }

  private Optional<RandomCaller> waitingOnTheSpot() {
    return somebody(Where.WAITING).filter(each -> house.pbx.linked);
  }

  private Optional<Device> idlePhone() {
    List<Device> idle =
        house.directory.phoneList().extensions().stream()
            .map(Extension::device)
            .filter(each -> !house.phones.isTouched(each))
            .toList();
    return idle.isEmpty() || house.chance(30) ? Optional.empty() : Optional.of(house.any(idle));
  }

  /** By a colleague, or by somebody whose phone nobody knows. */
  private void pickedUp(RandomCaller caller) {
    house.talks(caller, idlePhone().orElse(OUTSIDE));
  }

  /** A supervisor connects a waiting caller, which the engine hears at once. */
  private void talks(RandomCaller caller, Device outside) {
    caller.where = Where.TALKING;
    house.router.callAnswered(caller.id(), outside);
  }

  /** To one phone, blind or after a consultation with it: the phone talks to the caller now. */
  private void transferred(RandomCaller caller) {
    Device taker = idlePhone().orElse(OUTSIDE);
    List<Device> left = house.phones.leave(caller.id());
    house.phones.on(taker).add(caller.id());
    boolean bridgeFirst = house.chance(50);
    if (bridgeFirst) {
      handedOver(caller, taker);
    }
    left.forEach(house::report);
    house.report(taker);
    if (!bridgeFirst) {
      handedOver(caller, taker);
    }
  }

  private void handedOver(RandomCaller caller, Device taker) {
    if (house.isTold()) {
      house.router.callHandedOver(caller.id(), house.names(taker));
    } else {
      house.unheard.add(taker);
    }
  }

  /** Blind to a number: the caller's channel asks again. */
  private void transferredToGroup(RandomCaller caller) {
    house.leavePhones(caller);
    caller.channel = calling(caller.channel, house.any(RandomEventsTest.NUMBERS));
    caller.arrivals++;
    caller.where = Where.ASKING;
    house.obey(caller, house.router.callArrived(House.inbound(caller.channel)));
  }

  private RememberedCall calling(RememberedCall before, String number) {
    return new RememberedCall(
        before.id(),
        before.channel(),
        before.caller(),
        DirectoryNumber.of(number),
        before.priority(),
        house.clock.instant());
  }

  /** An agent calls a group while the caller hears music, and later connects the two. */
  private void consultsOrCompletes() {
    List<CallId> open =
        consultations.entrySet().stream()
            .filter(each -> isThere(each.getKey()) && isTalking(each.getValue()))
            .map(Map.Entry::getKey)
            .toList();
    if (open.isEmpty() || house.chance(50)) {
      somebody(Where.TALKING)
          .filter(each -> !consultations.containsValue(each.id()))
          .ifPresent(this::consults);
    } else if (house.pbx.linked) {
      completes(house.any(open));
    }
  }

  private boolean isThere(CallId call) {
    Where where = house.caller(call).where;
    return where == Where.WAITING || where == Where.RINGING || where == Where.TALKING;
  }

  private boolean isTalking(CallId call) {
    return house.caller(call).where == Where.TALKING;
  }

  private void consults(RandomCaller caller) {
    RandomCaller consultation = house.arrives(house.any(RandomEventsTest.NUMBERS), 5);
    consultations.put(consultation.id(), caller.id());
  }

  private void completes(CallId id) {
    RandomCaller consultation = house.caller(id);
    RandomCaller caller = house.caller(Objects.requireNonNull(consultations.remove(id), id::value));
    boolean answered = consultation.where == Where.TALKING;
    List<Device> left = house.phones.leave(caller.id());
    if (answered) {
      List<Device> taken = house.phones.leave(consultation.id());
      taken.forEach(each -> house.phones.on(each).add(caller.id()));
      consultation.where = Where.GONE;
    } else {
      consultation.channel = on(consultation.channel, caller.channel);
      caller.where = Where.GONE;
    }
    house.router.callTakenOver(id, caller.channel.channel(), caller.id());
    left.forEach(house::report);
    house.phones.of(caller.id()).forEach(house::report);
  }

  private static RememberedCall on(RememberedCall call, RememberedCall other) {
    return new RememberedCall(
        call.id(), other.channel(), other.caller(), call.called(), call.priority(), call.since());
  }

  /** A caller who waits or for whom phones ring comes into the fallback context, or leaves it. */
  private void losesTheEngine() {
    Optional<RandomCaller> there = somebody(Where.FALLBACK);
    if (there.isPresent()) {
      house.hangsUp(there.get());
      return;
    }
    somebody(house.chance(50) ? Where.WAITING : Where.RINGING)
        .filter(each -> house.pbx.linked)
        .ifPresent(this::fallsBack);
  }

  private void fallsBack(RandomCaller caller) {
    caller.where = Where.FALLBACK;
    house.router.callFellBack(caller.id());
    house.leavePhones(caller);
  }

  private void orders() {
    if (house.chance(30)) {
      somebody(Where.WAITING).ifPresent(this::withdrawn);
      return;
    }
    Extension extension = house.any(List.copyOf(house.directory.phoneList().extensions()));
    if (house.chance(40)) {
      somebody(Where.WAITING).ifPresent(each -> prefers(each, extension.number()));
      return;
    }
    house.router.setAttendance(
        extension.number(),
        switch (house.random.nextInt(4)) {
          case 0 -> new Attendance(false, Optional.empty());
          case 1 -> new Attendance(true, Optional.of("lunch"));
          default -> Attendance.PRESENT;
        });
  }

  private void prefers(RandomCaller caller, DirectoryNumber extension) {
    Duration time = Duration.ofSeconds(1 + house.random.nextInt(60));
    house.router.prefer(caller.id(), extension, time);
    caller.choosyUntil = house.clock.instant().plus(time);
  }

  /** The host ends the call for the engine, and then hangs up. */
  private void withdrawn(RandomCaller caller) {
    house.router.withdraw(caller.id());
    house.hangsUp(caller);
  }

  /** Everybody is at work again, and nobody is left in the fallback context. */
  void calm() {
    house
        .directory
        .phoneList()
        .extensions()
        .forEach(each -> house.router.setAttendance(each.number(), Attendance.PRESENT));
    house.at(Where.FALLBACK).forEach(house::hangsUp);
  }
}
