package io.ringwright;

import io.ringwright.directory.Strategy;
import io.ringwright.directory.text.PhoneListText;
import io.ringwright.directory.text.PhoneListTextException;
import io.ringwright.engine.image.EngineImage;
import io.ringwright.engine.state.EngineState;
import io.ringwright.event.EventFormatException;
import io.ringwright.event.JournalEntry;
import io.ringwright.event.PhoneLists;
import io.ringwright.journal.JournalException;
import io.ringwright.recording.EventText;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads entries and phone lists that a journal kept.
 *
 * @param strategies the host's own strategies, by name
 */
record KeptPhoneLists(Map<String, Strategy> strategies) {

  private static final String OTHER_VERSION =
      "Start the version of Ringwright that wrote it, or restore the journal from a backup.";

  /** Copies the strategies. */
  KeptPhoneLists {
    strategies = Map.copyOf(strategies);
  }

  /** The lists that a journal kept as text. */
  PhoneLists among(Function<String, Optional<String>> kept) {
    return sha256 -> {
      String text =
          kept.apply(sha256)
              .orElseThrow(
                  () ->
                      new EventFormatException(
                          "the phone list with sha256 "
                              + sha256
                              + " is not in the journal.\nRestore the journal from a backup"));
      try {
        return PhoneListText.kept(text, sha256).read(strategies);
      } catch (PhoneListTextException unreadable) {
        throw new EventFormatException(String.valueOf(unreadable.getMessage()));
      }
    };
  }

  /** The state that an image describes which a journal kept. */
  EngineState image(long sequence, String text, Function<String, Optional<String>> kept) {
    try {
      return EngineImage.read(text, among(kept));
    } catch (EventFormatException malformed) {
      throw unreadable("the image after entry " + sequence, malformed);
    }
  }

  /** An entry that a journal kept. */
  JournalEntry entry(long sequence, String text, Function<String, Optional<String>> kept) {
    try {
      if (EventText.parse(text, among(kept)) instanceof EventText.Happened happened) {
        return happened.entry();
      }
    } catch (EventFormatException malformed) {
      throw unreadable("entry " + sequence, malformed);
    }
    throw new JournalException(
        "entry " + sequence + " is no event: '" + text + "'\nRestore the journal from a backup.");
  }

  private static JournalException unreadable(String what, EventFormatException malformed) {
    String why = String.valueOf(malformed.getMessage());
    String remedy = why.contains("\n") ? "" : "\n" + OTHER_VERSION;
    return new JournalException(what + " cannot be read: " + why + remedy, malformed);
  }
}
