package io.ringwright.fakeasterisk.switchboard;

import java.util.List;
import java.util.Optional;

/**
 * Somebody answers at one phone a call that rings at another. Source: {@code ast_do_pickup} in
 * Asterisk's {@code main/pickup.c}.
 *
 * <p>Thread safety: belongs to the timeline's thread.
 */
public final class PickUp {

  private PickUp() {}

  /**
   * Takes the first call that rings at a device of the own context.
   *
   * @param picker a channel that nobody drives
   * @return whether anything rang
   */
  public static boolean inGroup(LiveChannel picker) {
    Switchboard switchboard = picker.switchboard();
    String context = switchboard.contextOf(picker.id().device());
    return take(picker, switchboard.linesOf(context), HangupCause.NORMAL);
  }

  /**
   * Takes what rings at a device.
   *
   * @param picker a channel whose driver lets go of it if this succeeds
   * @param device such as {@code PJSIP/8260}
   * @return whether anything rang there
   */
  public static boolean at(LiveChannel picker, String device) {
    List<Line> lines = picker.switchboard().line(device).stream().toList();
    return take(picker, lines, HangupCause.ANSWERED_ELSEWHERE);
  }

  private static boolean take(LiveChannel picker, List<Line> lines, int cause) {
    Optional<PhoneLeg> leg = lines.stream().flatMap(line -> line.ringing().stream()).findFirst();
    leg.ifPresent(ringing -> take(picker, ringing, cause));
    return leg.isPresent();
  }

  private static void take(LiveChannel picker, PhoneLeg ringing, int cause) {
    LiveChannel target = ringing.channel();
    picker.become(ChannelState.UP);
    picker.switchboard().tell(listener -> listener.pickedUp(picker, target));
    Location place = picker.location();
    target.placeAt(place);
    target.causeIs(cause);
    picker.placeAt(new Location(place.context(), "", 1));
    Talk talk = new Talk(picker);
    picker.occupy(talk);
    ringing.pickedUpBy(picker, talk::over);
  }

  /** The talk of somebody who picked up. */
  private record Talk(LiveChannel picker) implements Activity {

    @Override
    public void interrupted() {
      picker.bridge().ifPresent(bridge -> bridge.dissolve(picker));
    }

    void over() {
      picker.release(this);
      picker.goOnOrEnd();
    }
  }
}
