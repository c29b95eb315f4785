package io.ringwright.replay;

import io.ringwright.directory.PhoneList;
import io.ringwright.event.EventFormatException;
import io.ringwright.event.PhoneLists;
import io.ringwright.recording.EventFileReader;
import io.ringwright.recording.EventText;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Applies the events of a recording to a new engine, without any effect, and compares its decisions
 * with the recorded ones. It can also say what another phone list would have decided.
 *
 * <pre>{@code
 * ReplayReport report = EventReplay.with(phones).comparedWith(others).replay(file);
 * System.out.println(report);
 * }</pre>
 *
 * <p>The recording contains what phones, switches and host predicates answered. It names each phone
 * list by its hash and does not contain it: the replay must be given every list that was in force,
 * with the host's own strategies.
 *
 * <p>Thread safety: immutable, if the supplier of phone lists is; each replay has an engine of its
 * own.
 *
 * @see io.ringwright.recording.EventFile
 */
public final class EventReplay {

  private final PhoneLists lists;
  private final Optional<PhoneList> others;

  private EventReplay(PhoneLists lists, Optional<PhoneList> others) {
    this.lists = lists;
    this.others = others;
  }

  /**
   * A replay of an engine.
   *
   * @param phones every phone list that was in force while it was recorded, in any order: the
   *     recording names each by its hash
   * @return the replay
   */
  public static EventReplay with(PhoneList... phones) {
    return new EventReplay(PhoneLists.of(List.of(phones)), Optional.empty());
  }

  /**
   * This replay, asking what another phone list would have decided about every call that arrived,
   * and every waiting call that was sent to a phone. All else is as it was: each question is asked
   * at the state to which the recorded decisions led.
   *
   * @param phones the other list
   * @return a copy
   */
  public EventReplay comparedWith(PhoneList phones) {
    return new EventReplay(lists, Optional.of(phones));
  }

  /**
   * Replays a recording.
   *
   * @param recording the file that an {@link io.ringwright.recording.EventFile} wrote
   * @return what came of it
   * @throws java.io.UncheckedIOException if the file cannot be read
   * @throws EventFormatException if it is no recording of this version, or a line is malformed
   */
  public ReplayReport replay(Path recording) {
    try (EventFileReader reader = EventFileReader.open(recording, lists)) {
      ReplayRun run = new ReplayRun(others);
      Optional<EventText> line = reader.next();
      while (line.isPresent()) {
        run.take(reader.lineNumber(), line.get());
        line = reader.next();
      }
      return run.end();
    }
  }
}
