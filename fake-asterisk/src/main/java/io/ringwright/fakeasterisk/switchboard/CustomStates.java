package io.ringwright.fakeasterisk.switchboard;

import io.ringwright.availability.DeviceState;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * The device states that the dialplan and AMI set: {@code Custom:<name>}. Source: {@code
 * funcs/func_devstate.c} of Asterisk.
 *
 * <p>Thread safety: belongs to the timeline's thread.
 */
public final class CustomStates {

  private static final String PREFIX = "Custom:";

  private final Consumer<Consumer<SwitchListener>> tell;
  private final Map<String, DeviceState> states = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

  CustomStates(Consumer<Consumer<SwitchListener>> tell) {
    this.tell = tell;
  }

  /**
   * Sets a state. One that was set before to the same is told to nobody.
   *
   * @param device such as {@code Custom:rw-login-8260}
   * @param word the state, as {@code DEVICE_STATE} takes it
   * @return false if this is no custom device, or no such word
   */
  public boolean set(String device, String word) {
    Optional<DeviceState> state = DeviceStateWord.parse(word);
    if (state.isEmpty() || !device.regionMatches(true, 0, PREFIX, 0, PREFIX.length())) {
      return false;
    }
    if (states.put(device, state.get()) != state.get()) {
      tell.accept(listener -> listener.deviceChanged(device, state.get()));
    }
    return true;
  }

  /**
   * A state.
   *
   * @param device such as {@code Custom:rw-login-8260}
   * @return {@link DeviceState#UNKNOWN} if it was never set
   */
  public DeviceState get(String device) {
    return states.getOrDefault(device, DeviceState.UNKNOWN);
  }

  /**
   * All that were ever set.
   *
   * @return by name, a copy
   */
  public Map<String, DeviceState> all() {
    return Map.copyOf(states);
  }
}
