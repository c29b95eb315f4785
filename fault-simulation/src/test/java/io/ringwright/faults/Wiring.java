package io.ringwright.faults;

import io.ringwright.CallEvents;
import io.ringwright.CallRouterBuilder;
import io.ringwright.SwitchEvents;
import io.ringwright.ami.SteppedLink;
import io.ringwright.port.RoutingListener;
import io.ringwright.port.Telephony;
import java.time.Duration;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** How an application is wired; tests put something between its parts, or change a limit. */
final class Wiring {

  final RoutingListener listener;
  Supplier<Duration> commitTakes = () -> Duration.ofMillis(2);
  UnaryOperator<CallRouterBuilder> builder = same -> same;
  UnaryOperator<Telephony> telephony = same -> same;
  UnaryOperator<SwitchEvents> events = same -> same;
  UnaryOperator<CallEvents> calls = same -> same;
  SteppedLink.Limits limits = SteppedLink.Limits.USUAL;
  Duration patience = Duration.ofMillis(100);
  Duration deadline = Duration.ofMillis(300);

  Wiring(RoutingListener listener) {
    this.listener = listener;
  }

  Wiring commitTakes(Supplier<Duration> time) {
    commitTakes = time;
    return this;
  }

  Wiring builder(UnaryOperator<CallRouterBuilder> changed) {
    builder = changed;
    return this;
  }

  Wiring telephony(UnaryOperator<Telephony> between) {
    telephony = between;
    return this;
  }

  Wiring events(UnaryOperator<SwitchEvents> between) {
    events = between;
    return this;
  }

  Wiring calls(UnaryOperator<CallEvents> between) {
    calls = between;
    return this;
  }

  Wiring limits(SteppedLink.Limits changed) {
    limits = changed;
    return this;
  }

  /** For how long an answer waits for the disk. */
  Wiring patience(Duration time) {
    patience = time;
    return this;
  }

  /** When an answer of FastAGI leaves at the latest. */
  Wiring deadline(Duration time) {
    deadline = time;
    return this;
  }
}
