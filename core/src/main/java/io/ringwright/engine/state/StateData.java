package io.ringwright.engine.state;

import io.ringwright.call.CallId;
import io.ringwright.call.Device;
import io.ringwright.call.PbxId;
import io.ringwright.call.RoutingDecision;
import io.ringwright.directory.HostAnswers;
import io.ringwright.directory.PhoneList;
import io.ringwright.estimate.WaitEstimator;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An {@link EngineState} as plain data: two states are equal exactly if this is. All lists are
 * sorted, or in an order that is itself part of what the engine knows.
 *
 * <p>Thread safety: immutable.
 *
 * @param counters instants and counters
 * @param phoneList who can be called
 * @param calls the calls that are not over, by ticket
 * @param ended calls that ended of late, in the order in which they did
 * @param withdrawn calls that the host took out, in the order in which it did
 * @param devices what is known of devices, by name
 * @param extensions attendance and workload
 * @param history what hunt groups remember, and the seed of all chance
 * @param keptPlaces places kept for callers who come back
 * @param limitedUses what was used of late that is limited
 * @param expectedWaits what the estimates rest on
 * @param timers what is to be looked at, besides what stands with each call
 * @param links which switches are linked, or awaited
 * @param hostAnswers what the host's predicates said
 * @param ignored how many events changed nothing, by kind
 * @param openings what is still to be matched
 * @param replacements queues whose calls are placed anew, and how far that has come
 * @param snapshots snapshots with which the state is not compared to the end, by switch
 */
public record StateData(
    Counters counters,
    PhoneList phoneList,
    List<CallData> calls,
    List<Ended> ended,
    List<CallId> withdrawn,
    List<DeviceTable.DeviceData> devices,
    ExtensionStates.Data extensions,
    HuntHistory.Data history,
    KeptPlaces.Data keptPlaces,
    LimitedUses.Data limitedUses,
    WaitEstimator.Data expectedWaits,
    TimerData timers,
    Map<PbxId, Links.Link> links,
    HostAnswers hostAnswers,
    Map<String, Long> ignored,
    Openings.Data openings,
    Replacements.Data replacements,
    List<OpenSnapshot.Data> snapshots) {

  /** The same with these calls, devices, extensions and observations of queues. */
  StateData with(
      List<CallData> theCalls,
      List<DeviceTable.DeviceData> theDevices,
      ExtensionStates.Data theExtensions,
      WaitEstimator.Data observed) {
    return new StateData(
        counters,
        phoneList,
        theCalls,
        ended,
        withdrawn,
        theDevices,
        theExtensions,
        history,
        keptPlaces,
        limitedUses,
        observed,
        timers,
        links,
        hostAnswers,
        ignored,
        openings,
        replacements,
        snapshots);
  }

  /**
   * Instants and counters.
   *
   * @param now the instant of the last event, on the engine's time
   * @param wallClock the same on the wall clock
   * @param lastToken the token that was drawn last
   * @param nextTicket the ticket that is drawn next
   * @param phoneListVersion the version of the phone list
   * @param setBack by how much the clock had been set back when calls were found again that an
   *     engine before had taken in; empty if it was not
   */
  public record Counters(
      Instant now,
      Instant wallClock,
      long lastToken,
      long nextTicket,
      long phoneListVersion,
      Optional<Duration> setBack) {}

  /**
   * A call that is over.
   *
   * @param call which
   * @param at when it ended
   * @param parting what its last question is told if it comes again, if it asked any
   */
  public record Ended(CallId call, Instant at, Optional<Parting> parting) {}

  /**
   * What is said to the last question of a call that is over.
   *
   * @param question the number of the question, counted by its channel
   * @param decision what was said to it if it ended the call; to wait on otherwise
   */
  public record Parting(int question, RoutingDecision decision) {}

  /**
   * What is to be looked at, besides what stands with each call.
   *
   * @param overdue calls that must be looked at now, by ticket
   * @param wrapUps when wrap-ups end that are not over
   * @param nextHours when opening hours are looked at next, on the wall clock
   */
  public record TimerData(List<CallId> overdue, Map<Device, Instant> wrapUps, Instant nextHours) {}
}
