package io.ringwright.files;

import static io.ringwright.files.EverySetting.group;
import static io.ringwright.files.EverySetting.seconds;

import io.ringwright.call.Announcement.Gender;
import io.ringwright.directory.AnnouncementSounds;
import io.ringwright.directory.HearingBuilder;
import io.ringwright.directory.OnAnswerBuilder;
import io.ringwright.files.EverySetting.Setting;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** What callers and agents hear, beside what a phone file says for it. */
final class HearingSettings {

  private HearingSettings() {}

  static Stream<Setting> all() {
    return Stream.of(hearing(), onAnswer()).flatMap(each -> each);
  }

  private static Setting heard(String method, String yaml, Consumer<HearingBuilder> set) {
    return group(
        "HearingBuilder." + method + " HuntGroupBuilder.callersHear",
        "callers-hear:\n" + yaml.indent(2),
        each -> each.callersHear(set));
  }

  private static Stream<Setting> hearing() {
    return Stream.of(
        heard("language", "language: fr", h -> h.language("fr")),
        heard("welcome", "welcome: custom/hello", h -> h.welcome("custom/hello")),
        heard("sayTheExtension", "say-the-extension: yes", HearingBuilder::sayTheExtension),
        heard("operator", "operator: custom/op", h -> h.operator("custom/op")),
        heard("music", "music: jazz", h -> h.music("jazz")),
        heard(
            "ringingInsteadOfMusic",
            "ringing-instead-of-music: yes",
            HearingBuilder::ringingInsteadOfMusic),
        heard("inEarlyMedia", "line: early-media", HearingBuilder::inEarlyMedia),
        heard("ringingUnanswered", "line: ringing", HearingBuilder::ringingUnanswered),
        heard("joinMessage", "join-message: custom/join", h -> h.joinMessage("custom/join")),
        heard("position", "position: true", HearingBuilder::position),
        heard("callsWaiting", "calls-waiting: yes", HearingBuilder::callsWaiting),
        heard("exactUpTo", "position: yes\nexact-up-to: 5", h -> h.position().exactUpTo(5)),
        heard("withoutYouAreNext", "you-are-next: no", HearingBuilder::withoutYouAreNext),
        heard("expectedWait", "expected-wait: yes", HearingBuilder::expectedWait),
        heard("expectedWait", "expected-wait: 5 min", h -> h.expectedWait(5)),
        heard("thanks", "thanks: on", HearingBuilder::thanks),
        heard("firstAfter", "first-after: 10 s", h -> h.firstAfter(seconds(10))),
        heard("every", "every: 45 s", h -> h.every(seconds(45))),
        heard("atLeastApart", "at-least-apart: 20 s", h -> h.atLeastApart(seconds(20))),
        heard("onlyWhenBetter", "only-when-better: yes", HearingBuilder::onlyWhenBetter),
        heard(
            "message",
            "messages: [custom/a, custom/b]",
            h -> h.message("custom/a").message("custom/b")),
        heard("messagesAtRandom", "messages-at-random: yes", HearingBuilder::messagesAtRandom),
        heard(
            "messagesEvery",
            "messages-first-after: 1 s\nmessages-every: 2 min",
            h -> h.messagesEvery(seconds(1), seconds(120))),
        heard(
            "sound",
            "sounds: {you-are-next: custom/next}",
            h -> h.sound(AnnouncementSounds.Phrase.YOU_ARE_NEXT, "custom/next")),
        heard("gender", "gender: feminine", h -> h.gender(Gender.FEMININE)));
  }

  private static Setting answered(String method, String yaml, Consumer<OnAnswerBuilder> set) {
    return group(
        "OnAnswerBuilder." + method + " HuntGroupBuilder.onAnswer",
        "on-answer:\n" + yaml.indent(2),
        each -> each.onAnswer(set));
  }

  private static Stream<Setting> onAnswer() {
    return Stream.of(
        answered(
            "tellAgent",
            "tell-agent: [custom/a, custom/b]",
            o -> o.tellAgent("custom/a").tellAgent("custom/b")),
        answered("tellWait", "tell-wait: yes", OnAnswerBuilder::tellWait),
        answered(
            "acceptByKey",
            "accept-by-key: {key: 1, prompt: custom/press, within: 8 s}",
            o -> o.acceptByKey("1", "custom/press", seconds(8))),
        answered("recordTalk", "record: talk", OnAnswerBuilder::recordTalk),
        answered("recordFromAnswer", "record: from-answer", OnAnswerBuilder::recordFromAnswer),
        answered("setVariables", "set-variables: yes", OnAnswerBuilder::setVariables),
        answered("dialOptions", "dial-options: tT", o -> o.dialOptions("tT")),
        answered("dialOptions", "dial-options: ''", o -> o.dialOptions("")));
  }
}
