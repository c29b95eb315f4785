package io.ringwright.engine;

import io.ringwright.availability.Attendance;
import io.ringwright.call.Destination;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.RingOutcome;
import io.ringwright.directory.Extension;
import io.ringwright.directory.MissedRings.Remedy;
import io.ringwright.effect.Effect;
import io.ringwright.engine.state.EngineState;
import io.ringwright.engine.state.WaitingCalls;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Which extensions calls through hunt groups are offered to: who is logged in and not paused, and
 * who is left alone after missed rings.
 */
final class Staff {

  private final EngineState state;
  private final Outbox outbox;

  Staff(EngineState state, Outbox outbox) {
    this.state = state;
    this.outbox = outbox;
  }

  /** The person of an extension logged in or out, paused or resumed. */
  void setAttendance(DirectoryNumber extension, Attendance attendance) {
    state.extensions().attends(extension, attendance, state.now());
    attends(extension);
  }

  /** The same in one hunt group. */
  void setAttendance(DirectoryNumber extension, DirectoryNumber group, Attendance attendance) {
    state.extensions().attends(extension, group, attendance);
    changed(extension);
    outbox.emit(new Effect.Tell.GroupAttendanceChanged(extension, group, attendance));
  }

  /**
   * A ring of a call through a hunt group was missed: after so many in a row the extension is
   * paused, or left alone for a while.
   *
   * @return for how long it is left alone from now on; zero if it is not
   */
  Duration missed(Extension extension, RingOutcome outcome) {
    DirectoryNumber number = extension.number();
    int rings = state.extensions().missed(number, outcome);
    Remedy remedy = extension.duty().missed().after(outcome);
    if (remedy instanceof Remedy.Pause pause && rings >= pause.after()) {
      state.extensions().pause(number, outcome, state.now());
      attends(number);
    }
    if (remedy instanceof Remedy.LeaveAlone leave && rings >= leave.after()) {
      return leaveAlone(extension, outcome, leave.time(rings));
    }
    return Duration.ZERO;
  }

  /**
   * The person of an extension is gone, or its phone: who waits for it may have to go on. Who comes
   * back may be missing for another reason, which counts where the first one did not.
   */
  void thinOut(DirectoryNumber extension) {
    WaitingCalls waiting = state.waiting();
    if (waiting.isEmpty()) {
      return;
    }
    Optional<Set<Destination>> leading = state.reach().leadingTo(extension);
    if (leading.isEmpty()) {
      state.openings().thinned(waiting.destinations());
      return;
    }
    for (Destination from : leading.get()) {
      if (waiting.length(from) > 0) {
        state.openings().thinned(from);
      }
    }
    waiting.preferring(leading.get(), state.openings()::thinned);
  }

  /** Calls through hunt groups are offered to an extension again. */
  void offerAgain(DirectoryNumber extension) {
    state.extensions().offerAgain(extension);
    state.timers().offerAgain(extension);
    touch(extension);
  }

  private Duration leaveAlone(Extension extension, RingOutcome outcome, Duration time) {
    DirectoryNumber number = extension.number();
    Instant until = state.now().plus(time);
    if (until.isAfter(state.extensions().leftAloneUntil(number))) {
      state.extensions().leaveAlone(number, until, state.now());
      state.timers().leaveAlone(number, until);
      touch(number); // Who prefers it may have another phone now.
      thinOut(number);
      outbox.emit(new Effect.Tell.LeftAlone(number, outcome, until));
    }
    return time;
  }

  private void attends(DirectoryNumber extension) {
    Attendance now = state.extensions().attendance(extension);
    changed(extension);
    outbox.emit(new Effect.Tell.AttendanceChanged(extension, now));
  }

  /** Whoever says whether they take calls is there: they are left alone no longer. */
  private void changed(DirectoryNumber extension) {
    state.timers().offerAgain(extension);
    thinOut(extension);
    touch(extension);
  }

  /** Something about an extension changed that its device does not tell. */
  private void touch(DirectoryNumber extension) {
    state
        .phones()
        .extension(extension)
        .ifPresent(found -> state.openings().touched(found.device()));
  }
}
