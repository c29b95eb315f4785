package io.ringwright.engine;

import io.ringwright.call.CallId;
import io.ringwright.call.Device;
import io.ringwright.call.Party;
import io.ringwright.call.RingTarget;
import io.ringwright.directory.Extension;
import io.ringwright.engine.state.DeviceTable.Rest;
import io.ringwright.engine.state.EngineState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Whoever has another device with a new phone list takes along what is theirs and not the device's:
 * talks, wrap-up and idle time. A talk is held with the first device until it is over, so that
 * device is engaged too.
 */
final class DeviceChanges {

  private final EngineState state;

  DeviceChanges(EngineState state) {
    this.state = state;
  }

  /** What somebody takes along, and to which device. */
  private record Move(Extension person, Rest rest) {}

  /**
   * Takes those who have other devices, before another phone list is in force. All go before
   * anybody comes: some may swap devices.
   */
  void apply(List<Extension> moved) {
    List<Move> moves = new ArrayList<>();
    for (Extension now : moved) {
      Optional<Extension> before = state.phones().extension(now.number());
      if (before.isPresent()) {
        before.get().devices().stream()
            .map(RingTarget::device)
            .filter(device -> !now.isAtAnyOf(Set.of(device)))
            .forEach(device -> moves.add(new Move(now, goes(now, device))));
      }
    }
    moves.forEach(this::comes);
  }

  private Rest goes(Extension person, Device device) {
    Rest all = state.devices().rest(device);
    Set<CallId> own = new HashSet<>();
    Set<CallId> begunHere = new HashSet<>();
    for (CallId call : all.talking()) {
      Optional<Party> party = state.call(call).flatMap(each -> each.phase().party());
      if (party.flatMap(Party::extension).equals(Optional.of(person.number()))) {
        own.add(call);
        if (party.flatMap(Party::device).equals(Optional.of(device))) {
          begunHere.add(call);
        }
      }
    }
    Rest rest = new Rest(Set.copyOf(own), all.wrapUpUntil(), all.idleSince());
    if (!rest.equals(Rest.NONE) && state.phones().extensionsOn(device).size() == 1) {
      state.devices().leaves(device, rest, begunHere);
    }
    return rest;
  }

  private void comes(Move move) {
    if (!move.rest().equals(Rest.NONE)) {
      Device device = move.person().device();
      state.devices().comes(device, move.rest());
      Instant until = state.devices().rest(device).wrapUpUntil();
      if (until.isAfter(state.now())) {
        state.timers().wrapUp(device, until);
      }
    }
  }
}
