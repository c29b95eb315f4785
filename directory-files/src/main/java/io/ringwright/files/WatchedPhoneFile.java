package io.ringwright.files;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import io.ringwright.directory.PhoneList;
import io.ringwright.port.Directory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * A directory that is a phone file, read again when it or one that it includes has changed. It is
 * read when it looked the same at two looks in a row, so that nobody reads a file that is still
 * being written. One that has mistakes is refused, and the last good one stays in force.
 *
 * <pre>{@code
 * WatchedPhoneFile directory =
 *     WatchedPhoneFile.at(file, PhoneFileReader.create(), listener);
 * CallRouter router = CallRouter.builder(directory, telephony).build();
 * ScheduledFuture<?> looks = directory.lookEvery(Duration.ofSeconds(1), clockwork);
 * }</pre>
 *
 * <p>Thread safety: may be used by many threads. Nobody who asks for the phone list waits for a
 * file.
 */
public final class WatchedPhoneFile implements Directory {

  private final Path file;
  private final PhoneFileReader reader;
  private final PhoneFileListener listener;
  private volatile PhoneFile current;

  @GuardedBy("this")
  private Set<Path> files;

  /** As they were when they were read. */
  @GuardedBy("this")
  private Map<Path, Stamp> read;

  /** As they were at the last look. */
  @GuardedBy("this")
  private Map<Path, Stamp> seen;

  /** By what a file that changed is known. */
  private record Stamp(long modified, long size) {

    private static final Stamp MISSING = new Stamp(-1, -1);

    static Stamp of(Path file) {
      try {
        BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
        return new Stamp(now.lastModifiedTime().to(TimeUnit.NANOSECONDS), now.size());
      } catch (IOException missing) {
        return MISSING;
      }
    }

    static Map<Path, Stamp> of(Set<Path> files) {
      Map<Path, Stamp> stamps = new HashMap<>();
      files.forEach(each -> stamps.put(each, of(each)));
      return stamps;
    }
  }

  private WatchedPhoneFile(Path file, PhoneFileReader reader, PhoneFileListener listener) {
    this.file = file;
    this.reader = reader;
    this.listener = listener;
    ReadAttempt first = reader.attempt(file);
    this.current = first.orThrow();
    this.files = first.files();
    this.read = Stamp.of(files);
    this.seen = read;
  }

  /**
   * Reads a file, to be watched from now on.
   *
   * @param file the file
   * @param reader reads it
   * @param listener is told what changed, and what is wrong with a file that is refused
   * @return the directory
   * @throws PhoneFileException if it has mistakes already
   */
  public static WatchedPhoneFile at(Path file, PhoneFileReader reader, PhoneFileListener listener) {
    return new WatchedPhoneFile(file, reader, listener);
  }

  @Override
  public PhoneList phoneList() {
    return current.phones();
  }

  /**
   * What the file says, with its names.
   *
   * @return the last one without mistakes
   */
  public PhoneFile file() {
    return current;
  }

  /**
   * Looks at the file again and again, on a thread of the host.
   *
   * @param interval after what time, such as a second; a change is in force after two to three of
   *     them
   * @param executor brings the thread
   * @return ends it when it is cancelled
   */
  public ScheduledFuture<?> lookEvery(Duration interval, ScheduledExecutorService executor) {
    return executor.scheduleWithFixedDelay(
        this::lookAndGoOn, interval.toNanos(), interval.toNanos(), TimeUnit.NANOSECONDS);
  }

  /** Whatever the listener throws goes to the handler of the thread, and the next look follows. */
  private void lookAndGoOn() {
    try {
      look();
    } catch (RuntimeException | Error failure) {
      Thread thread = Thread.currentThread();
      thread.getUncaughtExceptionHandler().uncaughtException(thread, failure);
    }
  }

  /**
   * Looks at the file once, and reads it if it has changed and looked the same at the last look.
   *
   * @return whether something else is in force now
   */
  public boolean look() {
    Optional<ReadAttempt> attempt = readIfChanged();
    if (attempt.isEmpty()) {
      return false;
    }
    List<FileMistake> mistakes = attempt.get().mistakes();
    Optional<PhoneFile> good = attempt.get().file();
    if (good.isEmpty()) {
      listener.refused(mistakes);
      return false;
    }
    PhoneFile before = current;
    current = good.get();
    listener.changed(good.get(), PhoneFileDifferences.between(before, good.get()));
    return !before.equals(good.get());
  }

  private synchronized Optional<ReadAttempt> readIfChanged() {
    Map<Path, Stamp> now = Stamp.of(files);
    boolean quiet = now.equals(seen);
    seen = now;
    if (!quiet || now.equals(read)) {
      return Optional.empty();
    }
    ReadAttempt attempt = reader.attempt(file);
    files = attempt.files();
    Map<Path, Stamp> stamps = Stamp.of(files);
    stamps.replaceAll((path, stamp) -> now.getOrDefault(path, stamp));
    read = stamps;
    seen = stamps;
    return Optional.of(attempt);
  }
}
