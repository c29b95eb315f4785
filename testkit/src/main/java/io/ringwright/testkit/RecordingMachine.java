package io.ringwright.testkit;

import io.ringwright.call.CallId;
import io.ringwright.call.EventAnswer;
import io.ringwright.call.RejectReason;
import io.ringwright.call.RoutingAnswer;
import io.ringwright.call.RoutingDecision;
import io.ringwright.call.RoutingExplanation;
import io.ringwright.event.RouterEvent;
import io.ringwright.journal.JournalException;
import io.ringwright.journal.Proposal;
import io.ringwright.journal.StateMachine;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A state machine for the tests of a journal. Its state is small: how many entries it has applied,
 * a number that depends on each of them and on their order, and the phone list that came last. It
 * takes down what the journal asks of it.
 *
 * <p>Thread safety: what the journal calls is for one thread at a time, as for every state machine;
 * a second thread at the same time is noticed and fails. What was taken down may be read by any.
 */
public final class RecordingMachine implements StateMachine {

  private final AtomicBoolean inUse = new AtomicBoolean();
  private final List<Long> applied = new ArrayList<>();
  private final List<Long> replayed = new ArrayList<>();
  private final List<Long> restored = new ArrayList<>();
  private final List<Long> released = new ArrayList<>();
  private final Map<String, String> phoneListsGiven = new LinkedHashMap<>();

  private MixedState state = MixedState.FIRST;
  private int imageLines;
  private Optional<KeptPhoneList> nextList = Optional.empty();
  private Optional<RuntimeException> nextFailure = Optional.empty();
  private Optional<String> refusal = Optional.empty();
  private String suffix = "";
  private Runnable onRelease = () -> {};

  /** A machine in its first state. */
  public RecordingMachine() {}

  /**
   * The proposal that a test appends as the nth: of an event about call {@code test-n}. The machine
   * answers it.
   *
   * @param nth which, from 0
   * @return the proposal
   */
  public static Proposal proposal(int nth) {
    return Proposal.of(new RouterEvent.Ended(CallId.of("test-" + nth)));
  }

  /**
   * A proposal of an event that is not answered.
   *
   * @return the proposal
   */
  public static Proposal unanswered() {
    return Proposal.of(new RouterEvent.TimePassed());
  }

  /**
   * What the machine answers to the nth proposal.
   *
   * @param nth which, from 0
   * @return the answer
   */
  public static RoutingAnswer answerTo(int nth) {
    return answerAbout(CallId.of("test-" + nth));
  }

  private static RoutingAnswer answerAbout(CallId call) {
    return new RoutingAnswer(
        call,
        new RoutingDecision.Reject(RejectReason.CALL_OVER),
        new RoutingExplanation(List.of()));
  }

  // What a test arranges

  /**
   * Lets the next event bring this phone list.
   *
   * @param phoneList the list
   */
  public synchronized void bringNext(KeptPhoneList phoneList) {
    nextList = Optional.of(phoneList);
  }

  /**
   * Lets the next event fail.
   *
   * @param thrown what {@link #apply} throws
   */
  public synchronized void failNext(RuntimeException thrown) {
    nextFailure = Optional.of(thrown);
  }

  /**
   * Lets the machine refuse whatever was kept.
   *
   * @param message the message of the {@link JournalException}, behind what it is about
   */
  public synchronized void refuse(String message) {
    refusal = Optional.of(message);
  }

  /**
   * Puts this at the end of the text of each entry.
   *
   * @param text one line
   */
  public synchronized void suffix(String text) {
    suffix = text;
  }

  /**
   * Makes the images longer.
   *
   * @param lines how many lines of 80 characters to add
   */
  public synchronized void imageLines(int lines) {
    imageLines = lines;
  }

  /**
   * Runs within each release.
   *
   * @param action anything
   */
  public synchronized void onRelease(Runnable action) {
    onRelease = action;
  }

  // What a test reads

  /**
   * The state, to compare two machines.
   *
   * @return equal where the states are
   */
  public synchronized String state() {
    return state.text();
  }

