package io.ringwright.engine;

import io.ringwright.call.CallId;
import io.ringwright.call.Channel;
import io.ringwright.call.Destination;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.ExternalNumber;
import io.ringwright.call.PbxId;
import io.ringwright.call.Priority;
import io.ringwright.call.Token;
import io.ringwright.routing.RoutedCaller;
import io.ringwright.routing.WaitingAdmission;
import io.ringwright.waiting.Place;
import io.ringwright.waiting.WaitingCall;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All that the engine knows of one call. Belongs to the {@link EngineState} and its lock. */
public final class Call {

  private static final Duration FIRST_REST = Duration.ofSeconds(1);
  private static final int MOST_DOUBLINGS = 5;

  private final TimerQueue.Entry<Call> agenda = new TimerQueue.Entry<>(this);
  private Map<DirectoryNumber, Instant> backOff = Map.of();
  private @Nullable Lane lane;
  private final Instant opened;
  private WaitingCall waiting;
  private CallPhase phase = CallPhase.WAITING;
  private Instant phaseSince;
  private int moves;
  private Instant wantedSince;
  private Instant heard = Instant.MIN;
  private Instant notBefore = Instant.MIN;
  private int failures;
  private long newestToken;
  private boolean beenInLine;
  private boolean inStore;
  private boolean hearsay;
  private boolean storeBehind;
  private int callOuts;
  private Map<DirectoryNumber, Duration> rung = Map.of();

  public Call(WaitingCall call, Instant now) {
    waiting = call;
    wantedSince = call.place().since();
    opened = now;
    phaseSince = now;
  }

  TimerQueue.Entry<Call> agenda() {
    return agenda;
  }

  /** The lane in which the call stands, if it takes part. */
  public Optional<Lane> lane() {
    return Optional.ofNullable(lane);
  }

  public void stand(Optional<Lane> where) {
    lane = where.orElse(null);
  }

  public CallId id() {
    return waiting.id();
  }

  public Place place() {
    return waiting.place();
  }

  public Channel channel() {
    return waiting.channel();
  }

  public PbxId pbx() {
    return waiting.channel().pbx();
  }

  public Destination wanted() {
    return waiting.waitingFor();
  }

  public WaitingCall waiting() {
    return waiting;
  }

  /**
   * The call waits for something else from now on; the longest wait begins anew, the place stays.
   */
  public void want(Destination other, Instant now) {
    waiting = waiting.waitingFor(other);
    wantedSince = now;
  }

  /** The call has another priority from now on; its ticket stays. */
  public void reprioritise(Priority priority) {
    waiting = waiting.at(place().with(priority));
  }

  /** The number to call when the turn comes, if the caller does not wait on the line. */
  public Optional<ExternalNumber> callBack() {
    return waiting.callBack();
  }

  /** The caller hangs up and is called back when the turn comes. */
  public void arrangeCallBack(ExternalNumber number) {
    waiting = waiting.calledBackAt(number);
  }

  /** The caller was called back and is on the line again; the store does not know it yet. */
  public void calledBack() {
    waiting = waiting.onTheLine();
    storeBehind = true;
  }

  /** One more call-out that nobody answered. */
  public int unansweredCallOut(Instant notBeforeThen) {
    notBefore = notBeforeThen;
    return ++callOuts;
  }

  /** Whether the store must hear of the call anew when it is back in line; asked once. */
  public boolean takeStoreBehind() {
    boolean behind = storeBehind;
    storeBehind = false;
    return behind;
  }

  /** For how long a phone has rung for this call in the rings that belong together. */
  public Duration rungFor(DirectoryNumber extension) {
    return rung.getOrDefault(extension, Duration.ZERO);
  }

  /** A phone rang for so long, and may go on. */
  public void rang(DirectoryNumber extension, Duration time) {
    Map<DirectoryNumber, Duration> longer = new HashMap<>(rung);
    longer.merge(extension, time, Duration::plus);
    rung = longer;
  }

  /** The caller has a place from an earlier call: it is let in without being asked. */
  public void takeBack(Place place) {
    waiting = waiting.at(place);
    beenInLine = true;
  }

  public CallPhase phase() {
    return phase;
  }

  public void enter(CallPhase next, Instant now) {
    if (!next.getClass().equals(phase.getClass())) {
      moves++;
      phaseSince = now;
    }
    phase = next;
    beenInLine |= next instanceof CallPhase.Waiting;
    rung = next instanceof CallPhase.Waiting || next instanceof CallPhase.Talking ? Map.of() : rung;
    failures = next instanceof CallPhase.Ringing ? 0 : failures;
  }

  /** Grows with each change of phase: what was asked of the switch before is out of date after. */
  public int moves() {
    return moves;
  }

  public Instant phaseSince() {
    return phaseSince;
  }

  WaitingAdmission.Admitted standing() {
    return new WaitingAdmission.Admitted(wantedSince, beenInLine);
  }

  public Instant wantedSince() {
    return wantedSince;
  }

  /** Whether the store holds the call, as far as the engine knows. */
  public boolean inStore() {
    return inStore;
  }

  public void inStore(boolean holds) {
    inStore = holds;
  }

  /** Only a list said so far that this call waits: the store may know that it ended. */
  public boolean hearsay() {
    return hearsay;
  }

  public void onHearsay() {
    hearsay = true;
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
    waiting = waiting.on(where);
    hearsay = false;
    seen(now);
  }

  /** Somebody else saw the caller. */
  public void seen(Instant at) {
    heard = at.isAfter(heard) ? at : heard;
  }

  /** An attempt with this token begins. */
  public void tokenDrawn(Token token) {
    newestToken = token.value();
  }

  /** Whether a later attempt than this was made since. */
  public boolean outdated(Token token) {
    return token.value() < newestToken;
  }

  /**
   * The switch did not move the caller: the call is not delivered for a while, longer each time.
   *
   * @return until when
   */
  public Instant rest(Instant now) {
    notBefore = now.plus(FIRST_REST.multipliedBy(1L << Math.min(failures, MOST_DOUBLINGS)));
    failures++;
    return notBefore;
  }

  public boolean rests(Instant now) {
    return now.isBefore(notBefore);
  }

  public void leaveAlone(DirectoryNumber extension, Instant until) {
    Map<DirectoryNumber, Instant> more = new HashMap<>(backOff);
    more.put(extension, until);
    backOff = more;
  }

  /** Whether any phone is left alone for this call. */
  public boolean leavesAnybody(Instant now) {
    return !backOff.isEmpty() && backOff.values().stream().anyMatch(now::isBefore);
  }

  /** When something changes for this call by itself: a back-off or a rest is over. */
  public Instant nextChange(Instant now) {
    Instant next = notBefore.isAfter(now) ? notBefore : Instant.MAX;
    for (Instant until : backOff.values()) {
      next = until.isAfter(now) && until.isBefore(next) ? until : next;
    }
    return next;
  }

  public RoutedCaller routed(Instant now) {
    if (!backOff.isEmpty() && !leavesAnybody(now)) {
      backOff = Map.of();
    }
    return new RoutedCaller(
        waiting.caller(), backOff, waiting.requirements(), place().since(), wantedSince);
  }
}
