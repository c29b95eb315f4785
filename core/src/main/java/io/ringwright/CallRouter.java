package io.ringwright;

import io.ringwright.availability.DeviceReport;
import io.ringwright.call.CallId;
import io.ringwright.call.Device;
import io.ringwright.call.InboundCall;
import io.ringwright.call.PbxId;
import io.ringwright.call.RememberedCall;
import io.ringwright.call.RingOutcome;
import io.ringwright.call.RoutingAnswer;
import io.ringwright.call.Token;
import io.ringwright.port.PbxSnapshot;
import io.ringwright.waiting.WaitingCall;
import java.time.Instant;
import java.util.List;

/**
 * The one door to the engine: a method for each thing that can happen to a call, in the order of a
 * call's life.
 *
 * <p>Thread safety: may be used by many threads.
 */
public final class CallRouter {

  private CallRouter() {}

  /**
   * A call reached the switch.
   *
   * @param call the call
   * @return what to do with it, and why
   */
  public RoutingAnswer callArrived(InboundCall call) {
    throw new UnsupportedOperationException(call.toString());
  }

  /**
   * Ringing ended.
   *
   * @param call the call, as its channel remembers it
   * @param token the token of the attempt
   * @param outcome how it ended
   * @return what to do next, and why
   */
  public RoutingAnswer ringEnded(RememberedCall call, Token token, RingOutcome outcome) {
    throw new UnsupportedOperationException(call.toString() + token + outcome);
  }

  /**
   * A caller whom the engine had moved arrived at the landing place.
   *
   * @param call the call, as its channel remembers it
   * @param token the token with which it was moved
   * @return ring, or go back to waiting if the token no longer counts
   */
  public RoutingAnswer landed(RememberedCall call, Token token) {
    throw new UnsupportedOperationException(call.toString() + token);
  }

  /**
   * A waiting caller's sign of life.
   *
   * @param call the call, as its channel remembers it
   * @return what to do now, mostly to wait on
   */
  public RoutingAnswer beat(RememberedCall call) {
    throw new UnsupportedOperationException(call.toString());
  }

  /**
   * A phone was answered.
   *
   * @param call the call
   * @param device which phone
   */
  public void answered(CallId call, Device device) {
    throw new UnsupportedOperationException(call.toString() + device);
  }

  /**
   * The caller's channel is gone.
   *
   * @param call the call
   */
  public void callEnded(CallId call) {
    throw new UnsupportedOperationException(call.toString());
  }

  /**
   * The state of a device, or the calls it is in, changed.
   *
   * @param pbx which switch says so
   * @param report the state as it is now
   */
  public void deviceReported(PbxId pbx, DeviceReport report) {
    throw new UnsupportedOperationException(pbx.toString() + report);
  }

  /**
   * There is a link to a switch, and this is all that the switch knows. Also for a reconciliation
   * while the link stands.
   *
   * @param snapshot the truth
   */
  public void pbxConnected(PbxSnapshot snapshot) {
    throw new UnsupportedOperationException(snapshot.toString());
  }

  /**
   * The link to a switch is lost: nothing is delivered there until it is back.
   *
   * @param pbx which switch
   */
  public void pbxDisconnected(PbxId pbx) {
    throw new UnsupportedOperationException(pbx.toString());
  }

  /** The directory has another phone list: callers who wait may be served by it. */
  public void directoryChanged() {
    throw new UnsupportedOperationException();
  }

  /**
   * Does what is due: leases and back-offs that ran out, wrap-ups that are over, waits that are too
   * long.
   *
   * @return when to call again, at the latest
   */
  public Instant runDue() {
    throw new UnsupportedOperationException();
  }

  /**
   * The calls in line.
   *
   * @return first to last, an unchanging copy
   */
  public List<WaitingCall> waitingCalls() {
    throw new UnsupportedOperationException();
  }

  /**
   * What would happen to a call now, without any effect.
   *
   * @param call the call
   * @return the decision it would get, and why
   */
  public RoutingAnswer explain(InboundCall call) {
    throw new UnsupportedOperationException(call.toString());
  }
}
