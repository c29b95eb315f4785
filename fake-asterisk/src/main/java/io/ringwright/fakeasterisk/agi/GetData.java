package io.ringwright.fakeasterisk.agi;

import io.ringwright.fakeasterisk.pbx.Sounds;
import io.ringwright.fakeasterisk.switchboard.Activity;
import io.ringwright.fakeasterisk.timeline.Timeline;
import java.time.Duration;
import java.util.List;

/**
 * The command {@code GET DATA}: a sound, and then digits up to a hash, up to the most there may be,
 * or until none has come for a time; a digit during the sound counts. Where the sound is missing it
 * is over at once. Source: {@code handle_getdata} in Asterisk's {@code res/res_agi.c}, {@code
 * ast_app_getdata_full} in {@code main/app.c}. Belongs to the timeline's thread.
 */
final class GetData implements Activity {

  private static final long USUAL_MILLIS = 6_000;
  private static final int USUAL_MOST = 1024;

  private final AgiSession session;
  private final Duration between;
  private final int most;
  private final StringBuilder typed = new StringBuilder();
  private Timeline.Timer timer = Timeline.Timer.NONE;

  private GetData(AgiSession session, Duration between, int most) {
    this.session = session;
    this.between = between;
    this.most = most;
  }

  static void start(AgiSession session, List<String> words, Sounds sounds) {
    String sound = words.get(2);
    if (session.call().isLeaving() || (!sound.isEmpty() && !sounds.has(sound))) {
      session.replyFailed("200 result=-1");
      return;
    }
    Duration between = Duration.ofMillis(number(words, 3, USUAL_MILLIS));
    GetData command = new GetData(session, between, (int) number(words, 4, USUAL_MOST));
    command.begin(sound, sound.isEmpty() ? Duration.ZERO : sounds.length());
  }

  private static long number(List<String> words, int at, long usual) {
    boolean given = words.size() > at && words.get(at).matches("[0-9]{1,8}");
    return given ? Long.parseLong(words.get(at)) : usual;
  }

  private void begin(String sound, Duration length) {
    if (!sound.isEmpty()) {
      session.channel().audio().hear("GET DATA", sound);
    }
    session.channel().occupy(this);
    awaitNext(length.plus(between));
  }

  private void awaitNext(Duration time) {
    timer.cancel();
    timer = session.channel().timeline().after(time, () -> over(" (timeout)"));
  }

  @Override
  public void pressed(char key) {
    if (key == '#') {
      over("");
      return;
    }
    typed.append(key);
    if (typed.length() >= most) {
      over("");
    } else {
      awaitNext(between);
    }
  }

  @Override
  public void interrupted() {
    timer.cancel();
    session.channel().release(this);
    session.replyFailed("200 result=-1");
  }

  private void over(String more) {
    timer.cancel();
    session.channel().release(this);
    session.reply("200 result=" + typed + more);
  }
}
