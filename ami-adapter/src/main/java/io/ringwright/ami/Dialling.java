package io.ringwright.ami;

import io.ringwright.call.CallId;
import io.ringwright.call.Device;
import io.ringwright.call.PbxId;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * For which call a leg was dialled, and under which names. What rings behind a Local channel rings
 * for the call for which that channel was dialled.
 *
 * <p>Thread safety: for one thread.
 */
final class Dialling {

  /** In this variable of its channel a phone that is called has what was dialled. */
  static final String DIALLED = "DIALEDPEERNUMBER";

  private final PbxId pbx;
  private final DialplanContexts contexts;
  private final Legs legs;

  Dialling(PbxId pbx, DialplanContexts contexts, Legs legs) {
    this.pbx = pbx;
    this.contexts = contexts;
    this.legs = legs;
  }

  /**
   * A leg is dialled.
   *
   * @return the devices that may be in other calls now
   */
  Set<Device> began(AmiMessage event) {
    Leg leg = legs.of(event, "dest");
    legs.rungAs(leg, rungAs(leg, event.header("dialstring")));
    leg.calledOut |= event.header("uniqueid").isEmpty();
    callOf(event)
        .ifPresent(
            call -> {
              leg.dialledFor = call;
              legs.link(leg.linkedId, call);
            });
    Leg through = through(event);
    if (through != null) {
      legs.dialledAs(leg, through.devices());
    }
    dialledBy(leg, legs.get(event.header("uniqueid")));
    Set<Device> touched = new LinkedHashSet<>(leg.devices());
    touched.addAll(behind(leg));
    return touched;
  }

  /**
   * A channel that was there before: the trunk that it is of may have been dialled for a number.
   */
  void seen(Leg leg, AmiMessage item) {
    Device rung = rungAs(leg, item.variable(DIALLED));
    if (leg.wasDialled() && leg.isBehindOwnTrunk(rung)) {
      legs.rungAs(leg, rung);
    }
  }

  /** A number behind a trunk rings on a channel of the trunk: the dial string has its name. */
  private static @Nullable Device rungAs(Leg leg, String dialString) {
    int slash = leg.name.indexOf('/');
    return slash < 0
        ? null
        : Device.parse(leg.name.substring(0, slash + 1) + dialString).orElse(null);
  }

  private void dialledBy(Leg leg, @Nullable Leg dials) {
    if (dials != null && legs.otherHalf(dials) != null) {
      leg.dialledBy = dials;
      dials.dialled.add(leg);
    }
  }

  /** What the other half of a Local channel dialled before this half was known to be dialled. */
  private Set<Device> behind(Leg leg) {
    Leg half = legs.otherHalf(leg);
    Set<Device> touched = new LinkedHashSet<>();
    if (half != null && !half.ours) {
      for (Leg phone : half.dialled) {
        if (phone.dialledFor != null) {
          legs.unlink(phone.linkedId, phone.dialledFor);
        }
        phone.dialledFor = leg.dialledFor;
        legs.dialledAs(phone, leg.devices());
        touched.addAll(phone.devices());
        touched.addAll(behind(phone));
      }
    }
    return touched;
  }

  /** The call for which a channel dials. */
  Optional<CallId> callOf(AmiMessage event) {
    Leg through = through(event);
    if (through != null) {
      return Optional.ofNullable(through.dialledFor);
    }
    Leg dials = legs.get(event.header("uniqueid"));
    return dials == null ? event.callId(pbx, "uniqueid") : legs.callOf(dials);
  }

  /**
   * Whether who answered has to press a key first: what is dialled by or behind a Local channel
   * that asks for one is no answer before the channel itself is answered. Where several phones are
   * asked, the first whose channel is answered has the call; its bridge tells which phone that is.
   */
  boolean awaitsKey(AmiMessage event) {
    Leg dials = legs.get(event.header("uniqueid"));
    while (dials != null) {
      Leg half = legs.otherHalf(dials);
      if (half == null) {
        return false;
      }
      if (half.device != null && !half.up && contexts.asks(half.device)) {
        return true;
      }
      dials = half.dialledBy;
    }
    return false;
  }

  /**
   * The half of a Local channel that was dialled, if it is its other half that dials. In our own
   * contexts that other half is a caller of its own.
   */
  private @Nullable Leg through(AmiMessage event) {
    Leg dials = legs.get(event.header("uniqueid"));
    if (dials == null || contexts.isOurs(event.header("context"))) {
      return null;
    }
    Leg half = legs.otherHalf(dials);
    return half == null || half.dialledFor == null ? null : half;
  }
}
