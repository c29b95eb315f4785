package io.ringwright.ami;

import io.ringwright.SwitchEvents;
import io.ringwright.call.PbxId;
import io.ringwright.dialplan.Contexts;
import io.ringwright.testkit.ManualClock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Random;

/** Settings for tests of one part. */
final class Settings {

  static final PbxId LAB = PbxId.of("lab");

  static final DialplanContexts CONTEXTS = new DialplanContexts(Contexts.standard());

  private Settings() {}

  /** Pings every 20 s, looks every 60 s, waits 2 s for an answer, keeps 40 000 bytes of events. */
  static LinkSettings with(SwitchEvents engine, ManualClock clock) {
    return with(engine, clock, clock);
  }

  /** The same, with a wall clock that may show another time. */
  static LinkSettings with(SwitchEvents engine, InstantSource clock, InstantSource wallClock) {
    return new LinkSettings(
        LAB,
        new AmiSession.Endpoint("127.0.0.1", 5038, "router", "secret", null),
        new LinkSettings.Plan(
            CONTEXTS,
            "tT",
            Optional.of(new CallingBack("PJSIP/<number>@trunk", Duration.ofSeconds(25))),
            LinkSettings.Agents.NONE),
        new LinkSettings.Rhythm(
            Duration.ofSeconds(2),
            Duration.ofSeconds(20),
            Duration.ofSeconds(60),
            40_000,
            new LinkSettings.BackOff(Duration.ofMillis(500), Duration.ofSeconds(30))),
        new LinkSettings.World(
            engine,
            new AmiTelephony(),
            LinkTellings.Hearers.NONE,
            new LinkSettings.Sources(clock, wallClock, new Random(1))));
  }
}
