package io.ringwright.directory;

import io.ringwright.call.Acceptance;
import io.ringwright.call.DialOptions;
import io.ringwright.call.SoundName;
import java.util.List;
import java.util.Optional;

/** Checks what happens between the answer of a phone and the talk. */
final class OnAnswerInspection {

  private final String item;
  private final Mistakes mistakes;

  private OnAnswerInspection(String item, Mistakes mistakes) {
    this.item = item;
    this.mistakes = mistakes;
  }

  static OnAnswer onAnswer(String item, OnAnswerBuilder given, Mistakes mistakes) {
    OnAnswer made = new OnAnswerInspection(item, mistakes).onAnswer(given);
    return OnAnswer.NOTHING.equals(made) ? OnAnswer.NOTHING : made;
  }

  private OnAnswer onAnswer(OnAnswerBuilder given) {
    mistakes.require(
        given.told.size() <= OnAnswer.MOST_SOUNDS,
        item,
        given.told.size() + " sounds for the agent are too many",
        "at most " + OnAnswer.MOST_SOUNDS);
    List<SoundName> told =
        given.told.stream().flatMap(each -> sound("sound for the agent", each).stream()).toList();
    return new OnAnswer(
        told,
        given.tellsWait,
        Optional.ofNullable(given.key).flatMap(this::key),
        given.recorded,
        given.setsVariables,
        Optional.ofNullable(given.dialOptions).flatMap(this::options));
  }

  private Optional<DialOptions> options(String given) {
    try {
      return Optional.of(DialOptions.of(given));
    } catch (IllegalArgumentException refused) {
      String[] problem = String.valueOf(refused.getMessage()).split(": expected ", 2);
      mistakes.add(item, problem[0], problem[problem.length - 1]);
      return Optional.empty();
    }
  }

  private Optional<Acceptance> key(OnAnswerBuilder.Key given) {
    boolean digit =
        mistakes.require(
            given.digit().matches("[0-9]"),
            item,
            "key to accept " + Mistakes.quoted(given.digit()) + " is not valid",
            "a digit, 0 to 9");
    Optional<SoundName> prompt = sound("prompt to accept", given.prompt());
    boolean time =
        mistakes.within(Mistakes.Span.CONFIRMATION, item, "time to accept", given.within())
            && mistakes.require(
                given.within().toNanosPart() == 0,
                item,
                "time to accept " + DurationText.of(given.within()) + " is not valid",
                "whole seconds, 2 s to 60 s");
    return digit && time
        ? prompt.map(sound -> new Acceptance(given.digit().charAt(0), sound, given.within()))
        : Optional.empty();
  }

  private Optional<SoundName> sound(String what, String name) {
    return mistakes.sound(item, what, name);
  }
}
