package io.ringwright.fakeasterisk;

import io.ringwright.call.CallId;
import io.ringwright.call.CallerId;
import io.ringwright.call.Channel;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.InboundCall;
import io.ringwright.call.MusicClass;
import io.ringwright.call.Preference;
import io.ringwright.call.Priority;
import io.ringwright.call.RememberedCall;
import io.ringwright.call.Requirements;
import io.ringwright.call.RingOutcome;
import io.ringwright.call.RoutingAnswer;
import io.ringwright.call.RoutingDecision;
import io.ringwright.call.Token;
import io.ringwright.call.Treatment;
import io.ringwright.dialplan.Contexts.Part;
import io.ringwright.dialplan.LandingExtension;
import io.ringwright.fakeasterisk.PbxUnderTest.CallPlan;
import io.ringwright.fakeasterisk.PbxUnderTest.Caller;
import io.ringwright.fakeasterisk.switchboard.Activity;
import io.ringwright.fakeasterisk.switchboard.ChannelState;
import io.ringwright.fakeasterisk.switchboard.DialStatus;
import io.ringwright.fakeasterisk.switchboard.Fate;
import io.ringwright.fakeasterisk.switchboard.HangupCause;
import io.ringwright.fakeasterisk.switchboard.LiveChannel;
import io.ringwright.fakeasterisk.switchboard.Location;
import io.ringwright.fakeasterisk.switchboard.RingAttempt;
import io.ringwright.fakeasterisk.timeline.Timeline;
import io.ringwright.port.Telephony.Delivery;
import io.ringwright.port.Telephony.Whereabouts;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * One caller of a {@link FakePbx}, who does what the engine decides, as the project's dialplan
 * would have it done. Belongs to the clock's thread.
 */
final class DrivenCall implements Caller, Activity, RoutingDecision.Cases<Boolean> {

  static final String ROUTE = Part.ROUTE.standard().name();
  private static final String WAIT = Part.WAIT.standard().name();
  private static final String DELIVER = Part.DELIVER.standard().name();
  private static final String REJECT = Part.REJECT.standard().name();
  private static final String OUTBOUND = Part.OUTBOUND.standard().name();
  private static final Duration KEEP_ALIVE = Duration.ofSeconds(30);
  private static final Duration OUTBOUND_RING_TIME = Duration.ofSeconds(60);

  private final LiveChannel channel;
  private final EngineLink link;
  private InboundCall call;
  private RememberedCall memory;
  private boolean answered;
  private boolean waits;
  private boolean rings;
  private Duration nextSign = KEEP_ALIVE;
  private Treatment treatment = Treatment.USUAL;
  private Timeline.Timer keepAlive = Timeline.Timer.NONE;

  DrivenCall(LiveChannel channel, CallPlan plan, EngineLink link) {
    this.channel = channel;
    this.link = link;
    this.call =
        new InboundCall(
            CallId.of(channel.id().uniqueId()),
            new Channel(FakePbx.ID, channel.id().name()),
            new CallerId(plan.number(), plan.name()),
            DirectoryNumber.of(plan.dialled()),
            InboundCall.CalledAs.ANY,
            Priority.of(plan.priority()),
            Requirements.parse(plan.skills()).orElseThrow(),
            CallId.parse(plan.returning()),
            Preference.parse(plan.preferring()),
            0);
    Instant now = channel.createdAt().truncatedTo(ChronoUnit.MILLIS);
    this.memory = remember(call.called(), call.priority(), now);
  }

  /** Somebody who was called back and has answered. */
  DrivenCall(LiveChannel channel, RememberedCall memory, EngineLink link) {
    this.channel = channel;
    this.link = link;
    this.call =
        new InboundCall(
            memory.id(),
            new Channel(FakePbx.ID, channel.id().name()),
            memory.caller(),
            memory.called(),
            InboundCall.CalledAs.ANY,
            memory.priority(),
            memory.requirements(),
            Optional.empty());
    this.memory = remember(memory.called(), memory.priority(), memory.since());
    this.answered = true;
  }

