package io.ringwright.fakeasterisk;

import io.ringwright.fakeasterisk.switchboard.AttendedTransfer;
import io.ringwright.fakeasterisk.switchboard.BlindTransfer;
import io.ringwright.fakeasterisk.switchboard.ChannelState;
import io.ringwright.fakeasterisk.switchboard.LiveChannel;
import io.ringwright.fakeasterisk.switchboard.Location;
import io.ringwright.fakeasterisk.switchboard.Phone.Invitation;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A call at a {@link FakeDesk}. Which channel it has is asked each time: channels may be exchanged.
 *
 * <p>Thread safety: may be used by many threads.
 */
final class FakeDeskCall implements DeskCall {

  static final Duration PATIENCE = Duration.ofSeconds(10);

  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(2);

  /** A talk in which nobody has been heard yet is told apart from one by this. */
  private static final int TWO = 2;

  private final FakeDeskParts parts;
  private final String name;
  private final String number;
  private final @Nullable Invitation invitation;

  FakeDeskCall(FakeDeskParts parts, Invitation invitation) {
    this.parts = parts;
    this.invitation = invitation;
    this.name = invitation.channel().id().name();
    this.number = invitation.channel().parties().connected().number();
  }

  FakeDeskCall(FakeDeskParts parts, LiveChannel channel, String dialled) {
    this.parts = parts;
    this.invitation = null;
    this.name = channel.id().name();
    this.number = dialled;
  }

  @Override
  public String number() {
    return number;
  }

  @Override
  public void answer() {
    Invitation rings = invitation;
    if (rings == null) {
      throw new IllegalStateException("call " + name + " does not ring here: it was made here");
    }
    parts
        .timeline()
        .ask(
            () -> {
              rings.answer();
              return true;
            });
  }

  @Override
  public void hangUp() {
    onChannel(LiveChannel::farEndHangsUp);
  }

  @Override
  public void press(String keys) {
    keys.chars().forEach(key -> onChannel(channel -> channel.press((char) key)));
  }

  @Override
  public void hold() {
    onChannel(LiveChannel::hold);
  }

  @Override
  public void resume() {
    onChannel(LiveChannel::resume);
  }

  @Override
  public void transfer(String to) {
    onChannel(
        channel -> {
          String context = parts.switchboard().contextOf(channel.id().device());
          BlindTransfer.start(parts.switchboard(), channel, new Location(context, to, 1));
        });
  }

  @Override
  public void transferTo(DeskCall consultation) {
    String second = ((FakeDeskCall) consultation).name;
    onChannel(
        channel ->
            parts
                .switchboard()
                .channel(second)
                .ifPresent(other -> AttendedTransfer.start(parts.switchboard(), channel, other)));
  }

  private void onChannel(Consumer<LiveChannel> work) {
    parts.timeline().run(() -> parts.switchboard().channel(name).ifPresent(work));
  }

  @Override
  public void awaitRinging() {
    await("to hear ringing", known -> known.filter(this::hearsRinging).isPresent());
  }

  private boolean hearsRinging(LiveChannel channel) {
    return parts.switchboard().channels().stream()
        .anyMatch(
            other ->
                other.state() == ChannelState.RINGING
                    && other.id().linkedId().equals(channel.id().linkedId()));
  }

  boolean is(ChannelState state) {
    return looks(known -> known.filter(channel -> channel.state() == state).isPresent());
  }

  @Override
  public void awaitTalking() {
    await("to be answered", known -> known.filter(FakeDeskCall::isUp).isPresent());
  }

  private static boolean isUp(LiveChannel channel) {
    return channel.state() == ChannelState.UP;
  }

  @Override
  public void awaitOver() {
    await("to be over", Optional::isEmpty);
  }

  @Override
  public void awaitSpeech(int packets) {
    await("to hear somebody, or music", known -> known.filter(FakeDeskCall::hears).isPresent());
  }

  private static boolean hears(LiveChannel channel) {
    return !channel.audio().music().isEmpty()
        || channel.bridge().filter(talk -> talk.size() == TWO).isPresent();
  }

  private void await(String what, Predicate<Optional<LiveChannel>> holds) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!looks(holds)) {
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException(
            "call %s was expected %s within %d s".formatted(name, what, PATIENCE.toSeconds()));
      }
      LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
    }
  }

  private boolean looks(Predicate<Optional<LiveChannel>> holds) {
    return parts.timeline().ask(() -> holds.test(parts.switchboard().channel(name)));
  }

  @Override
  public String toString() {
    return name;
  }
}
