package io.ringwright.fakeasterisk.switchboard;

import io.ringwright.fakeasterisk.switchboard.Phone.Invitation;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The two ends of a Local channel, which calls a place in the dialplan as if that were a phone: the
 * first end is the phone, the second one runs the dialplan. Unless its name ends in {@code /n} it
 * is taken out as soon as both ends talk and somebody is heard. Source: {@code main/core_local.c}
 * and {@code main/core_unreal.c} of Asterisk. Belongs to the timeline's thread.
 */
final class LocalPair implements Phone {

  private static final String TECHNOLOGY = "Local/";
  private static final String STAYS = "/n";

  /** How long it takes until somebody in a talk is heard: a packet of speech. */
  private static final Duration A_PACKET = Duration.ofMillis(20);

  private final Switchboard switchboard;
  private final String first;
  private final String second;
  private final Line line;
  private final boolean optimises;
  private @Nullable Invitation invitation;

  private LocalPair(Switchboard switchboard, String target, LiveChannel caller) {
    this.switchboard = switchboard;
    this.optimises = !target.endsWith(STAYS);
    String device = optimises ? target : target.substring(0, target.length() - STAYS.length());
    Location place = place(Target.resource(device));
    this.line = switchboard.lineTo(device, place.context(), this);
    List<LiveChannel> made = switchboard.local(device, caller.id().linkedId(), place);
    this.first = made.get(0).id().name();
    this.second = made.get(1).id().name();
    made.get(0).leadsTo(new FirstEnd());
    made.get(1).leadsTo(new SecondEnd());
  }

  /** Both ends. */
  private record Ends(LiveChannel first, LiveChannel second) {}

  /** Whether a target is a place in the dialplan. */
  static boolean isNamedBy(String target) {
    return target.startsWith(TECHNOLOGY);
  }

  /** Makes both ends; the dialplan begins when the first one is invited. */
  static LocalPair of(Switchboard switchboard, String target, LiveChannel caller) {
    return new LocalPair(switchboard, target, caller);
  }

  private static Location place(String resource) {
    int at = resource.lastIndexOf('@');
    return at < 0
        ? new Location("default", resource, 1)
        : new Location(resource.substring(at + 1), resource.substring(0, at), 1);
  }

  Line line() {
    return line;
  }

  /** The end that is called. */
  LiveChannel called() {
    return first().orElseThrow();
  }

  private Optional<LiveChannel> first() {
    return switchboard.channel(first);
  }

  private Optional<LiveChannel> second() {
    return switchboard.channel(second);
  }

  /** What the first end knows when it is called, the second one knows from the start. */
  void join() {
    LiveChannel called = called();
    second()
        .ifPresent(
            runs -> {
              called.wholeVariables().forEach(runs::set);
              runs.parties().callFrom(called.parties().connected());
              switchboard.tell(listener -> listener.localBridged(called, runs, optimises));
            });
  }

  @Override
  public void invited(Invitation call) {
    invitation = call;
    second().ifPresent(switchboard::drive);
  }

  private void toFirst(Consumer<Invitation> work) {
    Invitation call = invitation;
    if (call != null) {
      switchboard.timeline().run(() -> work.accept(call));
    }
  }

  // Taken out

  private void mayBeOptimised() {
    if (optimises) {
      switchboard.timeline().after(A_PACKET, this::optimise);
    }
  }

  private void optimise() {
    Optional<Bridge> near = talk(first());
    Optional<Bridge> far = talk(second());
    if (near.isEmpty() || far.isEmpty() || near.equals(far)) {
      return;
    }
    Ends ends = new Ends(first().orElseThrow(), second().orElseThrow());
    Optional<LiveChannel> called = far.get().otherThan(ends.second());
    if (called.filter(switchboard::speaksFirst).isPresent()) {
      takeOut(ends, new Move(far.get(), ends.second(), near.get(), ends.first()));
    } else {
      takeOut(ends, new Move(near.get(), ends.first(), far.get(), ends.second()));
    }
  }

  /** Who leaves a bridge, because the other one in it takes a place in another bridge. */
  private record Move(Bridge from, LiveChannel leaves, Bridge into, LiveChannel replaced) {}

  /** Whoever speaks first moves: which one that is, differs from call to call in Asterisk. */
  private void takeOut(Ends ends, Move move) {
    LiveChannel source = move.from().otherThan(move.leaves()).orElseThrow();
    switchboard.tell(
        listener -> listener.localOptimisationBegun(ends.first(), ends.second(), source));
    Runnable afterSource = move.from().leave(source);
    Runnable afterReplaced = move.into().leave(move.replaced());
    move.into().enterInPlaceOf(move.replaced(), source, afterSource);
    switchboard.tell(listener -> listener.localOptimisationEnded(ends.first(), ends.second()));
    afterReplaced.run();
    move.from().dissolve(move.leaves());
  }

  private static Optional<Bridge> talk(Optional<LiveChannel> end) {
    return end.flatMap(LiveChannel::bridge).filter(Bridge::mayLoseLocals);
  }

  private static void hold(Optional<LiveChannel> end, boolean held) {
    end.ifPresent(held ? LiveChannel::hold : LiveChannel::resume);
  }

  /** The end that is called: what is done with it comes out at the second one. */
  private final class FirstEnd implements FarSide {

    @Override
    public void talks() {
      mayBeOptimised();
    }

    @Override
    public void pressed(char key) {
      second().ifPresent(runs -> runs.press(key));
    }

    @Override
    public boolean passesHold(boolean held) {
      hold(second(), held);
      return true;
    }

    @Override
    public void gone(int cause) {
      second().ifPresent(runs -> runs.hangUp(cause));
    }
  }

  /** The end that runs the dialplan: what is done with it, the first one does as a phone. */
  private final class SecondEnd implements FarSide {

    @Override
    public void hearsRinging() {
      toFirst(Invitation::ring);
    }

    @Override
    public void answered() {
      toFirst(Invitation::answer);
    }

    @Override
    public void talks() {
      mayBeOptimised();
    }

    @Override
    public void pressed(char key) {
      first().ifPresent(called -> called.press(key));
    }

    @Override
    public boolean passesHold(boolean held) {
      hold(first(), held);
      return true;
    }

    @Override
    public void gone(int cause) {
      toFirst(call -> hangUp(call, cause));
    }

    private void hangUp(Invitation call, int cause) {
      if (call.isOpen()) {
        call.refuse(cause, 0);
      } else {
        call.hangUp();
      }
    }
  }
}
