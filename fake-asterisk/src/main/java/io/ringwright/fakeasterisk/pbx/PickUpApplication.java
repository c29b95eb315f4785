package io.ringwright.fakeasterisk.pbx;

import io.ringwright.fakeasterisk.dialplan.Arguments;
import io.ringwright.fakeasterisk.switchboard.PickUp;

/**
 * The application {@code PickupChan}: answers what rings at a device. If nothing does, the dialplan
 * goes on. Source: {@code apps/app_directed_pickup.c} of Asterisk.
 */
final class PickUpApplication {

  private PickUpApplication() {}

  static void addTo(Applications applications) {
    applications.add("PickupChan", PickUpApplication::pickUp);
  }

  private static void pickUp(Application.Call call) {
    // Who picked up is in the place of the phone that rang, and in no dialplan any more.
    String device = Arguments.at(Arguments.of(call.data()), 0);
    if (!PickUp.at(call.dialplan().switchboard(), call.channel(), device)) {
      call.done(Verdict.CONTINUE);
    }
  }
}
