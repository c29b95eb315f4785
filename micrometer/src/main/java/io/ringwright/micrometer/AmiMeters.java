package io.ringwright.micrometer;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.ringwright.ami.AmiConnection;
import io.ringwright.ami.LinkState;
import io.ringwright.call.PbxId;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * The meters of the AMI link to one Asterisk: its state, what was lost in floods, how far listeners
 * are behind, and how many findings the check of the installation had. It needs the artifact {@code
 * ringwright-ami-adapter}.
 *
 * <p>Thread safety: may be used by many threads.
 */
public final class AmiMeters implements MeterBinder, AutoCloseable {

  private static final Map<String, Class<? extends LinkState>> STATES =
      Map.of(
          "closed", LinkState.Closed.class,
          "connecting", LinkState.Connecting.class,
          "connected", LinkState.Connected.class,
          "waiting-to-retry", LinkState.WaitingToRetry.class,
          "refused", LinkState.Refused.class);

  private final PbxId pbx;
  private final AmiConnection link;
  private final BoundMeters bound = new BoundMeters();

  /**
   * The meters of a link, in no registry yet.
   *
   * @param pbx the Asterisk at its other end
   * @param link the link
   */
  public AmiMeters(PbxId pbx, AmiConnection link) {
    this.pbx = pbx;
    this.link = link;
  }

  /**
   * Adds the meters to a registry. Those of an earlier link to the same Asterisk must have been
   * taken out by {@link #close()}, or they stay in force.
   *
   * @param registry which
   */
  @Override
  public void bindTo(MeterRegistry registry) {
    STATES.forEach((name, state) -> state(registry, name, state));
    gauge(registry, MeterName.AMI_FINDINGS, from -> from.findings().size());
    gauge(registry, MeterName.AMI_BEHIND, AmiConnection::tellingsBehind);
    count(registry, MeterName.AMI_DROPPED, AmiConnection::droppedEvents);
    count(registry, MeterName.AMI_SUPERSEDED, AmiConnection::supersededStates);
    count(registry, MeterName.AMI_LOST, AmiConnection::droppedTellings);
  }

  private void state(MeterRegistry registry, String name, Class<? extends LinkState> state) {
    bound.add(
        registry,
        MeterName.AMI_LINK
            .gauge(link, from -> state.isInstance(from.state()) ? 1 : 0)
            .tag(Tags.PBX, pbx.name())
            .tag(Tags.STATE, name)
            .register(registry));
  }

  private void gauge(MeterRegistry registry, MeterName name, ToDoubleFunction<AmiConnection> of) {
    bound.add(registry, name.gauge(link, of).tag(Tags.PBX, pbx.name()).register(registry));
  }

  private void count(MeterRegistry registry, MeterName name, ToDoubleFunction<AmiConnection> of) {
    bound.add(registry, name.reading(link, of).tag(Tags.PBX, pbx.name()).register(registry));
  }

  /** Takes the meters out of their registries, so that another link can have them. */
  @Override
  public void close() {
    bound.remove();
  }
}
