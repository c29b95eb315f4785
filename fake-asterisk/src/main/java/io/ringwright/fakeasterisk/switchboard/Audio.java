package io.ringwright.fakeasterisk.switchboard;

/**
 * What a channel hears that is no talk: music and sounds, and whether it is on hold.
 *
 * <p>Thread safety: belongs to the timeline's thread.
 */
public final class Audio {

  private static final String USUAL_MUSIC = "default";

  private final News news;
  private String music = "";
  private String preferred = "";
  private boolean held;

  Audio(News news) {
    this.news = news;
  }

  /** What is told of it. */
  interface News {
    void musicStarted(String musicClass);

    void musicStopped();

    void promptPlayed(String how, String what);

    void holdChanged();

    void recordingBegun();
  }

  /**
   * Plays music until something else is heard.
   *
   * @param musicClass which music
   */
  public void startMusic(String musicClass) {
    if (music.isEmpty()) {
      music = musicClass;
      news.musicStarted(musicClass);
    }
  }

  /**
   * Plays other music than until now; the same music just goes on.
   *
   * @param musicClass which music
   */
  public void changeMusic(String musicClass) {
    if (!music.equals(musicClass)) {
      stopMusic();
      startMusic(musicClass);
    }
  }

  /**
   * The class of music that the channel has whatever an application asks for.
   *
   * @return empty for none
   */
  public String musicClass() {
    return preferred;
  }

  /**
   * Says which class of music the channel has.
   *
   * @param musicClass empty for none
   */
  public void preferMusic(String musicClass) {
    preferred = musicClass;
  }

  /** Ends the music, if there is any. */
  public void stopMusic() {
    if (!music.isEmpty()) {
      music = "";
      news.musicStopped();
    }
  }

  /**
   * Plays a sound or says something, which ends the music.
   *
   * @param how the application or command
   * @param what the sound or the text
   */
  public void hear(String how, String what) {
    stopMusic();
    news.promptPlayed(how, what);
  }

  /** Records what it hears and says. */
  public void record() {
    news.recordingBegun();
  }

  /**
   * The music that it hears.
   *
   * @return its class, or empty if it hears none
   */
  public String music() {
    return music;
  }

  /**
   * Whether the other side of its talk has put it on hold.
   *
   * @return true until it is taken back, or leaves the talk
   */
  public boolean isHeld() {
    return held;
  }

  void hold() {
    held = true;
    startMusic(USUAL_MUSIC);
    news.holdChanged();
  }

  void endHold() {
    if (held) {
      held = false;
      stopMusic();
      news.holdChanged();
    }
  }
}
