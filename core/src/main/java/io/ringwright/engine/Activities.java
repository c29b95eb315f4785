package io.ringwright.engine;

import io.ringwright.availability.Attendance;
import io.ringwright.availability.DeviceLoad;
import io.ringwright.availability.DeviceState;
import io.ringwright.call.CallId;
import io.ringwright.call.Device;
import io.ringwright.call.RingTarget;
import io.ringwright.directory.Extension;
import io.ringwright.engine.state.Call;
import io.ringwright.engine.state.CallPhase.Ringing;
import io.ringwright.engine.state.EngineState;
import io.ringwright.engine.state.ExtensionTimes;
import io.ringwright.engine.state.ReportedFacts.Ring;
import io.ringwright.view.Activity;
import io.ringwright.view.Activity.State;
import io.ringwright.view.ExtensionView.Talk;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds out what extensions do, and since when. Changes nothing. */
final class Activities {

  private final EngineState state;
  private final Instant now;

  /**
   * At one moment.
   *
   * @param now which
   */
  Activities(EngineState state, Instant now) {
    this.state = state;
    this.now = now;
  }

  /** What an extension does that has this talk, if it has one. */
  Activity of(Extension extension, Optional<Talk> talk) {
    return talk.map(it -> with(State.TALKING, it.since(), it.call()))
        .or(() -> ringing(extension))
        .orElseGet(() -> withoutCall(extension));
  }

  private static Activity with(State what, Instant since, CallId call) {
    return new Activity(what, known(since), Optional.of(call), Optional.empty());
  }

  /** Of several calls for which it is to ring, the one that began first. */
  private Optional<Activity> ringing(Extension extension) {
    return devices(extension)
        .flatMap(device -> state.devices().reservedFor(device).stream())
        .distinct()
        .flatMap(id -> state.call(id).stream())
        .map(call -> activity(call, extension))
        .reduce((one, two) -> one.since().equals(two.since()) || isFirst(one, two) ? one : two);
  }

  private static boolean isFirst(Activity one, Activity two) {
    return one.since().orElse(Instant.MIN).isBefore(two.since().orElse(Instant.MIN));
  }

  private static Activity activity(Call call, Extension extension) {
    Instant since =
        call.phase() instanceof Ringing
            ? call.reported().rings().stream()
                .filter(ring -> ring.extension().equals(extension.number()))
                .map(Ring::since)
                .min(Instant::compareTo)
                .orElse(call.phaseSince())
            : call.phaseSince();
    return with(State.RINGING, since, call.id());
  }

  private Activity withoutCall(Extension extension) {
    DeviceLoad load = state.devices().load(extension.devices());
    Attendance attendance = state.extensions().attendance(extension.number());
    ExtensionTimes times = state.extensions().times(extension.number());
    if (load.inCall() > 0 || load.state().inCall() || load.state() == DeviceState.RINGING) {
      return plain(State.ENGAGED, changed(extension));
    }
    if (now.isBefore(load.wrapUpUntil())) {
      return plain(
          State.WRAP_UP, times.wrapUp().map(ExtensionTimes.WrapUp::since).orElse(Instant.MIN));
    }
    if (!attendance.loggedIn()) {
      return plain(State.LOGGED_OUT, times.attending());
    }
    return attendance
        .pausedFor()
        .map(
            why ->
                new Activity(
                    State.PAUSED, known(times.attending()), Optional.empty(), Optional.of(why)))
        .orElseGet(() -> present(extension, load, times));
  }

  private Activity present(Extension extension, DeviceLoad load, ExtensionTimes times) {
    if (!load.state().reachable()) {
      return plain(State.UNREACHABLE, changed(extension));
    }
    Instant alone = state.extensions().leftAloneUntil(extension.number());
    if (now.isBefore(alone)) {
      return plain(State.LEFT_ALONE, times.leftAlone());
    }
    List<Instant> all =
        List.of(load.idleSince(), load.wrapUpUntil(), times.attending(), alone, changed(extension));
    return plain(State.FREE, all.stream().max(Instant::compareTo).orElse(Instant.MIN));
  }

  /** When the state of any of its devices changed last. */
  private Instant changed(Extension extension) {
    return devices(extension)
        .map(state.devices()::stateSince)
        .max(Instant::compareTo)
        .orElse(Instant.MIN);
  }

  private static Stream<Device> devices(Extension extension) {
    return extension.devices().stream().map(RingTarget::device);
  }

  private static Activity plain(State what, Instant since) {
    return new Activity(what, known(since), Optional.empty(), Optional.empty());
  }

  private static Optional<Instant> known(Instant since) {
    return since.equals(Instant.MIN) ? Optional.empty() : Optional.of(since);
  }
}
