package io.ringwright.routing;

import io.ringwright.availability.Availability;
import io.ringwright.call.CallerId;
import io.ringwright.call.Destination;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.OrderRefusal;
import io.ringwright.directory.CallForwarding;
import io.ringwright.directory.CallForwarding.Kind;
import io.ringwright.directory.Extension;
import io.ringwright.directory.Extension.Service;
import java.util.Optional;

/**
 * Whether the phone that the host names may be rung for a caller. It is asked as for a direct call,
 * so a wrap-up is no obstacle; but forwardings are not followed, and who is logged out or paused is
 * not there.
 */
public final class OrderedPhone {

  private OrderedPhone() {}

  /** What was found. */
  public sealed interface Found {

    /**
     * It may be rung.
     *
     * @param phone the phone
     */
    record Rings(Candidate phone) implements Found {}

    /**
     * It may not be rung now.
     *
     * @param reason why
     * @param why the fact that settled it
     */
    record Refused(OrderRefusal reason, String why) implements Found {}
  }

  /**
   * Asks one phone.
   *
   * @param number the number of the extension
   * @param caller who calls
   * @param facts of this moment
   * @param trail where to note it
   * @return the phone, or why not
   */
  public static Found of(DirectoryNumber number, CallerId caller, RoutingFacts facts, Trail trail) {
    Optional<Extension> found = facts.phones().extension(number);
    if (found.isEmpty()) {
      return refused(OrderRefusal.UNKNOWN_EXTENSION, number, "not in the phone list");
    }
    Extension extension = found.get();
    Optional<Found> absent = absent(extension, caller, facts);
    if (absent.isPresent()) {
      return absent.get();
    }
    Availability availability = facts.availability(extension, false);
    String words =
        availability.words()
            + AvailabilityText.detail(extension, availability, Optional.empty(), facts);
    if (!availability.mayRing()) {
      boolean lost = availability == Availability.NOT_REACHABLE;
      return refused(lost ? OrderRefusal.NOT_REACHABLE : OrderRefusal.ENGAGED, number, words);
    }
    Path path = Path.from(new Destination.ToExtension(number));
    new PhoneAccount(facts, trail).availability(extension, availability, path);
    trail.choice("by order of the host");
    return new Found.Rings(new Candidate(extension, availability, path));
  }

  /** Whether nobody is there, whatever the device says. */
  private static Optional<Found> absent(Extension extension, CallerId caller, RoutingFacts facts) {
    DirectoryNumber number = extension.number();
    if (extension.service() == Service.OUT_OF_SERVICE) {
      return Optional.of(refused(OrderRefusal.OUT_OF_SERVICE, number, "out of service"));
    }
    Optional<CallForwarding.Entry> forwards =
        extension
            .forwarding()
            .applying(Kind.UNCONDITIONAL, facts.circumstances(caller, Optional.empty()));
    if (forwards.isPresent()) {
      String to = "forwarded to " + forwards.get().to();
      return Optional.of(refused(OrderRefusal.FORWARDED, number, to));
    }
    if (!facts.attendance(number).isPresent()) {
      String how = facts.attendance(number).words();
      return Optional.of(refused(OrderRefusal.AWAY, number, how));
    }
    return extension.service() == Service.DO_NOT_DISTURB
        ? Optional.of(refused(OrderRefusal.DO_NOT_DISTURB, number, "on do-not-disturb"))
        : Optional.empty();
  }

  private static Found refused(OrderRefusal reason, DirectoryNumber number, String why) {
    return new Found.Refused(reason, "extension " + number + " is " + why);
  }
}
