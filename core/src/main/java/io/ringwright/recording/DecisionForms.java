package io.ringwright.recording;

import io.ringwright.call.CallId;
import io.ringwright.call.RoutingDecision;
import io.ringwright.event.EventFormatException;
import io.ringwright.text.DecisionFields;
import io.ringwright.text.FieldReader;
import io.ringwright.text.FieldWriter;
import java.util.List;

/** How decisions are written: a mark, the call, and what was decided. */
final class DecisionForms {

  static final String ANSWERED = "=>";
  static final String DELIVERED = "->";

  private DecisionForms() {}

  static String text(String mark, CallId call, RoutingDecision decision) {
    return DecisionFields.put(new FieldWriter(mark).put("call", call), decision).line();
  }

  static EventText read(String text) {
    List<String> words = List.of(text.split(" ", -1));
    String mark = words.get(0);
    if (!mark.equals(ANSWERED) && !mark.equals(DELIVERED)) {
      throw new EventFormatException(
          "'" + FieldReader.shown(mark) + "' begins no line; expected => or ->");
    }
    FieldReader line = new FieldReader(words.subList(1, words.size()));
    CallId call = line.one("call", CallId::of);
    RoutingDecision decision = DecisionFields.decision(line);
    line.end();
    return mark.equals(ANSWERED)
        ? new EventText.Answered(call, decision)
        : new EventText.Delivered(call, decision);
  }
}
