package io.ringwright.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringwright.directory.PhoneList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A phone file that changes is read again; what is wrong with it changes nothing. */
class WatchedPhoneFileTest {

  private static final String ONE = "extensions:\n  101: {device: PJSIP/101}\n";
  private static final String TWO = ONE + "  102: {device: PJSIP/102}\n";

  @TempDir private Path folder;
  private Path file;
  private WatchedPhoneFile directory;
  private final List<String> told = new ArrayList<>();
  private long written;

  private final PhoneFileListener listener =
      new PhoneFileListener() {
        @Override
        public void changed(PhoneFile now, List<String> differences) {
          told.addAll(differences);
        }

        @Override
        public void refused(List<FileMistake> mistakes) {
          mistakes.forEach(each -> told.add(each.at() + " " + each.problem()));
        }
      };

  @BeforeEach
  void watch() throws IOException {
    file = folder.resolve("phones.yaml");
    write(file, ONE);
    directory = WatchedPhoneFile.at(file, PhoneFileReader.create(), listener);
  }

  /** Each time with a later date, as if a second had passed. */
  private void write(Path to, String text) throws IOException {
    Files.writeString(to, text);
    written++;
    Files.setLastModifiedTime(to, FileTime.from(1_000 + written, TimeUnit.SECONDS));
  }

  @Test
  void a_file_that_has_not_changed_is_not_read_again() {
    PhoneList before = directory.phoneList();
    assertThat(directory.look()).isFalse();
    assertThat(directory.look()).isFalse();
    assertThat(directory.phoneList()).isSameAs(before);
    assertThat(told).isEmpty();
  }

  @Test
  void a_change_is_in_force_at_the_second_look_and_told_in_words() throws IOException {
    write(file, TWO);
    assertThat(directory.look()).isFalse();
    assertThat(directory.phoneList().extensions()).hasSize(1);
    assertThat(directory.look()).isTrue();
    assertThat(directory.phoneList().extensions()).hasSize(2);
    assertThat(told).containsExactly("102 is new");
    assertThat(directory.look()).isFalse();
  }

  @Test
  void a_file_that_is_still_being_written_is_not_read() throws IOException {
    write(file, TWO.substring(0, TWO.length() - 8));
    directory.look();
    write(file, TWO);
    directory.look();
    assertThat(told).as("half a file would be refused").isEmpty();
    directory.look();
    assertThat(told).containsExactly("102 is new");
  }

  @Test
  void a_bad_file_is_told_once_and_the_last_good_one_stays() throws IOException {
    write(file, TWO.substring(0, TWO.length() - 8));
    for (int look = 0; look < 5; look++) {
      assertThat(directory.look()).isFalse();
    }
    assertThat(told).singleElement().asString().startsWith("phones.yaml:");
    assertThat(directory.phoneList().extensions()).hasSize(1);
    write(file, TWO);
    directory.look();
    assertThat(directory.look()).isTrue();
    assertThat(directory.phoneList().extensions()).hasSize(2);
  }

  @Test
  void a_file_that_is_taken_away_leaves_the_last_list_in_force() throws IOException {
    Files.delete(file);
    directory.look();
    directory.look();
    assertThat(told).singleElement().asString().contains("phones.yaml does not exist");
    assertThat(directory.phoneList().extensions()).hasSize(1);
    write(file, TWO);
    directory.look();
    assertThat(directory.look()).isTrue();
  }

  @Test
  void an_included_file_is_watched_too_from_the_moment_it_is_included() throws IOException {
    Path more = folder.resolve("more.yaml");
    write(more, "extensions: {103: {device: PJSIP/103}}");
    write(file, "include: more.yaml\n" + ONE);
    directory.look();
    directory.look();
    write(more, "extensions: {103: {device: PJSIP/103}, 104: {device: PJSIP/104}}");
    directory.look();
    directory.look();
    assertThat(told).containsExactly("103 is new", "104 is new");
  }

  @Test
  void an_included_file_that_was_missing_is_watched_too() throws IOException {
    write(file, "include: more.yaml\n" + ONE);
    directory.look();
    directory.look();
    assertThat(told).singleElement().asString().contains("more.yaml does not exist");
    write(folder.resolve("more.yaml"), "extensions: {103: {device: PJSIP/103}}");
    directory.look();
    assertThat(directory.look()).isTrue();
  }

  @Test
  void another_text_for_the_same_list_changes_nothing() throws IOException {
    write(file, "# the house\n" + ONE);
    directory.look();
    assertThat(directory.look()).isFalse();
    assertThat(told).isEmpty();
  }

  @Test
  void a_bad_file_at_the_start_is_thrown() throws IOException {
    write(file, "extensions: 101");
    assertThatThrownBy(
            () -> WatchedPhoneFile.at(file, PhoneFileReader.create(), PhoneFileListener.NONE))
        .isInstanceOf(PhoneFileException.class);
  }

  @Test
  void the_thread_of_the_host_goes_on_looking_after_a_listener_that_throws() throws Exception {
    CountDownLatch twice = new CountDownLatch(2);
    CountDownLatch caught = new CountDownLatch(1);
    PhoneFileListener throwing =
        new PhoneFileListener() {
          @Override
          public void changed(PhoneFile now, List<String> differences) {
            twice.countDown();
            throw new IllegalStateException("listener is broken");
          }
        };
    ScheduledExecutorService clockwork =
        Executors.newSingleThreadScheduledExecutor(
            work -> {
              Thread thread = new Thread(work, "looks");
              thread.setUncaughtExceptionHandler((where, failure) -> caught.countDown());
              return thread;
            });
    try {
      WatchedPhoneFile watched = WatchedPhoneFile.at(file, PhoneFileReader.create(), throwing);
      ScheduledFuture<?> looks = watched.lookEvery(Duration.ofMillis(5), clockwork);
      write(file, TWO);
      assertThat(caught.await(20, TimeUnit.SECONDS)).isTrue();
      write(file, ONE);
      assertThat(twice.await(20, TimeUnit.SECONDS)).isTrue();
      assertThat(looks.isDone()).isFalse();
    } finally {
      clockwork.shutdownNow();
    }
  }
}
