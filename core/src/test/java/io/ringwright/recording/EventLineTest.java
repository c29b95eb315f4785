package io.ringwright.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringwright.event.EventFormatException;
import io.ringwright.event.JournalEntry;
import io.ringwright.event.Moment;
import io.ringwright.event.RouterEvent;
import io.ringwright.recording.EventText.Happened;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventLineTest {

  @Test
  void whatever_happens_reads_back_as_it_was_written() {
    AnyLine any = new AnyLine(new Random(1));
    for (int round = 0; round < 20_000; round++) {
      EventText line = any.line();
      assertThat(EventText.parse(line.text(), AnyLine.PHONE_LISTS)).as(line.text()).isEqualTo(line);
    }
  }

  @Test
  void every_kind_of_event_has_a_line() {
    AnyLine any = new AnyLine(new Random(2));
    Set<Class<?>> seen = new HashSet<>();
    for (int round = 0; round < 20_000; round++) {
      if (any.line() instanceof Happened happened) {
        seen.add(happened.entry().event().getClass());
      }
    }
    assertThat(seen).containsExactlyInAnyOrder(RouterEvent.class.getPermittedSubclasses());
  }

  @Test
  void a_line_is_one_line_of_visible_characters() {
    AnyLine any = new AnyLine(new Random(3));
    for (int round = 0; round < 5_000; round++) {
      String text = any.line().text();
      assertThat(text.codePoints().noneMatch(Character::isISOControl)).as(text).isTrue();
      assertThat(text.split(" ")).allSatisfy(word -> assertThat(word).isNotEmpty());
    }
  }

  /** What was written by version 1 must be readable by it for ever. */
  @Test
  void the_lines_of_version_1_stay_as_they_are() {
    List<String> lines = AnyLine.ofVersion1();
    assertThat(
            lines.stream()
                .map(line -> EventText.parse(line, AnyLine.PHONE_LISTS))
                .map(EventText::text))
        .isEqualTo(lines);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | '' is no event; expected an instant and a name",
        "2026-03-02T09:00:00Z | expected an instant and a name",
        "yesterday time-passed | 'yesterday' is no instant",
        "2026-03-02T09:00:00Z flew-away | event 'flew-away' is not known to this version",
        "2026-03-02T09:00:00Z ended | field 'call' is missing",
        "2026-03-02T09:00:00Z ended call=c1 call=c2 | field 'call' stands here twice",
        "2026-03-02T09:00:00Z ended call=c1,c2 | field call='c1,c2': expected one part",
        "2026-03-02T09:00:00Z ended call=c1 why=so | field 'why' is not known here",
        "2026-03-02T09:00:00Z ended  call=c1 | '' is no field; expected name=value",
        "2026-03-02T09:00:00Z ended call=c/1 | call id 'c/1' is not valid",
        "2026-03-02T09:00:00Z ended call=%zz | expected two hexadecimal digits after %",
        "2026-03-02T09:00:00Z ended call=%u12 | expected two hexadecimal digits after %",
        "2026-03-02T09:00:00Z ended call=% | expected two hexadecimal digits after %",
        "2026-03-02T09:00:00Z started first-token=x seed=0 | field first-token='x'",
        "2026-03-02T09:00:00Z attendance-changed extension=1 logged-in=maybe"
            + " | field logged-in='maybe': expected yes or no",
        "2026-03-02T09:00:00Z phone-list-installed version=1 sha256=abc"
            + " | the phone list with sha256 abc is not among the 2 that were given",
        "2026-03-02T09:00:00Z time-passed asked=moon,,,,perhaps | expected yes or no",
        "2026-03-02T09:00:00Z time-passed failed=700 | expected group:question",
        "2026-03-02T09:00:00Z device-reported pbx=p device=PJSIP/1 | expected at least 2 parts",
        "2026-03-02T09:00:00Z device-reported pbx=p device=PJSIP/1,asleep | expected one of [unknown,",
        "2026-03-02T09:00:00Z device-reported pbx=p | stands here 0 times; expected it once",
        "=> call=c1 | field 'wait' is missing",
        "=>call=c1 | '=>call=c1' begins no line; expected => or ->",
        "-> call=c1 ring=100 token=1 for=PT20S | field ring='100': expected number@device",
      })
  void a_malformed_line_is_refused_and_told_why(String line, String why) {
    assertThatThrownBy(() -> EventText.parse(line, AnyLine.PHONE_LISTS))
        .isInstanceOf(EventFormatException.class)
        .hasMessageContaining(why);
  }

  @Test
  void whatever_is_done_to_a_line_it_reads_or_is_refused_and_nothing_else() {
    Random random = new Random(4);
    AnyLine any = new AnyLine(random);
    for (int round = 0; round < 20_000; round++) {
      StringBuilder text = new StringBuilder(any.line().text());
      int at = random.nextInt(text.length());
      switch (random.nextInt(3)) {
        case 0 -> text.deleteCharAt(at);
        case 1 -> text.insert(at, (char) random.nextInt(0x180));
        default -> text.setCharAt(at, (char) random.nextInt(0x180));
      }
      try {
        assertThat(EventText.parse(text.toString(), AnyLine.PHONE_LISTS)).isNotNull();
      } catch (EventFormatException refused) {
        assertThat(refused).hasMessageNotContaining("null");
      }
    }
  }

  @Test
  void an_instant_may_be_any() {
    for (Instant at : List.of(Instant.MIN, Instant.EPOCH, Instant.MAX)) {
      Happened line = new Happened(JournalEntry.of(Moment.of(at), new RouterEvent.TimePassed()));
      assertThat(EventText.parse(line.text(), AnyLine.PHONE_LISTS)).isEqualTo(line);
    }
  }
}
