package io.ringwright.directory;

import static java.util.Objects.requireNonNull;

import io.ringwright.call.DialplanExtension;
import io.ringwright.directory.CallBackSounds.Phrase;
import io.ringwright.directory.WaitingPolicy.Leaving;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Describes which keys count for callers who wait, and what they do; what it holds is checked when
 * the {@link PhoneListBuilder} builds. A key is 1 to 4 of {@code 0-9 * #}. It counts at once,
 * unless a longer one begins with it: then it counts when no other digit has followed in time. By
 * default no key counts.
 *
 * <p>Thread safety: for one thread.
 */
public final class KeysBuilder {

  private final String item;
  final List<Entry> leaving = new ArrayList<>();
  final Map<Phrase, String> sounds = new EnumMap<>(Phrase.class);
  String callBackKey = "";
  boolean confirmed;
  Duration digitsWithin = Leaving.DEFAULT.digitsWithin();

  record Entry(String key, Goal goal) {}

  KeysBuilder(String item) {
    this.item = item;
  }

  /**
   * Lets a waiting caller leave the queue by pressing a key. Several keys may be named.
   *
   * @param key 1 to 4 of {@code 0-9 * #}
   * @param to where the caller goes then: an extension, a hunt group, or an allowed external number
   * @return this
   */
  public KeysBuilder leave(String key, String to) {
    leaving.add(new Entry(given("leave", key), new Goal.ToNumber(given("leave", to))));
    return this;
  }

  /**
   * Lets a waiting caller leave the queue by pressing a key, for a place in the dialplan of the
   * host. For the engine the call is over then.
   *
   * @param key 1 to 4 of {@code 0-9 * #}
   * @param to where the caller goes then
   * @return this
   */
  public KeysBuilder leave(String key, DialplanExtension to) {
    leaving.add(new Entry(given("leave", key), new Goal.ToPlace(given("leave", to))));
    return this;
  }

  /**
   * Lets a waiting caller ask, by pressing a key, to be called back at the number from which the
   * call came when the turn comes; the place is kept.
   *
   * @param key 1 to 4 of {@code 0-9 * #}
   * @return this
   */
  public KeysBuilder callBack(String key) {
    callBackKey = given("callBack", key);
    confirmed = false;
    return this;
  }

  /**
   * The same, but the caller hears the number first, digit by digit, and confirms it with 1, enters
   * another one after 2, or waits on. Whoever has no number that may be called back is asked for
   * one. Meanwhile the place is kept, and a phone that becomes free has the caller at once.
   *
   * @param key 1 to 4 of {@code 0-9 * #}
   * @return this
   */
  public KeysBuilder callBackConfirmed(String key) {
    callBackKey = given("callBackConfirmed", key);
    confirmed = true;
    return this;
  }

  /**
   * Puts another sound in the place of a standard one, in what callers are asked before a call
   * back.
   *
   * @param phrase what it says
   * @param name a sound of the switch
   * @return this
   */
  public KeysBuilder sound(Phrase phrase, String name) {
    sounds.put(given("sound", phrase), given("sound", name));
    return this;
  }

  /**
   * For how long the next digit of a key is waited for. Default 3 s.
   *
   * @param time whole seconds, 1 s to 10 s
   * @return this
   */
  public KeysBuilder digitsWithin(Duration time) {
    digitsWithin = given("digitsWithin", time);
    return this;
  }

  private <T> T given(String setting, T value) {
    return requireNonNull(
        value, () -> item + ": callersPress, " + setting + " is null: expected a value");
  }
}
