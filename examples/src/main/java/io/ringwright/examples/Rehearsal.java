package io.ringwright.examples;

import io.ringwright.agi.Dialplan;
import io.ringwright.directory.CallForwarding;
import io.ringwright.directory.Condition;
import io.ringwright.directory.PhoneList;
import io.ringwright.examples.CallCentre.Asterisk;
import io.ringwright.fakeasterisk.FakeAsterisk;
import io.ringwright.fakeasterisk.PbxUnderTest;
import io.ringwright.fakeasterisk.PbxUnderTest.CallPlan;
import io.ringwright.fakeasterisk.PhoneBehaviour;
import io.ringwright.fakeasterisk.Sighting;
import io.ringwright.fakeasterisk.Sighting.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * A stand-in for Asterisk, three phones, and people who call: about half a minute of a busy day.
 */
final class Rehearsal implements AutoCloseable {

  static final String CAST =
      """
      Three phones: 8260 Anna, 8261 Ben, 8262 Cleo, who is out for coffee. 700 is sales, all three, longest idle first.
      Calls to Anna go to Ben when she is busy. 8263 forwards to 8264, and 8264 back to 8263.
      """;

  private static final List<Entrance> ENTRANCES =
      List.of(
          new Entrance(0.2, CallPlan.of("0301", "8260").withName("Doris")),
          new Entrance(1.0, CallPlan.of("0302", "8260").withName("Emil")),
          new Entrance(2.0, CallPlan.of("0303", "700").withName("Frida")),
          new Entrance(3.0, CallPlan.of("0304", "700").withName("Gustav")),
          new Entrance(
              3.5,
              CallPlan.of("0305", "700").withName("Hanna").withPatience(Duration.ofSeconds(3))),
          new Entrance(4.0, CallPlan.of("0306", "700").withName("Ida, VIP").withPriority(1)),
          new Entrance(4.5, CallPlan.of("0307", "8263").withName("Jakob")),
          new Entrance(5.0, CallPlan.of("0308", "999").withName("Karl")));

  private final FakeAsterisk pbx;

  private record Entrance(double second, CallPlan call) {}

  Rehearsal() throws IOException {
    pbx = standIn();
  }

  /** A switch with three phones that listens. */
  static FakeAsterisk standIn() throws IOException {
    return FakeAsterisk.builder().phones("8260", "8261", "8262").dialplan(dialplan()).start();
  }

  /** Where it listens. */
  static Asterisk address(FakeAsterisk standIn) {
    PbxUnderTest.AmiLogin ami = standIn.ami();
    return new Asterisk("127.0.0.1", ami.port(), ami.user(), ami.secret(), standIn.agiPort());
  }

  static PhoneList phones() {
    return PhoneList.builder()
        .extension("8260", anna -> anna.device("PJSIP/8260").forwardOnBusy("8261"))
        .extension("8261", ben -> ben.device("PJSIP/8261"))
        .extension("8262", cleo -> cleo.device("PJSIP/8262").ringTime(Duration.ofSeconds(2)))
        .extension("8263", one -> one.device("PJSIP/8263").forwardUnconditional("8264"))
        .extension(
            "8264",
            two ->
                two.device("PJSIP/8264")
                    .forward(
                        CallForwarding.Kind.UNCONDITIONAL,
                        "8263",
                        new Condition.Host("all day", any -> true)))
        .huntGroup("700", sales -> sales.member("8260").member("8261").member("8262"))
        .build();
  }

  Asterisk asterisk() {
    return address(pbx);
  }

  /** Lets everybody call, and waits until the last call is over. */
  void play() throws InterruptedException {
    Duration ringing = Duration.ofMillis(600);
    pbx.phone("8260", PhoneBehaviour.answers(ringing, Duration.ofSeconds(6)));
    pbx.phone("8261", PhoneBehaviour.answers(ringing, Duration.ofSeconds(5)));
    ScheduledExecutorService stage = Executors.newSingleThreadScheduledExecutor();
    try {
      for (Entrance entrance : ENTRANCES) {
        long delay = (long) (entrance.second() * 1000);
        var unused = stage.schedule(() -> pbx.call(entrance.call()), delay, TimeUnit.MILLISECONDS);
      }
      long patience = System.nanoTime() + Duration.ofMinutes(1).toNanos();
      while (ended() < ENTRANCES.size() && System.nanoTime() < patience) {
        TimeUnit.MILLISECONDS.sleep(100);
      }
    } finally {
      stage.shutdown();
    }
  }

  @Override
  public void close() {
    pbx.close();
  }

  private long ended() {
    return pbx.sightings().stream().map(Sighting::kind).filter(Kind.CALLER_ENDED::equals).count();
  }

  private static String dialplan() throws IOException {
    try (InputStream file =
        Objects.requireNonNull(Dialplan.class.getResourceAsStream("ringwright.conf"))) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
