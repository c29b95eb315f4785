package io.ringwright;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import io.ringwright.call.Destination;
import io.ringwright.call.EventAnswer;
import io.ringwright.directory.PhoneList;
import io.ringwright.directory.text.PhoneListText;
import io.ringwright.effect.Effect;
import io.ringwright.effect.EffectRunner;
import io.ringwright.engine.Engine;
import io.ringwright.engine.Reading;
import io.ringwright.engine.image.EngineImage;
import io.ringwright.engine.state.EngineState;
import io.ringwright.event.JournalEntry;
import io.ringwright.event.Moment;
import io.ringwright.event.PhoneLists;
import io.ringwright.event.RouterEvent;
import io.ringwright.journal.Proposal;
import io.ringwright.journal.StateMachine;
import io.ringwright.recording.EventText;
import io.ringwright.routing.PhoneListChange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The engine behind a journal: entries go in, in order; effects come out when the journal releases
 * them. One lock guards the engine, for events and for questions.
 *
 * <p>Thread safety: may be used by many threads.
 */
final class JournaledEngine implements StateMachine {

  /** Fair, so that an event has its turn between two pieces of a question. */
  private final ReentrantLock lock = new ReentrantLock(true);

  @GuardedBy("lock")
  private @Nullable Engine engine;

  /** The image that was captured last, read or not. */
  @GuardedBy("lock")
  private @Nullable Reading<EngineImage> capturing;

  private volatile PhoneList phones = PhoneList.builder().build();
  private final EngineClock clock;
  private final EffectRunner effects;
  private final Settings settings;

  @GuardedBy("lock")
  private final GuardedStrategies strategies;

  /**
   * How the engine is to work.
   *
   * @param explains whether every decision is explained
   * @param records whether events are taken down
   * @param phoneLists reads phone lists that were kept
   * @param strategies calls strategies of the host
   */
  record Settings(
      boolean explains, boolean records, KeptPhoneLists phoneLists, GuardedStrategies strategies) {}

  JournaledEngine(EngineClock clock, EffectRunner effects, Settings settings) {
    this.clock = clock;
    this.effects = effects;
    this.settings = settings;
    this.strategies = settings.strategies();
  }

  /** The phone list that is in force. */
  PhoneList phones() {
    return phones;
  }

  /** The engine's time at this moment. */
  Instant time() {
    return clock.now().at();
  }

