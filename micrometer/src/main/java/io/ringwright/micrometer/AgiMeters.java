package io.ringwright.micrometer;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.ringwright.agi.AgiCounts;
import io.ringwright.agi.FastAgiServer;
import io.ringwright.call.PbxId;
import java.util.function.ToDoubleFunction;

/**
 * The meters of one FastAGI server: how many sessions were answered, answered late, refused, or
 * failed. It needs the artifact {@code ringwright-agi-adapter}.
 *
 * <p>Thread safety: may be used by many threads.
 */
public final class AgiMeters implements MeterBinder, AutoCloseable {

  private final PbxId pbx;
  private final FastAgiServer server;
  private final BoundMeters bound = new BoundMeters();

  /**
   * The meters of a server, in no registry yet.
   *
   * @param pbx the Asterisk that asks it
   * @param server the server
   */
  public AgiMeters(PbxId pbx, FastAgiServer server) {
    this.pbx = pbx;
    this.server = server;
  }

  /**
   * Adds the meters to a registry. Those of an earlier server for the same Asterisk must have been
   * taken out by {@link #close()}, or they stay in force.
   *
   * @param registry which
   */
  @Override
  public void bindTo(MeterRegistry registry) {
    sessions(registry, "answered", AgiCounts::answered);
    sessions(registry, "late", AgiCounts::late);
    sessions(registry, "refused", AgiCounts::refused);
    sessions(registry, "failed", AgiCounts::failed);
  }

  private void sessions(MeterRegistry registry, String outcome, ToDoubleFunction<AgiCounts> count) {
    bound.add(
        registry,
        MeterName.AGI_SESSIONS
            .reading(server, from -> count.applyAsDouble(from.counts()))
            .tag(Tags.PBX, pbx.name())
            .tag(Tags.OUTCOME, outcome)
            .register(registry));
  }

  /** Takes the meters out of their registries, so that another server can have them. */
  @Override
  public void close() {
    bound.remove();
  }
}
