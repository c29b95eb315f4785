package io.ringwright.fakeasterisk.switchboard;

import io.ringwright.availability.DeviceState;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The devices of a switch by name. Belongs to the timeline's thread. */
final class Lines {

  private final Line.Watch watch;
  private final Map<String, Line> byDevice = new LinkedHashMap<>();

  Lines(Line.Watch watch) {
    this.watch = watch;
  }

  void install(String device, String context, Phone phone) {
    byDevice.put(device, new Line(watch, device, context, phone));
  }

  /** The lines of a context, in the order in which they were added. */
  List<Line> of(String context) {
    return byDevice.values().stream().filter(line -> line.context().equals(context)).toList();
  }

  Optional<Line> find(String device) {
    Line exact = byDevice.get(device);
    return exact == null
        ? byDevice.values().stream().filter(line -> line.isNamed(device)).findFirst()
        : Optional.of(exact);
  }

  Line get(String device) {
    return find(device)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "device " + device + " is unknown: expected one of " + byDevice.keySet()));
  }

  Map<String, DeviceState> states() {
    Map<String, DeviceState> states = new LinkedHashMap<>();
    byDevice.forEach((device, line) -> states.put(device, line.state()));
    return states;
  }
}
