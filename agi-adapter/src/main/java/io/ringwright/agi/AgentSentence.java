package io.ringwright.agi;

import io.ringwright.agi.AgentSounds.Part;
import io.ringwright.availability.Attendance;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.SoundName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What an agent hears, sound by sound.
 *
 * <p>Thread safety: for one thread.
 */
final class AgentSentence {

  /** An AGI command holds no more than some 2000 bytes. */
  private static final int LONGEST = 1000;

  private final AgentSounds sounds;
  private final List<String> words = new ArrayList<>();
  private int length;

  AgentSentence(AgentSounds sounds) {
    this.sounds = sounds;
  }

  AgentSentence say(Part part) {
    return add(sounds.of(part));
  }

  /** Logged in, logged out, or paused and why. */
  AgentSentence say(Attendance attendance, AgentPhones settings) {
    if (!attendance.loggedIn()) {
      return say(Part.LOGGED_OUT);
    }
    if (attendance.pausedFor().isEmpty()) {
      return say(Part.LOGGED_IN);
    }
    return say(Part.PAUSED).add(attendance.pausedFor().flatMap(settings::soundOf));
  }

  AgentSentence add(Optional<SoundName> sound) {
    sound.ifPresent(known -> add(known.name()));
    return this;
  }

  /** A number, digit by digit. */
  AgentSentence digits(DirectoryNumber number) {
    add("*" + number.digits());
    return this;
  }

  private void add(String word) {
    length += word.length() + 1;
    if (length <= LONGEST) {
      words.add(word);
    }
  }

  /** For the dialplan: words joined by {@code &}, those of digits behind a star. */
  String text() {
    return String.join("&", words);
  }
}
