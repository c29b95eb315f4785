package io.ringwright.records;

import io.ringwright.availability.Attendance;
import io.ringwright.call.CallId;
import io.ringwright.call.CallOutcome;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.InboundCall;
import io.ringwright.call.Party;
import io.ringwright.call.RoutingAnswer;
import io.ringwright.call.Visit;
import io.ringwright.port.RoutingListener;
import io.ringwright.telling.Answered;
import io.ringwright.telling.HungUp;
import io.ringwright.telling.Joined;
import io.ringwright.telling.KeyUsed;
import io.ringwright.telling.PositionChanged;
import io.ringwright.telling.RingStarted;
import io.ringwright.telling.RingStopped;
import io.ringwright.telling.TalkBegun;
import io.ringwright.telling.TalkEnded;
import io.ringwright.telling.WrapUpBegun;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Writes what a listener is told into a {@link CallBook}, each at the instant at which it is told.
 *
 * <p>Thread safety: told by one thread at a time; {@link #counts} may be asked by any.
 */
abstract class BookedListener implements RoutingListener {

  private final CallBook book;
  private final InstantSource clock;
  private volatile RecordCounts counts = new RecordCounts(0, 0, 0);
  private long missed;

  BookedListener(Steps steps, InstantSource clock, RecordLimits limits) {
    this.book = new CallBook(steps, limits);
    this.clock = clock;
  }

  /**
   * What became of the visits.
   *
   * @return as of the last telling
   */
  public final RecordCounts counts() {
    return counts;
  }

  final void closeBook() {
    book.close(clock.instant());
  }

  private Instant now() {
    return clock.instant();
  }

  private void counted() {
    counts = new RecordCounts(book.open(), book.letGo(), missed);
  }

  @Override
  public void callArrived(InboundCall call, Visit visit) {
    book.arrived(call, visit, now());
    counted();
  }

  @Override
  public void decided(RoutingAnswer answer) {
    book.decided(answer, now());
  }

  @Override
  public void delivering(RoutingAnswer answer) {
    book.decided(answer, now());
  }

  @Override
  public void joined(Joined joined) {
    book.joined(joined, now());
  }

  @Override
  public void positionChanged(PositionChanged changed) {
    book.positionChanged(changed, now());
  }

  @Override
  public void keyPressed(KeyUsed used) {
    book.keyPressed(used, now());
  }

  @Override
  public void ringStarted(RingStarted ring) {
    book.ringStarted(ring, now());
  }

  @Override
  public void ringEnded(RingStopped ring) {
    book.ringEnded(ring, now());
  }

  @Override
  public void answered(Answered answered) {
    book.answered(answered, now());
  }

  @Override
  public void answeredByOutsider(Answered answered) {
    book.answered(answered, now());
  }

  @Override
  public void talkBegun(TalkBegun talk) {
    book.talkBegun(talk, now());
  }

  @Override
  public void talkEnded(TalkEnded talk) {
    book.talkEnded(talk, now());
  }

  @Override
  public void wrapUpBegun(WrapUpBegun wrapUp) {
    book.wrapUpBegun(wrapUp.extension(), wrapUp.visit(), now());
  }

  @Override
  public void wrapUpEnded(DirectoryNumber extension) {
    book.wrapUpEnded(extension, now());
  }

  @Override
  public void hungUp(HungUp hungUp) {
    book.hungUp(hungUp, now());
  }

  @Override
  public void transferred(CallId call, Party from, Party to) {
    book.handedOver(call, to, now());
  }

  @Override
  public void ended(Visit visit, CallOutcome outcome, Duration waited) {
    book.ended(visit, outcome, waited, now());
    counted();
  }

  @Override
  public void attendanceChanged(DirectoryNumber extension, Attendance attendance) {
    book.attendance(extension, Optional.empty(), attendance, now());
  }

  @Override
  public void attendanceChanged(
      DirectoryNumber extension, DirectoryNumber group, Attendance attendance) {
    book.attendance(extension, Optional.of(group), attendance, now());
  }

  @Override
  public void missed(long tellings) {
    missed += tellings;
    counted();
  }
}
