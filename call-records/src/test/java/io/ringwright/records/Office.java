package io.ringwright.records;

import static java.time.Duration.ofDays;
import static java.time.Duration.ofSeconds;

import io.ringwright.CallRouter;
import io.ringwright.availability.Attendance;
import io.ringwright.call.Device;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.HangUpSide;
import io.ringwright.call.Party;
import io.ringwright.directory.PhoneList;
import io.ringwright.fakeasterisk.FakePbx;
import io.ringwright.fakeasterisk.PbxUnderTest.CallPlan;
import io.ringwright.fakeasterisk.PbxUnderTest.Caller;
import io.ringwright.fakeasterisk.PhoneBehaviour;
import io.ringwright.memory.InMemoryDirectory;
import io.ringwright.port.RoutingListener;
import io.ringwright.telling.HungUp;
import io.ringwright.testkit.ManualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** An engine on the switch in memory, on a clock that moves only when told, with its records. */
final class Office {

  static final Instant START = ManualClock.MONDAY_MORNING;

  final ManualClock clock = ManualClock.onMondayMorning();
  final KeptRecords kept = new KeptRecords();
  final List<String> lines = new ArrayList<>();
  final CallRecords records;
  final QueueLog queueLog;
  final List<String> failures = new ArrayList<>();
  private HangUpSide hangsUp = HangUpSide.UNKNOWN;
  private final InMemoryDirectory directory;
  private final FakePbx pbx;
  private final CallRouter router;

  Office(PhoneList phones) {
    this(phones, QueueLogNames.numbers(() -> phones));
  }

  Office(PhoneList phones, QueueLogNames names) {
    this(phones, names, QueueLog.Builder::build);
  }

  Office(PhoneList phones, QueueLogNames names, Function<QueueLog.Builder, QueueLog> settings) {
    directory = new InMemoryDirectory(phones);
    pbx = new FakePbx(clock, phones);
    records = CallRecords.to(kept, clock);
    queueLog = settings.apply(QueueLog.to(line -> lines.add(line.text()), names).clock(clock));
    router =
        CallRouter.builder(directory, pbx)
            .clock(clock)
            .listener(records.and(queueLog).and(new Failures()))
            .singleThreaded()
            .build();
    pbx.connect(router);
  }

  private final class Failures implements RoutingListener {
    /** This switch does not say who hung up: the story does. */
    @Override
    public void hungUp(HungUp hungUp) {
      HungUp said = new HungUp(hungUp.visit(), hangsUp);
      records.hungUp(said);
      queueLog.hungUp(said);
    }

    @Override
    public void failed(String what, RuntimeException failure) {
      failures.add(what + ": " + failure);
    }
  }

  Office phone(String number, PhoneBehaviour behaviour) {
    pbx.phone(number, behaviour);
    return this;
  }

  /** Somebody answers this phone after so many seconds, and talks until told. */
  Office answers(String number, int seconds) {
    return phone(number, PhoneBehaviour.answers(ofSeconds(seconds), ofDays(1)));
  }

  Caller call(String number, String dialled) {
    return call(CallPlan.of(number, dialled).withPatience(ofDays(1)));
  }

  Caller call(CallPlan plan) {
    return pbx.call(plan);
  }

  void hangUp(String phone) {
    hangsUp = HangUpSide.AGENT;
    pbx.hangUpPhone(phone);
  }

  void hangUp(Caller caller) {
    hangsUp = HangUpSide.CALLER;
    caller.hangUp();
  }

  Office engaged(String phone) {
    pbx.engage(phone);
    return this;
  }

  void after(int seconds) {
    after(ofSeconds(seconds));
  }

  void after(Duration time) {
    clock.advance(time);
  }

  void attends(String extension, Attendance attendance) {
    tell(router -> router.setAttendance(DirectoryNumber.of(extension), attendance));
  }

  void attends(String extension, String group, Attendance attendance) {
    tell(
        router ->
            router.setAttendance(
                DirectoryNumber.of(extension), DirectoryNumber.of(group), attendance));
  }

  void tell(Consumer<CallRouter> what) {
    clock.run(() -> what.accept(router));
  }

  CallRecord onlyCall() {
    if (kept.calls.size() != 1) {
      throw new AssertionError("calls: " + kept.calls);
    }
    return kept.calls.get(0);
  }

  static Party at(String extension) {
    return Party.of(DirectoryNumber.of(extension), Device.of("PJSIP/" + extension));
  }

  static Instant second(int seconds) {
    return START.plusSeconds(seconds);
  }
}
