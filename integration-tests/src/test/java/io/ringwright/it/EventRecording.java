package io.ringwright.it;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import io.ringwright.fakeasterisk.PbxUnderTest.AmiLogin;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Writes down what an application with Ringwright's rights sees over AMI: an event a line, with the
 * headers that say which channel, bridge or device is meant and what became of it, and before it,
 * as a comment, what somebody did.
 *
 * <p>Thread safety: may be used by many threads.
 */
final class EventRecording implements AutoCloseable {

  private static final Set<String> EVENTS =
      Set.of(
          "Newchannel",
          "Newstate",
          "Rename",
          "DialBegin",
          "DialState",
          "DialEnd",
          "BridgeCreate",
          "BridgeEnter",
          "BridgeLeave",
          "BridgeMerge",
          "BridgeDestroy",
          "Hangup",
          "Hold",
          "Unhold",
          "MusicOnHoldStart",
          "MusicOnHoldStop",
          "BlindTransfer",
          "AttendedTransfer",
          "Pickup",
          "LocalBridge",
          "LocalOptimizationBegin",
          "LocalOptimizationEnd",
          "ParkedCall",
          "UnParkedCall",
          "ParkedCallTimeOut",
          "ParkedCallGiveUp",
          "DeviceStateChange");

  private static final Pattern HEADERS =
      Pattern.compile(
          ".*(Channel|ChannelState|Uniqueid|Linkedid)|UniqueID|LinkedID|Newname|Oldname|Exten"
              + "|Extension|DialStatus|DialString|BridgeNumChannels|Result|IsExternal|DestType"
              + "|DestApp|ParkingSpace|Cause|Device|State");

  private static final Duration QUIET = Duration.ofMillis(400);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(4);

  private final AmiObserver session;

  @GuardedBy("this")
  private final StableNames names = new StableNames();

  @GuardedBy("this")
  private final List<String> lines = new ArrayList<>();

  @GuardedBy("this")
  private final Set<String> devices = new TreeSet<>();

  @GuardedBy("this")
  private long last = System.nanoTime();

  private EventRecording(AmiLogin login) throws IOException {
    session = AmiObserver.connect(login, this::take);
  }

  static EventRecording begin(AmiLogin login) {
    try {
      return new EventRecording(login);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits until nothing is said for a while, then writes what somebody does next. */
  void step(String what) {
    settle();
    synchronized (this) {
      lines.add("# " + what);
      last = System.nanoTime();
    }
  }

  /** What an application, or a supervisor's panel, orders. */
  void order(String action, Map<String, String> headers) {
    session.ask(action, headers);
  }

  /** The real name of the last channel of a device that appeared. */
  synchronized String channelOf(String device) {
    return devices.stream()
        .filter(channel -> channel.startsWith(device + "-"))
        .reduce((first, second) -> second)
        .orElseThrow(() -> new IllegalStateException("no channel of " + device + " appeared"));
  }

  /** Writes the file, over the one of before. */
  void write(Path file, String title, String version) {
    settle();
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, "# " + title + "\n# Asterisk " + version + "\n" + text());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What was written so far, when nothing is said any more. */
  List<String> lines() {
    settle();
    synchronized (this) {
      return List.copyOf(lines);
    }
  }

  @Override
  public void close() {
    session.close();
  }

  private synchronized String text() {
    return lines.stream().map(line -> line + "\n").collect(Collectors.joining());
  }

  private synchronized void take(AmiMessage event) {
    if (!EVENTS.contains(event.get("Event"))) {
      return;
    }
    if (event.get("Event").equals("Newchannel")) {
      devices.add(event.get("Channel"));
    }
    last = System.nanoTime();
    String text =
        event.get("Event")
            + event.headers().entrySet().stream()
                .filter(header -> HEADERS.matcher(header.getKey()).matches())
                .filter(header -> !header.getValue().isEmpty())
                .map(header -> " | " + header.getKey() + ": " + header.getValue())
                .collect(Collectors.joining());
    lines.add(names.stable(text));
  }

  private void settle() {
    long deadline = System.nanoTime() + LONGEST_WAIT.toNanos();
    while (sinceLast() < QUIET.toNanos() && System.nanoTime() < deadline) {
      LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
    }
  }

  private synchronized long sinceLast() {
    return System.nanoTime() - last;
  }
}
