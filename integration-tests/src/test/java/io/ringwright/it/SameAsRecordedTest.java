package io.ringwright.it;

import static io.ringwright.it.SameAsRecorded.assertSame;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SameAsRecordedTest {

  private static List<String> recorded(String name) {
    return new ArrayList<>(Recordings.lines("22", name));
  }

  @ParameterizedTest
  @ValueSource(strings = {"blind-refer-phone", "attended-refer-answered", "pickup-house"})
  void both_releases_say_the_same(String name) {
    assertSame(recorded(name), name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"blind-refer-phone", "attended-refer-answered", "pickup-house"})
  void no_event_may_be_left_out(String name) {
    for (int at = 0; at < recorded(name).size(); at++) {
      List<String> lines = recorded(name);
      String left = lines.remove(at);
      if (!left.startsWith("#")) {
        assertThatThrownBy(() -> assertSame(lines, name))
            .as(left)
            .isInstanceOf(AssertionError.class);
      }
    }
  }

  @Test
  void events_of_one_channel_may_not_change_their_order() {
    List<String> lines = recorded("attended-refer-answered");
    int entered = index(lines, "BridgeEnter", "SwapUniqueid");
    int transferred = index(lines, "AttendedTransfer", "Success");
    Collections.swap(lines, entered, transferred);
    assertThatThrownBy(() -> assertSame(lines, "attended-refer-answered"))
        .isInstanceOf(AssertionError.class);
  }

  @Test
  void a_header_may_not_change() {
    List<String> lines = recorded("pickup-house");
    int ended = index(lines, "DialEnd", "8305");
    lines.set(ended, lines.get(ended).replace("8305", "8301"));
    assertThatThrownBy(() -> assertSame(lines, "pickup-house")).isInstanceOf(AssertionError.class);
  }

  @Test
  void events_of_different_channels_may_come_in_another_order() {
    List<String> lines = recorded("blind-refer-phone");
    int left = index(lines, "BridgeLeave", "8301");
    Collections.swap(lines, left, left - 1);
    assertSame(lines, "blind-refer-phone");
  }

  private static int index(List<String> lines, String event, String text) {
    for (int at = 0; at < lines.size(); at++) {
      if (lines.get(at).startsWith(event) && lines.get(at).contains(text)) {
        return at;
      }
    }
    throw new IllegalArgumentException("no " + event + " with " + text);
  }
}
