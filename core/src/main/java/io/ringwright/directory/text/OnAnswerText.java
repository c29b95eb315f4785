package io.ringwright.directory.text;

import io.ringwright.call.Acceptance;
import io.ringwright.call.BeforeTalk.RecordedFrom;
import io.ringwright.directory.OnAnswer;
import io.ringwright.directory.OnAnswerBuilder;
import java.util.function.Consumer;

/** What happens on an answer, as lines of a phone list: a line for each part that is there. */
final class OnAnswerText {

  /** With which word the lines begin. */
  static final String ON_ANSWER = "on-answer";

  private OnAnswerText() {}

  static void write(OnAnswer onAnswer, Consumer<String> lines) {
    Consumer<String> parts = part -> lines.accept(ON_ANSWER + " " + part);
    onAnswer.told().forEach(sound -> parts.accept("tell " + sound));
    if (onAnswer.tellsWait()) {
      parts.accept("tell-wait");
    }
    onAnswer.acceptance().ifPresent(by -> parts.accept(accept(by)));
    onAnswer.recorded().ifPresent(from -> parts.accept("record " + FieldWords.word(from)));
    if (onAnswer.setsVariables()) {
      parts.accept("variables");
    }
    onAnswer
        .dialOptions()
        .ifPresent(each -> parts.accept("dial options=" + Quoted.write(each.text())));
  }

  private static String accept(Acceptance by) {
    return "accept key=" + by.key() + " prompt=" + by.prompt() + " within=" + by.within();
  }

  /** Reads what follows the first word of a line. */
  static void read(OnAnswerBuilder to, LineScanner line) {
    switch (line.word("a part of what happens on an answer")) {
      case "tell" -> to.tellAgent(line.word("a sound"));
      case "tell-wait" -> to.tellWait();
      case "accept" ->
          to.acceptByKey(line.field("key"), line.field("prompt"), line.duration("within"));
      case "record" -> recorded(to, line);
      case "variables" -> to.setVariables();
      case "dial" -> to.dialOptions(line.field("options", Quoted::read, "options of Dial"));
      default -> throw line.unknown();
    }
  }

  private static void recorded(OnAnswerBuilder to, LineScanner line) {
    String from = line.word("from when on");
    RecordedFrom read =
        line.read(
            "record", from, word -> LineScanner.constant(RecordedFrom.class, word), "from when on");
    switch (read) {
      case TALK -> to.recordTalk();
      case ANSWER -> to.recordFromAnswer();
    }
  }
}