  /**
   * How many entries led to this state.
   *
   * @return 0 or more
   */
  public synchronized long count() {
    return state.count();
  }

  /**
   * The sequence numbers of new events.
   *
   * @return in the order in which they were applied
   */
  public synchronized List<Long> applied() {
    return List.copyOf(applied);
  }

  /**
   * The sequence numbers of kept entries that were applied again.
   *
   * @return in order
   */
  public synchronized List<Long> replayed() {
    return List.copyOf(replayed);
  }

  /**
   * The sequence numbers of images that the machine started from.
   *
   * @return none or one
   */
  public synchronized List<Long> restored() {
    return List.copyOf(restored);
  }

  /**
   * The sequence numbers of entries whose effects were released.
   *
   * @return in the order of the releases
   */
  public synchronized List<Long> released() {
    return List.copyOf(released);
  }

  /**
   * The phone lists that the journal gave back.
   *
   * @return text by hash
   */
  public synchronized Map<String, String> phoneListsGiven() {
    return Map.copyOf(phoneListsGiven);
  }

  // What the journal calls

  @Override
  public void restore(long sequence, String text, Function<String, Optional<String>> phoneLists) {
    alone(
        () -> {
          refuseIfAsked("the image after entry " + sequence);
          state = MixedState.parse(text.lines().findFirst().orElseThrow());
          restored.add(sequence);
          state.phoneList().ifPresent(hash -> askFor(hash, phoneLists));
          return sequence;
        });
  }

  @Override
  public void replay(long sequence, String text, Function<String, Optional<String>> phoneLists) {
    alone(
        () -> {
          refuseIfAsked("entry " + sequence);
          state = state.after(text);
          MixedState.phoneListIn(text).ifPresent(hash -> askFor(hash, phoneLists));
          replayed.add(sequence);
          return sequence;
        });
  }

  @Override
  public Applied apply(long sequence, Proposal proposal) {
    return alone(
        () -> {
          if (nextFailure.isPresent()) {
            RuntimeException thrown = nextFailure.orElseThrow();
            nextFailure = Optional.empty();
            throw thrown;
          }
          Optional<KeptPhoneList> brought = nextList;
          nextList = Optional.empty();
          String text =
              MixedState.entry(
                  brought.map(KeptPhoneList::sha256), sequence + " " + proposal.event() + suffix);
          state = state.after(text);
          applied.add(sequence);
          return new Step(text, brought, answer(proposal.event()), () -> noteRelease(sequence));
        });
  }

  @Override
  public Image capture() {
    return alone(() -> state.image(imageLines));
  }

  private static Optional<EventAnswer> answer(RouterEvent event) {
    return event instanceof RouterEvent.Ended ended
        ? Optional.of(answerAbout(ended.call()))
        : Optional.empty();
  }

  private void refuseIfAsked(String what) {
    if (refusal.isPresent()) {
      throw new JournalException(what + " cannot be read: " + refusal.orElseThrow());
    }
  }

  private void askFor(String hash, Function<String, Optional<String>> phoneLists) {
    String text =
        phoneLists
            .apply(hash)
            .orElseThrow(() -> new AssertionError("the journal lost phone list " + hash));
    phoneListsGiven.put(hash, text);
  }

  private <T> T alone(Supplier<T> action) {
    if (!inUse.compareAndSet(false, true)) {
      throw new AssertionError("the journal called the machine from two threads at a time");
    }
    try {
      synchronized (this) {
        return action.get();
      }
    } finally {
      inUse.set(false);
    }
  }

  private void noteRelease(long sequence) {
    Runnable action;
    synchronized (this) {
      released.add(sequence);
      action = onRelease;
    }
    action.run();
  }

  /** What came of an event. */
  private record Step(
      String text,
      Optional<KeptPhoneList> phoneList,
      Optional<EventAnswer> answer,
      Runnable effects)
      implements Applied {
    @Override
    public void release() {
      effects.run();
    }
  }
}