  private RememberedCall remember(RoutingDecision.Wait wait) {
    DirectoryNumber waitsFor = DirectoryNumber.of(wait.waitingFor().digits());
    return remember(waitsFor, wait.priority(), wait.since());
  }

  private RememberedCall remember(DirectoryNumber called, Priority priority, Instant since) {
    return new RememberedCall(
        call.id(), call.channel(), call.caller(), called, priority, since, call.requirements());
  }

  @Override
  public String id() {
    return channel.id().uniqueId();
  }

  CallId callId() {
    return call.id();
  }

  RememberedCall remembered() {
    return memory;
  }

  /** Whether the channel knows the call: the first answer of the engine says what it is. */
  boolean isRemembered() {
    return answered;
  }

  @Override
  public void hangUp() {
    link.soon(channel::farEndHangsUp);
  }

  @Override
  public void sendOn(String number) {
    link.soon(() -> channel.moveTo(new Location(ROUTE, number, 1)));
  }

  void arrive() {
    if (channel.fate() == Fate.STAYS) {
      follow(link.ask(router -> router.callArrived(call)));
    }
  }

  private void follow(RoutingAnswer answer) {
    answered = true;
    nextSign = nextSign(answer);
    treatment = answer.treatment();
    answer.decision().accept(this);
  }

  private static Duration nextSign(RoutingAnswer answer) {
    return answer.nextSign().filter(time -> time.compareTo(KEEP_ALIVE) < 0).orElse(KEEP_ALIVE);
  }

  private void enter(String context, String extension, String application) {
    channel.placeAt(new Location(context, extension, 1));
    channel.step(application, "");
  }

  // Ring

  @Override
  public Boolean ring(RoutingDecision.Ring decision) {
    enter(ROUTE, "ring", "Dial");
    rings = true;
    List<String> targets =
        decision.targets().stream().map(target -> target.device().name()).toList();
    RingAttempt.start(
        link.switchboard(),
        channel,
        new RingAttempt.Request(targets, decision.ringTime(), RingAttempt.AfterTalk.HANG_UP),
        ending -> rungOut(decision.token(), ending.status()));
    return true;
  }

  private void rungOut(Token token, DialStatus status) {
    rings = false;
    if (channel.fate() == Fate.MOVES) {
      link.soon(this::goWhereMoved);
    } else if (channel.fate() == Fate.ENDS || status == DialStatus.ANSWER) {
      channel.end();
    } else {
      RingOutcome outcome = outcome(status);
      follow(link.ask(router -> router.ringEnded(memory, token, outcome)));
    }
  }

  private RingOutcome outcome(DialStatus status) {
    return switch (status) {
      case ANSWER -> RingOutcome.ANSWERED;
      case BUSY -> RingOutcome.BUSY;
      case NOANSWER -> RingOutcome.NO_REPLY;
      // Dial does not tell a refusal from a phone out of reach; the cause does.
      case CHANUNAVAIL, CONGESTION ->
          channel.hangupCause() == HangupCause.REJECTED
              ? RingOutcome.REJECTED
              : RingOutcome.NOT_REACHABLE;
      case CANCEL -> RingOutcome.ABANDONED;
    };
  }

  // Wait

  @Override
  public Boolean wait(RoutingDecision.Wait decision) {
    memory = remember(decision);
    waits = true;
    if (treatment.line() == Treatment.Line.ANSWERED) {
      channel.become(ChannelState.UP);
    }
    enter(WAIT, "s", "Wait");
    hear(treatment);
    channel.occupy(this);
    keepAlive = link.after(nextSign, this::saysAlive);
    return true;
  }

  /** What is announced takes no time here; music goes on afterwards. */
  private void hear(Treatment heard) {
    if (heard.line() == Treatment.Line.RINGING && channel.state() != ChannelState.UP) {
      return;
    }
    heard
        .announcement()
        .ifPresent(
            told -> told.words().forEach(word -> channel.audio().hear("Background", "" + word)));
    if (heard.background() instanceof Treatment.Background.Music music) {
      channel.audio().changeMusic(music.musicClass().map(MusicClass::name).orElse("default"));
    } else {
      channel.audio().stopMusic();
    }
  }

