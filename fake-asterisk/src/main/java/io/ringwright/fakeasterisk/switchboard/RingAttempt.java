package io.ringwright.fakeasterisk.switchboard;

import io.ringwright.fakeasterisk.timeline.Timeline;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A caller rings one phone or several: the first that answers has the call, the others stop; then
 * the two talk until one hangs up.
 *
 * <p>Outcomes, variables and the order of the news are those of Asterisk's {@code apps/app_dial.c}:
 * busy if a phone was busy and none is left, {@link DialStatus#CHANUNAVAIL} if none could be
 * reached or all refused, {@link DialStatus#NOANSWER} when the ring time is over.
 *
 * <p>Thread safety: belongs to the timeline's thread.
 */
public final class RingAttempt implements Activity {

  /** What becomes of a caller whose talk the phone ended. */
  public enum AfterTalk {
    /** The caller is hung up too: the usual thing. */
    HANG_UP,
    /** The caller goes on: option {@code g} of Dial. */
    GO_ON
  }

  /**
   * What to ring.
   *
   * @param targets devices such as {@code PJSIP/8260}, and numbers behind a trunk such as {@code
   *     PJSIP/0301234567@trunk}
   * @param ringTime for how long; zero means until somebody answers or all have refused
   * @param afterTalk what becomes of the caller after a talk that the phone ended
   * @param leaves takes the caller elsewhere for a key that an answered caller presses while it
   *     rings, if the key leads anywhere: option {@code d} of Dial
   * @param beforeTalk what a phone that has answered does first: option {@code U} of Dial
   * @param keys what both sides may ask for by keys during the talk
   * @param music the class of the music that the caller hears until the talk: option {@code m} of
   *     Dial; empty for the ringing tone
   */
  public record Request(
      List<String> targets,
      Duration ringTime,
      AfterTalk afterTalk,
      Predicate<Character> leaves,
      BeforeTalk beforeTalk,
      TalkKeys keys,
      String music) {

    /**
     * A ring that no key ends.
     *
     * @param targets what to ring
     * @param ringTime for how long; zero means until somebody answers or all have refused
     * @param afterTalk what becomes of the caller after a talk that the phone ended
     */
    public Request(List<String> targets, Duration ringTime, AfterTalk afterTalk) {
      this(targets, ringTime, afterTalk, key -> false, BeforeTalk.NOTHING, TalkKeys.NONE, "");
    }

    /** Copies the targets. */
    public Request {
      targets = List.copyOf(targets);
    }
  }

  /**
   * How it ended.
   *
   * @param status the status
   * @param callerStays whether the caller is to go on, neither hung up nor moved away
   */
  public record Ending(DialStatus status, boolean callerStays) {}

  private final LiveChannel caller;
  private final Switchboard switchboard;
  private final Request request;
  private final Consumer<Ending> whenOver;
  private final DialVariables variables;
  private final List<PhoneLeg> open = new ArrayList<>();
  private final RefusalCount refusals = new RefusalCount();
  private final Instant startedAt;
  private final FeatureKeys keys;

  private Timeline.Timer timer = Timeline.Timer.NONE;
  private @Nullable Instant answeredAt;
  private boolean asked;
  private boolean over;

  private RingAttempt(
      Switchboard switchboard, LiveChannel caller, Request request, Consumer<Ending> whenOver) {
    this.caller = caller;
    this.switchboard = switchboard;
    this.request = request;
    this.whenOver = whenOver;
    this.variables = new DialVariables(caller);
    this.startedAt = switchboard.timeline().instant();
    this.keys =
        new FeatureKeys(
            switchboard, caller, switchboard.features().only(request.keys().ofCaller()));
  }

  /**
   * Begins to ring.
   *
   * @param switchboard the switch
   * @param caller who calls
   * @param request whom
   * @param whenOver hears once how it ended; perhaps before this method returns
   */
  public static void start(
      Switchboard switchboard, LiveChannel caller, Request request, Consumer<Ending> whenOver) {
    RingAttempt attempt = new RingAttempt(switchboard, caller, request, whenOver);
    if (caller.fate() != Fate.STAYS) {
      whenOver.accept(new Ending(DialStatus.CANCEL, false));
    } else {
      attempt.begin();
    }
  }

  private void begin() {
    variables.clear();
    request.targets().forEach(this::call);
    if (open.isEmpty()) {
      end(DialStatus.CHANUNAVAIL, true);
      return;
    }
    caller.occupy(this);
    if (!request.music().isEmpty()) {
      caller.audio().changeMusic(request.music());
    }
    if (!request.ringTime().isZero()) {
      timer = switchboard.timeline().after(request.ringTime(), this::ringTimeOver);
    }
    List<PhoneLeg> called = List.copyOf(open);
    for (PhoneLeg leg : called) {
      switchboard.tell(listener -> listener.dialBegun(caller, leg.channel(), leg.dialString()));
    }
    if (request.targets().size() == 1) {
      caller.connectTo(called.get(0).channel().parties().caller());
    }
    called.forEach(leg -> switchboard.timeline().run(leg::invite));
  }

  private void call(String target) {
    // A device that the switch knows by such a name is a phone like any other.
    boolean named = switchboard.line(target).isPresent();
    if (LocalPair.isNamedBy(target) && !named) {
      LocalPair pair = LocalPair.of(switchboard, target, caller);
      open(pair.line(), pair.called(), target);
      pair.join();
    } else {
      callPhone(target, named ? target : Target.device(target));
    }
  }

  private void callPhone(String target, String device) {
    Optional<Line> line = switchboard.line(device);
    if (line.isEmpty() || !line.get().isReachable()) {
      int cause = causeOfMissing(device, line.isPresent());
      refusals.count(cause);
      caller.causeIs(cause);
      return;
    }
    open(line.get(), switchboard.outgoing(line.get().device(), caller), target);
  }

  private void open(Line line, LiveChannel channel, String target) {
    channel.set("DIALEDPEERNUMBER", Target.resource(target));
    caller.inheritedVariables().forEach(channel::set);
    channel.parties().callFrom(new Party(caller.location().extension(), ""));
    channel.parties().connectTo(caller.parties().caller());
    channel.placeAt(new Location(line.context(), caller.location().extension(), 1));
    open.add(new PhoneLeg(new Legs(), line, channel, Target.resource(target)));
  }

  private static int causeOfMissing(String device, boolean known) {
    if (known) {
      return HangupCause.NO_ROUTE;
    }
    return device.startsWith("PJSIP/")
        ? HangupCause.CHANNEL_UNACCEPTABLE
        : HangupCause.NO_SUCH_DRIVER;
  }

  // While it rings

  private void rings(PhoneLeg leg) {
    variables.ringing(leg.channel());
    if (request.music().isEmpty()) {
      caller.audio().stopMusic();
      caller.indicateRinging();
    }
    switchboard.tell(listener -> listener.dialRinging(caller, leg.channel()));
  }

  private void refused(PhoneLeg leg) {
    int cause = leg.channel().hangupCause();
    open.remove(leg);
    caller.causeIs(cause);
    switchboard.tell(
        listener -> listener.dialEnded(caller, leg.channel(), DialStatus.ofPhone(cause).name()));
    leg.end();
    refusals.count(cause);
    if (open.isEmpty()) {
      end(refusals.status(request.targets().size()), true);
    }
  }

  private void ringTimeOver() {
    stopRinging(DialStatus.NOANSWER, HangupCause.UNKNOWN);
    end(DialStatus.NOANSWER, true);
  }

  private void stopRinging(DialStatus status, int cause) {
    List<PhoneLeg> stopped = List.copyOf(open);
    open.clear();
    for (PhoneLeg leg : stopped) {
      switchboard.tell(listener -> listener.dialEnded(caller, leg.channel(), status.name()));
    }
    for (PhoneLeg leg : stopped) {
      if (cause != HangupCause.UNKNOWN) {
        leg.channel().causeIs(cause);
      }
      leg.end();
    }
  }

  // When somebody answers

  private void answered(PhoneLeg leg) {
    LiveChannel phone = leg.channel();
    phone.placeAt(new Location(phone.location().context(), "", 1));
    FeatureCodes codes = switchboard.features().only(request.keys().ofPhone());
    FeatureKeys phoneKeys = new FeatureKeys(switchboard, phone, codes);
    leg.keysGoTo(key -> phoneKeys.pressed((char) key));
    connect(leg, new Answer(leg.channel(), () -> {}, leg::talkOver, leg::end));
  }

  /** Another channel has taken the place of a phone that rings. */
  private void pickedUp(PhoneLeg leg, LiveChannel picker, Runnable afterwards) {
    connect(leg, new Answer(picker, leg::end, afterwards, afterwards));
  }

  /**
   * Who answered.
   *
   * @param phone the channel
   * @param whenTold what is done as soon as the answer was told
   * @param afterTalk what the channel does after the talk
   * @param withoutTalk what it does if there is none
   */
  private record Answer(
      LiveChannel phone, Runnable whenTold, Runnable afterTalk, Runnable withoutTalk) {}

  private void connect(PhoneLeg leg, Answer answer) {
    timer.cancel();
    open.remove(leg);
    stopRinging(DialStatus.CANCEL, HangupCause.ANSWERED_ELSEWHERE);
    answeredAt = switchboard.timeline().instant();
    variables.answered(answer.phone());
    asked = true;
    request.beforeTalk().start(answer.phone(), said -> said(answer, said));
  }

  /** Whoever leaves while the phone is asked is heard of only now, as in Asterisk. */
  private void said(Answer answer, BeforeTalk.Said said) {
    asked = false;
    if (said.isTalk() && caller.fate() == Fate.STAYS) {
      talk(answer);
    } else {
      withoutTalk(answer, said);
    }
  }

  private void talk(Answer answer) {
    LiveChannel phone = answer.phone();
    ended(phone, DialStatus.ANSWER.name());
    answer.whenTold().run();
    caller.audio().stopMusic();
    caller.answer();
    caller.causeIs(HangupCause.NORMAL);
    phone.causeIs(HangupCause.NORMAL);
    Bridge bridge = switchboard.newBridge();
    bridge.enter(phone, answer.afterTalk());
    bridge.enter(caller, this::talkOver);
    if (phone.fate() == Fate.ENDS) {
      bridge.dissolve(phone); // It hung up while it was asked, and nobody said what then.
    }
  }

  private void withoutTalk(Answer answer, BeforeTalk.Said said) {
    LiveChannel phone = answer.phone();
    ended(phone, said.isTalk() ? DialStatus.ANSWER.name() : said.result());
    answer.whenTold().run();
    if (phone.fate() == Fate.ENDS) {
      caller.causeIs(phone.hangupCause());
    }
    answer.withoutTalk().run();
    end(said.status(), said.callerGoesOn() && caller.fate() == Fate.STAYS);
  }

  private void ended(LiveChannel phone, String status) {
    switchboard.tell(listener -> listener.dialEnded(caller, phone, status));
  }

  @Override
  public void pressed(char key) {
    if (caller.bridge().isPresent()) {
      keys.pressed(key);
      return;
    }
    boolean heard = answeredAt == null && caller.state() == ChannelState.UP;
    if (heard && request.leaves().test(key)) {
      stopRinging(DialStatus.CANCEL, HangupCause.NORMAL);
      end(DialStatus.CANCEL, true);
    }
  }

  @Override
  public void interrupted() {
    Optional<Bridge> talk = caller.bridge();
    if (talk.isPresent()) {
      talk.get().dissolve(caller);
    } else if (!asked) {
      int cause = caller.hangupCause();
      stopRinging(DialStatus.CANCEL, cause == HangupCause.UNKNOWN ? HangupCause.NORMAL : cause);
      end(DialStatus.CANCEL, false);
    }
  }

  private void talkOver() {
    Instant now = switchboard.timeline().instant();
    Instant answered = answeredAt == null ? now : answeredAt;
    variables.talked(Duration.between(answered, now), Duration.between(startedAt, now));
    boolean goesOn = request.afterTalk() == AfterTalk.GO_ON && caller.fate() == Fate.STAYS;
    end(DialStatus.ANSWER, goesOn);
  }

  private void end(DialStatus status, boolean callerStays) {
    if (!over) {
      over = true;
      timer.cancel();
      caller.release(this);
      if (!request.music().isEmpty()) {
        caller.audio().stopMusic();
      }
      variables.status(status);
      whenOver.accept(new Ending(status, callerStays));
    }
  }

  /** What the phones do. */
  private final class Legs implements PhoneLeg.Owner {

    @Override
    public void rings(PhoneLeg leg) {
      RingAttempt.this.rings(leg);
    }

    @Override
    public void refused(PhoneLeg leg) {
      RingAttempt.this.refused(leg);
    }

    @Override
    public void answered(PhoneLeg leg) {
      RingAttempt.this.answered(leg);
    }

    @Override
    public void pickedUp(PhoneLeg leg, LiveChannel picker, Runnable afterwards) {
      RingAttempt.this.pickedUp(leg, picker, afterwards);
    }
  }
}
