package io.ringwright.routing;

import io.ringwright.availability.Attendance;
import io.ringwright.availability.DeviceLoad;
import io.ringwright.availability.Workload;
import io.ringwright.call.CallerId;
import io.ringwright.call.Destination;
import io.ringwright.call.Device;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.Requirements;
import io.ringwright.directory.HuntGroup;
import io.ringwright.directory.PhoneList;
import io.ringwright.directory.Strategy;
import java.time.Instant;
import java.util.Optional;

/**
 * The chain of forwardings without its protection: each extension is looked at by the rules of the
 * engine, and the way to it is forgotten, so that neither a circle nor a long way ends it.
 */
public final class ForgetfulChain {

  private final ForwardingChain chain;
  private final PhoneList phones;

  /**
   * A chain.
   *
   * @param phones who can be called
   * @param caller who calls
   */
  public ForgetfulChain(PhoneList phones, CallerId caller) {
    this.phones = phones;
    this.chain =
        new ForwardingChain(RoutedCaller.of(caller), new Forwardings(phones), Trail.silent());
  }

  /**
   * Follows the forwardings of an extension.
   *
   * @param start its number
   * @param most the walk is given up after so many
   * @return how many were followed
   */
  public int follows(DirectoryNumber start, int most) {
    Destination at = new Destination.ToExtension(start);
    for (int followed = 0; followed < most; followed++) {
      Optional<Destination> next = next(at);
      if (next.isEmpty()) {
        return followed;
      }
      at = next.get();
    }
    return most;
  }

  private Optional<Destination> next(Destination at) {
    return Optional.of(at)
        .filter(Destination.ToExtension.class::isInstance)
        .flatMap(to -> phones.extension(((Destination.ToExtension) to).number()))
        .map(extension -> chain.visit(extension, Path.from(at)))
        .filter(ChainEnd.Diversion.class::isInstance)
        .map(diverted -> ((ChainEnd.Diversion) diverted).forward().to());
  }

  /** Everybody is there; forwardings depend on nothing else. */
  private record Forwardings(PhoneList phones) implements RoutingFacts {

    @Override
    public DeviceLoad of(Device device) {
      throw notAsked();
    }

    @Override
    public int waiting(Destination destination) {
      throw notAsked();
    }

    @Override
    public Instant now() {
      return Instant.EPOCH;
    }

    @Override
    public Attendance attendance(DirectoryNumber extension) {
      return Attendance.PRESENT;
    }

    @Override
    public Workload workload(DirectoryNumber extension) {
      throw notAsked();
    }

    @Override
    public Strategy.Memory memory(HuntGroup group) {
      throw notAsked();
    }

    @Override
    public Optional<PlainMembers> plainMembers(
        HuntGroup group, Requirements asked, Requirements.Stage stage) {
      throw notAsked();
    }

    private static UnsupportedOperationException notAsked() {
      return new UnsupportedOperationException("an unconditional forwarding depends on no phone");
    }
  }
}
