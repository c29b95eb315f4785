package io.ringwright;

import static java.util.Objects.requireNonNull;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import com.google.errorprone.annotations.concurrent.GuardedBy;
import io.ringwright.call.EventAnswer;
import io.ringwright.call.OrderAnswer;
import io.ringwright.call.RoutingAnswer;
import io.ringwright.directory.Desks;
import io.ringwright.directory.HostAnswers;
import io.ringwright.directory.PhoneList;
import io.ringwright.effect.Effect;
import io.ringwright.effect.EffectRunner;
import io.ringwright.event.RouterEvent;
import io.ringwright.journal.Journal;
import io.ringwright.journal.Proposal;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Appends events to the journal. Before each it takes over the phone list if the directory has
 * another one, and asks the host predicates that the event can need.
 *
 * <p>Thread safety: may be used by many threads.
 */
final class EventIntake {

  private final Ports ports;
  private final JournaledEngine engine;
  private final HostQuestions host;
  private final ReentrantLock takingUp = new ReentrantLock();
  private volatile @Nullable PhoneList seen;

  @GuardedBy("takingUp")
  private long phoneListVersion;

  /** Who sits at another phone, whatever list the directory gives. */
  @GuardedBy("takingUp")
  private Desks desks = Desks.NONE;

  /**
   * What the host brought.
   *
   * @param journal where events go
   * @param directory gives the phone list
   * @param effects tells the listener of an event that could not be applied
   * @param due watches over who sees to what is due
   * @param orders where code runs that the host chains to the answer of an order
   */
  record Ports(
      Journal journal,
      PhoneListSource directory,
      EffectRunner effects,
      DueWatch due,
      Executor orders) {}

  EventIntake(Ports ports, JournaledEngine engine, HostQuestions host) {
    this.ports = ports;
    this.engine = engine;
    this.host = host;
  }

  /** Opens the journal and takes up what it kept. */
  void start(RouterEvent.Started started, RouterEvent.Resumed resumed) {
    ports.journal().open(engine);
    happenNow(engine.isStarted() ? resumed : started);
    takingUp.lock();
    try {
      phoneListVersion = engine.ask((state, now) -> state.state().phoneListVersion());
      desks = engine.phones().desks();
      takeUp(ports.directory().fresh());
    } finally {
      takingUp.unlock();
    }
  }

  /** Something happened, and nobody waits for an answer. */
  void happen(RouterEvent event) {
    ports.due().look();
    takeUpPhoneList();
    happenNow(event);
  }

  /** The host ordered something; the stage completes with what became of it. */
  CompletionStage<OrderAnswer> order(RouterEvent event) {
    takeUpPhoneList();
    return answered(happenNow(event), EventIntake::orderAnswer);
  }

  /** The host ordered that somebody sits elsewhere: that is another phone list. */
  CompletionStage<OrderAnswer> order(DeskOrder order) {
    takingUp.lock();
    try {
      takeUp(ports.directory().beforeEvent());
      PhoneList now = requireNonNull(seen);
      OrderAnswer answer = order.answer(now);
      Desks changed = order.carriedOut(desks, now);
      if (!answer.isDone() || changed.equals(desks)) {
        return CompletableFuture.completedStage(answer);
      }
      desks = changed;
      return answered(install(now), done -> answer);
    } finally {
      takingUp.unlock();
    }
  }

  /** What the host chains to it must not hold up a thread of the journal. */
  private CompletionStage<OrderAnswer> answered(
      CompletionStage<Optional<EventAnswer>> appended,
      Function<Optional<EventAnswer>, OrderAnswer> answer) {
    CompletableFuture<Optional<EventAnswer>> done = appended.toCompletableFuture();
    return done.isDone() ? done.thenApply(answer) : done.thenApplyAsync(answer, ports.orders());
  }

  private static OrderAnswer orderAnswer(Optional<EventAnswer> answer) {
    return (OrderAnswer) answer.orElseThrow();
  }

  /** Something happened, under the phone list that is in force. */
  @CanIgnoreReturnValue
  CompletionStage<Optional<EventAnswer>> happenNow(RouterEvent event) {
    return tellFailure(append(event), event);
  }

  /** Puts an event in order, with what predicates say; what is too much for it goes ahead of it. */
  private CompletionStage<Optional<EventAnswer>> append(RouterEvent event) {
    engine.findOutHours();
    List<HostAnswers> answers = host.before(event);
    for (HostAnswers ahead : answers.subList(0, answers.size() - 1)) {
      RouterEvent time = new RouterEvent.TimePassed();
      tellFailure(ports.journal().append(new Proposal(time, ahead)), time);
    }
    return ports.journal().append(new Proposal(event, answers.get(answers.size() - 1)));
  }

  @CanIgnoreReturnValue
  private CompletionStage<Optional<EventAnswer>> tellFailure(
      CompletionStage<Optional<EventAnswer>> appended, RouterEvent event) {
    return appended.whenComplete(
        (done, failure) -> {
          if (failure != null) {
            ports
                .effects()
                .tell(new Effect.Tell.Failed(event.toString(), new IllegalStateException(failure)));
          }
        });
  }

  /** Something happened, and somebody waits for the answer. */
  RoutingAnswer answer(RouterEvent event) {
    ports.due().look();
    takeUpPhoneList();
    try {
      return (RoutingAnswer) append(event).toCompletableFuture().join().orElseThrow();
    } catch (CompletionException failure) {
      if (failure.getCause() instanceof RuntimeException own) {
        throw own;
      }
      throw failure;
    }
  }

  /** The list that the directory has now is in force when this returns. */
  void directoryChanged() {
    takingUp.lock();
    try {
      takeUp(ports.directory().fresh());
    } finally {
      takingUp.unlock();
    }
  }

  /** Looks whether the directory has another list, before what is due is seen to. */
  void askForPhoneList() {
    ports.due().seenTo();
    ports.directory().refresh();
    takeUpPhoneList();
  }

  /**
   * The directory's list comes into force with an event of its own, before the next one; but nobody
   * waits for another thread that is about to see to that.
   */
  void takeUpPhoneList() {
    if (!isTakenUp(ports.directory().beforeEvent()) && takingUp.tryLock()) {
      try {
        takeUp(ports.directory().beforeEvent());
      } finally {
        takingUp.unlock();
      }
    }
  }

  @GuardedBy("takingUp")
  private void takeUp(PhoneList current) {
    if (isTakenUp(current)) {
      return;
    }
    if (!current.equals(seen)) {
      install(current);
    }
    seen = current;
  }

  @GuardedBy("takingUp")
  @CanIgnoreReturnValue
  private CompletionStage<Optional<EventAnswer>> install(PhoneList current) {
    PhoneList seated = current.with(desks);
    desks = seated.desks();
    engine.prepare(seated);
    phoneListVersion++;
    return happenNow(new RouterEvent.PhoneListInstalled(phoneListVersion, seated));
  }

  /**
   * Whether a list is in force, or equals the one that is. A directory mostly gives the very same
   * list again: to compare contents would take long.
   */
  @SuppressWarnings("ReferenceEquality")
  private boolean isTakenUp(PhoneList list) {
    return list == seen || list == engine.phones();
  }
}
