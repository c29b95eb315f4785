package io.ringwright.ami;

import io.ringwright.SwitchEvents;
import io.ringwright.availability.DeviceReport;
import io.ringwright.call.CallId;
import io.ringwright.call.Channel;
import io.ringwright.call.Device;
import io.ringwright.call.HangUpSide;
import io.ringwright.call.PbxId;
import io.ringwright.call.TalkingPhone;
import io.ringwright.port.PbxSnapshot;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** Writes down what the engine would hear. */
final class RecordedEvents implements SwitchEvents {

  private final List<String> lines = new CopyOnWriteArrayList<>();
  private final List<String> expected = new CopyOnWriteArrayList<>();
  private final List<PbxSnapshot> snapshots = new CopyOnWriteArrayList<>();
  private final AtomicInteger failures = new AtomicInteger();
  private volatile boolean hints;
  private volatile InstantSource time = InstantSource.system();

  @Override
  public Instant engineTime() {
    return time.instant();
  }

  /** From now on it is this time in the engine. */
  void itIs(Instant now) {
    time = () -> now;
  }

  /** From now on hints are watched. */
  void watchHints() {
    hints = true;
  }

  @Override
  public boolean watchesHints() {
    return hints;
  }

  @Override
  public void pbxExpected(PbxId pbx) {
    expected.add("expected after " + lines.size() + " events");
  }

  /** After how many events a snapshot was announced. */
  List<String> expected() {
    return List.copyOf(expected);
  }

  /** The next snapshots are refused. */
  void failAtSnapshots(int many) {
    failures.set(many);
  }

  @Override
  public void pbxConnected(PbxSnapshot snapshot) {
    if (failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
      throw new IllegalStateException("a rule of the engine is broken");
    }
    snapshots.add(snapshot);
    lines.add("connected");
  }

  @Override
  public void pbxDisconnected(PbxId pbx) {
    lines.add("disconnected");
  }

  @Override
  public void deviceReported(PbxId pbx, DeviceReport report) {
    lines.add(report.device() + " " + report.state() + " " + report.calls());
  }

  @Override
  public void callAnswered(CallId call, TalkingPhone phone) {
    lines.add(call + " answered by " + names(phone));
  }

  @Override
  public void callHandedOver(CallId call, TalkingPhone phone) {
    lines.add(call + " handed over to " + names(phone));
  }

  @Override
  public void callTakenOver(CallId call, Channel channel, CallId by) {
    lines.add(call + " taken over by " + by + " on " + channel.name());
  }

  @Override
  public void callFellBack(CallId call) {
    lines.add(call + " fell back");
  }

  private static String names(TalkingPhone phone) {
    return phone.names().stream().map(Device::name).collect(Collectors.joining(" "));
  }

  @Override
  public void callEnded(CallId call, HangUpSide by) {
    lines.add(call + " ended");
  }

  List<String> lines() {
    return List.copyOf(lines);
  }

  List<PbxSnapshot> snapshots() {
    return List.copyOf(snapshots);
  }

  PbxSnapshot lastSnapshot() {
    return snapshots.get(snapshots.size() - 1);
  }
}
