package io.ringwright.micrometer;

import io.micrometer.core.instrument.MeterRegistry;
import io.ringwright.CallEvents;
import io.ringwright.CallRouter;
import io.ringwright.journal.Journal;
import io.ringwright.port.RoutingListener;
import java.util.function.LongSupplier;

/**
 * The meters of a router: a listener that counts and measures what it is told, and gauges that read
 * the router.
 *
 * <pre>{@code
 * RoutingMeters meters = RoutingMeters.builder(registry).answeredWithin(ofSeconds(20)).build();
 * CallRouter router =
 *     CallRouter.builder(directory, telephony)
 *         .journal(meters.timing(journal))
 *         .listener(meters.listener())
 *         .build();
 * meters.watch(router);
 * }</pre>
 *
 * <p>The gauges read the router at most once a second, and only when the registry asks for them.
 * Tags have few values: the number of a hunt group, the name of a switch, constants. No number,
 * name or identity of a caller becomes one, and of groups and switches only so many have a value of
 * their own: see {@link RoutingMetersBuilder#mostGroups}. A call for an extension, or for a number
 * that nobody has, is in the group {@code none}. Of a call that was there before this process was
 * started the group is known when it begins to wait anew; until then it is in {@code none} too.
 *
 * <p>Thread safety: may be used by many threads.
 */
public final class RoutingMeters {

  private final MeterRegistry registry;
  private final LongSupplier nanoseconds;
  private final RouterReader reader;
  private final GroupTags groups;
  private final BoundedNames pbxs;
  private final RoutingListener listener;

  RoutingMeters(RoutingMetersBuilder from) {
    registry = from.registry();
    nanoseconds = from.nanoseconds;
    ServiceLevel level = new ServiceLevel(from.window, nanoseconds);
    reader = new RouterReader(nanoseconds);
    RouterGauges gauges = new RouterGauges(registry, reader, level);
    groups = new GroupTags(new BoundedNames(from.mostGroups, gauges::group));
    pbxs = new BoundedNames(from.mostGroups, gauges::pbx);
    listener = new MeteringListener(from, groups, level);
    gauges.register();
    gauges.group(Tags.NO_GROUP);
  }

  /**
   * Begins the meters.
   *
   * @param registry where they are kept
   * @return a builder with defaults for everything else
   */
  public static RoutingMetersBuilder builder(MeterRegistry registry) {
    return new RoutingMetersBuilder(registry);
  }

  /**
   * Reads a router from now on, instead of the one before. Call it right after the router was
   * built: until then gauges show nothing, and calls have no group. The groups of its phone list
   * have gauges at once.
   *
   * @param router the router that has {@link #listener()}
   */
  public void watch(CallRouter router) {
    groups.watch(router);
    reader.watch(() -> Readings.of(router, groups::of, pbxs::tag));
    read();
  }

  /**
   * What counts and measures calls, to be given to the router: {@code
   * .listener(meters.listener())}, or {@code .listener(meters.listener().and(other))}.
   *
   * @return always the same one
   */
  public RoutingListener listener() {
    return listener;
  }

  /**
   * An engine that measures how long its answers take, to be given to the FastAGI server in place
   * of the router: {@code FastAgiServer.builder(meters.timing(router), pbx)}.
   *
   * @param engine the router
   * @return the same, measured
   */
  public CallEvents timing(CallEvents engine) {
    return new TimedEvents(engine, registry, nanoseconds);
  }

  /**
   * A journal that measures how long events take, to be given to the router in its place.
   *
   * @param journal the journal, not opened yet
   * @return the same, measured
   */
  public Journal timing(Journal journal) {
    return new TimedJournal(
        journal,
        MeterName.JOURNAL.timer().serviceLevelObjectives(TimedEvents.FAST).register(registry),
        MeterName.APPLY.timer().serviceLevelObjectives(TimedEvents.FAST).register(registry),
        nanoseconds);
  }

  /** Reads the router as a gauge does: groups and switches that are new get their gauges. */
  void read() {
    var unused = reader.readings();
  }
}
