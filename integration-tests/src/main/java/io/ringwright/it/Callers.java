package io.ringwright.it;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import io.ringwright.fakeasterisk.PbxUnderTest.CallPlan;
import io.ringwright.fakeasterisk.PbxUnderTest.Caller;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The people who call from outside, by the SIPp behind the relay.
 *
 * <p>Thread safety: may be used by many threads.
 */
final class Callers implements SippRelay.Watcher {

  /** After this long without any response Asterisk has thrown the INVITE away. */
  private static final Duration IGNORED_AFTER = Duration.ofSeconds(2);

  /** How long Asterisk may take to tell of a call that it has refused. */
  private static final Duration TOLD_AFTER = Duration.ofMillis(300);

  private final ScheduledExecutorService timer;
  private final SippRelay relay;
  private final int asteriskPort;
  private final Switch asterisk;
  private final AtomicInteger last = new AtomicInteger();
  private final Map<String, SipCaller> callers = new ConcurrentHashMap<>();

  /** What callers need of the Asterisk that they dial. */
  interface Switch {

    /**
     * A caller's call is over; Asterisk may know more of it.
     *
     * @param status of the response, empty if there was none
     */
    void endedOutside(String caller, String status);

    /** Moves the channel of a caller to where calls for a number come in. */
    void sendOn(String caller, String number);
  }

  /** Callers who dial Asterisk. */
  Callers(ScheduledExecutorService timer, SippRelay relay, int asteriskPort, Switch asterisk) {
    this.timer = timer;
    this.relay = relay;
    this.asteriskPort = asteriskPort;
    this.asterisk = asterisk;
  }

  Caller call(CallPlan plan) {
    String id = "caller-" + last.incrementAndGet();
    SipCaller caller = new SipCaller(CallerIdentity.of(id, plan, asteriskPort));
    callers.put(id, caller);
    relay.command(caller.identity.command());
    later(plan.patience(), caller::hangUp);
    later(IGNORED_AFTER, caller::endIfIgnored);
    return caller;
  }

  List<SipSeen> saw(String id) {
    SipCaller caller = callers.get(id);
    return caller == null ? List.of() : caller.saw();
  }

  @Override
  public Optional<SipMessage> toAsterisk(SipMessage message) {
    SipCaller caller = callers.get(message.callId());
    return Optional.of(caller == null ? message : caller.sends(message));
  }

  @Override
  public Optional<SipMessage> toSipp(SipMessage message) {
    SipCaller caller = callers.get(message.callId());
    return Optional.of(caller == null ? message : caller.receives(message));
  }

  @Override
  public void passedToSipp(SipMessage message) {
    SipCaller caller = callers.get(message.callId());
    if (caller != null) {
      caller.proceed();
    }
  }

  private void later(Duration delay, Runnable step) {
    var unused = timer.schedule(step, delay.toNanos(), TimeUnit.NANOSECONDS);
  }

  private static boolean isRefusal(SipMessage message) {
    return message.isResponse()
        && message.method().equals("INVITE")
        && "3456".indexOf(message.kind().charAt(0)) >= 0;
  }

  private final class SipCaller implements Caller {
    private final CallerIdentity identity;

    @GuardedBy("this")
    private final List<SipSeen> seen = new ArrayList<>();

    @GuardedBy("this")
    private boolean wantsToHangUp;

    @GuardedBy("this")
    private boolean hungUp;

    /** Keys that SIPp has not been told of: it presses one after the other. */
    @GuardedBy("this")
    private final Deque<Character> keys = new ArrayDeque<>();

    @GuardedBy("this")
    private int keysPressed;

    @GuardedBy("this")
    private boolean pressing;

    SipCaller(CallerIdentity identity) {
      this.identity = identity;
    }

    @Override
    public String id() {
      return identity.id();
    }

    @Override
    public synchronized void hangUp() {
      wantsToHangUp = true;
      proceed();
    }

    @Override
    public synchronized void press(char key) {
      boolean up = seen.stream().anyMatch(each -> each.message().kind().equals("ACK"));
      if (up) {
        keys.add(key);
        pressNext();
      }
    }

    @Override
    public void sendOn(String number) {
      asterisk.sendOn(id(), number);
    }

    @GuardedBy("this")
    private void pressNext() {
      boolean over = hungUp || seen.stream().anyMatch(each -> each.message().kind().equals("BYE"));
      if (pressing || over || keys.isEmpty()) {
        return;
      }
      pressing = true;
      keysPressed++;
      Map<String, String> key =
          Map.of(
              "X-Key", String.valueOf(keys.remove()),
              "X-Sequence", String.valueOf(1 + keysPressed));
      relay.command(identity.command().command("KEY", key));
    }

    synchronized List<SipSeen> saw() {
      return List.copyOf(seen);
    }

    synchronized SipMessage sends(SipMessage message) {
      SipMessage real = identity.unveil(message);
      seen.add(new SipSeen(Instant.now(), false, real));
      return real;
    }

    synchronized SipMessage receives(SipMessage message) {
      seen.add(new SipSeen(Instant.now(), true, message));
      if (isRefusal(message)) {
        later(TOLD_AFTER, () -> asterisk.endedOutside(id(), message.kind()));
      }
      return identity.veil(message);
    }

    /**
     * Hangs up if that is wanted and possible: a call that has not been answered in any way cannot
     * be cancelled yet (RFC 3261 section 9.1).
     */
    synchronized void proceed() {
      if (seen.get(seen.size() - 1).message().method().equals("INFO")) {
        pressing = false;
        pressNext();
      }
      boolean answered = seen.stream().anyMatch(SipSeen::received);
      boolean over =
          seen.stream()
              .map(SipSeen::message)
              .anyMatch(message -> message.kind().equals("BYE") || isRefusal(message));
      if (wantsToHangUp && answered && !over && !hungUp) {
        hungUp = true;
        relay.command(identity.command().command("HANGUP"));
      }
    }

    void endIfIgnored() {
      if (saw().stream().noneMatch(SipSeen::received)) {
        asterisk.endedOutside(id(), "");
      }
    }
  }
}
