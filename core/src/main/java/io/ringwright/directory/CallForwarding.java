package io.ringwright.directory;

import io.ringwright.call.Destination;
import io.ringwright.directory.Condition.Circumstances;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The call forwardings of one extension: unconditional, on busy, on no reply, on not reachable,
 * each with any number of entries of which the first whose condition holds applies.
 *
 * <p>Source: 3GPP TS 22.082 for the four services.
 *
 * <p>Thread safety: immutable.
 *
 * @param unconditional for every call; none if it is off, as with the others
 * @param onBusy for calls that find the extension engaged, or refused as busy
 * @param onNoReply for calls that nobody answered within the ring time
 * @param onNotReachable for calls that could not reach the device
 */
public record CallForwarding(
    List<Entry> unconditional,
    List<Entry> onBusy,
    List<Entry> onNoReply,
    List<Entry> onNotReachable) {

  /** All four off. */
  public static final CallForwarding OFF = of(Map.of());

  /** Copies the entries. */
  public CallForwarding {
    unconditional = List.copyOf(unconditional);
    onBusy = List.copyOf(onBusy);
    onNoReply = List.copyOf(onNoReply);
    onNotReachable = List.copyOf(onNotReachable);
  }

  /**
   * The forwardings of an extension.
   *
   * @param entries by kind; a kind that is not there is off
   * @return the forwardings
   */
  public static CallForwarding of(Map<Kind, List<Entry>> entries) {
    return new CallForwarding(
        entries.getOrDefault(Kind.UNCONDITIONAL, List.of()),
        entries.getOrDefault(Kind.ON_BUSY, List.of()),
        entries.getOrDefault(Kind.ON_NO_REPLY, List.of()),
        entries.getOrDefault(Kind.ON_NOT_REACHABLE, List.of()));
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
   * The entries of one kind.
   *
   * @param kind which service
   * @return in the order in which their conditions are asked; none if the service is off
   */
  public List<Entry> entries(Kind kind) {
    return switch (kind) {
      case UNCONDITIONAL -> unconditional;
      case ON_BUSY -> onBusy;
      case ON_NO_REPLY -> onNoReply;
      case ON_NOT_REACHABLE -> onNotReachable;
    };
  }

  /**
   * The entries of all kinds.
   *
   * @return kind by kind
   */
  public Stream<Entry> entries() {
    return Stream.of(Kind.values()).flatMap(kind -> entries(kind).stream());
  }

  /**
   * Whether a service is off altogether.
   *
   * @param kind which service
   * @return true if it has no entry
   */
  public boolean isOff(Kind kind) {
    return entries(kind).isEmpty();
  }

  /**
   * The forwarding that applies.
   *
   * @param kind which service
   * @param circumstances of the call, now
   * @return the first entry whose condition holds, or empty
   */
  public Optional<Entry> applying(Kind kind, Circumstances circumstances) {
    for (Entry entry : entries(kind)) {
      if (entry.when().holds(circumstances)) {
        return Optional.of(entry);
      }
    }
    return Optional.empty();
  }
}
