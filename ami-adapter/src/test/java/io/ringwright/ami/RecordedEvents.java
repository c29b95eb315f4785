package io.ringwright.ami;

import io.ringwright.SwitchEvents;
import io.ringwright.availability.DeviceReport;
import io.ringwright.call.CallId;
import io.ringwright.call.Device;
import io.ringwright.call.PbxId;
import io.ringwright.port.PbxSnapshot;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Writes down what the engine would hear. */
final class RecordedEvents implements SwitchEvents {

  private final List<String> lines = new CopyOnWriteArrayList<>();
  private final List<PbxSnapshot> snapshots = new CopyOnWriteArrayList<>();

  @Override
  public void pbxConnected(PbxSnapshot snapshot) {
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
  public void callAnswered(CallId call, Device device) {
    lines.add(call + " answered by " + device);
  }

  @Override
  public void callEnded(CallId call) {
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