  /** Whether there is an engine already, from what a journal kept. */
  boolean isStarted() {
    lock.lock();
    try {
      return engine != null;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Finds out ahead of an event when opening hours will change next: with many schedules that takes
   * long, once after each change.
   */
  void findOutHours() {
    PhoneList list = phones;
    if (list.dependsOnTime()) {
      list.nextHoursChange(clock.wallClock());
    }
  }

  /** Asks a question, at this moment; it must change nothing. */
  <T> T ask(BiFunction<Engine, Moment, T> question) {
    lock.lock();
    try {
      strategies.begin();
      return question.apply(started(), clock.now());
    } finally {
      lock.unlock();
    }
  }

  /**
   * Asks a question that is answered in pieces, so that no event waits for all of it. The answer is
   * as of this moment.
   */
  <T> T read(BiFunction<Engine, Moment, Reading<T>> question) {
    return toEnd(ask(question));
  }

  private <T> T toEnd(Reading<T> reading) {
    try {
      boolean more = true;
      while (more) {
        more = goOn(reading);
      }
    } finally {
      close(reading);
    }
    return reading.answer();
  }

  private boolean goOn(Reading<?> reading) {
    lock.lock();
    try {
      return reading.goOn();
    } finally {
      lock.unlock();
    }
  }

  private void close(Reading<?> reading) {
    lock.lock();
    try {
      reading.close();
    } finally {
      lock.unlock();
    }
  }

  /** Finds out about a phone list ahead of the event that installs it. */
  void prepare(PhoneList list) {
    PhoneListChange change = PhoneListChange.between(phones, list);
    // What is found out here need not be found out in an event.
    list.huntGroups()
        .forEach(group -> change.reach().traits(new Destination.ToHuntGroup(group.number())));
    list.nextHoursChange(clock.wallClock());
    ask(
        (prepared, now) -> {
          prepared.prepare(change);
          return change;
        });
  }

  @Override
  public void restore(long sequence, String text, Function<String, Optional<String>> phoneLists) {
    EngineState state = settings.phoneLists().image(sequence, text, phoneLists);
    lock.lock();
    try {
      engine = new Engine(state, settings.explains());
      engine.callStrategiesBy(strategies);
      engine.makeReady();
      phones = engine.state().phones();
      clock.notBefore(engine.state().now());
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void replay(long sequence, String text, Function<String, Optional<String>> phoneLists) {
    JournalEntry entry = settings.phoneLists().entry(sequence, text, phoneLists);
    lock.lock();
    try {
      strategies.beginAgain();
      applied(entry);
      clock.notBefore(entry.moment().at());
    } finally {
      lock.unlock();
    }
  }

  @Override
  public Applied apply(long sequence, Proposal proposal) {
    lock.lock();
    try {
      JournalEntry entry =
          new JournalEntry(clock.now(), proposal.event(), proposal.answers(), List.of());
      strategies.begin();
      Engine.Outcome outcome = applied(entry);
      return new AppliedEvent(entry.failing(outcome.failedStrategies()), outcome);
    } finally {
      lock.unlock();
    }
  }

  @Override
  public Image capture() {
    lock.lock();
    try {
      Reading<EngineImage> before = capturing;
      if (before != null) {
        before.close(); // Nobody read it, or it is read.
      }
      capturing = started().readImage();
      return new CapturedState(capturing, phones);
    } finally {
      lock.unlock();
    }
  }

  @GuardedBy("lock")
  private Engine.Outcome applied(JournalEntry entry) {
    if (engine == null) {
      if (!(entry.event() instanceof RouterEvent.Started first)) {
        throw new IllegalStateException(
            "the first entry is " + entry.event() + ": expected that the engine started");
      }
      engine = new Engine(first, settings.explains());
      engine.callStrategiesBy(strategies);
    }
    Engine.Outcome outcome = engine.apply(entry);
    if (entry.event() instanceof RouterEvent.PhoneListInstalled installed) {
      phones = installed.phones();
    }
    return outcome;
  }

  @GuardedBy("lock")
  private Engine started() {
    if (engine == null) {
      throw new IllegalStateException("the engine has not started\nOpen the journal first.");
    }
    return engine;
  }

  /** All that is to be taken down of an event, in order: first what, last the answer to it. */
  private static List<Effect> takenDown(JournalEntry entry, Engine.Outcome outcome) {
    List<Effect> down = new ArrayList<>();
    down.add(new Effect.TakeDown.Happened(entry));
    for (Effect effect : outcome.effects()) {
      if (effect instanceof Effect.Tell.Delivering delivering) {
        down.add(new Effect.TakeDown.Delivered(delivering.answer()));
      }
    }
    outcome.decision().ifPresent(said -> down.add(new Effect.TakeDown.Decided(said)));
    down.addAll(outcome.effects());
    return down;
  }

  /** What came of a new event. */
  private final class AppliedEvent implements Applied {

    private final JournalEntry entry;
    private final Engine.Outcome outcome;

    AppliedEvent(JournalEntry entry, Engine.Outcome outcome) {
      this.entry = entry;
      this.outcome = outcome;
    }

    @Override
    public String text() {
      return new EventText.Happened(entry).text();
    }

    @Override
    public Optional<KeptPhoneList> phoneList() {
      if (entry.event() instanceof RouterEvent.PhoneListInstalled installed) {
        PhoneListText text = PhoneListText.of(installed.phones());
        return Optional.of(new KeptPhoneList(text.sha256(), text.text()));
      }
      return Optional.empty();
    }

    @Override
    public Optional<EventAnswer> answer() {
      return outcome.answer();
    }

    @Override
    public void release() {
      effects.release(settings.records() ? takenDown(entry, outcome) : outcome.effects());
    }
  }

  /** The state after one entry; it is read when somebody asks for the text. */
  private final class CapturedState implements Image {

    private final Reading<EngineImage> reading;
    private final PhoneList inForce;

    CapturedState(Reading<EngineImage> reading, PhoneList inForce) {
      this.reading = reading;
      this.inForce = inForce;
    }

    @Override
    public String text() {
      return toEnd(reading).text();
    }

    @Override
    public Set<String> phoneLists() {
      return Set.of(PhoneLists.hash(inForce));
    }
  }
}
