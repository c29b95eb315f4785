package io.ringwright.engine.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringwright.directory.PhoneList;
import io.ringwright.directory.StandardStrategy;
import io.ringwright.directory.Strategy;
import io.ringwright.directory.text.PhoneListText;
import io.ringwright.directory.text.PhoneListTextException;
import io.ringwright.engine.state.EngineState;
import io.ringwright.event.EventFormatException;
import io.ringwright.event.PhoneLists;
import io.ringwright.routing.PhoneListChange;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever is wrong with an image is said with its line and a remedy, and never passed over. */
class ImageMistakesTest {

  private static final PhoneList EMPTY = PhoneList.builder().build();
  private static final PhoneLists LISTS = PhoneLists.of(List.of(EMPTY));
  private static final String TEXT = EngineImage.capture(new EngineState(1000, 7)).text();

  @Test
  void a_good_image_is_read() {
    assertThat(EngineImage.capture(EngineImage.read(TEXT, LISTS)).text()).isEqualTo(TEXT);
  }

  @Test
  void the_last_line_is_the_digest() {
    String digest = EngineImage.capture(new EngineState(1000, 7)).digest();
    assertThat(TEXT).endsWith("\nsha256 " + digest + "\n");
  }

  @Test
  void another_version_is_named() {
    refused(
        TEXT.replace("ringwright-image 1", "ringwright-image 2"),
        "image, line 1: the image has version 2 of its form: expected version 1.\n"
            + "Start the version of Ringwright that wrote it");
  }

  @Test
  void something_else_is_no_image() {
    refused("", "image, line 1: '' is not valid: expected 'ringwright-image 1'.\nRestore");
    refused("hello\n", "image, line 1: 'hello' is not valid");
  }

  @Test
  void wherever_it_is_cut_it_is_refused() {
    for (int end = 0; end < TEXT.length(); end++) {
      String cut = TEXT.substring(0, end);
      assertThatThrownBy(() -> EngineImage.read(cut, LISTS))
          .as("cut at %s", end)
          .isInstanceOf(EventFormatException.class)
          .hasMessageMatching("(?s)image, line [0-9]+: .+\\.\n[A-Z].+");
    }
    refused(
        TEXT.substring(0, TEXT.indexOf("lots")),
        "the text is cut off: expected 'sha256 ' and a hash as its last line");
  }

  @Test
  void a_character_that_is_another_is_found_wherever_it_is() {
    Random random = new Random(1);
    for (int at = 0; at < TEXT.length(); at++) {
      StringBuilder other = new StringBuilder(TEXT);
      other.setCharAt(at, (char) (other.charAt(at) ^ 1 << random.nextInt(7)));
      assertThatThrownBy(() -> EngineImage.read(other.toString(), LISTS))
          .as("at %s", at)
          .isInstanceOf(EventFormatException.class);
    }
    refused(TEXT.replace("last-token=1000", "last-token=1001"), "have the hash ");
  }

  @Test
  void a_line_that_nobody_knows_is_named() {
    refused(
        sealed("weather sun=yes\n"),
        "image, line 2: a line 'weather' is not known here.\nRestore the image");
  }

  @Test
  void a_line_that_is_missing_is_named() {
    String lines = body().replaceFirst("hours [^\n]*\n", "");
    refused(SealedText.of(EngineImage.HEADER, lines).text(), "0 lines 'hours': expected one");
  }

  @Test
  void a_field_that_cannot_be_is_named_with_its_line() {
    String lines = body().replace("now=1970-01-01T00:00:00Z", "now=noon");
    refused(
        SealedText.of(EngineImage.HEADER, lines).text(), "image, line 2: field now='noon': Text");
  }

  @Test
  void what_contradicts_itself_is_named_with_its_line() {
    refused(
        sealed("hunt-group number=700 last=extension:100 rings=0\n"),
        "image, line 2: hunt group 700 cannot remember 0 rings");
    refused(
        sealed("gap of=group:700 end=far-past busy=0x0.0p0 gave-up=0 waited=0x0.0p0\n"),
        "without a line 'queue'");
  }

  @Test
  void a_phone_list_that_is_not_there_is_named_by_its_hash() {
    assertThatThrownBy(() -> EngineImage.read(TEXT, PhoneLists.NONE))
        .isInstanceOf(EventFormatException.class)
        .hasMessageContaining("image, line 3: ")
        .hasMessageContaining(PhoneListText.of(EMPTY).sha256())
        .hasMessageContaining("\nGive the list");
  }

  @Test
  void a_strategy_that_is_not_there_any_more_is_named() {
    PhoneList phones = withOwnStrategy();
    EngineState state = new EngineState(1, 1);
    state.install(PhoneListChange.between(state.phones(), phones), 1);
    String kept = PhoneListText.of(phones).text();
    PhoneLists lists =
        hash -> {
          try {
            return PhoneListText.kept(kept, hash).read(Map.of());
          } catch (PhoneListTextException unreadable) {
            throw new EventFormatException(String.valueOf(unreadable.getMessage()));
          }
        };
    assertThatThrownBy(() -> EngineImage.read(EngineImage.capture(state).text(), lists))
        .isInstanceOf(EventFormatException.class)
        .hasMessageContaining("image, line 3: ")
        .hasMessageContaining("by the moon")
        .hasMessageContaining("\n");
  }

  private static PhoneList withOwnStrategy() {
    Strategy own =
        new Strategy() {
          @Override
          public String words() {
            return "by the moon";
          }

          @Override
          public List<Contender> next(List<Contender> equals, Memory memory) {
            return StandardStrategy.LINEAR.next(equals, memory);
          }
        };
    return PhoneList.builder()
        .extension("100", phone -> phone.device("PJSIP/100"))
        .huntGroup("700", group -> group.member("100").strategy(own))
        .build();
  }

  private static String body() {
    return String.join("\n", SealedText.open(EngineImage.HEADER, TEXT)) + "\n";
  }

  private static String sealed(String line) {
    return SealedText.of(EngineImage.HEADER, line + body()).text();
  }

  private static void refused(String text, String message) {
    assertThatThrownBy(() -> EngineImage.read(text, LISTS))
        .isInstanceOf(EventFormatException.class)
        .hasMessageContaining(message);
  }
}
