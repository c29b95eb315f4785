package io.ringwright.wallboard;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.ringwright.call.Destination;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.view.ExtensionView;
import io.ringwright.view.QueueView;
import io.ringwright.waiting.WaitingCall;
import java.io.IOException;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes a board as JSON, in one line. Times are in seconds before the board's moment. */
final class BoardWriter {

  private static final JsonFactory JSON = new JsonFactory();
  private static final QueueDay NOTHING_YET = new QueueDay(0, 0, 0, List.of());

  private final Board board;
  private final Board.Legend legend;
  private final boolean withCallers;
  private final JsonGenerator json;

  private BoardWriter(Board board, Board.Legend legend, boolean withCallers, JsonGenerator json) {
    this.board = board;
    this.legend = legend;
    this.withCallers = withCallers;
    this.json = json;
  }

  /**
   * The board as JSON.
   *
   * @param withCallers whether callers' numbers, names, and the identities of calls are in it
   */
  static String write(Board board, Board.Legend legend, boolean withCallers) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      new BoardWriter(board, legend, withCallers, json).write();
    } catch (IOException e) {
      throw new IllegalStateException("a string can be written", e);
    }
    return text.toString();
  }

  private void write() throws IOException {
    json.writeStartObject();
    json.writeStringField("at", board.view().at().toString());
    json.writeStringField("journal", board.journal());
    json.writeObjectFieldStart("links");
    for (Map.Entry<String, Boolean> link : board.view().links().entrySet()) {
      json.writeBooleanField(link.getKey(), link.getValue());
    }
    json.writeEndObject();
    json.writeArrayFieldStart("queues");
    for (QueueView queue : board.view().queues()) {
      write(queue);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("agents");
    for (ExtensionView agent : board.view().extensions()) {
      write(agent);
    }
    json.writeEndArray();
    writeCallers();
    json.writeEndObject();
  }

  private void write(QueueView queue) throws IOException {
    json.writeStartObject();
    writeWho(queue.destination().digits());
    json.writeNumberField("waiting", queue.waiting());
    if (queue.oldest().isPresent()) {
      json.writeNumberField("longest", seconds(queue.oldest().get()));
    }
    json.writeStringField("expected", queue.expected().toString());
    json.writeNumberField("members", queue.members().all());
    json.writeNumberField("attending", queue.members().attending());
    json.writeNumberField("free", queue.members().free());
    write(board.days().getOrDefault(queue.destination(), NOTHING_YET));
    json.writeEndObject();
  }

  private void write(QueueDay day) throws IOException {
    json.writeNumberField("answered", day.answered());
    json.writeNumberField("abandoned", day.abandoned());
    json.writeNumberField("elsewhere", day.elsewhere());
    json.writeArrayFieldStart("levels");
    for (int scale = 0; scale < day.inTime().size(); scale++) {
      ServiceScale goal = legend.scales().get(scale);
      json.writeStartObject();
      json.writeNumberField("within", goal.within().toSeconds());
      json.writeNumberField("goal", goal.percent());
      json.writeNumberField("percent", Math.floor(10 * day.level(scale)) / 10);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void write(ExtensionView agent) throws IOException {
    json.writeStartObject();
    writeWho(agent.number().digits());
    json.writeStringField("state", words(agent.activity().state()));
    if (agent.activity().since().isPresent()) {
      json.writeNumberField("since", seconds(agent.activity().since().get()));
    }
    if (agent.activity().reason().isPresent()) {
      json.writeStringField("reason", agent.activity().reason().get());
    }
    if (withCallers && agent.activity().call().isPresent()) {
      json.writeStringField("call", agent.activity().call().get().value());
    }
    json.writeEndObject();
  }

  private void writeCallers() throws IOException {
    Map<Destination, Integer> positions = new HashMap<>();
    json.writeArrayFieldStart("callers");
    for (WaitingCall caller : board.callers()) {
      json.writeStartObject();
      json.writeStringField("queue", caller.waitingFor().digits());
      json.writeNumberField("position", positions.merge(caller.waitingFor(), 1, Integer::sum));
      json.writeNumberField("priority", caller.place().priority().level());
      json.writeNumberField("waited", seconds(caller.place().since()));
      json.writeBooleanField("callBack", caller.callBack().isPresent());
      if (withCallers) {
        writeIdentity(caller);
      }
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void writeIdentity(WaitingCall caller) throws IOException {
    json.writeStringField("call", caller.id().value());
    json.writeStringField("number", caller.caller().number());
    json.writeStringField("name", caller.caller().name());
    json.writeStringField("why", legend.reasons().apply(caller.id()).orElse(""));
  }

  private void writeWho(String number) throws IOException {
    json.writeStringField("number", number);
    json.writeStringField("name", legend.names().apply(DirectoryNumber.of(number)).orElse(""));
  }

  private long seconds(Instant since) {
    return Math.max(0, Duration.between(since, board.view().at()).toSeconds());
  }

  private static String words(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
