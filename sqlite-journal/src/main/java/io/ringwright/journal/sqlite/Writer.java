package io.ringwright.journal.sqlite;

import io.ringwright.journal.sqlite.EntryQueue.Batch;
import io.ringwright.journal.sqlite.EntryQueue.GapImage;
import io.ringwright.journal.sqlite.EntryQueue.Phase;
import java.io.IOException;
import java.sql.SQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The thread that writes: whatever waits, in one commit; then what is due besides. It survives
 * every failure, and tries again.
 */
final class Writer implements Runnable {

  private static final Logger LOG = LoggerFactory.getLogger(Writer.class);
  private static final long IDLE_NANOS = 1_000_000_000L;

  /** While entries come without pause, images and deletions get a commit this often. */
  private static final long BESIDES_NANOS = 20_000_000L;

  private final Settings settings;
  private final EntryQueue queue;
  private final Releases releases;
  private final Storage storage;
  private final Images images;
  private final Checkpoints checkpoints;
  private final Runnable atEnd;
  private long besidesAt;
  private boolean besidesFailed;

  /** What the writer works with. */
  record Parts(
      EntryQueue queue,
      Releases releases,
      Storage storage,
      Images images,
      Checkpoints checkpoints) {}

  Writer(Settings settings, Parts parts, Runnable atEnd) {
    this.settings = settings;
    this.queue = parts.queue();
    this.releases = parts.releases();
    this.storage = parts.storage();
    this.images = parts.images();
    this.checkpoints = parts.checkpoints();
    this.atEnd = atEnd;
  }

  @Override
  public void run() {
    boolean on = true;
    while (on) {
      on = survived();
    }
    atEnd.run();
  }

  private boolean survived() {
    try {
      return step();
    } catch (InterruptedException interrupted) {
      // Nobody but close() ends this thread.
      return true;
    } catch (SQLException | IOException | RuntimeException | Error failure) {
      return recovered(failure);
    }
  }

  private boolean step() throws SQLException, IOException, InterruptedException {
    Batch batch = queue.take(waiting());
    if (batch.gap()) {
      fillGap();
    } else if (!batch.entries().isEmpty()) {
      write(batch);
    } else if (batch.phase() != Phase.OPEN) {
      return false;
    }
    besides(batch.entries().isEmpty());
    return true;
  }

  private long waiting() {
    if (images.hasWork()) {
      return besidesFailed ? settings.limits().retry().toNanos() : 0;
    }
    return checkpoints.isDue() ? IDLE_NANOS : Long.MAX_VALUE;
  }

  private void write(Batch batch) throws SQLException, IOException {
    long began = now();
    Storage.Written written = storage.write(batch.entries());
    boolean inTime = now() - began < settings.limits().patience().toNanos();
    queue.kept(storage.last(), inTime);
    releases.run();
    checkpoints.committed(written.characters());
    written
        .images()
        .forEach(image -> images.captured(image.sequence(), image.chain(), image.image()));
  }

  private void fillGap() throws SQLException, IOException {
    GapImage gap = queue.captureForGap();
    boolean filled = false;
    try {
      Images.Draft draft = Images.Draft.afterGap(gap.sequence(), gap.image());
      storage.write(draft, gap.phoneLists());
      queue.filled(gap);
      images.written(draft.image());
      filled = true;
    } finally {
      if (!filled) {
        queue.dropUnwritten();
      }
    }
    releases.run();
  }

  /** What can wait: images, deletions, checkpoints. It fails by itself, and entries go on. */
  private void besides(boolean idle) throws IOException {
    long since = now() - besidesAt;
    long pause = besidesFailed ? settings.limits().retry().toNanos() : idle ? 0 : BESIDES_NANOS;
    if (since < pause) {
      return;
    }
    besidesAt = now();
    try {
      if (images.hasWork()) {
        images.step(storage.database());
        checkpoints.committed(ImageText.PIECE);
      }
      checkpoints.consider(idle && !images.hasWork(), storage.database().connection());
      besidesFailed = false;
    } catch (SQLException failure) {
      if (!besidesFailed) {
        LOG.warn("Journal {}: no room for images, they are tried again", settings.files(), failure);
      }
      besidesFailed = true;
    }
  }

  private boolean recovered(Throwable failure) {
    try {
      LOG.debug("Journal {}: nothing was kept", settings.files(), failure);
      queue.failed(Refusal.obstacle(settings.files(), failure));
      if (failure instanceof RuntimeException || failure instanceof Error) {
        // Perhaps an entry that has no text: an image takes its place.
        LOG.error("Journal {}: entries could not be written", settings.files(), failure);
        queue.dropUnwritten();
      }
      if (!Refusal.saysWait(failure)) {
        storage.disconnect();
      } else if (Refusal.saysNoRoom(failure)) {
        storage.shortenLog();
      }
      if (queue.phase() != Phase.OPEN) {
        return false;
      }
      queue.rest(settings.limits().retry().toNanos());
      return true;
    } catch (InterruptedException interrupted) {
      return true;
    } catch (SQLException | RuntimeException | Error another) {
      LOG.error("Journal {}: the writer goes on after a failure", settings.files(), another);
      return queue.phase() == Phase.OPEN;
    }
  }

  private long now() {
    return settings.nanos().getAsLong();
  }
}
