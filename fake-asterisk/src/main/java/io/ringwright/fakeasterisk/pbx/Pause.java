package io.ringwright.fakeasterisk.pbx;

import io.ringwright.fakeasterisk.switchboard.Activity;
import io.ringwright.fakeasterisk.timeline.Timeline;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * Time that passes for a channel until it is over, or the channel is asked to leave.
 *
 * <p>Thread safety: belongs to the timeline's thread.
 */
public final class Pause implements Activity {

  private final Application.Call call;
  private final Consumer<Verdict> whenOver;
  private Timeline.Timer timer = Timeline.Timer.NONE;

  private Pause(Application.Call call, Consumer<Verdict> whenOver) {
    this.call = call;
    this.whenOver = whenOver;
  }

  /**
   * Lets time pass.
   *
   * @param call for whom
   * @param time how long; zero passes at once
   * @param whenOver hears {@link Verdict#CONTINUE} when the time is over, {@link Verdict#LEAVE}
   *     when the channel has to leave
   */
  public static void start(Application.Call call, Duration time, Consumer<Verdict> whenOver) {
    if (call.isLeaving()) {
      whenOver.accept(Verdict.LEAVE);
    } else if (time.isZero()) {
      whenOver.accept(Verdict.CONTINUE);
    } else {
      Pause pause = endless(call, whenOver);
      Timeline timeline = call.channel().timeline();
      pause.timer = timeline.after(time, () -> pause.end(Verdict.CONTINUE));
    }
  }

  /**
   * Lets time pass until the channel has to leave.
   *
   * @param call for whom; it is not leaving
   * @param whenOver hears the verdict
   * @return the pause
   */
  static Pause endless(Application.Call call, Consumer<Verdict> whenOver) {
    Pause pause = new Pause(call, whenOver);
    call.channel().occupy(pause);
    return pause;
  }

  @Override
  public void interrupted() {
    timer.cancel();
    end(Verdict.LEAVE);
  }

  private void end(Verdict verdict) {
    call.channel().release(this);
    whenOver.accept(verdict);
  }
}
