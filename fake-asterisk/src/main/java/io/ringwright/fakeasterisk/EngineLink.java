package io.ringwright.fakeasterisk;

import io.ringwright.CallEvents;
import io.ringwright.CallRouter;
import io.ringwright.availability.DeviceState;
import io.ringwright.call.CallId;
import io.ringwright.call.Device;
import io.ringwright.call.RoutingAnswer;
import io.ringwright.fakeasterisk.switchboard.DialStatus;
import io.ringwright.fakeasterisk.switchboard.LiveChannel;
import io.ringwright.fakeasterisk.switchboard.SwitchListener;
import io.ringwright.fakeasterisk.switchboard.Switchboard;
import io.ringwright.fakeasterisk.timeline.Timeline;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What passes between a {@link FakePbx} and its engine: news while the link is up, questions of
 * scripts always. Belongs to the clock's thread.
 */
final class EngineLink implements SwitchListener {

  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

  private final Timeline clock;
  private final FakePbx pbx;
  private final Set<Device> changed = new LinkedHashSet<>();
  private @Nullable CallRouter router;
  private boolean up;
  private Timeline.Timer timer = Timeline.Timer.NONE;

  EngineLink(Timeline clock, FakePbx pbx) {
    this.clock = clock;
    this.pbx = pbx;
  }

  void connect(CallRouter engine) {
    router = engine;
    comeUp();
  }

  void expect(CallRouter engine) {
    up = false;
    changed.clear();
    router = engine;
    engine.pbxExpected(FakePbx.ID);
    doWhatIsDue();
  }

  Switchboard switchboard() {
    return pbx.switchboard();
  }

  boolean isUp() {
    return up;
  }

  void breakDown() {
    up = false;
    engine().pbxDisconnected(FakePbx.ID);
    doWhatIsDue();
  }

  void comeUp() {
    up = true;
    changed.clear();
    engine().pbxConnected(pbx.snapshot());
    doWhatIsDue();
  }

  private CallRouter engine() {
    if (router == null) {
      throw new IllegalStateException(
          "no engine is connected to this switch\nCall FakePbx.connect(router) first.");
    }
    return router;
  }

  /** A script asks the engine. What the engine should know of devices it hears before. */
  RoutingAnswer ask(Function<CallEvents, RoutingAnswer> question) {
    report();
    RoutingAnswer answer = question.apply(engine());
    clock.run(this::doWhatIsDue);
    return answer;
  }

  Instant now() {
    return clock.instant();
  }

  Timeline.Timer after(Duration delay, Runnable task) {
    return clock.after(delay, task);
  }

  void soon(Runnable task) {
    clock.run(task);
  }

  void gone(CallId call) {
    pbx.forget(call);
  }

  /** The engine was told something outside of any question. */
  void told() {
    clock.run(this::doWhatIsDue);
  }

  private void doWhatIsDue() {
    timer.cancel();
    Instant latest = clock.instant().plus(LONGEST_PAUSE);
    Instant due = engine().runDue();
    Instant next = due.isBefore(latest) ? due : latest;
    timer = clock.after(Duration.between(clock.instant(), next), this::doWhatIsDue);
  }

  // News

  private void noteChange(LiveChannel channel) {
    noteChange(channel.id().device());
  }

  /** A device is reported after what changed it is done, and once for all changes. */
  private void noteChange(String device) {
    Optional<Device> known = Device.parse(device);
    if (up && known.isPresent() && changed.add(known.get())) {
      clock.run(this::report);
    }
  }

  private void report() {
    Set<Device> devices = Set.copyOf(changed);
    changed.clear();
    for (Device device : devices) {
      engine().deviceReported(FakePbx.ID, pbx.report(device));
    }
    if (!devices.isEmpty()) {
      clock.run(this::doWhatIsDue);
    }
  }

  @Override
  public void channelCreated(LiveChannel channel) {
    noteChange(channel);
  }

  @Override
  public void channelStateChanged(LiveChannel channel) {
    noteChange(channel);
  }

  @Override
  public void deviceChanged(String device, DeviceState state) {
    noteChange(device);
  }

  @Override
  public void dialEnded(LiveChannel caller, LiveChannel phone, String status) {
    CallId call = CallId.of(caller.id().uniqueId());
    if (up && status.equals(DialStatus.ANSWER.name()) && pbx.drives(call)) {
      report();
      Device.parse(phone.id().device()).ifPresent(device -> engine().callAnswered(call, device));
    }
  }

  @Override
  public void channelGone(LiveChannel channel) {
    // AMI tells of the device with the Hangup of its channel, and of the caller after that: a phone
    // that hangs up ends first in Asterisk, and either may where the caller does.
    noteChange(channel);
    report();
    CallId call = CallId.of(channel.id().uniqueId());
    if (pbx.drives(call)) {
      pbx.forget(call);
      if (up) {
        engine().callEnded(call);
      }
    }
  }
}
