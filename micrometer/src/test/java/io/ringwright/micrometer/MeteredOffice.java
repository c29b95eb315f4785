package io.ringwright.micrometer;

import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.ringwright.CallRouter;
import io.ringwright.directory.PhoneList;
import io.ringwright.fakeasterisk.FakePbx;
import io.ringwright.fakeasterisk.PbxUnderTest.CallPlan;
import io.ringwright.fakeasterisk.PbxUnderTest.Caller;
import io.ringwright.memory.InMemoryDirectory;
import io.ringwright.memory.InMemoryJournal;
import io.ringwright.testkit.ManualClock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Two groups, two phones, an engine with meters, and a switch in memory, in virtual time. */
final class MeteredOffice {

  static final PhoneList PHONES =
      PhoneList.builder()
          .extension("100", anna -> anna.device("PJSIP/100"))
          .extension("101", ben -> ben.device("PJSIP/101"))
          .huntGroup("700", sales -> sales.menuKey("1").member("100"))
          .huntGroup("710", service -> service.member("101"))
          .build();

  final ManualClock clock = ManualClock.onMondayMorning();
  final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  final FakePbx pbx = new FakePbx(clock, PHONES);
  final RoutingMeters meters =
      RoutingMeters.builder(registry)
          .answeredWithin(Duration.ofSeconds(20))
          .nanoseconds(this::nanoseconds)
          .build();
  final CallRouter router =
      CallRouter.builder(new InMemoryDirectory(PHONES), pbx)
          .journal(meters.timing(new InMemoryJournal()))
          .listener(meters.listener())
          .clock(clock)
          .singleThreaded()
          .build();

  MeteredOffice() {
    meters.watch(router);
    pbx.connect(router);
  }

  private long nanoseconds() {
    return TimeUnit.MILLISECONDS.toNanos(clock.instant().toEpochMilli());
  }

  Caller call(String number) {
    return pbx.call(CallPlan.of("0301", number).withPatience(Duration.ofHours(1)));
  }

  void seconds(long time) {
    clock.advance(Duration.ofSeconds(time));
  }

  double gauge(String name, String... tags) {
    return registry.get(name).tags(tags).gauge().value();
  }

  double count(String name, String... tags) {
    return registry.get(name).tags(tags).counter().count();
  }

  Timer timer(String name, String... tags) {
    return registry.get(name).tags(tags).timer();
  }

  double seconds(String timer, String... tags) {
    return timer(timer, tags).totalTime(TimeUnit.SECONDS);
  }
}
