package io.ringwright.testkit;

import io.ringwright.call.CallId;
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
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

/**
 * A state machine for the tests of a journal. Its state is small: how many entries it has applied,
 * a number that depends on each of them and on their order, and the phone list that came last. It
 * takes down what the journal asks of it.
 *
 * <p>Thread safety: what the journal calls is for one thread at a time, as for every state machine;
 * a second thread at the same time is noticed and fails. What was taken down may be read by any.
 */
public final class RecordingMachine implements StateMachine {

  private static final String NO_LIST = "-";

  private final AtomicBoolean inUse = new AtomicBoolean();
  private final List<Long> applied = new ArrayList<>();
  private final List<Long> replayed = new ArrayList<>();
  private final List<Long> restored = new ArrayList<>();
  private final List<Long> released = new ArrayList<>();
  private final Map<String, String> phoneListsGiven = new LinkedHashMap<>();

  private long count;
  private long mixed = 17;
  private String list = NO_LIST;
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
   * @param message the message of the {@link JournalException}
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
    return count + " " + Long.toHexString(mixed) + " " + list;
  }

  /**
   * How many entries led to this state.
   *
   * @return 0 or more
   */
  public synchronized long count() {
    return count;
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
          refuseIfAsked();
          String[] parts = text.lines().findFirst().orElseThrow().split(" ", 3);
          count = Long.parseLong(parts[0]);
          mixed = Long.parseUnsignedLong(parts[1], 16);
          list = parts[2];
          restored.add(sequence);
          askFor(list, phoneLists);
          return sequence;
        });
  }

  @Override
  public void replay(long sequence, String text, Function<String, Optional<String>> phoneLists) {
    alone(
        () -> {
          refuseIfAsked();
          String[] parts = text.split(" ", 2);
          mix(text);
          if (!parts[0].equals(NO_LIST)) {
            list = parts[0];
            askFor(list, phoneLists);
          }
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
          list = brought.map(KeptPhoneList::sha256).orElse(list);
          String hash = brought.map(KeptPhoneList::sha256).orElse(NO_LIST);
          String text = hash + " " + sequence + " " + proposal.event() + suffix;
          mix(text);
          applied.add(sequence);
          return new Step(sequence, text, brought, answer(proposal.event()));
        });
  }

  @Override
  public Image capture() {
    return alone(() -> new Captured(state(), imageLines, list));
  }

  private static Optional<RoutingAnswer> answer(RouterEvent event) {
    return event instanceof RouterEvent.Ended ended
        ? Optional.of(answerAbout(ended.call()))
        : Optional.empty();
  }

  private synchronized void mix(String text) {
    count++;
    mixed = mixed * 1_000_003 + text.hashCode();
  }

  private void refuseIfAsked() {
    if (refusal.isPresent()) {
      throw new JournalException(refusal.orElseThrow());
    }
  }

  private void askFor(String hash, Function<String, Optional<String>> phoneLists) {
    if (!hash.equals(NO_LIST)) {
      String text =
          phoneLists
              .apply(hash)
              .orElseThrow(() -> new AssertionError("the journal lost phone list " + hash));
      phoneListsGiven.put(hash, text);
    }
  }

  private <T> T alone(java.util.function.Supplier<T> action) {
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

  private final class Step implements Applied {
    private final long sequence;
    private final String text;
    private final Optional<KeptPhoneList> phoneList;
    private final Optional<RoutingAnswer> answer;

    Step(
        long sequence,
        String text,
        Optional<KeptPhoneList> phoneList,
        Optional<RoutingAnswer> answer) {
      this.sequence = sequence;
      this.text = text;
      this.phoneList = phoneList;
      this.answer = answer;
    }

    @Override
    public String text() {
      return text;
    }

    @Override
    public Optional<KeptPhoneList> phoneList() {
      return phoneList;
    }

    @Override
    public Optional<RoutingAnswer> answer() {
      return answer;
    }

    @Override
    public void release() {
      noteRelease(sequence);
    }
  }

  private record Captured(String state, int lines, String list) implements Image {
    @Override
    public String text() {
      StringBuilder text = new StringBuilder(state).append('\n');
      for (int line = 0; line < lines; line++) {
        text.append("%80d%n".formatted(line));
      }
      return text.toString();
    }

    @Override
    public Set<String> phoneLists() {
      return list.equals(NO_LIST) ? Set.of() : Set.of(list);
    }
  }
}
