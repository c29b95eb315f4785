package io.ringwright.directory.text;

import io.ringwright.call.Destination;
import io.ringwright.call.DialplanExtension;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.directory.CallBackSounds;
import io.ringwright.directory.CallBackSounds.Phrase;
import io.ringwright.directory.KeysBuilder;
import io.ringwright.directory.WaitingPolicy.Leaving;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Which keys count for callers who wait, as lines of a phone list, and where settings lead. The key
 * of a call back stands in the line of the item.
 */
final class KeysText {

  private static final String PLACE = "dialplan:";

  private KeysText() {}

  /** A number, or a place in the dialplan of the host. */
  static String goal(Destination to) {
    return to instanceof Destination.ToDialplan ? PLACE + to.digits() : to.digits();
  }

  /** Tells it to the one of two settings that takes it. */
  static void read(String goal, Consumer<String> number, Consumer<DialplanExtension> place) {
    if (goal.startsWith(PLACE)) {
      place.accept(DialplanExtension.of(goal.substring(PLACE.length())));
    } else {
      number.accept(goal);
    }
  }

  static void write(Leaving leaving, Consumer<String> lines) {
    for (Map.Entry<DirectoryNumber, Destination> key : new TreeMap<>(leaving.keys()).entrySet()) {
      lines.accept("leave-key " + key.getKey().digits() + " to=" + goal(key.getValue()));
    }
    if (!leaving.digitsWithin().equals(Leaving.DEFAULT.digitsWithin())) {
      lines.accept("keys digits-within=" + leaving.digitsWithin());
    }
    leaving.confirmation().ifPresent(sounds -> confirmation(leaving, sounds, lines));
  }

  private static void confirmation(Leaving leaving, CallBackSounds sounds, Consumer<String> lines) {
    leaving.callBackKey().ifPresent(key -> lines.accept("keys confirmed=" + key));
    sounds
        .other()
        .forEach(
            (phrase, sound) ->
                lines.accept("keys sound=" + FieldWords.word(phrase) + " is=" + sound));
  }

  /** Reads what follows the word leave-key. */
  static void leaveKey(KeysBuilder to, LineScanner line) {
    String key = line.word("a key");
    String goal = line.field("to");
    line.read(
        "to",
        goal,
        text -> {
          read(text, number -> to.leave(key, number), place -> to.leave(key, place));
          return text;
        },
        "a number, or dialplan: and context,extension");
  }

  /** Reads what follows the word keys. */
  static void keys(KeysBuilder to, LineScanner line) {
    if (line.startsWith("digits-within=")) {
      to.digitsWithin(line.duration("digits-within"));
    } else if (line.startsWith("confirmed=")) {
      to.callBackConfirmed(line.field("confirmed"));
    } else {
      Phrase phrase = line.constant("sound", Phrase.class);
      to.sound(phrase, line.field("is"));
    }
  }
}
