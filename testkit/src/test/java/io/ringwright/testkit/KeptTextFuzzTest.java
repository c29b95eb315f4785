package io.ringwright.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.ringwright.directory.PhoneList;
import io.ringwright.directory.text.PhoneListText;
import io.ringwright.directory.text.PhoneListTextException;
import io.ringwright.event.EventFormatException;
import io.ringwright.event.PhoneLists;
import io.ringwright.recording.EventText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * What a journal kept, changed in a few places and with the right hash: it is read, or refused with
 * the one exception that is announced, and what was read is written and read again as the same.
 * {@code -Dfuzz=N} tries N inputs of each kind.
 */
class KeptTextFuzzTest {

  private static final Path FORM = Path.of("..", "core", "src", "test", "resources", "form-1");
  private static final int FEW = 20_000;

  private static int inputs() {
    return Integer.getInteger("fuzz", FEW);
  }

  private static List<String> lines(String file) throws IOException {
    return Files.readAllLines(FORM.resolve(file));
  }

  private static PhoneLists lists() throws IOException {
    String text = Files.readString(FORM.resolve("phone-list.txt"));
    PhoneList list = PhoneListText.kept(text, sha256(text)).read(Map.of());
    return PhoneLists.of(List.of(list));
  }

  @Test
  void an_event_is_read_as_it_is_written_or_refused() throws IOException {
    PhoneLists lists = lists();
    MutatedInputs inputs = new MutatedInputs(lines("events.txt"), 1);
    int read = 0;
    for (int round = 0; round < inputs(); round++) {
      String line = new String(inputs.next(), StandardCharsets.UTF_8);
      try {
        EventText event = EventText.parse(line, lists);
        assertThat(EventText.parse(event.text(), lists)).isEqualTo(event);
        read++;
      } catch (EventFormatException refused) {
        assertThat(refused).hasMessageContaining("");
      } catch (RuntimeException unforeseen) {
        fail("round " + round + ": " + line, unforeseen);
      }
    }
    assertThat(read).isBetween(1, inputs() - 1);
  }

  @Test
  void a_phone_list_is_read_as_it_is_written_or_refused() throws IOException {
    MutatedInputs inputs =
        new MutatedInputs(List.of(String.join("\n", lines("phone-list.txt")) + "\n"), 2);
    int read = 0;
    for (int round = 0; round < inputs(); round++) {
      String text = new String(inputs.next(), StandardCharsets.UTF_8);
      try {
        PhoneList list = PhoneListText.kept(text, sha256(text)).read(Map.of());
        assertThat(PhoneListText.of(list).read(Map.of())).isEqualTo(list);
        read++;
      } catch (PhoneListTextException refused) {
        assertThat(refused).hasMessageContaining("");
      } catch (RuntimeException unforeseen) {
        fail("round " + round + ": " + text, unforeseen);
      }
    }
    assertThat(read).isBetween(1, inputs() - 1);
  }

  private static String sha256(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException(missing);
    }
  }
}
