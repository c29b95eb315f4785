package io.ringwright.fakeasterisk.pbx;

import io.ringwright.fakeasterisk.dialplan.Arguments;
import io.ringwright.fakeasterisk.switchboard.Activity;
import io.ringwright.fakeasterisk.timeline.Timeline;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;

/**
 * The application {@code Read} for one key: a sound, and then time in which a key is awaited; a key
 * during the sound counts. Where a sound is missing, it is over at once. Source: {@code
 * apps/app_read.c} and {@code ast_app_getdata} in {@code main/app.c} of Asterisk. Belongs to the
 * timeline's thread.
 */
final class ReadApplication implements Activity {

  private static final Duration USUAL_TIME = Duration.ofSeconds(10);

  private final Application.Call call;
  private final String variable;
  private Timeline.Timer timer = Timeline.Timer.NONE;

  private ReadApplication(Application.Call call, String variable) {
    this.call = call;
    this.variable = variable;
  }

  static void addTo(Applications applications, Sounds sounds) {
    applications.add("Read", call -> start(call, sounds));
  }

  private static void start(Application.Call call, Sounds sounds) {
    List<String> arguments = Arguments.of(call.data());
    ReadApplication read = new ReadApplication(call, Arguments.at(arguments, 0));
    String sound = Arguments.at(arguments, 1);
    if (call.isLeaving()) {
      read.tell("", "HANGUP");
      call.done(Verdict.LEAVE);
    } else if (!sound.isEmpty() && !sounds.has(sound)) {
      read.tell("", "HANGUP");
      call.done(Verdict.CONTINUE);
    } else {
      read.begin(sound.isEmpty() ? Duration.ZERO : sounds.length(), arguments);
    }
  }

  private void begin(Duration sound, List<String> arguments) {
    if (!sound.isZero()) {
      call.channel().audio().hear("Read", Arguments.at(arguments, 1));
    }
    call.channel().occupy(this);
    Timeline timeline = call.channel().timeline();
    timer = timeline.after(sound.plus(time(Arguments.at(arguments, 5))), () -> over("", "TIMEOUT"));
  }

  private static Duration time(String seconds) {
    return seconds.matches("[0-9]{1,5}([.][0-9]{1,3})?")
        ? Duration.ofMillis(new BigDecimal(seconds).movePointRight(3).longValue())
        : USUAL_TIME;
  }

  @Override
  public void pressed(char key) {
    over(key == '#' ? "" : String.valueOf(key), "OK");
  }

  @Override
  public void interrupted() {
    timer.cancel();
    call.channel().release(this);
    tell("", "HANGUP");
    call.done(Verdict.LEAVE);
  }

  private void over(String digits, String status) {
    timer.cancel();
    call.channel().release(this);
    tell(digits, status);
    call.done(Verdict.CONTINUE);
  }

  private void tell(String digits, String status) {
    call.channel().set(variable, digits);
    call.channel().set("READSTATUS", status);
  }
}
