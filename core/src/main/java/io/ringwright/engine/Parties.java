package io.ringwright.engine;

import io.ringwright.availability.DeviceState;
import io.ringwright.call.Channel;
import io.ringwright.call.Device;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.Party;
import io.ringwright.call.RingTarget;
import io.ringwright.directory.Extension;
import io.ringwright.engine.state.Call;
import io.ringwright.engine.state.CallPhase.Attempt;
import io.ringwright.engine.state.CallPhase.RungPhone;
import io.ringwright.engine.state.EngineState;
import java.util.List;
import java.util.Optional;

/** Finds out who talks to a caller. Changes nothing. */
final class Parties {

  private final EngineState state;

  Parties(EngineState state) {
    this.state = state;
  }

  /**
   * Whose phone it is that has these names: one of the attempt's first, else anybody's of the phone
   * list, else an outsider's.
   */
  Party of(Call call, List<Device> names) {
    return names.stream()
        .flatMap(name -> rung(call, name).stream())
        .findFirst()
        .or(() -> names.stream().flatMap(name -> listed(name).stream()).findFirst())
        .orElseGet(
            () -> names.isEmpty() ? Party.UNKNOWN : Party.outsider(names.get(names.size() - 1)));
  }

  private static Optional<Party> rung(Call call, Device name) {
    List<RungPhone> rung = call.phase().current().map(Attempt::phones).orElse(List.of());
    return RungPhone.targets(rung).stream()
        .filter(target -> target.isNamed(name))
        .map(target -> Party.of(target.extension(), target.device()))
        .findFirst();
  }

  private Optional<Party> listed(Device name) {
    return state.phones().extensionsOn(name).stream()
        .map(Extension::number)
        .map(number -> Party.of(number, name))
        .findFirst();
  }

  /**
   * Who talks to a caller of whom the switch only says that they talk: on the device on which it
   * reports the call, on one of the only extension that rang and can be in a talk, or somebody
   * unknown.
   */
  Party seen(Call call) {
    List<RungPhone> phones = call.phase().current().map(Attempt::phones).orElse(List.of());
    List<Device> rung = RungPhone.targets(phones).stream().map(RingTarget::device).toList();
    return state
        .devices()
        .deviceOf(call.id(), rung)
        .or(() -> reported(call))
        .or(() -> phones.size() == 1 ? firstNotIdle(rung) : Optional.empty())
        .map(device -> of(call, List.of(device)))
        .orElse(Party.UNKNOWN);
  }

  /** A device of the phone list on which the call is reported, and not the caller's own. */
  private Optional<Device> reported(Call call) {
    Optional<Device> own = deviceOf(call.channel());
    return state.devices().devicesOf(call.id()).stream()
        .filter(device -> !own.equals(Optional.of(device)))
        .filter(device -> listed(device).isPresent())
        .findFirst();
  }

  /** A channel's name is its device and, after the last dash, a number. */
  private static Optional<Device> deviceOf(Channel channel) {
    int dash = channel.name().lastIndexOf('-');
    return dash < 0 ? Optional.empty() : Device.parse(channel.name().substring(0, dash));
  }

  private Optional<Device> firstNotIdle(List<Device> rung) {
    return rung.stream().filter(device -> !isIdle(device)).findFirst();
  }

  /** Whether the switch says that the device is in no call. */
  private boolean isIdle(Device device) {
    DeviceState said = state.devices().load(device).state();
    return said == DeviceState.NOT_IN_USE || said == DeviceState.UNAVAILABLE;
  }

  /** Whether two parties are the same person, or the same device of nobody's. */
  static boolean same(Party one, Party other) {
    Optional<DirectoryNumber> number = one.extension();
    return number.equals(other.extension())
        && (number.isPresent() || one.device().equals(other.device()));
  }
}
