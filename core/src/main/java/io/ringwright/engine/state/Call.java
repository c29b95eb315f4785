package io.ringwright.engine.state;

import io.ringwright.announcement.Told;
import io.ringwright.call.Announcement;
import io.ringwright.call.CallId;
import io.ringwright.call.Channel;
import io.ringwright.call.Destination;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.ExternalNumber;
import io.ringwright.call.Inquiry;
import io.ringwright.call.Notice;
import io.ringwright.call.PbxId;
import io.ringwright.call.Priority;
import io.ringwright.call.RejectReason;
import io.ringwright.call.Token;
import io.ringwright.call.Visit;
import io.ringwright.routing.RoutedCaller;
import io.ringwright.routing.RoutedCaller.Preferred;
import io.ringwright.routing.WaitingAdmission.Admitted;
import io.ringwright.routing.WaitingAdmission.Journey;
import io.ringwright.waiting.Place;
import io.ringwright.waiting.WaitingCall;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * All that the engine knows of one call that is not over.
 *
 * <p>Thread safety: confined to the owner of the state.
 */
public final class Call extends Timed {

  private @Nullable LaneKind lane;
  private final Instant opened;
  private WaitingCall waiting;
  private CallPhase phase = CallPhase.Waiting.SAME;
  private Instant phaseSince;
  private int moves;
  private Instant wantedSince;
  private Instant heard = Instant.MIN;
  private boolean admitted;
  private boolean undecided;
  private Optional<Preferred> preferred = Optional.empty();
  private @Nullable PastAttempts past;
  private int question;
  private @Nullable Notice notice;
  private @Nullable RejectReason goodbye;
  private @Nullable Announcement announcement;
  private @Nullable Inquiry inquiry;
  private @Nullable Told told;
  private ReportedFacts reported = ReportedFacts.NONE;
  private @Nullable Consumer<Call> watch;

  /** A call that the engine hears of now. */
  public Call(WaitingCall call, Instant now) {
    waiting = call;
    wantedSince = call.place().since();
    opened = now;
    phaseSince = now;
  }

  /** The same call in another state, in no lane and without a timer. */
  Call(Call other) {
    this(other.data());
  }

  /** A call as an image describes it, in no lane and without a timer. */
  public Call(CallData data) {
    waiting = data.waiting();
    opened = data.opened();
    phase = data.phase();
    phaseSince = data.phaseSince();
    moves = data.moves();
    wantedSince = data.wantedSince();
    heard = data.heard();
    admitted = data.admitted();
    undecided = data.undecided();
    preferred = data.preferred();
    told = data.told().orElse(null);
    reported = data.reported();
    asked(data.lastQuestion());
    PastAttempts described = new PastAttempts(data);
    past = described.areNone() ? null : described;
  }

  /** All that this call is, as data. */
  public CallData data() {
    PastAttempts before = past();
    return new CallData(
        waiting,
        opened,
        phase,
        phaseSince,
        moves,
        wantedSince,
        heard,
        before.notBefore(),
        before.failures(),
        before.newestToken(),
        admitted,
        undecided,
        preferred,
        before.callOuts(),
        before.overflows(),
        before.firstTicket(),
        before.backOff(),
        before.rung(),
        lastQuestion(),
        told(),
        reported,
        when);
  }

  /** The last question of its channel. */
  public LastQuestion lastQuestion() {
    return new LastQuestion(
        question,
        Optional.ofNullable(notice),
        Optional.ofNullable(goodbye),
        Optional.ofNullable(announcement),
        Optional.ofNullable(inquiry));
  }

  /** Whether this is the last question of its channel, asked again, or an older one. */
  public boolean wasAsked(int number, Channel from) {
    return number != 0 && number <= question && from.equals(channel());
  }

  /** Another channel counted the questions that come next: none of them came before. */
  public void countsAnew() {
    changes();
    asked(LastQuestion.NONE);
  }

  /** Its channel asked a question, and was answered. */
  public void answered(LastQuestion last) {
    changes();
    asked(last);
  }

  private void asked(LastQuestion last) {
    question = last.number();
    notice = last.notice().orElse(null);
    goodbye = last.goodbye().orElse(null);
    announcement = last.announcement().orElse(null);
    inquiry = last.inquiry().orElse(null);
  }

  /** What the caller was told in this wait; empty if nothing is told here. */
  public Optional<Told> told() {
    return Optional.ofNullable(told);
  }

