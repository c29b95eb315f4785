package io.ringwright.testkit.switchboard;

import io.ringwright.testkit.switchboard.Phone.Invitation;

/** One phone that is called, from its invitation to its hang-up. Belongs to the timeline. */
final class PhoneLeg implements Invitation, Activity {

  private enum Stage {
    CALLED,
    RINGS,
    TALKS,
    OVER
  }

  private final RingAttempt attempt;
  private final Line line;
  private final LiveChannel channel;
  private final String dialString;
  private Stage stage = Stage.CALLED;

  PhoneLeg(RingAttempt attempt, Line line, LiveChannel channel, String dialString) {
    this.attempt = attempt;
    this.dialString = dialString;
    this.line = line;
    this.channel = channel;
    line.add(this);
    channel.occupy(this);
  }

  LiveChannel channel() {
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
      attempt.rings(this);
    }
  }

  @Override
  public void answer() {
    if (isOpen()) {
      stage = Stage.TALKS;
      channel.become(ChannelState.UP);
      channel.placeAt(new Location(channel.location().context(), "", 1));
      attempt.answered(this);
    }
  }

  @Override
  public void refuse(int cause, int sipStatus) {
    if (isOpen()) {
      channel.refusedWith(cause, sipStatus);
      attempt.refused(this);
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
      attempt.hungUp(this);
    } else if (isOpen()) {
      attempt.refused(this);
    }
  }

  /** Takes the channel away. */
  void end() {
    stage = Stage.OVER;
    line.remove(this);
    channel.end();
  }
}
