package io.ringwright.recording;

import io.ringwright.call.CallId;
import io.ringwright.call.RoutingDecision;
import io.ringwright.event.EventFormatException;
import io.ringwright.text.DecisionFields;
import io.ringwright.text.FieldReader;
import io.ringwright.text.FieldWriter;
import io.ringwright.text.Words;
import java.util.List;

/** How decisions are written: a mark, the call, and what was decided. */
final class DecisionForms {

  static final String ANSWERED = "=>";
  static final String DELIVERED = "->";

  private static final String ANNOUNCED = "announced";

  private DecisionForms() {}

  static String text(EventText.Answered said) {
    return line(ANSWERED, said.call(), said.decision())
        .putIfAny(ANNOUNCED, said.announcement())
        .line();
  }

  static String text(EventText.Delivered said) {
    return line(DELIVERED, said.call(), said.decision()).line();
  }

  private static FieldWriter line(String mark, CallId call, RoutingDecision decision) {
    return DecisionFields.put(new FieldWriter(mark).put("call", call), decision);
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
    EventText said =
        mark.equals(ANSWERED)
            ? new EventText.Answered(call, decision, line.optional(ANNOUNCED, Words::announcement))
            : new EventText.Delivered(call, decision);
    line.end();
    return said;
  }
}