  /** The caller was told something, or the time for it has come. */
  public void tell(Told now) {
    changes();
    told = now;
  }

  /** What listeners were told of it. */
  public ReportedFacts reported() {
    return reported;
  }

  /** Listeners are told something of it. */
  public void reported(ReportedFacts now) {
    changes();
    reported = now;
  }

  /** What was tried so far, to be read. */
  private PastAttempts past() {
    PastAttempts known = past;
    return known == null ? PastAttempts.NONE : known;
  }

  /** From now on questions are told of it before it changes. */
  void announceTo(Consumer<Call> questions) {
    watch = questions;
  }

  private void changes() {
    Consumer<Call> questions = watch;
    if (questions != null) {
      questions.accept(this);
    }
  }

  @Override
  void lookAt(Instant next) {
    changes();
    super.lookAt(next);
  }

  /** What was tried so far, to be changed. */
  private PastAttempts trying() {
    changes();
    PastAttempts known = past;
    if (known == null) {
      known = new PastAttempts();
      past = known;
    }
    return known;
  }

  /** The kind of the lane in which the call is, if it takes part in matching. */
  Optional<LaneKind> lane() {
    return Optional.ofNullable(lane);
  }

  /** The same; null if it takes no part. */
  @Nullable LaneKind laneKind() {
    return lane;
  }

  void place(@Nullable LaneKind kind) {
    lane = kind;
  }

  /** Its identity. */
  public CallId id() {
    return waiting.id();
  }

  /** Its stay in the engine. The number is the ticket that was drawn for it. */
  public Visit visit() {
    long drawn = past().firstTicket();
    return new Visit(id(), drawn == 0 ? place().ticket() : drawn);
  }

  /** Its place. */
  public Place place() {
    return waiting.place();
  }

  /** The caller's channel. */
  public Channel channel() {
    return waiting.channel();
  }

  /** The switch on which the caller is. */
  public PbxId pbx() {
    return waiting.channel().pbx();
  }

  /** What it waits for, or would. */
  public Destination wanted() {
    return waiting.waitingFor();
  }

  /** What is said of it to others. */
  public WaitingCall waiting() {
    return waiting;
  }

  /** It waits for something else from now on; the longest wait begins anew, the place stays. */
  public void want(Destination other, Instant now) {
    changes();
    if (!other.equals(wanted())) {
      told = null;
      reported = reported.at(0);
    }
    waiting = waiting.waitingFor(other);
    wantedSince = now;
  }

  /** It has another priority from now on; its ticket stays. */
  public void reprioritise(Priority priority) {
    changes();
    waiting = waiting.at(place().with(priority));
  }

  /** The number to call back, if the caller hung up and waits without a channel. */
  public Optional<ExternalNumber> callBack() {
    return waiting.callBack();
  }

  /** The caller hangs up and is called back when the turn comes. */
  public void arrangeCallBack(ExternalNumber number) {
    changes();
    waiting = waiting.calledBackAt(number);
  }

  /** The caller was called back and has a channel again. */
  public void calledBack() {
    changes();
    waiting = waiting.onTheLine();
  }

  /** One more call-out that nobody answered. */
  public int unansweredCallOut(Instant notBeforeThen) {
    trying().restUntil(notBeforeThen);
    return trying().unansweredCallOut();
  }

  /** For how long a phone has rung for this call in the rings that belong together. */
  public Duration rungFor(DirectoryNumber extension) {
    return past().rung().getOrDefault(extension, Duration.ZERO);
  }

  /** A phone rang for so long, and may go on. */
  public void rang(DirectoryNumber extension, Duration time) {
    trying().rang(extension, time);
  }

  /** The caller has a place from an earlier call: it is let in without being asked. */
  public void takeBack(Place place) {
    trying().firstTicket(place().ticket());
    waiting = waiting.at(place);
    admitted = true;
  }

  /** Whether it is in the phase in which it has a place in a queue. */
  public boolean isWaiting() {
    return phase instanceof CallPhase.Waiting;
  }

  /** When it is looked at next; the far end for never. */
  public Instant lookAt() {
    return when;
  }

  /** The phase in which it is. */
  public CallPhase phase() {
    return phase;
  }

