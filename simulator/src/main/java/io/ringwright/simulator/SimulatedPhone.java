package io.ringwright.simulator;

import io.ringwright.availability.DeviceReport;
import io.ringwright.availability.DeviceState;
import io.ringwright.call.CallId;
import io.ringwright.call.Device;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One person and the devices they have, who talks to one caller at a time and picks up what rings
 * meanwhile afterwards. Belongs to the clock's thread.
 */
final class SimulatedPhone {

  /** A caller for whom a phone rings. */
  interface Ringing {

    /** The call. */
    CallId id();

    /** Somebody is there who picks up now. */
    void pickUp(SimulatedPhone phone);
  }

  private final Device device;
  private final Set<Ringing> ringing = new LinkedHashSet<>();
  private final Set<Ringing> due = new LinkedHashSet<>();
  private Optional<Ringing> talking = Optional.empty();
  private Instant talkingSince = Instant.MIN;
  private Duration talked = Duration.ZERO;

  SimulatedPhone(Device device) {
    this.device = device;
  }

  Device device() {
    return device;
  }

  boolean isTalking() {
    return talking.isPresent();
  }

  void ring(Ringing caller) {
    ringing.add(caller);
  }

  void stopRinging(Ringing caller) {
    ringing.remove(caller);
    due.remove(caller);
  }

  /** Somebody would pick up now, but talks: afterwards, then. */
  void pickUpLater(Ringing caller) {
    due.add(caller);
  }

  void talk(Ringing caller, Instant now) {
    stopRinging(caller);
    talking = Optional.of(caller);
    talkingSince = now;
  }

  /**
   * The talk is over.
   *
   * @return who is picked up next, if somebody rings for longer than it takes to pick up
   */
  Optional<Ringing> hangUp(Instant now) {
    talked = talkedUntil(now);
    talking = Optional.empty();
    return due.stream().findFirst();
  }

  /** For how long somebody talked here, the talk under way included. */
  Duration talkedUntil(Instant now) {
    return isTalking() ? talked.plus(Duration.between(talkingSince, now)) : talked;
  }

  DeviceReport report() {
    if (ringing.isEmpty()) {
      return talking
          .map(caller -> new DeviceReport(device, DeviceState.IN_USE, Set.of(caller.id())))
          .orElseGet(() -> new DeviceReport(device, DeviceState.NOT_IN_USE, Set.of()));
    }
    Set<CallId> calls = new HashSet<>();
    Stream.concat(talking.stream(), ringing.stream()).forEach(caller -> calls.add(caller.id()));
    DeviceState state = isTalking() ? DeviceState.RING_IN_USE : DeviceState.RINGING;
    return new DeviceReport(device, state, calls);
  }
}
