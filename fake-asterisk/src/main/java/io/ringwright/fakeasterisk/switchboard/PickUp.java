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
   * @param switchboard the switch
   * @param picker a channel that nobody drives
   * @return whether anything rang
   */
  public static boolean inGroup(Switchboard switchboard, LiveChannel picker) {
    String context = switchboard.contextOf(picker.id().device());
    return take(switchboard, picker, switchboard.linesOf(context), HangupCause.NORMAL);
  }

  /**
   * Takes what rings at a device.
   *
   * @param switchboard the switch
   * @param picker a channel whose driver lets go of it if this succeeds
   * @param device such as {@code PJSIP/8260}
   * @return whether anything rang there
   */
  public static boolean at(Switchboard switchboard, LiveChannel picker, String device) {
    List<Line> lines = switchboard.line(device).stream().toList();
    return take(switchboard, picker, lines, HangupCause.ANSWERED_ELSEWHERE);
  }

  private static boolean take(
      Switchboard switchboard, LiveChannel picker, List<Line> lines, int cause) {
    Optional<PhoneLeg> leg = lines.stream().flatMap(line -> line.ringing().stream()).findFirst();
    leg.ifPresent(
        ringing -> {
          picker.become(ChannelState.UP);
          switchboard.tell(listener -> listener.pickedUp(picker, ringing.channel()));
          take(picker, ringing, cause);
        });
    return leg.isPresent();
  }

  private static void take(LiveChannel picker, PhoneLeg ringing, int cause) {
    LiveChannel target = ringing.channel();
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

    @Override
    public void pressed(char key) {
      picker.bridge().ifPresent(bridge -> bridge.heard(picker, key));
    }

    void over() {
      picker.release(this);
      picker.goOnOrEnd();
    }
  }
}