  /** Enters a phase. */
  public void enter(CallPhase next, Instant now) {
    changes();
    if (!next.getClass().equals(phase.getClass())) {
      moves++;
      phaseSince = now;
    }
    phase = next;
    undecided &= next instanceof CallPhase.Waiting;
    admitted |= next instanceof CallPhase.Waiting && !undecided;
    PastAttempts before = past;
    if (before != null) {
      before.entered(next);
    }
  }

  /** Whether it waits for its switch, to be decided then. Only while it is in no queue. */
  public void undecided(boolean waits) {
    changes();
    undecided = waits;
  }

  /** Whether it is decided when its switch has been seen, as on arrival. */
  public boolean isUndecided() {
    return undecided;
  }

  /** The extension that it prefers until an instant, or none. Only while it is in no queue. */
  public void prefer(Optional<Preferred> extension) {
    changes();
    preferred = extension;
  }

  /** The extension that it prefers, in force or over. */
  public Optional<Preferred> preferred() {
    return preferred;
  }

  /** The extension that it prefers at a moment; empty where that is over. */
  public Optional<DirectoryNumber> preferredAt(Instant moment) {
    return preferred.filter(it -> moment.isBefore(it.until())).map(Preferred::extension);
  }

  /** Grows with each change of phase: what was asked of the switch before is out of date after. */
  public int moves() {
    return moves;
  }

  /** Since when it has been in its phase. */
  public Instant phaseSince() {
    return phaseSince;
  }

  /** What the rules of admission look at. */
  public Admitted admitted() {
    return new Admitted(wantedSince, admitted, journey());
  }

  /** What the rules of admission look at where it comes only now. */
  public Admitted newcomer(Instant now) {
    return new Admitted(now, false, journey());
  }

  /** How far it has come. Who is to be called back is not on the line and has all the time. */
  private Journey journey() {
    return new Journey(
        overflows(), callBack().isPresent() ? Instant.MAX : opened.plus(Journey.LONGEST));
  }

  /** How many overflows it has followed so far. */
  public void overflown(int all) {
    if (all != overflows()) {
      trying().overflown(all);
    }
  }

  /** How many overflows it has followed. */
  public int overflows() {
    return past().overflows();
  }

  /** Since when it has wanted what it wants. */
  public Instant wantedSince() {
    return wantedSince;
  }

  /** When the caller gave the last sign of life; {@link Instant#MIN} if the engine heard none. */
  public Instant heard() {
    return heard;
  }

  /** Since when there was no sign of life. */
  public Instant silentSince() {
    return heard.isAfter(opened) ? heard : opened;
  }

  /** The caller's own channel speaks. */
  public void spoke(Channel where, Instant now) {
    goesOnAt(where);
    seen(now);
  }

  /** Another caller goes on with this call, who was told nothing. */
  public void carriedOn(Channel where) {
    goesOnAt(where);
    told = null;
  }

  /** Each channel counts its own questions. */
  private void goesOnAt(Channel where) {
    changes();
    if (!where.equals(channel())) {
      asked(LastQuestion.NONE);
    }
    waiting = waiting.on(where);
  }

  /** Somebody else saw the caller. */
  public void seen(Instant at) {
    changes();
    heard = at.isAfter(heard) ? at : heard;
  }

  /** An attempt with this token begins. */
  public void tokenDrawn(Token token) {
    trying().begin(token.value());
  }

  /** Whether a later attempt than this was made since. */
  public boolean outdated(Token token) {
    return token.value() < past().newestToken();
  }

  /** The switch did not move the caller: not delivered for a while, longer each time. */
  public void rest(Instant now) {
    trying().rest(now);
  }

  /** Whether it is not delivered for the moment. */
  public boolean rests(Instant now) {
    return now.isBefore(past().notBefore());
  }

  /** An extension is not rung for this call until then, and then for its whole ring time again. */
  public void leaveAlone(DirectoryNumber extension, Instant until) {
    trying().leaveAlone(extension, until);
  }

  /** The extensions that are left alone for this call, and until when; some may be over. */
  public Map<DirectoryNumber, Instant> backOff() {
    return past().backOff();
  }

  /** When something changes for this call by itself: a back-off or a rest is over. */
  public Instant nextChange(Instant now) {
    return past().nextChange(now);
  }

  /** The caller, as the rules ask about them. */
  public RoutedCaller routed() {
    return new RoutedCaller(
        waiting.caller(),
        backOff(),
        waiting.requirements(),
        place().since(),
        wantedSince,
        preferred);
  }
}
