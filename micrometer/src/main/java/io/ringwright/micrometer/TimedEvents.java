package io.ringwright.micrometer;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.ringwright.CallEvents;
import io.ringwright.call.CallId;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.InboundCall;
import io.ringwright.call.Inquiry;
import io.ringwright.call.RememberedCall;
import io.ringwright.call.RingOutcome;
import io.ringwright.call.RoutingAnswer;
import io.ringwright.call.Token;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * An engine that measures how long its answers take.
 *
 * <p>Thread safety: as the engine that it measures.
 */
final class TimedEvents implements CallEvents {

  /** Bounds of the buckets of answers and of the journal. */
  static final Duration[] FAST = {
    Duration.ofMillis(1),
    Duration.ofMillis(3),
    Duration.ofMillis(10),
    Duration.ofMillis(30),
    Duration.ofMillis(100),
    Duration.ofMillis(300),
    Duration.ofSeconds(1)
  };

  private final CallEvents engine;
  private final LongSupplier nanoseconds;
  private final Timer arrival;
  private final Timer ringEnd;
  private final Timer landing;
  private final Timer sign;
  private final Timer key;

  TimedEvents(CallEvents engine, MeterRegistry registry, LongSupplier nanoseconds) {
    this.engine = engine;
    this.nanoseconds = nanoseconds;
    this.arrival = timer(registry, "arrival");
    this.ringEnd = timer(registry, "ring-end");
    this.landing = timer(registry, "landing");
    this.sign = timer(registry, "sign-of-life");
    this.key = timer(registry, "key");
  }

  private static Timer timer(MeterRegistry registry, String question) {
    return MeterName.QUESTION
        .timer()
        .tag("question", question)
        .serviceLevelObjectives(FAST)
        .register(registry);
  }

  @Override
  public Instant engineTime() {
    return engine.engineTime();
  }

  @Override
  public RoutingAnswer callArrived(InboundCall call) {
    return timed(arrival, () -> engine.callArrived(call));
  }

  @Override
  public RoutingAnswer ringEnded(RememberedCall call, Token token, RingOutcome outcome) {
    return timed(ringEnd, () -> engine.ringEnded(call, token, outcome));
  }

  @Override
  public RoutingAnswer callLanded(RememberedCall call, Token token) {
    return timed(landing, () -> engine.callLanded(call, token));
  }

  @Override
  public RoutingAnswer callerAlive(RememberedCall call) {
    return timed(sign, () -> engine.callerAlive(call));
  }

  @Override
  public RoutingAnswer keyPressed(RememberedCall call, DirectoryNumber pressed) {
    return timed(key, () -> engine.keyPressed(call, pressed));
  }

  @Override
  public RoutingAnswer keyPressed(RememberedCall call, DirectoryNumber keys, Inquiry inquiry) {
    return timed(key, () -> engine.keyPressed(call, keys, inquiry));
  }

  @Override
  public void callEnded(CallId call) {
    engine.callEnded(call);
  }

  @Override
  public void callFellBack(CallId call) {
    engine.callFellBack(call);
  }

  private RoutingAnswer timed(Timer timer, Supplier<RoutingAnswer> question) {
    long begun = nanoseconds.getAsLong();
    try {
      return question.get();
    } finally {
      timer.record(nanoseconds.getAsLong() - begun, TimeUnit.NANOSECONDS);
    }
  }
}
