package io.ringwright.directory;

import io.ringwright.call.Destination;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.SoundName;
import io.ringwright.directory.CallBackSounds.Phrase;
import io.ringwright.directory.WaitingPolicy.Leaving;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Checks which keys count for callers who wait, and what they do. */
final class KeysInspection {

  private static final int LONGEST_KEY = 4;
  private static final int MOST_KEYS = 50;

  private final NumberBook numbers;
  private final Mistakes mistakes;

  KeysInspection(NumberBook numbers, Mistakes mistakes) {
    this.numbers = numbers;
    this.mistakes = mistakes;
  }

  Leaving leaving(String item, String own, WaitingPolicyBuilder waiting) {
    KeysBuilder given = waiting.keys;
    Set<String> taken = new HashSet<>();
    Map<DirectoryNumber, Destination> keys = new LinkedHashMap<>();
    for (KeysBuilder.Entry entry : given.leaving) {
      Optional<DirectoryNumber> pressed = key(item, entry.key(), "to leave the queue");
      once(item, entry.key(), taken);
      numbers
          .destination(item, own, "key " + Mistakes.quoted(entry.key()), entry.goal())
          .ifPresent(found -> pressed.ifPresent(each -> keys.put(each, found)));
    }
    mistakes.require(
        given.leaving.size() <= MOST_KEYS,
        item,
        given.leaving.size() + " keys are too many",
        "at most " + MOST_KEYS);
    mistakes.withinWholeSeconds(
        Mistakes.Span.DIGITS, item, "digits of a key within", given.digitsWithin);
    return new Leaving(
        keys,
        callBack(item, given, taken),
        waiting.placeKeptFor,
        waiting.byNumber,
        given.digitsWithin,
        confirmation(item, given));
  }

  private void once(String item, String key, Set<String> taken) {
    mistakes.require(
        taken.add(key),
        item,
        "key " + Mistakes.quoted(key) + " is named twice",
        "each key once: only one of its two destinations could be reached");
  }

  private Optional<DirectoryNumber> callBack(String item, KeysBuilder given, Set<String> taken) {
    if (given.callBackKey.isEmpty()) {
      return Optional.empty();
    }
    String purpose = "to be called back";
    mistakes.require(
        !taken.contains(given.callBackKey),
        item,
        "key " + Mistakes.quoted(given.callBackKey) + " " + purpose + " leads elsewhere already",
        "one key for each purpose");
    return key(item, given.callBackKey, purpose);
  }

  private Optional<DirectoryNumber> key(String item, String key, String purpose) {
    Optional<DirectoryNumber> parsed =
        DirectoryNumber.parse(key).filter(k -> key.length() <= LONGEST_KEY);
    mistakes.require(
        parsed.isPresent(),
        item,
        "key " + Mistakes.quoted(key) + " " + purpose + " is not valid",
        "1 to " + LONGEST_KEY + " of 0-9, * and #");
    return parsed;
  }

  private Optional<CallBackSounds> confirmation(String item, KeysBuilder given) {
    Map<Phrase, SoundName> sounds = new EnumMap<>(Phrase.class);
    given.sounds.forEach(
        (phrase, name) ->
            mistakes
                .sound(item, "sound for " + phrase.standard(), name)
                .ifPresent(found -> sounds.put(phrase, found)));
    mistakes.require(
        given.confirmed || sounds.isEmpty(),
        item,
        "sounds for the confirmation of a call back, but no such confirmation",
        "callBackConfirmed, or no sounds");
    return given.confirmed ? Optional.of(new CallBackSounds(sounds)) : Optional.empty();
  }
}
