package io.ringwright.engine.state;

import io.ringwright.call.CallId;
import io.ringwright.call.Device;
import io.ringwright.call.PbxId;
import io.ringwright.waiting.WaitingCall;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One snapshot of a switch, which comes in parts, and with which the state is then compared. Its
 * sets grow by short lists, so that no part costs more than another.
 *
 * <p>Thread safety: confined to the owner of the state.
 */
public final class OpenSnapshot {

  private final PbxId pbx;
  private final Instant takenAt;
  private final RankedSet<Device> devices = new RankedSet<>(Device.BY_NAME);
  private final RankedSet<CallId> alive = new RankedSet<>(Comparator.comparing(CallId::value));
  private @Nullable Compared compared;

  /**
   * It as plain data.
   *
   * @param pbx which switch
   * @param takenAt when it was taken
   * @param devices the devices that it contained so far, and those that were reported since
   * @param alive the calls that it contained so far
   * @param compared how far the state was compared with it; empty while parts of it are missing
   */
  public record Data(
      PbxId pbx,
      Instant takenAt,
      Set<Device> devices,
      Set<CallId> alive,
      Optional<Compared> compared) {}

  /**
   * How far a state was compared with it: first all calls by ticket, then all devices by name.
   *
   * @param call the last call that was compared; empty if none was
   * @param device the last device that was compared; empty if none was
   */
  public record Compared(Optional<WaitingCall> call, Optional<Device> device) {

    private static final Compared NOTHING = new Compared(Optional.empty(), Optional.empty());
  }

  OpenSnapshot(PbxId pbx, Instant takenAt) {
    this.pbx = pbx;
    this.takenAt = takenAt;
  }

  OpenSnapshot(Data data) {
    this(data.pbx(), data.takenAt());
    data.devices().forEach(devices::add);
    data.alive().forEach(alive::add);
    compared = data.compared().orElse(null);
  }

  Data data() {
    return new Data(
        pbx,
        takenAt,
        Set.copyOf(devices.toList()),
        Set.copyOf(alive.toList()),
        Optional.ofNullable(compared));
  }

  /** It has this device, or the device was reported since. */
  public void add(Device device) {
    devices.add(device);
  }

  /** It has the channel of this call. */
  public void add(CallId call) {
    alive.add(call);
  }

  /** Which switch. */
  public PbxId pbx() {
    return pbx;
  }

  /** When it was taken. */
  public Instant takenAt() {
    return takenAt;
  }

  /** Whether it has a device, or the device was reported since. */
  public boolean has(Device device) {
    return devices.contains(device);
  }

  /** Whether it has the channel of a call. */
  public boolean has(CallId call) {
    return alive.contains(call);
  }

  /** All parts have come: what it does not contain is gone. */
  public void isWholeNow() {
    compared = Compared.NOTHING;
  }

  boolean isWhole() {
    return compared != null;
  }

  /** How far the state was compared with it. */
  public Compared compared() {
    return compared == null ? Compared.NOTHING : compared;
  }

  /** The state was compared with it up to this device. */
  public void compared(Device device) {
    compared = new Compared(compared().call(), Optional.of(device));
  }

  /** The state was compared with it up to this call. */
  public void compared(Call call) {
    compared = new Compared(Optional.of(call.waiting()), compared().device());
  }
}
