package io.ringwright.fakeasterisk.switchboard;

import io.ringwright.fakeasterisk.timeline.Timeline;

/** The names and numbers that a switch gives, each once. Belongs to the timeline's thread. */
final class Numbers {

  private final Timeline timeline;
  private final String systemName;
  private int channels;
  private int localChannels;
  private int uniqueIds;
  private long bridges;

  Numbers(Timeline timeline, String systemName) {
    this.timeline = timeline;
    this.systemName = systemName;
  }

  String channel(String device) {
    return "%s-%08x".formatted(device, channels++);
  }

  /** What both ends of a Local channel begin with. */
  String local(String device) {
    return "%s-%08x".formatted(device, localChannels++);
  }

  String uniqueId() {
    String prefix = systemName.isEmpty() ? "" : systemName + "-";
    return prefix + timeline.instant().getEpochSecond() + "." + uniqueIds++;
  }

  String bridge() {
    return "00000000-0000-4000-8000-%012x".formatted(++bridges);
  }
}
