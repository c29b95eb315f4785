package io.ringwright.journal.sqlite;

import io.ringwright.journal.StateMachine.Image;
import io.ringwright.journal.sqlite.Contents.StoredImage;
import java.sql.SQLException;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes images in small steps between the commits of entries, and deletes what each makes needless
 * once it is durable. The text of an image is made in another thread.
 *
 * <p>Thread safety: for the writer's thread.
 */
final class Images {

  private static final Logger LOG = LoggerFactory.getLogger(Images.class);

  private final JournalFiles files;
  private final Executor background;
  private final Runnable wakeWriter;
  private final Queue<Draft> drafts = new ConcurrentLinkedQueue<>();
  private @Nullable Draft current;
  private int written;
  private @Nullable StoredImage cleaning;

  /** An image as text, in pieces, and what will be said of it. */
  record Draft(StoredImage image, List<String> pieces) {

    static Draft of(long sequence, int chain, Image image) {
      return of(sequence, chain, image.text(), List.copyOf(image.phoneLists()));
    }

    /** In the place of dropped entries, whose checksums nobody knows: the chain begins anew. */
    static Draft afterGap(long sequence, Image image) {
      String text = image.text();
      return of(sequence, Chain.text(text), text, List.copyOf(image.phoneLists()));
    }

    private static Draft of(long sequence, int chain, String text, List<String> unsorted) {
      List<String> lists = unsorted.stream().sorted().toList();
      List<String> pieces = ImageText.pieces(text);
      int sum = Chain.image(sequence, chain, text, lists);
      return new Draft(new StoredImage(sequence, chain, lists, pieces.size(), sum), pieces);
    }
  }

  Images(JournalFiles files, Executor background, Runnable wakeWriter) {
    this.files = files;
    this.background = background;
    this.wakeWriter = wakeWriter;
  }

  /** An image was captured after this entry, which is kept now. */
  void captured(long sequence, int chain, Image image) {
    try {
      background.execute(() -> draft(sequence, chain, image));
    } catch (RuntimeException | Error noThread) {
      withoutText(sequence, noThread); // The entries themselves are written: that is no failure.
    }
  }

  private void draft(long sequence, int chain, Image image) {
    try {
      drafts.add(Draft.of(sequence, chain, image));
      wakeWriter.run();
    } catch (RuntimeException | Error failure) {
      withoutText(sequence, failure);
    }
  }

  private void withoutText(long sequence, Throwable why) {
    LOG.warn(
        "Journal {}: the image after entry {} has no text; entries are kept until the next",
        files,
        sequence,
        why);
  }

  /** An image was written by itself. */
  void written(StoredImage image) {
    cleaning = image;
  }

  boolean hasWork() {
    return current != null || cleaning != null || !drafts.isEmpty();
  }

  /** Does a little, in one commit. */
  void step(Database database) throws SQLException {
    Draft newer = drafts.poll();
    if (newer != null) {
      current = newer;
      written = 0;
    }
    if (current != null) {
      write(database, current);
    } else if (cleaning != null) {
      clean(database, cleaning);
    }
  }

  private void write(Database database, Draft draft) throws SQLException {
    StoredImage image = draft.image();
    boolean last = written == image.pieces() - 1;
    if (last && !hasPhoneLists(database, image)) {
      current = null;
      return;
    }
    database.transaction(
        () -> {
          database.putPiece(image.sequence(), written, draft.pieces().get(written));
          if (last) {
            database.putImage(image);
          }
        });
    written++;
    if (last) {
      current = null;
      cleaning = image;
      LOG.debug("Journal {}: image after entry {} written", files, image.sequence());
    }
  }

  /** An image without its phone lists could never be read: better none. */
  private boolean hasPhoneLists(Database database, StoredImage image) throws SQLException {
    Contents contents = new Contents(database.connection());
    for (String hash : image.phoneLists()) {
      if (contents.phoneList(hash).isEmpty()) {
        LOG.error(
            "Journal {}: the image after entry {} names phone list {}, which no entry brought;"
                + " entries are kept until the next image",
            files,
            image.sequence(),
            hash);
        return false;
      }
    }
    return true;
  }

  private void clean(Database database, StoredImage image) throws SQLException {
    boolean[] more = new boolean[1];
    database.transaction(() -> more[0] = database.dropBefore(image.sequence(), image.phoneLists()));
    if (!more[0]) {
      cleaning = null;
    }
  }
}
