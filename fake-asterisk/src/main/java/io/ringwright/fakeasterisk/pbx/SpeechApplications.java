package io.ringwright.fakeasterisk.pbx;

import io.ringwright.fakeasterisk.dialplan.Arguments;
import io.ringwright.fakeasterisk.switchboard.HangupCause;
import java.time.Duration;
import java.util.List;

/**
 * What is said to a caller who may press keys meanwhile: Background, SayNumber and SayDigits.
 * Source: {@code main/pbx_builtins.c} of Asterisk.
 */
final class SpeechApplications {

  private static final String GENDERS = "fmcn";

  private final Sounds sounds;

  SpeechApplications(Sounds sounds) {
    this.sounds = sounds;
  }

  void addTo(Applications applications) {
    applications.add("Background", this::background);
    applications.add("SayNumber", this::sayNumber);
    applications.add("SayDigits", this::sayDigits);
  }

  /** A sound that is not there ends the music all the same, and takes no time. */
  private void background(Application.Call call) {
    if (call.isLeaving()) {
      call.done(Verdict.LEAVE);
      return;
    }
    List<String> arguments = Arguments.of(call.data());
    String file = Arguments.at(arguments, 0);
    if (!Arguments.at(arguments, 1).contains("n")) {
      call.channel().answer();
    }
    if (sounds.has(file)) {
      call.channel().audio().hear("Background", file);
      KeyWait.start(call, sounds.length());
    } else {
      call.channel().audio().stopMusic();
      call.done(Verdict.CONTINUE);
    }
  }

  /** A gender that is not known ends the call. */
  private void sayNumber(Application.Call call) {
    if (call.isLeaving()) {
      call.done(Verdict.LEAVE);
      return;
    }
    List<String> arguments = Arguments.of(call.data());
    boolean known =
        arguments.size() == 1
            || (arguments.get(1).length() == 1 && GENDERS.contains(arguments.get(1)));
    if (!known || !arguments.get(0).matches("\\d{1,9}")) {
      call.channel().hangUp(HangupCause.NORMAL);
      call.done(Verdict.LEAVE);
      return;
    }
    call.channel().audio().hear("SayNumber", arguments.get(0));
    say(call, sounds.length());
  }

  private void sayDigits(Application.Call call) {
    if (call.isLeaving()) {
      call.done(Verdict.LEAVE);
      return;
    }
    call.channel().audio().hear("SayDigits", call.data());
    say(call, sounds.length().multipliedBy(call.data().length()));
  }

  /** Keys count if SAY_DTMF_INTERRUPT says so. */
  private static void say(Application.Call call, Duration length) {
    if (call.channel().variable("SAY_DTMF_INTERRUPT").filter("true"::equals).isPresent()) {
      KeyWait.start(call, length);
    } else {
      Pause.start(call, length, call::done);
    }
  }
}
