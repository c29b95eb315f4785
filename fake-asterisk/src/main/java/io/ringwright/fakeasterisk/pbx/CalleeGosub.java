package io.ringwright.fakeasterisk.pbx;

import io.ringwright.fakeasterisk.switchboard.BeforeTalk;
import io.ringwright.fakeasterisk.switchboard.DialStatus;
import io.ringwright.fakeasterisk.switchboard.LiveChannel;
import io.ringwright.fakeasterisk.switchboard.Location;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Option {@code U} of Dial: whoever answered executes a subroutine first, and what that leaves in
 * {@code GOSUB_RESULT} becomes of the call. Source: {@code dial_exec_full} in Asterisk's {@code
 * apps/app_dial.c}. Belongs to the timeline's thread.
 */
final class CalleeGosub implements BeforeTalk {

  private static final String GOTO = "GOTO:";

  private final Application.Call call;
  private final Applications applications;
  private final String[] subroutine;

  /**
   * Takes the argument of the option.
   *
   * @param call the use of Dial
   * @param applications what the subroutine may name
   * @param argument the context and the arguments of the subroutine, with ^ between them
   */
  CalleeGosub(Application.Call call, Applications applications, String argument) {
    this.call = call;
    this.applications = applications;
    this.subroutine = argument.split("[\\^,]", -1);
  }

  @Override
  public void start(LiveChannel phone, Consumer<Said> whenDone) {
    for (int at = 1; at < subroutine.length; at++) {
      phone.set("ARG" + at, subroutine[at]);
    }
    Location before = phone.location();
    phone.placeAt(new Location(subroutine[0], "s", 1));
    new DialplanRun(phone, call.dialplan(), applications)
        .asSubroutine(
            () -> {
              phone.placeAt(before);
              whenDone.accept(result(phone.variable("GOSUB_RESULT").orElse("")));
            })
        .proceed();
  }

  private Said result(String said) {
    if (said.startsWith(GOTO)) {
      String place = said.substring(GOTO.length()).replace('^', ',');
      return new Said(GOTO + place, DialStatus.ANSWER, goTo(place));
    }
    return switch (said) {
      case "BUSY", "CONGESTION", "CHANUNAVAIL" -> new Said(said, DialStatus.valueOf(said), true);
      case "CONTINUE" -> new Said(said, DialStatus.ANSWER, true);
      case "ABORT" -> new Said(said, DialStatus.ANSWER, false);
      default -> Said.TALK;
    };
  }

  private boolean goTo(String text) {
    Optional<Location> place = FlowApplications.place(call.dialplan(), call.channel(), text);
    place.ifPresent(found -> call.dialplan().jump(call.channel(), found));
    return place.isPresent();
  }
}
