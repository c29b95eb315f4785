package io.ringwright.fakeasterisk.agi;

import io.ringwright.fakeasterisk.agi.AgiCommands.Command;
import io.ringwright.fakeasterisk.pbx.Pause;
import io.ringwright.fakeasterisk.pbx.Sounds;
import io.ringwright.fakeasterisk.pbx.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** The commands that play something or wait. Belongs to the timeline's thread. */
final class SoundCommands {

  private static final int SAMPLES_PER_MILLISECOND = 8;
  private static final Duration LONGEST_WAIT = Duration.ofDays(1);

  private final Sounds sounds;

  SoundCommands(Sounds sounds) {
    this.sounds = sounds;
  }

  void addTo(AgiCommands commands) {
    commands.add(
        "stream file",
        new Command(false, 4, 5, "STREAM FILE name digits [offset]", this::streamFile));
    commands.add(
        "say digits", new Command(false, 4, 4, "SAY DIGITS number digits", this::sayDigits));
    commands.add(
        "get data",
        new Command(
            false,
            3,
            5,
            "GET DATA name [timeout] [digits]",
            (session, words) -> GetData.start(session, words, sounds)));
    commands.add("say phonetic", new Command(false, 4, 4, "SAY PHONETIC text digits", this::say));
    commands.add("say alpha", new Command(false, 4, 4, "SAY ALPHA text digits", this::say));
    commands.add(
        "say number", new Command(false, 4, 5, "SAY NUMBER number digits", this::sayDigits));
    commands.add("set music", new Command(false, 3, 4, "SET MUSIC on|off class", this::setMusic));
    commands.add(
        "wait for digit",
        new Command(false, 4, 4, "WAIT FOR DIGIT milliseconds", this::waitForDigit));
  }

  private void streamFile(AgiSession session, List<String> words) {
    String file = words.get(2);
    if (!sounds.has(file)) {
      session.replyFailed("200 result=-1 endpos=0");
      return;
    }
    session.channel().audio().hear("STREAM FILE", file);
    long end = sounds.length().toMillis() * SAMPLES_PER_MILLISECOND;
    Pause.start(
        session.call(),
        sounds.length(),
        verdict -> {
          session
              .channel()
              .set("PLAYBACKSTATUS", verdict == Verdict.CONTINUE ? "SUCCESS" : "FAILED");
          played(session, verdict, " endpos=" + end);
        });
  }

  private void sayDigits(AgiSession session, List<String> words) {
    if (words.get(2).matches("\\s*[+-]?\\d.*")) {
      say(session, words);
    } else {
      session.replyUsage("SAY " + words.get(1).toUpperCase(Locale.ROOT) + " number digits");
    }
  }

  private void say(AgiSession session, List<String> words) {
    String text = words.get(2);
    session.channel().audio().hear("SAY " + words.get(1).toUpperCase(Locale.ROOT), text);
    Pause.start(
        session.call(),
        sounds.length().multipliedBy(text.length()),
        verdict -> played(session, verdict, ""));
  }

  private static void played(AgiSession session, Verdict verdict, String more) {
    String reply = "200 result=" + verdict.code() + more;
    if (verdict == Verdict.LEAVE) {
      session.replyFailed(reply);
    } else {
      session.reply(reply);
    }
  }

  private void setMusic(AgiSession session, List<String> words) {
    String wish = words.get(2).toLowerCase(Locale.ROOT);
    if (wish.startsWith("on")) {
      session.channel().audio().startMusic(words.size() > 3 ? words.get(3) : "default");
    } else if (wish.startsWith("off")) {
      session.channel().audio().stopMusic();
    }
    session.reply("200 result=0");
  }

  private void waitForDigit(AgiSession session, List<String> words) {
    String time = words.get(3);
    if (!time.matches("-1|\\d{1,8}")) {
      session.replyUsage("WAIT FOR DIGIT milliseconds");
      return;
    }
    Duration wait = time.equals("-1") ? LONGEST_WAIT : Duration.ofMillis(Long.parseLong(time));
    Pause.start(session.call(), wait, verdict -> played(session, verdict, ""));
  }
}
