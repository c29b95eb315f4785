package io.ringwright.faults;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** What happened last, in order, in words; and a hash over all that happened. */
final class Story {

  static int LONGEST = 120;

  private final VirtualTimeline timeline;
  private final Deque<String> lines = new ArrayDeque<>();
  private long events;
  private long hash = 1;

  Story(VirtualTimeline timeline) {
    this.timeline = timeline;
  }

  /** One more event. */
  void tell(String what) {
    Duration since = Duration.ofNanos(timeline.nanoTime());
    String line = "%4d.%03d  %s".formatted(since.toSeconds(), since.toMillisPart(), what);
    events++;
    hash = 31 * hash + line.hashCode();
    lines.add(line);
    if (lines.size() > LONGEST) {
      lines.remove();
    }
  }

  /** How many events there were. */
  long events() {
    return events;
  }

  /** Equal for runs in which the same happened. */
  long hash() {
    return hash;
  }

  /** The last events. */
  List<String> last() {
    return List.copyOf(lines);
  }
}
