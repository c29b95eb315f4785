package io.ringwright.fakeasterisk.ami;

import io.ringwright.availability.DeviceState;
import io.ringwright.fakeasterisk.dialplan.Hint;
import io.ringwright.fakeasterisk.switchboard.SwitchListener;
import io.ringwright.fakeasterisk.switchboard.Switchboard;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * The states of the dialplan's hints, and the events that tell their changes. Source: {@code
 * ast_devstate_aggregate} in Asterisk's {@code main/devicestate.c}, {@code manager_state_cb} in
 * {@code main/manager.c}. Belongs to the timeline's thread.
 */
final class HintStates implements SwitchListener {

  private static final int IN_USE = 1;
  private static final int BUSY = 2;
  private static final int UNAVAILABLE = 4;
  private static final int RINGING = 8;
  private static final int ON_HOLD = 16;
  private static final Map<Integer, String> WORDS =
      Map.of(
          0,
          "Idle",
          IN_USE,
          "InUse",
          BUSY,
          "Busy",
          UNAVAILABLE,
          "Unavailable",
          RINGING,
          "Ringing",
          RINGING + IN_USE,
          "InUse&Ringing",
          ON_HOLD,
          "Hold");

  private final Switchboard switchboard;
  private final List<Hint> hints;
  private final BiConsumer<AmiClass, AmiText> broadcast;
  private final Map<Hint, Integer> told = new HashMap<>();

  HintStates(Switchboard switchboard, List<Hint> hints, BiConsumer<AmiClass, AmiText> broadcast) {
    this.switchboard = switchboard;
    this.hints = hints;
    this.broadcast = broadcast;
  }

  List<Hint> hints() {
    return hints;
  }

  @Override
  public void deviceChanged(String device, DeviceState state) {
    for (Hint hint : hints) {
      int now = state(hint);
      if (devices(hint).contains(device) && now != told.getOrDefault(hint, 0)) {
        told.put(hint, now);
        AmiText event = AmiText.event("ExtensionStatus").header("Privilege", "call,all");
        broadcast.accept(AmiClass.CALL, described(event, hint));
      }
    }
  }

  /** Says in an event how a hint stands. */
  AmiText described(AmiText event, Hint hint) {
    int state = state(hint);
    return event
        .header("Exten", hint.extension())
        .header("Context", hint.context())
        .header("Hint", hint.devices())
        .header("Status", state)
        .header("StatusText", WORDS.getOrDefault(state, "Unknown"));
  }

  private static List<String> devices(Hint hint) {
    return Arrays.asList(hint.devices().split("&"));
  }

  private int state(Hint hint) {
    List<DeviceState> states =
        devices(hint).stream()
            .map(each -> switchboard.devices().getOrDefault(each, DeviceState.INVALID))
            .toList();
    boolean rings =
        states.stream()
            .anyMatch(each -> each == DeviceState.RINGING || each == DeviceState.RING_IN_USE);
    boolean inUse = states.stream().anyMatch(HintStates::isInUse);
    if (rings || inUse) {
      return (rings ? RINGING : 0) + (inUse ? IN_USE : 0);
    }
    if (states.contains(DeviceState.ON_HOLD)) {
      return ON_HOLD;
    }
    if (states.stream().allMatch(DeviceState.BUSY::equals)) {
      return BUSY;
    }
    return states.stream().noneMatch(DeviceState::reachable) ? UNAVAILABLE : 0;
  }

  private static boolean isInUse(DeviceState state) {
    return state == DeviceState.IN_USE || state == DeviceState.RING_IN_USE;
  }
}
