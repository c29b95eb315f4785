package io.ringwright.examples;

import io.ringwright.CallRouter;
import io.ringwright.examples.FrontDeskStage.Guest;
import io.ringwright.fakeasterisk.DeskCall;
import io.ringwright.fakeasterisk.DeskPhone;
import io.ringwright.fakeasterisk.Lamp;
import io.ringwright.fakeasterisk.PhoneBehaviour;
import java.time.Duration;

/** The scenes of the minute, in their order. */
final class FrontDeskPlay {

  private static final int A_SECOND_OF_SPEECH = 50;
  private static final Duration AT_ONCE = Duration.ofMillis(200);
  private static final Duration A_WHILE = Duration.ofSeconds(3);

  private final FrontDeskStage stage;
  private final CallRouter router;

  FrontDeskPlay(FrontDeskStage stage, CallRouter router) {
    this.stage = stage;
    this.router = router;
  }

  void play() throws InterruptedException {
    bertaLogsIn();
    Guest doris = dorisIsGreeted();
    DeskCall annaTalks = annaTakes(1);
    Guest emil = emilIsRefused();
    fridaIsToBeCalledBack();
    gustavLeaves();
    DeskCall annaTalksAgain = emilIsDelivered(annaTalks, doris, emil);
    annaHasLunch(annaTalksAgain, emil);
    fridaIsCalledBack();
  }

  private void bertaLogsIn() {
    stage.scene("Berta comes to work. A key of Anna's phone shows whether she is logged in.");
    Lamp lamp = stage.anna().lamp("*45" + FrontDeskPhones.BERTA);
    lamp.awaitOff();
    stage.dials(stage.berta(), "Berta", "*45");
    lamp.awaitOn();
  }

  private Guest dorisIsGreeted() throws InterruptedException {
    stage.scene("Doris is greeted. Anna hears a tone, and takes her with key 1.");
    return stage.calls("Doris", "0302001", FrontDeskPhones.ENGLISH);
  }

  /** Anna answers her phone, and takes the caller when she is asked. */
  private DeskCall annaTakes(int asked) throws InterruptedException {
    DeskCall call = takes(stage.anna(), "Anna", asked);
    call.awaitSpeech(A_SECOND_OF_SPEECH);
    return call;
  }

  private DeskCall takes(DeskPhone phone, String name, int asked) throws InterruptedException {
    DeskCall call = phone.awaitCall();
    call.answer();
    stage.untilAsked(asked);
    stage.presses(call, name, "1");
    stage.until(name + " talks", () -> talks(name));
    return call;
  }

  private Guest emilIsRefused() throws InterruptedException {
    stage.scene(
        "Emil calls. Berta hangs up when she is asked: Emil keeps his place, and she is left alone.");
    Guest emil = stage.calls("Emil", "0302002", FrontDeskPhones.ENGLISH);
    DeskCall refused = stage.berta().awaitCall();
    refused.answer();
    stage.untilAsked(2);
    refused.hangUp();
    stage.untilHeard(emil, "queue-youarenext");
    return emil;
  }

  private void fridaIsToBeCalledBack() throws InterruptedException {
    stage.scene("Frida is second. She asks to be called back, and confirms her number with 1.");
    Guest frida = stage.calls("Frida", FrontDeskPhones.FRIDA, FrontDeskPhones.ENGLISH);
    stage.untilHeard(frida, "music jazz");
    stage.presses(frida.call(), frida.name(), "5");
    stage.untilHeard(frida, FrontDeskPhones.FRIDA);
    stage.presses(frida.call(), frida.name(), "1");
    frida.call().awaitOver();
  }

  private void gustavLeaves() throws InterruptedException {
    stage.scene("Gustav waits in German. Key 0 leads out of the queue, into the house's dialplan.");
    Guest gustav = stage.calls("Gustav", "0302004", FrontDeskPhones.GERMAN);
    stage.untilHeard(gustav, "music jazz");
    stage.presses(gustav.call(), gustav.name(), "0");
    stage.until("only two wait", () -> router.waitingCalls().size() == 2);
    gustav.call().hangUp();
    gustav.call().awaitOver();
  }

  private DeskCall emilIsDelivered(DeskCall talking, Guest doris, Guest emil)
      throws InterruptedException {
    stage.scene("Anna hangs up while Emil hears a message: he does not hear its end.");
    stage.untilHeard(emil, "queue-periodic-announce");
    talking.hangUp();
    doris.call().awaitOver();
    return annaTakes(3);
  }

  private void annaHasLunch(DeskCall talking, Guest emil) {
    stage.scene("Anna says by a code that she goes to lunch, and ends the talk.");
    stage.dials(stage.anna(), "Anna", "*46*2");
    talking.hangUp();
    emil.call().awaitOver();
  }

  private void fridaIsCalledBack() throws InterruptedException {
    stage.pbx().phone(FrontDeskPhones.FRIDA, PhoneBehaviour.answers(AT_ONCE, A_WHILE));
    stage.scene("Frida's turn has come: she is called, and then Berta is.");
    takes(stage.berta(), "Berta", 4);
    stage.until("nobody talks", this::nobodyTalks);
  }

  private boolean talks(String name) {
    String number = name.equals("Anna") ? FrontDeskPhones.ANNA : FrontDeskPhones.BERTA;
    return router.view().extensions().stream()
        .anyMatch(each -> each.number().digits().equals(number) && each.talk().isPresent());
  }

  private boolean nobodyTalks() {
    return !talks("Anna") && !talks("Berta");
  }
}
