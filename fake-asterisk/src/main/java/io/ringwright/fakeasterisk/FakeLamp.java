package io.ringwright.fakeasterisk;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import io.ringwright.availability.DeviceState;
import io.ringwright.fakeasterisk.switchboard.SwitchListener;
import io.ringwright.fakeasterisk.switchboard.Switchboard;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * A lamp at a {@link FakeDesk}: on while one of the devices that it watches is in use, as phones
 * show {@code confirmed}. Source: {@code res/res_pjsip_dialog_info_body_generator.c} of Asterisk.
 *
 * <p>Thread safety: hears on the timeline's thread; the rest may be used by many threads.
 */
final class FakeLamp implements Lamp, SwitchListener {

  private static final Set<DeviceState> ON =
      EnumSet.of(
          DeviceState.IN_USE, DeviceState.BUSY, DeviceState.ON_HOLD, DeviceState.RING_IN_USE);

  private final Switchboard switchboard;
  private final List<String> watched;

  @GuardedBy("this")
  private final List<String> shown = new ArrayList<>();

  /**
   * A lamp that shows its first state.
   *
   * @param devices joined by {@code &}
   */
  FakeLamp(Switchboard switchboard, String devices) {
    this.switchboard = switchboard;
    this.watched = Arrays.asList(devices.split("&"));
    show();
  }

  @Override
  public void deviceChanged(String device, DeviceState state) {
    if (watched.stream().anyMatch(device::equalsIgnoreCase)) {
      show();
    }
  }

  private synchronized void show() {
    boolean on = watched.stream().map(this::state).anyMatch(ON::contains);
    shown.add(on ? "on" : "off");
    notifyAll();
  }

  private DeviceState state(String device) {
    return device.regionMatches(true, 0, "Custom:", 0, 7)
        ? switchboard.customStates().get(device)
        : switchboard.devices().getOrDefault(device, DeviceState.INVALID);
  }

  @Override
  public void awaitOn() {
    await("on");
  }

  @Override
  public void awaitOff() {
    await("off");
  }

  private synchronized void await(String wanted) {
    long deadline = System.nanoTime() + FakeDeskCall.PATIENCE.toNanos();
    while (!shown.get(shown.size() - 1).equals(wanted)) {
      long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
      if (left <= 0) {
        throw new IllegalStateException("lamp of " + watched + " was expected to be " + wanted);
      }
      try {
        wait(left);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted", e);
      }
    }
  }

  @Override
  public synchronized List<String> shown() {
    return List.copyOf(shown);
  }
}
