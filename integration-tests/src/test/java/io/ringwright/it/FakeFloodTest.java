package io.ringwright.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.fakeasterisk.FakeAsterisk;
import io.ringwright.fakeasterisk.PbxUnderTest.CallPlan;
import io.ringwright.fakeasterisk.PhoneBehaviour;
import io.ringwright.fakeasterisk.Sighting;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The whole stack with a heap of 64 MB: callers who wait, and a flood of events. */
class FakeFloodTest {

  private static final int CALLERS = 1_000;
  private static final int ALL = CALLERS + SmallEngine.PHONES;
  private static final int EVENTS = 200_000;
  private static final int AT_ONCE = 500;
  private static final Duration LONGEST = Duration.ofSeconds(100);

  @TempDir Path folder;

  @Test
  @Timeout(value = 5, unit = TimeUnit.MINUTES)
  void a_thousand_callers_are_answered_in_64_megabytes_while_200_000_events_pour_in()
      throws Exception {
    try (FakeAsterisk pbx = pbx();
        FloodingWire wire = FloodingWire.to(pbx.ami().port());
        SmallEngine engine = SmallEngine.start(pbx, wire.port(), folder.resolve("calls.journal"))) {
      behave(pbx, Duration.ofMinutes(10));
      calls(pbx, SmallEngine.PHONES);
      await(engine, "talking", SmallEngine.PHONES);
      calls(pbx, CALLERS);
      await(engine, "waiting", CALLERS);
      behave(pbx, Duration.ofMillis(200));
      wire.flood(deviceState(SmallEngine.HOLD_UP, "INUSE"));
      for (int phone = 0; phone < SmallEngine.PHONES; phone++) {
        pbx.hangUpPhone(SmallEngine.number(phone));
      }
      for (int sent = 0; sent < EVENTS; sent += AT_ONCE) {
        wire.flood(events(sent));
      }
      await(engine, "ended", ALL);
      assertThat(callersAnswered(pbx)).as("nobody is lost").isEqualTo(ALL);
      assertThat(engine.report().getOrDefault("dropped", 0L)).as("there was a flood").isPositive();
      assertThat(engine.isAlive()).as("no OutOfMemoryError").isTrue();
    }
  }

  private static FakeAsterisk pbx() {
    String[] phones =
        IntStream.range(0, SmallEngine.PHONES).mapToObj(SmallEngine::number).toArray(String[]::new);
    return FakeSwitch.boot(phones);
  }

  /** From the next ring on, phones are answered after a moment, and talk for so long. */
  private static void behave(FakeAsterisk pbx, Duration talk) {
    for (int phone = 0; phone < SmallEngine.PHONES; phone++) {
      pbx.phone(SmallEngine.number(phone), PhoneBehaviour.answers(Duration.ofMillis(20), talk));
    }
  }

  /** Some 200 a second. */
  private static void calls(FakeAsterisk pbx, int many) throws InterruptedException {
    for (int caller = 0; caller < many; caller++) {
      pbx.call(CallPlan.of("0301234567", "700").withPatience(Duration.ofMinutes(10)));
      Thread.sleep(5);
    }
  }

  private static void await(SmallEngine engine, String count, long expected)
      throws IOException, InterruptedException {
    long end = System.nanoTime() + LONGEST.toNanos();
    Map<String, Long> counts = engine.report();
    while (counts.getOrDefault(count, 0L) < expected && System.nanoTime() < end) {
      Thread.sleep(100);
      counts = engine.report();
    }
    assertThat(counts).as(count).containsEntry(count, expected);
  }

  private static long callersAnswered(FakeAsterisk pbx) {
    return pbx.sightings().stream()
        .filter(seen -> seen.kind() == Sighting.Kind.PHONE_ANSWERS)
        .map(Sighting::caller)
        .distinct()
        .count();
  }

  /** Half of them dial strangers' phones, with all that an Asterisk 22 says of that. */
  private static String events(int first) {
    StringBuilder all = new StringBuilder();
    for (int i = first; i < first + AT_ONCE; i++) {
      all.append(i % 2 == 0 ? dial(i) : deviceState("PJSIP/stranger" + i % 200, "INUSE"));
    }
    return all.toString();
  }

  private static String deviceState(String device, String state) {
    return "Event: DeviceStateChange\r\nPrivilege: call,all\r\nDevice: "
        + device
        + "\r\nState: "
        + state
        + "\r\n\r\n";
  }

  private static String dial(int number) {
    StringBuilder text = new StringBuilder("Event: DialBegin\r\nPrivilege: call,all\r\n");
    for (String side : new String[] {"", "Dest"}) {
      String id = "lab-1700000000." + (side.isEmpty() ? 0 : 100_000 + number);
      for (String line :
          new String[] {
            "Channel: PJSIP/far-" + number,
            "ChannelState: 4",
            "ChannelStateDesc: Ring",
            "CallerIDNum: 0301234567",
            "CallerIDName: <unknown>",
            "ConnectedLineNum: 0301234567",
            "ConnectedLineName: <unknown>",
            "Language: en",
            "AccountCode: ",
            "Context: elsewhere",
            "Exten: s",
            "Priority: 1",
            "Uniqueid: " + id,
            "Linkedid: " + id
          }) {
        text.append(side).append(line).append("\r\n");
      }
    }
    return text.append("DialString: far").append(number).append("\r\n\r\n").toString();
  }
}
