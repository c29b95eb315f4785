package io.ringwright.imports;

import static io.ringwright.dialplan.ChannelVariables.TALK_CALL;
import static io.ringwright.dialplan.ChannelVariables.TALK_EXTENSION;
import static io.ringwright.dialplan.ChannelVariables.TALK_GROUP;
import static io.ringwright.dialplan.ChannelVariables.TALK_WAIT;

import io.ringwright.call.SoundName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Options that say what happens between the answer of a phone and the talk. */
final class TalkOptions {

  private static final int MOST_SOUNDS = 5;
  private static final int LONGEST_SILENCE = 10;
  private static final String CODE = "[A-Za-z0-9_-]{1,79}";

  static final List<QueueOption> ALL =
      List.of(
          new QueueOption("announce", "`on-answer`: `tell-agent`", TalkOptions::announce),
          new QueueOption(
              "reportholdtime", "`on-answer`: `tell-wait`", TalkOptions::reportHoldTime),
          new QueueOption(
              "memberdelay",
              "`on-answer`: `tell-agent: [silence/1]` to 10",
              TalkOptions::memberDelay),
          new QueueOption(
              "monitor-format", "`on-answer`: `record: talk`", TalkOptions::monitorFormat),
          new QueueOption(
              "membergosub", "`on-answer`: `dial-options: U(…)`", TalkOptions::memberGosub),
          new QueueOption(
              "membermacro",
              "not possible: make a subroutine of the macro",
              (draft, value) ->
                  value.isEmpty()
                      ? Outcome.kept("none")
                      : Outcome.notPossible("macros are gone: a subroutine in dial-options")),
          new QueueOption(
              "setinterfacevar", "`on-answer`: `set-variables`", TalkOptions::variables),
          new QueueOption("setqueuevar", "`on-answer`: `set-variables`", TalkOptions::variables),
          new QueueOption(
              "setqueueentryvar", "`on-answer`: `set-variables`", TalkOptions::variables),
          new QueueOption(
              "queue-callerannounce",
              "not possible: the caller hears music until the talk",
              (draft, value) ->
                  value.isEmpty()
                      ? Outcome.kept("none")
                      : Outcome.notPossible("the caller hears nothing before the talk begins")));

  private TalkOptions() {}

  /** The delay stands before the announcement, whichever line comes first. */
  private static List<String> told(QueueDraft draft) {
    List<String> sounds = new ArrayList<>();
    int delay = draft.source().number("memberdelay", 0);
    if (delay > 0 && delay <= LONGEST_SILENCE) {
      sounds.add("silence/" + delay);
    }
    for (String each : draft.source().value("announce", "").split("&")) {
      Sounds.named(each.strip()).ifPresent(found -> sounds.add(found.toString()));
    }
    return sounds.stream().limit(MOST_SOUNDS).toList();
  }

  private static void tell(QueueDraft draft) {
    draft.answer(each -> told(draft).forEach(each::tellAgent));
  }

  private static Outcome announce(QueueDraft draft, String value) {
    if (value.isEmpty()) {
      return Outcome.kept("none");
    }
    Optional<SoundName> sound = Sounds.named(value);
    if (told(draft).isEmpty() || (sound.isEmpty() && !value.contains("&"))) {
      return Sounds.refused();
    }
    if (draft.source().number("memberdelay", 0) <= 0) {
      tell(draft);
    }
    return sound
        .map(found -> Sounds.found(value, found, "tell-agent " + found))
        .orElse(Outcome.changed("tell-agent: " + told(draft)));
  }

  private static Outcome memberDelay(QueueDraft draft, String value) {
    int seconds = Values.number(value);
    if (seconds <= 0) {
      return Outcome.kept("no delay");
    }
    tell(draft);
    return seconds > LONGEST_SILENCE
        ? Outcome.notPossible("no silence is longer than 10 s")
        : Outcome.changed("the agent hears silence/" + seconds + ", the caller music");
  }

  private static Outcome reportHoldTime(QueueDraft draft, String value) {
    if (!Values.yes(value)) {
      return Outcome.kept("not told");
    }
    draft.answer(each -> each.tellWait());
    return Outcome.kept("tell-wait");
  }

  private static Outcome monitorFormat(QueueDraft draft, String value) {
    if (value.isEmpty()) {
      return Outcome.kept("no recording");
    }
    draft.answer(each -> each.recordTalk());
    return Outcome.changed("the talk is recorded; format and folder are those of our dialplan");
  }

  private static Outcome memberGosub(QueueDraft draft, String value) {
    if (value.isEmpty()) {
      return Outcome.kept("none");
    }
    String context = value.split("[,(]", 2)[0].strip();
    boolean plain = value.equals(context) || value.replace(" ", "").equals(context + ",s,1");
    if (!context.matches(CODE) || !plain) {
      return Outcome.notPossible("a subroutine with arguments: write dial-options by hand");
    }
    draft.subroutine(context);
    return Outcome.changed("dial-options U(" + context + "), in place of those of the AGI server");
  }

  private static Outcome variables(QueueDraft draft, String value) {
    if (!Values.yes(value)) {
      return Outcome.kept("no variables");
    }
    draft.answer(each -> each.setVariables());
    return Outcome.changed(
        "set-variables: " + String.join(", ", TALK_CALL, TALK_GROUP, TALK_EXTENSION, TALK_WAIT));
  }
}
