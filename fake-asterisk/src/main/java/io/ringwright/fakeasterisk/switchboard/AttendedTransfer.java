package io.ringwright.fakeasterisk.switchboard;

import java.util.Optional;

/**
 * Somebody in a talk connects the other side with a second call of the same phone. Source: {@code
 * ast_bridge_transfer_attended} in Asterisk's {@code main/bridge.c}.
 *
 * <p>Thread safety: belongs to the timeline's thread.
 *
 * @param here the phone's channel in the talk
 * @param consultation the phone's channel in the second call
 * @param transferee who is handed over
 * @param talk the bridge of the talk
 * @param target the bridge of the second call; empty if nobody has answered that
 */
public record AttendedTransfer(
    LiveChannel here,
    LiveChannel consultation,
    LiveChannel transferee,
    Bridge talk,
    Optional<Bridge> target) {

  /**
   * Carries out what a phone asks by REFER with Replaces. Nothing happens if the first call is no
   * talk.
   *
   * @param here the phone's channel in the talk
   * @param consultation the phone's channel in the second call
   */
  public static void start(LiveChannel here, LiveChannel consultation) {
    here.bridge()
        .flatMap(
            talk ->
                talk.otherThan(here)
                    .map(
                        other ->
                            new AttendedTransfer(
                                here, consultation, other, talk, consultation.bridge())))
        .ifPresent(AttendedTransfer::carryOut);
  }

  private void carryOut() {
    tellUnheld(here);
    if (target.isPresent()) {
      tellUnheld(consultation);
      intoTalk(target.get());
    } else {
      intoDialplan();
    }
  }

  private void tellUnheld(LiveChannel channel) {
    here.switchboard().tell(listener -> listener.unheld(channel));
  }

  private void tell() {
    here.switchboard().tell(listener -> listener.transferred(this));
  }

  private void intoTalk(Bridge other) {
    Runnable afterTransferee = talk.leave(transferee);
    Runnable afterConsultation = other.leave(consultation);
    other.enterInPlaceOf(consultation, transferee, afterTransferee);
    tell();
    other.relink();
    afterConsultation.run();
    talk.dissolve(here);
  }

  /** The transferee goes on where the second call had got to; what is left of both calls ends. */
  private void intoDialplan() {
    tell();
    String music = consultation.music();
    Runnable afterwards = talk.leave(transferee);
    talk.dissolve(here);
    consultation.stopMusic();
    consultation.takePlaceOf(transferee);
    if (!music.isEmpty()) {
      consultation.startMusic(music);
    }
    afterwards.run();
  }
}
