package io.ringwright.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.directory.PhoneList;
import io.ringwright.directory.text.PhoneListText;
import io.ringwright.engine.image.EngineImage;
import io.ringwright.event.JournalEntry;
import io.ringwright.event.PhoneLists;
import io.ringwright.event.RouterEvent;
import io.ringwright.recording.EventText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The forms of entries, phone lists and images are as they were when these files were written. A
 * change of a form needs another version in its first line, new files, and a way to read the old.
 */
class FormsOfThisVersionTest {

  private static final List<String> LINES = text("events.txt").lines().skip(1).toList();
  private static final PhoneList PHONES =
      PhoneListText.kept(text("phone-list.txt"), hash()).read(Map.of());
  private static final PhoneLists LISTS = PhoneLists.of(List.of(PHONES));

  @Test
  void entries_are_written_as_they_were() {
    for (String line : LINES) {
      assertThat(EventText.parse(line, LISTS).text()).isEqualTo(line);
    }
  }

  @Test
  void every_kind_of_event_is_among_the_entries() {
    Set<String> kinds =
        entries()
            .map(entry -> entry.event().getClass().getSimpleName())
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(kinds)
        .containsExactlyElementsOf(
            Stream.of(RouterEvent.class.getPermittedSubclasses())
                .map(Class::getSimpleName)
                .sorted()
                .toList());
  }

  @Test
  void the_entries_lead_to_the_same_image_as_they_did() {
    Engine engine = new Engine(new RouterEvent.Started(1000, 7), false);
    entries().forEach(engine::apply);
    assertThat(engine.image().text()).isEqualTo(text("image.txt"));
  }

  @Test
  void the_image_is_read_and_written_as_it_was() {
    String image = text("image.txt");
    assertThat(EngineImage.capture(EngineImage.read(image, LISTS)).text()).isEqualTo(image);
  }

  private static Stream<JournalEntry> entries() {
    return LINES.stream().map(line -> ((EventText.Happened) EventText.parse(line, LISTS)).entry());
  }

  private static String hash() {
    return LINES.get(1).substring(LINES.get(1).indexOf("sha256=") + "sha256=".length());
  }

  private static String text(String file) {
    try (InputStream in = FormsOfThisVersionTest.class.getResourceAsStream("/form-1/" + file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException | NullPointerException missing) {
      throw new IllegalStateException("there is no file form-1/" + file, missing);
    }
  }
}
