package io.ringwright.journal.sqlite;

import io.ringwright.call.EventAnswer;
import io.ringwright.fakeasterisk.timeline.Timeline;
import io.ringwright.journal.Durability;
import io.ringwright.journal.Journal;
import io.ringwright.journal.Proposal;
import io.ringwright.journal.StateMachine;
import io.ringwright.journal.sqlite.EntryQueue.Batch;
import io.ringwright.journal.sqlite.EntryQueue.GapImage;
import io.ringwright.journal.sqlite.EntryQueue.Phase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The SQLite journal in virtual time. The order of the entries, what is released and when, what is
 * owed, and images are its own; SQLite, its file and its threads are not there.
 */
public final class SteppedJournal implements Journal {

  private static final Duration RETRY = Duration.ofSeconds(1);

  private final SimulatedDisk disk;
  private final World world;
  private final Duration patience;
  private final EntryQueue queue;
  private final Releases releases;
  private @Nullable StateMachine machine;
  private boolean writing;
  private boolean dead;

  /**
   * What moves the journal.
   *
   * @param timeline virtual time
   * @param nanoseconds counts nanoseconds
   * @param commitTakes how long the next commit takes
   * @param waits has the task that is under way wait until something holds
   */
  public record World(
      Timeline timeline, Supplier<Long> nanoseconds, Supplier<Duration> commitTakes, Waits waits) {}

  /** Has a task wait, as a thread would. */
  @FunctionalInterface
  public interface Waits {

    /**
     * Returns when something holds.
     *
     * @param holds what
     */
    void until(BooleanSupplier holds);
  }

  /**
   * A journal that is not open.
   *
   * @param disk what it keeps is there
   * @param world what moves it
   * @param patience for how long an answer waits for the disk
   * @param imageEvery entries from one image to the next
   */
  public SteppedJournal(SimulatedDisk disk, World world, Duration patience, int imageEvery) {
    this.disk = disk;
    this.world = world;
    this.patience = patience;
    this.queue =
        new EntryQueue(
            new Settings(
                new JournalFiles(Path.of("simulated")),
                new Settings.Limits(imageEvery, patience, 2_000, RETRY),
                OptionalLong.empty(),
                world.timeline(),
                () -> world.nanoseconds().get(),
                Settings.Inside.PLAIN));
    this.releases = new Releases(queue);
  }

  @Override
  public void open(StateMachine engine) {
    machine = engine;
    disk.restore(engine);
    queue.start(engine, disk.last(), disk.imageAt());
  }

  @Override
  public CompletionStage<Optional<EventAnswer>> append(Proposal proposal) {
    Awaited answer = new Awaited();
    var unused =
        queue
            .append(proposal)
            .whenComplete(
                (done, failure) -> {
                  if (failure != null) {
                    answer.completeExceptionally(failure);
                  } else {
                    answer.complete(done);
                  }
                });
    writeSoon();
    var unusedTimer = world.timeline().after(patience, this::releaseWhatIsLate);
    return answer;
  }

  /** An answer for which a thread may wait: virtual time goes on meanwhile. */
  private final class Awaited extends CompletableFuture<Optional<EventAnswer>> {
    @Override
    public Optional<EventAnswer> join() {
      world.waits().until(() -> dead || isDone());
      if (!isDone()) {
        throw new CancellationException("the process is gone");
      }
      return super.join();
    }

    @Override
    public <U> CompletableFuture<U> newIncompleteFuture() {
      return new CompletableFuture<>();
    }
  }

  private void releaseWhatIsLate() {
    if (!dead && queue.untilLate() <= 0) {
      releases.run();
    }
  }

  private void writeSoon() {
    if (!writing && !dead) {
      writing = true;
      long began = world.nanoseconds().get();
      var unused = world.timeline().after(world.commitTakes().get(), () -> write(began));
    }
  }

  private void write(long began) {
    if (dead) {
      return;
    }
    writing = false;
    if (disk.isFull()) {
      queue.failed("no room is left on the disk");
      releases.run();
      var unused = world.timeline().after(RETRY, this::writeSoon);
      return;
    }
    Batch batch = taken();
    if (batch.gap()) {
      fillGap();
    } else if (!batch.entries().isEmpty()) {
      batch.entries().forEach(this::put);
      long last = batch.entries().get(batch.entries().size() - 1).sequence();
      queue.kept(last, world.nanoseconds().get() - began < patience.toNanos());
    }
    releases.run();
    if (queue.owed() > 0) {
      writeSoon();
    }
  }

  private Batch taken() {
    try {
      return queue.take(0);
    } catch (InterruptedException never) {
      throw new IllegalStateException(never);
    }
  }

  private void put(PendingEntry entry) {
    if (entry.sequence() > disk.last()) {
      disk.put(entry.sequence(), entry.applied());
      entry.image().ifPresent(image -> disk.putImage(entry.sequence(), image.text()));
    }
  }

  private void fillGap() {
    GapImage gap = queue.captureForGap();
    gap.phoneLists().forEach(disk::put);
    disk.putImage(gap.sequence(), gap.image().text());
    queue.filled(gap);
  }

  @Override
  public Durability durability() {
    return queue.durability();
  }

  /**
   * The whole state as text.
   *
   * @return the image of this moment
   */
  public String image() {
    return Objects.requireNonNull(machine).capture().text();
  }

  /** The process is gone: what is not on the disk is lost. */
  public void kill() {
    dead = true;
  }

  @Override
  public void close() {
    var unused = queue.enter(Phase.CLOSED);
  }
}
