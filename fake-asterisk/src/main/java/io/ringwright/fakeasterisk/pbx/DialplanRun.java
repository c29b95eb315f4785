package io.ringwright.fakeasterisk.pbx;

import io.ringwright.fakeasterisk.dialplan.Step;
import io.ringwright.fakeasterisk.switchboard.ChannelState;
import io.ringwright.fakeasterisk.switchboard.Fate;
import io.ringwright.fakeasterisk.switchboard.HangupCause;
import io.ringwright.fakeasterisk.switchboard.LiveChannel;
import io.ringwright.fakeasterisk.switchboard.Location;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One channel on its way through the dialplan, to the special extension {@code i} where nothing
 * matches and to {@code h} when it ends. Source: {@code __ast_pbx_run} and {@code
 * ast_pbx_h_exten_run} in Asterisk's {@code main/pbx.c}. Belongs to the timeline's thread.
 */
final class DialplanRun {

  /** A dialplan that never waits would keep the switch for itself. */
  private static final int MOST_STEPS_WITHOUT_A_PAUSE = 10_000;

  private static final Duration BUSY_TONE = Duration.ofSeconds(10);

  private final LiveChannel channel;
  private final DialplanAccess dialplan;
  private final Applications applications;
  private boolean hangingUp;
  private boolean inStep;
  private @Nullable Verdict verdict;
  private @Nullable Runnable whenReturned;

  DialplanRun(LiveChannel channel, DialplanAccess dialplan, Applications applications) {
    this.channel = channel;
    this.dialplan = dialplan;
    this.applications = applications;
  }

  /**
   * A run that ends with Return, where there is no further step, and when the channel is to be hung
   * up or moved; whoever began it says what comes then.
   */
  DialplanRun asSubroutine(Runnable afterwards) {
    whenReturned = afterwards;
    return this;
  }

  /** Executes steps until one takes time, or the channel is gone. */
  void proceed() {
    for (int steps = 0; steps < MOST_STEPS_WITHOUT_A_PAUSE; steps++) {
      Optional<Step> step = nextStep();
      if (step.isEmpty() || !execute(step.get())) {
        return;
      }
    }
    channel.end();
    throw new IllegalStateException(
        "the dialplan goes round without a pause at " + channel.location());
  }

  /** The step to execute, or empty if the run is over or has been put off. */
  private Optional<Step> nextStep() {
    return whenReturned == null ? nextStepOfCall() : nextStepOfSubroutine(whenReturned);
  }

  private Optional<Step> nextStepOfSubroutine(Runnable afterwards) {
    Optional<Step> step =
        channel.fate() == Fate.STAYS ? dialplan.step(channel.location()) : Optional.empty();
    if (step.isEmpty()) {
      afterwards.run();
    }
    return step;
  }

  private Optional<Step> nextStepOfCall() {
    channel.moved();
    if (channel.fate() == Fate.ENDS && !hangingUp && !hangUp()) {
      return Optional.empty();
    }
    Optional<Step> step = dialplan.step(channel.location());
    if (step.isPresent()) {
      return step;
    }
    if (hangingUp) {
      channel.end();
      return Optional.empty();
    }
    return whereNothingMatches();
  }

  private Optional<Step> whereNothingMatches() {
    Location missing = channel.location();
    Location invalid = new Location(missing.context(), "i", 1);
    boolean extensionExists =
        dialplan.step(new Location(missing.context(), missing.extension(), 1)).isPresent();
    if (!extensionExists && dialplan.step(invalid).isPresent()) {
      channel.set("INVALID_EXTEN", missing.extension());
      channel.placeAt(invalid);
      return dialplan.step(invalid);
    }
    if (extensionExists) {
      fallThrough();
    } else {
      leave();
    }
    return Optional.empty();
  }

  /** Whether the step is over already and another may follow. */
  private boolean execute(Step step) {
    String data = dialplan.substitute(channel, step.data());
    channel.step(step.application(), data);
    verdict = null;
    inStep = true;
    applications
        .find(step.application())
        .orElseThrow(() -> new IllegalStateException("no application " + step.application()))
        .start(new Application.Call(channel, data, dialplan, this::stepOver));
    inStep = false;
    return verdict != null && goesOn(verdict);
  }

  private void stepOver(Verdict said) {
    if (inStep) {
      verdict = said;
    } else if (goesOn(said)) {
      proceed();
    }
  }

  private boolean goesOn(Verdict said) {
    if (!hangingUp && channel.fate() != Fate.STAYS) {
      return true;
    }
    if (said == Verdict.LEAVE) {
      leave();
      return false;
    }
    Location here = channel.location();
    channel.placeAt(new Location(here.context(), here.extension(), here.priority() + 1));
    return true;
  }

  private void leave() {
    if (whenReturned != null) {
      whenReturned.run();
    } else if (hangingUp) {
      channel.end();
    } else if (hangUp()) {
      proceed();
    }
  }

  /** Hangs up; whether the dialplan has last things to do, at the extension {@code h}. */
  private boolean hangUp() {
    hangingUp = true;
    channel.hangUp(HangupCause.UNKNOWN);
    channel.endedByDialplan();
    Location last = new Location(channel.location().context(), "h", 1);
    if (dialplan.step(last).isEmpty()) {
      channel.end();
      return false;
    }
    channel.placeAt(last);
    return true;
  }

  /** The extension is over without a hang-up: the caller hears why nobody answered. */
  private void fallThrough() {
    int cause =
        switch (channel.variable("DIALSTATUS").orElse("")) {
          case "BUSY" -> HangupCause.BUSY;
          case "CHANUNAVAIL", "CONGESTION" -> HangupCause.CONGESTION;
          default -> HangupCause.UNKNOWN;
        };
    if (cause == HangupCause.UNKNOWN) {
      leave();
    } else if (channel.state() == ChannelState.UP) {
      Application.Call tone = new Application.Call(channel, "", dialplan, this::stepOver);
      Pause.start(tone, BUSY_TONE, unused -> stepOver(Verdict.LEAVE));
    } else {
      channel.become(ChannelState.BUSY);
      channel.causeIs(cause);
      leave();
    }
  }
}
