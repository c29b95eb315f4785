package io.ringwright.fakeasterisk.pbx;

import io.ringwright.fakeasterisk.dialplan.Arguments;
import io.ringwright.fakeasterisk.switchboard.BeforeTalk;
import io.ringwright.fakeasterisk.switchboard.HangupCause;
import io.ringwright.fakeasterisk.switchboard.Location;
import io.ringwright.fakeasterisk.switchboard.RingAttempt;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/**
 * The applications that work on the line: Answer, Progress, Ringing, StopPlayTones, Hangup, Wait,
 * WaitExten, Dial. Source: {@code main/pbx_builtins.c} and {@code apps/app_dial.c} of Asterisk.
 */
final class LineApplications {

  private static final BigDecimal NANOSECONDS = BigDecimal.valueOf(1_000_000_000);

  private LineApplications() {}

  static void addTo(Applications applications) {
    applications.add("Answer", LineApplications::answer);
    applications.add("Progress", call -> call.done(Verdict.CONTINUE));
    applications.add("Ringing", LineApplications::ring);
    applications.add("StopPlayTones", call -> call.done(Verdict.CONTINUE));
    applications.add("Hangup", LineApplications::hangUp);
    applications.add("Wait", call -> Pause.start(call, seconds(call.data()), call::done));
    applications.add("WaitExten", LineApplications::waitForKey);
    applications.add("Dial", call -> dial(call, applications));
  }

  private static void answer(Application.Call call) {
    if (call.isLeaving()) {
      call.done(Verdict.LEAVE);
    } else {
      call.channel().answer();
      call.done(Verdict.CONTINUE);
    }
  }

  /** The ringing tone, which ends the music. */
  private static void ring(Application.Call call) {
    call.channel().audio().stopMusic();
    call.channel().indicateRinging();
    call.done(Verdict.CONTINUE);
  }

  private static void hangUp(Application.Call call) {
    int given = wholeNumber(call.data());
    int known = call.channel().hangupCause();
    int kept = known > 0 ? known : HangupCause.NORMAL;
    call.channel().hangUp(given > 0 ? given : kept);
    call.done(Verdict.LEAVE);
  }

  private static void waitForKey(Application.Call call) {
    KeyWait.start(call, seconds(Arguments.at(Arguments.of(call.data()), 0)));
  }

  private static void dial(Application.Call call, Applications applications) {
    List<String> arguments = Arguments.of(call.data());
    DialOptions options = DialOptions.of(Arguments.at(arguments, 2));
    List<String> targets =
        Arrays.stream(Arguments.at(arguments, 0).split("&"))
            .map(String::strip)
            .filter(target -> !target.isEmpty())
            .toList();
    RingAttempt.start(
        call.dialplan().switchboard(),
        call.channel(),
        new RingAttempt.Request(
            targets,
            seconds(Arguments.at(arguments, 1)),
            options.has('g') ? RingAttempt.AfterTalk.GO_ON : RingAttempt.AfterTalk.HANG_UP,
            key -> options.has('d') && leavesByKey(call, key),
            beforeTalk(call, options, applications),
            options.talkKeys(),
            music(call, options)),
        ending -> call.done(ending.callerStays() ? Verdict.CONTINUE : Verdict.LEAVE));
  }

  /** Option m: the class of the channel goes before the one that is named. */
  private static String music(Application.Call call, DialOptions options) {
    String own = call.channel().audio().musicClass();
    String named = options.argument('m').isEmpty() ? "default" : options.argument('m');
    return !options.has('m') ? "" : own.isEmpty() ? named : own;
  }

  private static BeforeTalk beforeTalk(
      Application.Call call, DialOptions options, Applications applications) {
    String subroutine = options.argument('U');
    return subroutine.isEmpty()
        ? BeforeTalk.NOTHING
        : new CalleeGosub(call, applications, subroutine);
  }

  /** Option d: a key that is an extension of the context in EXITCONTEXT leads there. */
  private static boolean leavesByKey(Application.Call call, char key) {
    String context = call.channel().variable("EXITCONTEXT").orElse("");
    Location place = new Location(context, String.valueOf(key), 1);
    boolean leads = call.dialplan().step(place).isPresent();
    if (leads) {
      call.dialplan().jump(call.channel(), place);
    }
    return leads;
  }

  /** Seconds with or without decimals; what is no positive number is no time. */
  private static Duration seconds(String text) {
    if (!text.strip().matches("\\d{1,9}(\\.\\d{1,9})?")) {
      return Duration.ZERO;
    }
    return Duration.ofNanos(new BigDecimal(text.strip()).multiply(NANOSECONDS).longValue());
  }

  private static int wholeNumber(String text) {
    return text.strip().matches("\\d{1,3}") ? Integer.parseInt(text.strip()) : 0;
  }
}
