package io.ringwright.engine;

import io.ringwright.call.CallOutcome;
import io.ringwright.call.Destination;
import io.ringwright.call.Device;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.Visit;
import io.ringwright.port.RoutingListener;
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
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a listener was told to begin and to end, and what was wrong with it. It knows nothing of the
 * engine.
 */
final class TellingBook implements RoutingListener {

  /** A phone that rings for a visit. */
  record Phone(Visit visit, DirectoryNumber extension, Device device) {}

  private record Standing(Destination waitingFor, int position) {}

  final Map<Phone, RingStarted> rings = new HashMap<>();
  final Map<Visit, TalkBegun> talks = new HashMap<>();
  final Set<DirectoryNumber> wrapUps = new HashSet<>();
  final List<KeyUsed> keys = new ArrayList<>();
  final Map<RingStopped.Why, Integer> stops = new EnumMap<>(RingStopped.Why.class);
  private final Map<Visit, Standing> line = new HashMap<>();
  private final Set<Visit> hungUp = new HashSet<>();
  private final Set<Visit> over = new HashSet<>();
  private final List<String> mistakes = new ArrayList<>();
  int positions;

  private void expect(boolean right, Object told, String otherwise) {
    if (!right) {
      mistakes.add(told + ": " + otherwise);
    }
  }

  private void goesOn(Visit visit, Object told) {
    expect(!over.contains(visit), told, "the visit is over");
  }

  @Override
  public void joined(Joined joined) {
    goesOn(joined.visit(), joined);
    expect(joined.position() > 0, joined, "no position");
    Standing before =
        line.put(joined.visit(), new Standing(joined.waitingFor(), joined.position()));
    boolean again = before != null && before.waitingFor().equals(joined.waitingFor());
    expect(!again, joined, "it waits for that already");
  }

  @Override
  public void positionChanged(PositionChanged changed) {
    positions++;
    goesOn(changed.visit(), changed);
    Standing told = new Standing(changed.waitingFor(), changed.before());
    expect(told.equals(line.get(changed.visit())), changed, "told before: " + line);
    expect(changed.before() != changed.position(), changed, "the same");
    line.put(changed.visit(), new Standing(changed.waitingFor(), changed.position()));
  }

  @Override
  public void keyPressed(KeyUsed used) {
    goesOn(used.visit(), used);
    keys.add(used);
  }

  private static Phone phone(RingStarted ring) {
    return new Phone(ring.visit(), ring.extension(), ring.device());
  }

  @Override
  public void ringStarted(RingStarted ring) {
    goesOn(ring.visit(), ring);
    expect(rings.put(phone(ring), ring) == null, ring, "it rings already");
  }

  @Override
  public void ringEnded(RingStopped ring) {
    goesOn(ring.ring().visit(), ring);
    stops.merge(ring.why(), 1, Integer::sum);
    RingStarted begun = rings.remove(phone(ring.ring()));
    expect(ring.ring().equals(begun), ring, "what began is " + begun);
    expect(!ring.rang().isNegative(), ring, "less than no time");
  }

  @Override
  public void talkBegun(TalkBegun talk) {
    goesOn(talk.visit(), talk);
    expect(talks.put(talk.visit(), talk) == null, talk, "somebody talks already");
  }

  @Override
  public void talkEnded(TalkEnded talk) {
    goesOn(talk.visit(), talk);
    TalkBegun begun = talks.remove(talk.visit());
    boolean same = begun != null && begun.with().extension().equals(talk.with().extension());
    expect(same, talk, "what began is " + begun);
    expect(!talk.talked().isNegative(), talk, "less than no time");
  }

  @Override
  public void wrapUpBegun(WrapUpBegun wrapUp) {
    expect(wrapUps.add(wrapUp.extension()), wrapUp, "it is in wrap-up already");
  }

  @Override
  public void wrapUpEnded(DirectoryNumber extension) {
    expect(wrapUps.remove(extension), extension, "it is in no wrap-up");
  }

  @Override
  public void hungUp(HungUp told) {
    goesOn(told.visit(), told);
    expect(hungUp.add(told.visit()), told, "told twice");
  }

  @Override
  public void ended(Visit visit, CallOutcome outcome, Duration waited) {
    boolean rings = this.rings.keySet().stream().anyMatch(each -> each.visit().equals(visit));
    expect(!rings && !talks.containsKey(visit), visit, "it ends while it rings or talks");
    boolean gone = outcome == CallOutcome.ANSWERED || outcome == CallOutcome.ABANDONED;
    expect(gone || !hungUp.contains(visit), visit, "it is " + outcome + " and nobody hung up");
    over.add(visit);
  }

  /** What was wrong; empty when all is well. */
  List<String> mistakes() {
    return List.copyOf(mistakes);
  }
}
