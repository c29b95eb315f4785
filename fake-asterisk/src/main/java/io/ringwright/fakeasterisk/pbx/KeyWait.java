package io.ringwright.fakeasterisk.pbx;

import io.ringwright.fakeasterisk.switchboard.Activity;
import io.ringwright.fakeasterisk.switchboard.LiveChannel;
import io.ringwright.fakeasterisk.switchboard.Location;
import io.ringwright.fakeasterisk.timeline.Timeline;
import java.time.Duration;

/**
 * The application {@code WaitExten}: time passes until it is over, the channel is asked to leave,
 * or a key is pressed. A key is an extension of the context, and else {@code i}; none has more than
 * one digit here. Music plays on. Source: {@code pbx_builtin_waitexten} in {@code
 * main/pbx_builtins.c}, {@code __ast_pbx_run} in {@code main/pbx.c} of Asterisk. Belongs to the
 * timeline's thread.
 */
final class KeyWait implements Activity {

  /** What Asterisk calls the response timeout. */
  private static final Duration USUAL_TIME = Duration.ofSeconds(10);

  private final Application.Call call;
  private Timeline.Timer timer = Timeline.Timer.NONE;

  private KeyWait(Application.Call call) {
    this.call = call;
  }

  static void start(Application.Call call, Duration time) {
    if (call.isLeaving()) {
      call.done(Verdict.LEAVE);
      return;
    }
    KeyWait wait = new KeyWait(call);
    call.channel().occupy(wait);
    Timeline timeline = call.channel().timeline();
    wait.timer = timeline.after(time.isZero() ? USUAL_TIME : time, wait::timeOver);
  }

  @Override
  public void interrupted() {
    end(Verdict.LEAVE);
  }

  @Override
  public void pressed(char key) {
    String extension = String.valueOf(key);
    if (goTo(extension)) {
      end(Verdict.CONTINUE);
      return;
    }
    call.channel().set("INVALID_EXTEN", extension);
    end(goTo("i") ? Verdict.CONTINUE : Verdict.LEAVE);
  }

  private void timeOver() {
    Location here = call.channel().location();
    Location next = new Location(here.context(), here.extension(), here.priority() + 1);
    boolean goesOn = call.dialplan().step(next).isPresent() || goTo("t");
    end(goesOn ? Verdict.CONTINUE : Verdict.LEAVE);
  }

  private boolean goTo(String extension) {
    LiveChannel channel = call.channel();
    Location place = new Location(channel.location().context(), extension, 1);
    boolean exists = call.dialplan().step(place).isPresent();
    if (exists) {
      call.dialplan().jump(channel, place);
    }
    return exists;
  }

  private void end(Verdict verdict) {
    timer.cancel();
    call.channel().release(this);
    call.done(verdict);
  }
}
