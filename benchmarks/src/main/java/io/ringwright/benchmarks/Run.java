package io.ringwright.benchmarks;

import io.ringwright.it.LoadAsterisk;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * One run of one peer.
 *
 * @param gaps how long phones stood idle
 * @param callers how many called
 * @param served how many talked and were hung up on by the phone
 */
record Run(IdleGaps gaps, int callers, int served) {

  /** Until the house is full; then somebody arrives for each who leaves. */
  private static final String ARRIVALS_PER_SECOND = "50";

  /** Lets the callers of a load call a peer. */
  static Run of(Peer peer, Load load, LoadAsterisk asterisk, String name) throws IOException {
    long from = now();
    Path trace;
    try (Peer.Running running = peer.start(asterisk, load)) {
      trace = asterisk.call(name, sipp(peer, load), load.longest());
    }
    SipTrace callers = SipTrace.read(trace);
    SipTrace phones = SipTrace.read(asterisk.phonesTrace()).between(from, now());
    return new Run(IdleGaps.of(phones, callers, load.phones()), load.callers(), served(callers));
  }

  private static List<String> sipp(Peer peer, Load load) {
    return List.of(
        "-s",
        peer.number(),
        "-m",
        Integer.toString(load.callers()),
        "-l",
        Integer.toString(load.atOnce()),
        "-r",
        ARRIVALS_PER_SECOND);
  }

  private static int served(SipTrace callers) {
    return (int)
        callers.messages().stream()
            .filter(message -> !message.sent() && message.is("BYE"))
            .map(SipTrace.Message::call)
            .distinct()
            .count();
  }

  private static long now() {
    return ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
  }
}
