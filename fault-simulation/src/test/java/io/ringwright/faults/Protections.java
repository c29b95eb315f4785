package io.ringwright.faults;

import io.ringwright.CallEvents;
import io.ringwright.SwitchEvents;
import io.ringwright.call.CallId;
import io.ringwright.call.Channel;
import io.ringwright.call.Device;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.InboundCall;
import io.ringwright.call.RingTarget;
import io.ringwright.call.RoutingAnswer;
import io.ringwright.call.RoutingDecision;
import io.ringwright.call.Token;
import io.ringwright.port.PbxSnapshot;
import io.ringwright.port.Telephony;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Takes protections away, by something that stands between two parts of an application. */
final class Protections {

  private Protections() {}

  /** Nobody asks where a caller is, and whatever the switch says to a move is taken for a yes. */
  static UnaryOperator<Telephony> blind() {
    return telephony ->
        new Telephony() {
          @Override
          public CompletionStage<DeliveryReport> deliver(Delivery delivery) {
            return telephony.deliver(delivery).thenApply(any -> DeliveryReport.SENT);
          }

          @Override
          public CompletionStage<Whereabouts> whereabouts(CallId call, Channel channel) {
            return new CompletableFuture<>();
          }
        };
  }

  /** Of what the switch says, these methods never reach the engine. */
  static UnaryOperator<SwitchEvents> deafTo(Set<String> methods) {
    return engine -> between(engine, (method, arguments) -> methods.contains(method.getName()));
  }

  /** Snapshots tell of devices, and of no caller. */
  static UnaryOperator<SwitchEvents> snapshotsWithoutCallers() {
    return engine ->
        between(
            engine,
            (method, arguments) -> {
              if (method.getName().equals("pbxConnected")) {
                PbxSnapshot seen = (PbxSnapshot) arguments[0];
                engine.pbxConnected(
                    new PbxSnapshot(
                        seen.pbx(), seen.takenAt(), seen.devices(), seen.alive(), List.of()));
                return true;
              }
              return false;
            });
  }

  /** The same engine, but what is asked for its time has another clock. */
  static UnaryOperator<SwitchEvents> timedBy(InstantSource clock) {
    return engine ->
        (SwitchEvents)
            Proxy.newProxyInstance(
                SwitchEvents.class.getClassLoader(),
                new Class<?>[] {SwitchEvents.class},
                (proxy, method, arguments) ->
                    method.getName().equals("engineTime")
                        ? clock.instant()
                        : passedOn(engine, method, arguments));
  }

  private static Object passedOn(Object to, Method method, Object[] arguments) throws Throwable {
    try {
      return method.invoke(to, arguments);
    } catch (InvocationTargetException thrown) {
      throw thrown.getCause();
    }
  }

  /** A landing rings the phones that the channel names, whatever its token. */
  static UnaryOperator<CallEvents> anyTokenCounts() {
    return engine ->
        (CallEvents)
            Proxy.newProxyInstance(
                CallEvents.class.getClassLoader(),
                new Class<?>[] {CallEvents.class},
                (proxy, method, arguments) -> {
                  Object answer = passedOn(engine, method, arguments);
                  return method.getName().equals("callLanded")
                      ? rings((RoutingAnswer) answer, (Token) arguments[1])
                      : answer;
                });
  }

  private static RoutingAnswer rings(RoutingAnswer answer, Token token) {
    return new RoutingAnswer(
        answer.call(),
        new RoutingDecision.Ring(
            token,
            List.of(new RingTarget(DirectoryNumber.of("8260"), Device.of("PJSIP/8260"))),
            Duration.ofSeconds(20)),
        answer.explanation());
  }

  /** The same engine; it is heard which calls arrive there. */
  static CallEvents hearing(CallEvents engine, Consumer<InboundCall> heard) {
    return (CallEvents)
        Proxy.newProxyInstance(
            CallEvents.class.getClassLoader(),
            new Class<?>[] {CallEvents.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("callArrived")) {
                heard.accept((InboundCall) arguments[0]);
              }
              return passedOn(engine, method, arguments);
            });
  }

  private interface Swallows {
    boolean swallows(Method method, Object[] arguments);
  }

  private static SwitchEvents between(SwitchEvents engine, Swallows swallows) {
    return (SwitchEvents)
        Proxy.newProxyInstance(
            SwitchEvents.class.getClassLoader(),
            new Class<?>[] {SwitchEvents.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("hashCode")) {
                return System.identityHashCode(proxy);
              }
              if (method.getName().equals("equals")) {
                return proxy == arguments[0];
              }
              if (method.getReturnType() == void.class && swallows.swallows(method, arguments)) {
                return null;
              }
              return passedOn(engine, method, arguments);
            });
  }
}
