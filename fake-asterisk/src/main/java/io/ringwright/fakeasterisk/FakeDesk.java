package io.ringwright.fakeasterisk;

import io.ringwright.fakeasterisk.switchboard.ChannelState;
import io.ringwright.fakeasterisk.switchboard.LiveChannel;
import io.ringwright.fakeasterisk.switchboard.Location;
import io.ringwright.fakeasterisk.switchboard.Party;
import io.ringwright.fakeasterisk.switchboard.Phone;
import io.ringwright.fakeasterisk.switchboard.PickUp;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * A phone of a {@link FakeAsterisk} that is told what to do call by call.
 *
 * <p>Thread safety: may be used by many threads; calls come on the timeline's.
 */
final class FakeDesk implements DeskPhone, Phone {

  /** The key sequence by which a phone picks up what rings in its group: {@code pickupexten}. */
  private static final String PICK_UP = "*8";

  private final FakeDeskParts parts;
  private final String device;
  private final BlockingQueue<FakeDeskCall> ringing = new LinkedBlockingQueue<>();
  private final List<FakeDeskCall> calls = new CopyOnWriteArrayList<>();

  FakeDesk(FakeDeskParts parts, String device) {
    this.parts = parts;
    this.device = device;
  }

  @Override
  public void invited(Invitation invitation) {
    FakeDeskCall call = new FakeDeskCall(parts, invitation);
    calls.add(call);
    invitation.ring();
    ringing.add(call);
  }

  @Override
  public DeskCall call(String dialled) {
    return callAs(device.substring(device.indexOf('/') + 1), dialled);
  }

  @Override
  public DeskCall callAs(String number, String dialled) {
    FakeDeskCall call = parts.timeline().ask(() -> begin(number, dialled));
    calls.add(call);
    return call;
  }

  private FakeDeskCall begin(String number, String dialled) {
    Location start = new Location(parts.switchboard().contextOf(device), dialled, 1);
    LiveChannel channel =
        parts.switchboard().incoming(device, new Party(number, ""), start, Map.of());
    if (!dialled.equals(PICK_UP)) {
      parts.runner().run(channel);
    } else if (!PickUp.inGroup(parts.switchboard(), channel)) {
      channel.end();
    }
    return new FakeDeskCall(parts, channel, dialled);
  }

  @Override
  public DeskCall awaitCall() {
    try {
      FakeDeskCall call = ringing.poll(FakeDeskCall.PATIENCE.toSeconds(), TimeUnit.SECONDS);
      if (call == null) {
        throw new IllegalStateException(
            "phone %s was not called within %d s"
                .formatted(device, FakeDeskCall.PATIENCE.toSeconds()));
      }
      return call;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  @Override
  public boolean rings() {
    return ringing.stream().anyMatch(call -> call.is(ChannelState.RINGING));
  }

  @Override
  public Lamp lamp(String number) {
    return parts.timeline().ask(() -> subscribed(number));
  }

  private FakeLamp subscribed(String number) {
    String context = parts.switchboard().contextOf(device);
    String devices =
        parts
            .runner()
            .dialplan()
            .watched(context, number)
            .orElseThrow(
                () -> new IllegalStateException("no hint " + number + " in context " + context));
    FakeLamp lamp = new FakeLamp(parts.switchboard(), devices);
    parts.switchboard().listen(lamp);
    return lamp;
  }

  /** Nobody is at the phone any more; the switch may be closed already. */
  @Override
  public void close() {
    calls.forEach(FakeDeskCall::hangUp);
    calls.clear();
    ringing.clear();
    parts.timeline().run(() -> parts.switchboard().unplug(device));
  }
}
