package io.ringwright.fakeasterisk.switchboard;

/** Tells the listeners of a switch what a channel hears. Belongs to the timeline's thread. */
record AudioNews(LiveChannel channel, LiveChannel.Home home) implements Audio.News {

  @Override
  public void musicStarted(String musicClass) {
    home.tell(listener -> listener.musicStarted(channel, musicClass));
  }

  @Override
  public void musicStopped() {
    home.tell(listener -> listener.musicStopped(channel));
  }

  @Override
  public void promptPlayed(String how, String what) {
    home.tell(listener -> listener.promptPlayed(channel, how, what));
  }

  @Override
  public void recordingBegun() {
    home.tell(listener -> listener.recordingBegun(channel));
  }

  @Override
  public void holdChanged() {
    home.deviceMayHaveChanged(channel);
  }
}
