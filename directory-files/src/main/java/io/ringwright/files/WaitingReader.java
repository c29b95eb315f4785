package io.ringwright.files;

import io.ringwright.call.DialplanExtension;
import io.ringwright.directory.CallBackSounds;
import io.ringwright.directory.ExtensionBuilder;
import io.ringwright.directory.HuntGroupBuilder;
import io.ringwright.directory.KeysBuilder;
import java.time.Duration;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Reads how calls may wait, which extensions and hunt groups have in common. */
final class WaitingReader {

  private final Goals goals;

  /** Where the settings of an extension or a hunt group go. */
  record Taker(
      Consumer<Integer> queueLimit,
      Consumer<Duration> longestWait,
      Consumer<String> overflow,
      Consumer<DialplanExtension> overflowToPlace,
      BiConsumer<Duration, Boolean> keepPlace,
      Consumer<Consumer<KeysBuilder>> callersPress) {

    static Taker of(ExtensionBuilder to) {
      return new Taker(
          to::queueLimit,
          to::longestWait,
          to::overflow,
          to::overflow,
          to::keepPlaceFor,
          to::callersPress);
    }

    static Taker of(HuntGroupBuilder to) {
      return new Taker(
          to::queueLimit,
          to::longestWait,
          to::overflow,
          to::overflow,
          to::keepPlaceFor,
          to::callersPress);
    }
  }

  WaitingReader(Goals goals) {
    this.goals = goals;
  }

  void read(Part part, Taker to) {
    part.count("queue-limit", to.queueLimit());
    part.duration("longest-wait", to.longestWait());
    part.at("overflow", at -> goals.read(at, to.overflow(), to.overflowToPlace()));
    part.at("keep-place", at -> keepPlace(at, to));
    part.at("keys", at -> to.callersPress().accept(keys -> keys(at, keys)));
    part.duration(
        "key-digits-within", time -> to.callersPress().accept(keys -> keys.digitsWithin(time)));
    part.at("call-back-sounds", at -> to.callersPress().accept(keys -> sounds(at, keys)));
  }

  /** A time, or a time and by what the caller is known. */
  private static void keepPlace(Spot at, Taker to) {
    if (!at.isTable()) {
      at.duration().ifPresent(time -> to.keepPlace().accept(time, false));
      return;
    }
    Part part = Part.of(at, Shape.KEEP_PLACE);
    boolean byNumber = part.at("by-number").flatMap(Spot::yes).orElse(false);
    part.required("time")
        .flatMap(Spot::duration)
        .ifPresent(time -> to.keepPlace().accept(time, byNumber));
  }

  private void keys(Spot at, KeysBuilder to) {
    boolean callsBack = false;
    for (Spot.Entry entry : at.entries()) {
      String key = entry.key().text().orElse("");
      Spot value = entry.value();
      boolean confirmed = value.is("call-back-confirmed");
      if (!confirmed && !value.is("call-back")) {
        goals.read(value, number -> to.leave(key, number), place -> to.leave(key, place));
      } else if (callsBack) {
        value.problem("a second key asks for a call back", "one such key", "");
      } else if (confirmed) {
        to.callBackConfirmed(key);
      } else {
        to.callBack(key);
      }
      callsBack |= confirmed || value.is("call-back");
    }
  }

  private static void sounds(Spot at, KeysBuilder to) {
    for (Spot.Entry entry : at.entries()) {
      entry
          .key()
          .word(CallBackSounds.Phrase.class)
          .ifPresent(phrase -> entry.value().text().ifPresent(name -> to.sound(phrase, name)));
    }
  }
}
