package io.ringwright.engine.state;

import io.ringwright.call.DirectoryNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * What has been tried for a call so far. Most calls that wait have none of it, and no room is taken
 * for them.
 *
 * <p>Thread safety: confined to the owner of the state.
 */
final class PastAttempts {

  private static final Duration FIRST_REST = Duration.ofSeconds(1);
  private static final int MOST_DOUBLINGS = 5;

  /** Of a call for which nothing was tried. It must not be changed. */
  static final PastAttempts NONE = new PastAttempts();

  private Map<DirectoryNumber, Instant> backOff = Map.of();
  private Map<DirectoryNumber, Duration> rung = Map.of();
  private Instant notBefore = Instant.MIN;
  private int failures;
  private long newestToken;
  private int callOuts;
  private int overflows;
  private long firstTicket;

  /** Nothing was tried yet. */
  PastAttempts() {}

  /** As an image describes it. */
  PastAttempts(CallData data) {
    backOff = data.backOff();
    rung = data.rung();
    notBefore = data.notBefore();
    failures = data.failures();
    newestToken = data.newestToken();
    callOuts = data.callOuts();
    overflows = data.overflows();
    firstTicket = data.firstTicket();
  }

  boolean areNone() {
    return backOff.isEmpty()
        && rung.isEmpty()
        && notBefore.equals(Instant.MIN)
        && failures == 0
        && newestToken == 0
        && callOuts == 0
        && overflows == 0
        && firstTicket == 0;
  }

  /** The extensions that are left alone, and until when; some may be over. */
  Map<DirectoryNumber, Instant> backOff() {
    return backOff;
  }

  /** An extension is not rung until then, and then for its whole ring time again. */
  void leaveAlone(DirectoryNumber extension, Instant until) {
    if (rung.containsKey(extension)) {
      Map<DirectoryNumber, Duration> others = new HashMap<>(rung);
      others.remove(extension);
      rung = Map.copyOf(others);
    }
    Map<DirectoryNumber, Instant> more = new HashMap<>(backOff);
    more.put(extension, until);
    backOff = Map.copyOf(more);
  }

  /** For how long phones have rung in the rings that belong together. */
  Map<DirectoryNumber, Duration> rung() {
    return rung;
  }

  /** A phone rang for so long, and may go on. */
  void rang(DirectoryNumber extension, Duration time) {
    Map<DirectoryNumber, Duration> longer = new HashMap<>(rung);
    longer.merge(extension, time, Duration::plus);
    rung = Map.copyOf(longer);
  }

  /** Before when the caller is not moved; {@link Instant#MIN} for never. */
  Instant notBefore() {
    return notBefore;
  }

  /** The caller is not moved before then. */
  void restUntil(Instant then) {
    notBefore = then;
  }

  /** The caller could not be moved: not before a while, longer each time. */
  void rest(Instant now) {
    notBefore = now.plus(FIRST_REST.multipliedBy(1L << Math.min(failures, MOST_DOUBLINGS)));
    failures++;
  }

  /** How often in a row the caller could not be moved. */
  int failures() {
    return failures;
  }

  /** When a back-off or a rest is over next. */
  Instant nextChange(Instant now) {
    Instant next = notBefore.isAfter(now) ? notBefore : Instant.MAX;
    for (Instant until : backOff.values()) {
      next = until.isAfter(now) && until.isBefore(next) ? until : next;
    }
    return next;
  }

  /** The call enters a phase. */
  void entered(CallPhase next) {
    boolean ringsOver = next instanceof CallPhase.Waiting || next instanceof CallPhase.Talking;
    rung = ringsOver ? Map.of() : rung;
    failures = next instanceof CallPhase.Ringing ? 0 : failures;
  }

  /** The number of the last attempt; 0 for none. */
  long newestToken() {
    return newestToken;
  }

  /** An attempt with this number begins. */
  void begin(long token) {
    newestToken = token;
  }

  /** How many call-outs nobody answered. */
  int callOuts() {
    return callOuts;
  }

  /** One more call-out that nobody answered. */
  int unansweredCallOut() {
    return ++callOuts;
  }

  /** How many overflows the call has followed. */
  int overflows() {
    return overflows;
  }

  /** It has followed so many. */
  void overflown(int all) {
    overflows = all;
  }

  /**
   * The ticket that was drawn for the call, if it has the place of another one by now; 0 for none:
   * whoever drew the first ticket of all finds no earlier place.
   */
  long firstTicket() {
    return firstTicket;
  }

  /** The call gives up the ticket that was drawn for it. */
  void firstTicket(long drawn) {
    firstTicket = drawn;
  }
}
