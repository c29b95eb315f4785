package io.ringwright.fakeasterisk.pbx;

import io.ringwright.fakeasterisk.dialplan.Arguments;
import java.time.Duration;
import java.util.List;

/**
 * The applications that play something: Playback, StartMusicOnHold, StopMusicOnHold, MusicOnHold.
 * Source: {@code apps/app_playback.c}, {@code main/pbx_builtins.c} and {@code
 * res/res_musiconhold.c} of Asterisk.
 */
final class SoundApplications {

  private final Sounds sounds;

  SoundApplications(Sounds sounds) {
    this.sounds = sounds;
  }

  void addTo(Applications applications) {
    applications.add("Playback", this::playback);
    applications.add("StartMusicOnHold", SoundApplications::startMusic);
    applications.add("StopMusicOnHold", SoundApplications::stopMusic);
    applications.add("MusicOnHold", SoundApplications::music);
  }

  private void playback(Application.Call call) {
    List<String> arguments = Arguments.of(call.data());
    if (call.isLeaving()) {
      call.done(Verdict.LEAVE);
      return;
    }
    if (!Arguments.at(arguments, 1).contains("noanswer")) {
      call.channel().answer();
    }
    List<String> files = List.of(Arguments.at(arguments, 0).split("&"));
    boolean allThere = files.stream().allMatch(sounds::has);
    files.stream()
        .filter(sounds::has)
        .forEach(file -> call.channel().audio().hear("Playback", file));
    long played = files.stream().filter(sounds::has).count();
    Pause.start(
        call,
        sounds.length().multipliedBy(played),
        verdict -> {
          call.channel().set("PLAYBACKSTATUS", allThere ? "SUCCESS" : "FAILED");
          call.done(verdict);
        });
  }

  private static void startMusic(Application.Call call) {
    call.channel().audio().changeMusic(musicClass(call));
    call.done(Verdict.CONTINUE);
  }

  private static void stopMusic(Application.Call call) {
    call.channel().audio().stopMusic();
    call.done(Verdict.CONTINUE);
  }

  private static void music(Application.Call call) {
    if (call.isLeaving()) {
      call.done(Verdict.LEAVE);
      return;
    }
    call.channel().audio().startMusic(musicClass(call));
    String seconds = Arguments.at(Arguments.of(call.data()), 1);
    if (seconds.matches("\\d{1,6}")) {
      Pause.start(
          call, Duration.ofSeconds(Long.parseLong(seconds)), verdict -> over(call, verdict));
    } else {
      Pause.endless(call, verdict -> over(call, verdict));
    }
  }

  private static void over(Application.Call call, Verdict verdict) {
    call.channel().audio().stopMusic();
    call.done(verdict);
  }

  /** The class of the channel goes before the one that is named. */
  private static String musicClass(Application.Call call) {
    String own = call.channel().audio().musicClass();
    String given = Arguments.at(Arguments.of(call.data()), 0);
    return MusicClasses.played(!own.isEmpty() ? own : given);
  }
}
