package io.ringwright.fakeasterisk.switchboard;

import io.ringwright.fakeasterisk.switchboard.SwitchListener.Connected;
import java.util.Optional;

/**
 * An attended transfer by keys: somebody in a talk calls a number through a Local channel while the
 * other side waits, and connects both by hanging up. If the number refuses or hangs up first, the
 * talk goes on. Source: {@code main/bridge_basic.c} of Asterisk; what that does when a transfer is
 * not answered in time, to call the transferer back, is not imitated. Belongs to the timeline's
 * thread.
 */
final class ConsultationByKeys implements PhoneLeg.Owner {

  private final Switchboard switchboard;
  private final LiveChannel transferer;
  private final Bridge talk;
  private final Bridge second;

  private ConsultationByKeys(Switchboard switchboard, LiveChannel transferer, Bridge talk) {
    this.switchboard = switchboard;
    this.transferer = transferer;
    this.talk = talk;
    this.second = switchboard.newBridge();
  }

  /** Calls a number. Nothing happens if there is no talk. */
  static void start(Switchboard switchboard, LiveChannel transferer, Location to) {
    transferer
        .bridge()
        .ifPresent(talk -> new ConsultationByKeys(switchboard, transferer, talk).begin(to));
  }

  private void begin(Location to) {
    second.endsBy(this::left);
    LocalPair pair =
        LocalPair.of(switchboard, "Local/" + to.extension() + "@" + to.context(), transferer);
    LiveChannel called = pair.called();
    transferer.inheritedVariables().forEach(called::set);
    called.parties().connectTo(transferer.parties().caller());
    PhoneLeg leg = new PhoneLeg(this, pair.line(), called, Target.resource(pair.line().device()));
    pair.join();
    second.enter(called, leg::talkOver);
    second.enter(transferer, talk.leave(transferer));
    switchboard.timeline().run(leg::invite);
  }

  @Override
  public void rings(PhoneLeg leg) {
    switchboard.tell(listener -> listener.callOutRinging(leg.channel()));
  }

  @Override
  public void answered(PhoneLeg leg) {
    switchboard.tell(listener -> listener.callOutEnded(leg.channel(), DialStatus.ANSWER));
  }

  @Override
  public void refused(PhoneLeg leg) {
    LiveChannel called = leg.channel();
    DialStatus status = DialStatus.ofPhone(called.hangupCause());
    switchboard.tell(listener -> listener.callOutEnded(called, status));
    called.bridge().ifPresent(bridge -> bridge.dissolve(called));
  }

  @Override
  public void pickedUp(PhoneLeg leg, LiveChannel picker, Runnable afterwards) {
    // Nobody can pick up a Local channel.
  }

  /** Somebody leaves the second call for good. */
  private void left(LiveChannel channel) {
    Optional<LiveChannel> waiting = talk.otherThan(transferer);
    if (waiting.isEmpty()) {
      second.endForAll(channel);
    } else if (channel == transferer) {
      connect(waiting.get());
    } else {
      back(channel);
    }
  }

  private void connect(LiveChannel waiting) {
    Runnable afterTransferer = second.leave(transferer);
    LiveChannel called = second.otherThan(transferer).orElseThrow();
    switchboard.tell(listener -> listener.bridgesMerged(talk, second));
    Runnable afterCalled = second.leave(called);
    waiting.audio().endHold();
    talk.enter(called, afterCalled);
    Connected made = new Connected(transferer, transferer, waiting, talk, Optional.of(second));
    switchboard.tell(listener -> listener.transferred(made));
    afterTransferer.run();
  }

  private void back(LiveChannel called) {
    Runnable afterCalled = second.leave(called);
    Runnable afterTransferer = second.leave(transferer);
    talk.enter(transferer, afterTransferer);
    transferer.resume();
    afterCalled.run();
  }
}