  private void saysAlive() {
    RoutingAnswer answer = link.ask(router -> router.callerAlive(memory));
    if (answer.decision() instanceof RoutingDecision.Wait) {
      keepAlive = link.after(nextSign(answer), this::saysAlive);
    }
    goOn(answer);
  }

  @Override
  public void press(char key) {
    link.soon(() -> channel.press(key));
  }

  @Override
  public void pressed(char key) {
    Optional<DirectoryNumber> pressed = DirectoryNumber.parse(String.valueOf(key));
    if (waits && pressed.isPresent()) {
      goOn(link.ask(router -> router.keyPressed(memory, pressed.get())));
    }
  }

  private void goOn(RoutingAnswer answer) {
    if (answer.decision() instanceof RoutingDecision.Wait wait) {
      memory = remember(wait);
      hear(answer.treatment());
    } else if (waits) {
      stopWaiting();
      follow(answer);
    }
  }

  private void stopWaiting() {
    waits = false;
    keepAlive.cancel();
    channel.release(this);
    channel.audio().stopMusic();
  }

  @Override
  public void interrupted() {
    stopWaiting();
    if (channel.fate() == Fate.ENDS) {
      channel.end();
    } else {
      link.soon(this::goWhereMoved);
    }
  }

  private void goWhereMoved() {
    if (channel.fate() == Fate.ENDS) {
      channel.end();
      return;
    }
    channel.moved();
    if (channel.location().context().equals(ROUTE)) {
      arriveAgain(DirectoryNumber.of(channel.location().extension()));
    } else {
      land();
    }
  }

  /** The caller was sent on: the dialplan asks anew, for the same call. */
  private void arriveAgain(DirectoryNumber called) {
    Instant now = link.now().truncatedTo(ChronoUnit.MILLIS);
    memory = remember(called, call.priority(), now);
    call =
        new InboundCall(
            call.id(),
            call.channel(),
            call.caller(),
            called,
            call.as(),
            call.priority(),
            call.requirements(),
            Optional.empty(),
            call.preferred(),
            0);
    arrive();
  }

  // Deliver

  void moveTo(Delivery delivery) {
    channel.moveTo(landingPlace(delivery));
  }

  void begin(Delivery delivery) {
    channel.placeAt(landingPlace(delivery));
    land();
  }

  private static Location landingPlace(Delivery delivery) {
    return new Location(WAIT, LandingExtension.of(delivery.token()), 1);
  }

  private void land() {
    String extension = channel.location().extension();
    enter(DELIVER, extension, "AGI");
    Token token = new Token(Long.parseLong(extension.substring(extension.indexOf('-') + 1)));
    follow(link.ask(router -> router.callLanded(memory, token)));
  }

  Whereabouts whereabouts() {
    if (channel.bridge().isPresent()) {
      return Whereabouts.TALKING;
    }
    if (waits) {
      return Whereabouts.WAITING;
    }
    boolean lands = channel.location().context().equals(DELIVER);
    return rings || lands ? Whereabouts.RINGING : Whereabouts.ELSEWHERE;
  }

  // Divert and reject

  @Override
  public Boolean divert(RoutingDecision.Divert decision) {
    enter(OUTBOUND, decision.to().digits(), "Dial");
    RingAttempt.start(
        link.switchboard(),
        channel,
        new RingAttempt.Request(
            List.of("PJSIP/" + decision.to().digits() + "@trunk"),
            OUTBOUND_RING_TIME,
            RingAttempt.AfterTalk.HANG_UP),
        ending -> channel.end());
    return true;
  }

  @Override
  public Boolean handBack(RoutingDecision.HandBack decision) {
    enter(decision.to().context().name(), decision.to().extension(), "Hangup");
    channel.end();
    return true;
  }

  @Override
  public Boolean reject(RoutingDecision.Reject decision) {
    enter(REJECT, "s", "Hangup");
    channel.causeIs(decision.reason().cause());
    channel.end();
    return true;
  }
}
