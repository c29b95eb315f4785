package io.ringwright.fakeasterisk.pbx;

import io.ringwright.fakeasterisk.dialplan.Arguments;
import io.ringwright.fakeasterisk.switchboard.Activity;
import io.ringwright.fakeasterisk.switchboard.LiveChannel;
import io.ringwright.fakeasterisk.switchboard.ParkingLot;

/**
 * The applications {@code Park}, by which transfers know where to park, and {@code ParkedCall},
 * which retrieves whoever is parked in a space of the one lot. Source: {@code res/res_parking.c} of
 * Asterisk.
 */
final class ParkingApplications {

  private ParkingApplications() {}

  static void addTo(Applications applications) {
    applications.add("Park", ParkingApplications::park);
    applications.add("ParkedCall", ParkingApplications::retrieve);
  }

  /** Somebody who dials it parks themselves. */
  private static void park(Application.Call call) {
    ParkingLot lot = call.dialplan().switchboard().parkingLot();
    if (call.isLeaving()) {
      call.done(Verdict.LEAVE);
      return;
    }
    Talk talk = new Talk(call);
    call.channel().occupy(talk);
    if (!lot.park(call.channel(), talk::over)) {
      talk.over();
    }
  }

  private static void retrieve(Application.Call call) {
    String space = Arguments.at(Arguments.of(call.data()), 1);
    Talk talk = new Talk(call);
    call.channel().occupy(talk);
    ParkingLot lot = call.dialplan().switchboard().parkingLot();
    boolean found =
        space.matches("[0-9]{1,9}")
            && !call.isLeaving()
            && lot.retrieve(call.channel(), Integer.parseInt(space), talk::over);
    if (!found) {
      talk.over();
    }
  }

  /** A channel that is in a bridge until the call is over. */
  private record Talk(Application.Call call) implements Activity {

    @Override
    public void interrupted() {
      LiveChannel channel = call.channel();
      channel.bridge().ifPresent(bridge -> bridge.dissolve(channel));
    }

    void over() {
      call.channel().release(this);
      call.done(Verdict.LEAVE);
    }
  }
}
