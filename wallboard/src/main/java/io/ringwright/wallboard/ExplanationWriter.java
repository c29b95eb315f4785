package io.ringwright.wallboard;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.ringwright.call.RoutingAnswer;
import io.ringwright.call.RoutingExplanation.Step;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;

/** Writes the decisions about one call as JSON, each with its reasons. */
final class ExplanationWriter {

  private static final JsonFactory JSON = new JsonFactory();

  private ExplanationWriter() {}

  static String write(List<RoutingAnswer> answers) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      json.writeStartArray();
      for (RoutingAnswer answer : answers) {
        write(answer, json);
      }
      json.writeEndArray();
    } catch (IOException e) {
      throw new IllegalStateException("a string can be written", e);
    }
    return text.toString();
  }

  private static void write(RoutingAnswer answer, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("summary", answer.explanation().summary());
    json.writeArrayFieldStart("steps");
    for (Step step : answer.explanation().steps()) {
      json.writeStartObject();
      json.writeNumberField("depth", step.depth());
      json.writeStringField("subject", step.subject());
      json.writeStringField("rule", step.rule().words());
      json.writeStringField("finding", step.finding());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }
}
