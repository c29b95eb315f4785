package io.ringwright.directory;

import io.ringwright.call.Destination;
import io.ringwright.directory.Condition.Circumstances;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The call forwardings of one extension: unconditional, on busy, on no reply, on not reachable,
 * each with any number of entries of which the first whose condition holds applies.
 *
 * <p>Source: 3GPP TS 22.082 for the four services.
 *
 * <p>Thread safety: immutable.
 *
 * @param entries by kind; a kind without entries is off
 */
public record CallForwarding(Map<Kind, List<Entry>> entries) {

  /** All four off. */
  public static final CallForwarding OFF = new CallForwarding(Map.of());

  /** Copies the entries. */
  public CallForwarding {
    Map<Kind, List<Entry>> copy = new EnumMap<>(Kind.class);
    entries.forEach((kind, list) -> copy.put(kind, List.copyOf(list)));
    entries = Map.copyOf(copy);
  }

  /** The four services. */
  public enum Kind {
    /** Every call. */
    UNCONDITIONAL("unconditional"),
    /** Calls that find the extension engaged, or refused as busy. */
    ON_BUSY("on busy"),
    /** Calls that nobody answered within the ring time. */
    ON_NO_REPLY("on no reply"),
    /** Calls that could not reach the device. */
    ON_NOT_REACHABLE("on not reachable");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    /**
     * The kind in words.
     *
     * @return lower-case words, without "forwarding"
     */
    public String words() {
      return words;
    }
  }

  /**
   * One forwarding.
   *
   * @param to where it leads
   * @param when when it applies
   */
  public record Entry(Destination to, Condition when) {}

  /**
   * Whether a service is off altogether.
   *
   * @param kind which service
   * @return true if it has no entry
   */
  public boolean isOff(Kind kind) {
    return !entries.containsKey(kind);
  }

  /**
   * The forwarding that applies.
   *
   * @param kind which service
   * @param circumstances of the call, now
   * @return the first entry whose condition holds, or empty
   */
  public Optional<Entry> applying(Kind kind, Circumstances circumstances) {
    for (Entry entry : entries.getOrDefault(kind, List.of())) {
      if (entry.when().holds(circumstances)) {
        return Optional.of(entry);
      }
    }
    return Optional.empty();
  }
}
