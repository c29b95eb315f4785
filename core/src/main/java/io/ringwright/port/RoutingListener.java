package io.ringwright.port;

import io.ringwright.availability.Attendance;
import io.ringwright.call.CallId;
import io.ringwright.call.CallOutcome;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.InboundCall;
import io.ringwright.call.RoutingAnswer;
import java.time.Duration;

/**
 * Hears what happened, for call records, metrics and wallboards. Every method does nothing unless
 * overridden: no decision depends on a listener.
 *
 * <p>Thread safety: called by many threads, outside the engine's lock, in the order of the events.
 * A listener that throws is ignored; one that blocks delays the effects of later events.
 */
public interface RoutingListener {

  /** Hears nothing. */
  RoutingListener SILENT = new RoutingListener() {};

  /**
   * A call reached the engine.
   *
   * @param call the call
   */
  default void callArrived(InboundCall call) {}

  /**
   * A decision was made, on arrival or later.
   *
   * @param answer the decision and why
   */
  default void decided(RoutingAnswer answer) {}

  /**
   * A waiting caller is on the way to a phone.
   *
   * @param answer the decision and why
   */
  default void delivering(RoutingAnswer answer) {}

  /**
   * Somebody answered.
   *
   * @param call the call
   * @param extension who
   * @param waited from arrival to answer
   */
  default void answered(CallId call, DirectoryNumber extension, Duration waited) {}

  /**
   * A call ended for the engine.
   *
   * @param call the call
   * @param outcome how
   * @param waited from arrival to this end, or to the answer
   */
  default void ended(CallId call, CallOutcome outcome, Duration waited) {}

  /**
   * Somebody logged in or out, paused or resumed, or was paused by the engine.
   *
   * @param extension whose number
   * @param attendance what holds from now on
   */
  default void attendanceChanged(DirectoryNumber extension, Attendance attendance) {}

  /**
   * Something was said that changed nothing: it came twice, too late, or about a call, phone or key
   * that does not exist.
   *
   * @param event what kind of thing was said, in a word
   * @param why why it changed nothing
   */
  default void ignored(String event, String why) {}

  /**
   * A port failed where it must not; the engine went on from memory.
   *
   * @param what what was tried
   * @param failure what happened
   */
  default void failed(String what, RuntimeException failure) {}
}
