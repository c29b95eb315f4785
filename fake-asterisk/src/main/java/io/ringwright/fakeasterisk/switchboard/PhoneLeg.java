package io.ringwright.fakeasterisk.switchboard;

import io.ringwright.fakeasterisk.switchboard.Phone.Invitation;
import java.util.function.IntConsumer;

/** One phone that is called, from its invitation to its hang-up. Belongs to the timeline. */
final class PhoneLeg implements Invitation, Activity {

  private enum Stage {
    CALLED,
    RINGS,
    TALKS,
    OVER
  }

  private final Owner owner;
  private final Line line;
  private final LiveChannel channel;
  private final String dialString;
  private Stage stage = Stage.CALLED;
  private IntConsumer keys;

  /** Who called, and is told what the phone does. */
  interface Owner {
    void rings(PhoneLeg leg);

    /** It did not answer, and will not. */
    void refused(PhoneLeg leg);

    void answered(PhoneLeg leg);

    /** Another channel has answered in its place. */
    void pickedUp(PhoneLeg leg, LiveChannel picker, Runnable afterwards);
  }

  PhoneLeg(Owner owner, Line line, LiveChannel channel, String dialString) {
    this.owner = owner;
    this.dialString = dialString;
    this.line = line;
    this.channel = channel;
    this.keys = key -> passOn((char) key);
    line.add(this);
    channel.occupy(this);
  }

  @Override
  public LiveChannel channel() {
    return channel;
  }

  String dialString() {
    return dialString;
  }

  /** The phone hears of the call, unless it was called off meanwhile. */
  void invite() {
    if (isOpen()) {
      line.phone().invited(this);
    }
  }

  @Override
  public String number() {
    return Target.number(dialString);
  }

  @Override
  public boolean isOpen() {
    return stage == Stage.CALLED || stage == Stage.RINGS;
  }

  @Override
  public void ring() {
    if (stage == Stage.CALLED) {
      stage = Stage.RINGS;
      channel.become(ChannelState.RINGING);
      owner.rings(this);
    }
  }

  @Override
  public void answer() {
    if (isOpen()) {
      stage = Stage.TALKS;
      channel.become(ChannelState.UP);
      owner.answered(this);
    }
  }

  @Override
  public void refuse(int cause, int sipStatus) {
    if (isOpen()) {
      channel.refusedWith(cause, sipStatus);
      owner.refused(this);
    }
  }

  @Override
  public void hangUp() {
    if (stage == Stage.TALKS) {
      channel.farEndHangsUp();
    }
  }

  /** The channel is hung up, by its phone or by order: what it was in is over. */
  @Override
  public void interrupted() {
    if (stage == Stage.TALKS) {
      channel.bridge().ifPresent(bridge -> bridge.dissolve(channel));
    } else if (isOpen()) {
      owner.refused(this);
    }
  }

  @Override
  public void pressed(char key) {
    keys.accept(key);
  }

  private void passOn(char key) {
    channel.bridge().ifPresent(talk -> talk.heard(channel, key));
  }

  /** What becomes of keys that are pressed during the talk; the other side hears them else. */
  void keysGoTo(IntConsumer pressed) {
    keys = pressed;
  }

  /** The conversation is over: the channel ends, or goes on in the dialplan if it was moved. */
  void talkOver() {
    if (channel.fate() == Fate.MOVES) {
      channel.release(this);
      channel.goOnOrEnd();
    } else {
      end();
    }
  }

  /** Another channel answers in the place of this one, which rings. */
  void pickedUpBy(LiveChannel picker, Runnable afterwards) {
    owner.pickedUp(this, picker, afterwards);
  }

  /** Takes the channel away. */
  void end() {
    stage = Stage.OVER;
    line.remove(this);
    channel.end();
  }
}
