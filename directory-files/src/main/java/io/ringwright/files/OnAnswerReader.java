package io.ringwright.files;

import io.ringwright.directory.HuntGroupBuilder;
import io.ringwright.directory.OnAnswerBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Reads what happens between the answer of a phone and the talk. */
final class OnAnswerReader {

  private OnAnswerReader() {}

  static void read(Spot at, HuntGroupBuilder group) {
    at.part(Shape.ON_ANSWER).ifPresent(part -> group.onAnswer(to -> read(part, to)));
  }

  private static void read(Part part, OnAnswerBuilder to) {
    part.at("tell-agent", at -> at.each().forEach(each -> each.text().ifPresent(to::tellAgent)));
    part.yes("tell-wait", to::tellWait);
    part.at("accept-by-key", at -> at.part(Shape.ACCEPT).ifPresent(each -> accept(each, to)));
    part.at("record", at -> record(at, to));
    part.yes("set-variables", to::setVariables);
    part.text("dial-options", to::dialOptions);
  }

  private static void accept(Part part, OnAnswerBuilder to) {
    Optional<String> key = part.required("key").flatMap(Spot::text);
    Optional<String> prompt = part.required("prompt").flatMap(Spot::text);
    Optional<Duration> within = part.required("within").flatMap(Spot::duration);
    key.ifPresent(
        digit ->
            prompt.ifPresent(
                sound -> within.ifPresent(time -> to.acceptByKey(digit, sound, time))));
  }

  private static void record(Spot at, OnAnswerBuilder to) {
    at.choice(List.of("no", "talk", "from-answer"))
        .ifPresent(
            from -> {
              if (from.equals("talk")) {
                to.recordTalk();
              } else if (from.equals("from-answer")) {
                to.recordFromAnswer();
              }
            });
  }
}
