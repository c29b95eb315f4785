package io.ringwright.fakeasterisk.switchboard;

import io.ringwright.fakeasterisk.switchboard.SwitchListener.Connected;

/**
 * Somebody in a talk connects the other side with a second call of the same phone. Source: {@code
 * ast_bridge_transfer_attended} in Asterisk's {@code main/bridge.c}.
 *
 * <p>Thread safety: belongs to the timeline's thread.
 */
public final class AttendedTransfer {

  private final Switchboard switchboard;
  private final Connected made;

  private AttendedTransfer(Switchboard switchboard, Connected made) {
    this.switchboard = switchboard;
    this.made = made;
  }

  /**
   * Carries out what a phone asks by REFER with Replaces. Nothing happens if the first call is no
   * talk.
   *
   * @param switchboard the switch
   * @param here the phone's channel in the talk
   * @param consultation the phone's channel in the second call
   */
  public static void start(Switchboard switchboard, LiveChannel here, LiveChannel consultation) {
    here.bridge()
        .flatMap(
            talk ->
                talk.otherThan(here)
                    .map(
                        other ->
                            new Connected(here, consultation, other, talk, consultation.bridge())))
        .ifPresent(made -> new AttendedTransfer(switchboard, made).carryOut());
  }

  private void carryOut() {
    made.here().resume();
    if (made.target().isPresent()) {
      made.consultation().resume();
      intoTalk(made.target().get());
    } else {
      intoDialplan();
    }
  }

  private void tell() {
    switchboard.tell(listener -> listener.transferred(made));
  }

  private void intoTalk(Bridge other) {
    LiveChannel consultation = made.consultation();
    Runnable afterTransferee = made.talk().leave(made.transferee());
    Runnable afterConsultation = other.leave(consultation);
    other.enterInPlaceOf(consultation, made.transferee(), afterTransferee);
    tell();
    other.relink();
    afterConsultation.run();
    made.talk().dissolve(made.here());
  }

  /** The transferee goes on where the second call had got to; what is left of both calls ends. */
  private void intoDialplan() {
    tell();
    LiveChannel consultation = made.consultation();
    String music = consultation.audio().music();
    Runnable afterwards = made.talk().leave(made.transferee());
    made.talk().dissolve(made.here());
    consultation.audio().stopMusic();
    consultation.takePlaceOf(made.transferee());
    if (!music.isEmpty()) {
      consultation.audio().startMusic(music);
    }
    afterwards.run();
  }
}
