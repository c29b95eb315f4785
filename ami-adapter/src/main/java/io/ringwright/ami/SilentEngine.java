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
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/**
 * In the place of an engine where only the installation is checked: nothing follows from what is
 * told, and nobody is moved.
 *
 * <p>Thread safety: may be used by many threads.
 */
class SilentEngine implements SwitchEvents {

  private final InstantSource clock;

  SilentEngine(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public Instant engineTime() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  @Override
  public void pbxExpected(PbxId pbx) {}

  @Override
  public void pbxConnected(PbxSnapshot snapshot) {}

  @Override
  public void pbxDisconnected(PbxId pbx) {}

  @Override
  public void deviceReported(PbxId pbx, DeviceReport report) {}

  @Override
  public void callAnswered(CallId call, TalkingPhone phone) {}

  @Override
  public void callHandedOver(CallId call, TalkingPhone phone) {}

  @Override
  public void callTakenOver(CallId call, Channel channel, CallId by) {}

  @Override
  public void callFellBack(CallId call) {}

  @Override
  public void callEnded(CallId call, HangUpSide by) {}
}
