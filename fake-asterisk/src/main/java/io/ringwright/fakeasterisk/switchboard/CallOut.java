package io.ringwright.fakeasterisk.switchboard;

import io.ringwright.fakeasterisk.timeline.Timeline;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The switch itself calls a phone; once that is answered, its channel is a caller's like any other.
 *
 * <p>Reasons and the order of the news are those of {@code Originate} in Asterisk's {@code
 * main/manager.c} and {@code main/pbx.c}: a busy phone, a refusal and a device that is not there
 * are all told as 0.
 *
 * <p>Thread safety: belongs to the timeline's thread.
 */
public final class CallOut {

  /** Nobody answered: busy, refused, not there. */
  public static final int FAILED = 0;

  /** It rang until the time was over. */
  public static final int RUNG_OUT = 3;

  /** Somebody answered. */
  public static final int ANSWERED = 4;

  private final Switchboard switchboard;
  private final Consumer<Ending> whenOver;
  private Timeline.Timer timer = Timeline.Timer.NONE;

  private CallOut(Switchboard switchboard, Consumer<Ending> whenOver) {
    this.switchboard = switchboard;
    this.whenOver = whenOver;
  }

  /**
   * Whom to call.
   *
   * @param target such as {@code PJSIP/0301234567@trunk}
   * @param uniqueId the unique id that the channel gets; if a channel has it already, nobody is
   *     called
   * @param ringTime for how long
   * @param variables what the channel knows from the start
   */
  public record Request(
      String target, String uniqueId, Duration ringTime, Map<String, String> variables) {

    /** Copies the variables. */
    public Request {
      variables = Map.copyOf(variables);
    }
  }

  /**
   * How it ended.
   *
   * @param reason {@link #FAILED}, {@link #RUNG_OUT} or {@link #ANSWERED}
   * @param channel the channel of whoever answered, which nobody drives yet
   */
  public record Ending(int reason, Optional<LiveChannel> channel) {

    static Ending without(int reason) {
      return new Ending(reason, Optional.empty());
    }
  }

  /**
   * Begins to call.
   *
   * @param switchboard the switch that calls
   * @param request whom
   * @param whenOver hears once how it ended; perhaps before this method returns
   */
  public static void start(Switchboard switchboard, Request request, Consumer<Ending> whenOver) {
    Optional<Line> line = switchboard.line(Target.device(request.target()));
    boolean possible = line.isPresent() && line.get().isReachable();
    if (!possible || switchboard.hasUniqueId(request.uniqueId())) {
      whenOver.accept(Ending.without(FAILED));
      return;
    }
    new CallOut(switchboard, whenOver).begin(request, line.get());
  }

  private void begin(Request request, Line line) {
    String dialString = Target.resource(request.target());
    LiveChannel channel =
        switchboard.calledOut(Target.device(request.target()), request.uniqueId());
    request.variables().forEach(channel::set);
    PhoneLeg leg = new PhoneLeg(new Legs(), line, channel, dialString);
    switchboard.tell(listener -> listener.callOutBegun(channel, dialString));
    timer = switchboard.timeline().after(request.ringTime(), () -> rungOut(leg));
    switchboard.timeline().run(leg::invite);
  }

  private void rungOut(PhoneLeg leg) {
    leg.channel().causeIs(HangupCause.NO_ANSWER);
    whenOver.accept(Ending.without(RUNG_OUT));
    leg.end();
  }

  /** What the phone does. */
  private final class Legs implements PhoneLeg.Owner {

    @Override
    public void rings(PhoneLeg leg) {
      switchboard.tell(listener -> listener.callOutRinging(leg.channel()));
    }

    @Override
    public void refused(PhoneLeg leg) {
      timer.cancel();
      DialStatus status = DialStatus.ofPhone(leg.channel().hangupCause());
      switchboard.tell(listener -> listener.callOutEnded(leg.channel(), status));
      whenOver.accept(Ending.without(FAILED));
      leg.end();
    }

    @Override
    public void answered(PhoneLeg leg) {
      timer.cancel();
      leg.channel().release(leg);
      leg.channel().placeAt(new Location(leg.channel().location().context(), "", 1));
      switchboard.tell(listener -> listener.callOutEnded(leg.channel(), DialStatus.ANSWER));
      whenOver.accept(new Ending(ANSWERED, Optional.of(leg.channel())));
    }

    @Override
    public void pickedUp(PhoneLeg leg, LiveChannel picker, Runnable afterwards) {
      // Nobody can pick up what the switch itself calls.
    }
  }
}
