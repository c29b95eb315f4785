package io.ringwright.files;

import io.ringwright.call.Destination;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.directory.WaitingPolicy;
import io.ringwright.directory.WaitingPolicy.Leaving;
import io.ringwright.files.Tree.Settings;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/** How calls may wait, as a phone file says it. */
final class WaitingTree {

  private WaitingTree() {}

  static void write(WaitingPolicy policy, Settings to) {
    WaitingPolicy usual = WaitingPolicy.DEFAULT;
    Leaving leaving = policy.leaving();
    to.unless(usual.queueLimit(), "queue-limit", policy.queueLimit());
    to.unless(usual.longestWait(), "longest-wait", policy.longestWait(), WaitingTree::time);
    to.optional("overflow", policy.overflow(), WaitingTree::goal);
    if (to.all() || leaving.byNumber() || !leaving.placeKeptFor().isZero()) {
      to.set("keep-place", place(leaving));
    }
    to.part("keys", keys(leaving));
    to.unless(
        usual.leaving().digitsWithin(),
        "key-digits-within",
        leaving.digitsWithin(),
        WaitingTree::time);
    Settings sounds = new Settings(false);
    leaving
        .confirmation()
        .ifPresent(
            given ->
                given
                    .other()
                    .forEach((phrase, name) -> sounds.set(Words.of(phrase), Tree.of(name))));
    to.part("call-back-sounds", sounds);
  }

  private static Tree place(Leaving leaving) {
    Tree time = time(leaving.placeKeptFor());
    return leaving.byNumber() ? Tree.table("time", time, "by-number", "yes") : time;
  }

  private static Settings keys(Leaving leaving) {
    Settings keys = new Settings(false);
    for (Map.Entry<DirectoryNumber, Destination> key : new TreeMap<>(leaving.keys()).entrySet()) {
      keys.set(key.getKey().digits(), goal(key.getValue()));
    }
    String asks = leaving.confirmation().isPresent() ? "call-back-confirmed" : "call-back";
    leaving.callBackKey().ifPresent(key -> keys.set(key.digits(), Tree.of(asks)));
    return keys;
  }

  static Tree time(Duration time) {
    return Tree.of(DurationWords.of(time));
  }

  /** A number, or a place in the dialplan of the host. */
  static Tree goal(Destination to) {
    return to instanceof Destination.ToDialplan dialplan
        ? Tree.table(
            "context", dialplan.place().context(), "extension", dialplan.place().extension())
        : Tree.of(to.digits());
  }
}
