package io.ringwright.ami;

import io.ringwright.SwitchEvents;
import io.ringwright.availability.DeviceReport;
import io.ringwright.call.CallId;
import io.ringwright.call.Channel;
import io.ringwright.call.HangUpSide;
import io.ringwright.call.PbxId;
import io.ringwright.call.TalkingPhone;
import io.ringwright.port.PbxSnapshot;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An engine that fails when it is told to: once, and writes down everything else. */
final class FailingEvents implements SwitchEvents {

  private final RecordedEvents heard = new RecordedEvents();
  private String at = "";
  private @Nullable Throwable failure;
  private volatile boolean failed;

  /** The next time that it is told this, it fails. */
  synchronized void failAt(String what, Throwable how) {
    at = what;
    failure = how;
  }

  private synchronized void told(String what) {
    Throwable now = failure;
    if (now != null && at.equals(what)) {
      failure = null;
      failed = true;
      FailingEvents.<RuntimeException>raise(now);
    }
  }

  @SuppressWarnings("unchecked")
  static <E extends Throwable> void raise(Throwable failure) throws E {
    throw (E) failure;
  }

  boolean hasFailed() {
    return failed;
  }

  List<String> lines() {
    return heard.lines();
  }

  int snapshots() {
    return heard.snapshots().size();
  }

  @Override
  public Instant engineTime() {
    return heard.engineTime();
  }

  @Override
  public void pbxExpected(PbxId pbx) {
    heard.pbxExpected(pbx);
  }

  @Override
  public void pbxConnected(PbxSnapshot snapshot) {
    told("connected");
    heard.pbxConnected(snapshot);
  }

  @Override
  public void pbxDisconnected(PbxId pbx) {
    told("disconnected");
    heard.pbxDisconnected(pbx);
  }

  @Override
  public void deviceReported(PbxId pbx, DeviceReport report) {
    told("device");
    heard.deviceReported(pbx, report);
  }

  @Override
  public void callAnswered(CallId call, TalkingPhone phone) {
    heard.callAnswered(call, phone);
  }

  @Override
  public void callHandedOver(CallId call, TalkingPhone phone) {
    heard.callHandedOver(call, phone);
  }

  @Override
  public void callTakenOver(CallId call, Channel channel, CallId by) {
    heard.callTakenOver(call, channel, by);
  }

  @Override
  public void callFellBack(CallId call) {
    heard.callFellBack(call);
  }

  @Override
  public void callEnded(CallId call, HangUpSide by) {
    heard.callEnded(call, by);
  }
}
