package io.ringwright.it;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import io.ringwright.testkit.PbxUnderTest.CallPlan;
import io.ringwright.testkit.PbxUnderTest.Caller;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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

  /** What RFC 3986 calls unreserved; everything else is written as %xx in an address. */
  private static final String PLAIN =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.*";

  private final ScheduledExecutorService timer;
  private final SippRelay relay;
  private final int asteriskPort;
  private final AtomicInteger last = new AtomicInteger();
  private final Map<String, SipCaller> callers = new ConcurrentHashMap<>();

  @GuardedBy("this")
  private final Map<String, List<SipSeen>> seen = new HashMap<>();

  Callers(ScheduledExecutorService timer, SippRelay relay, int asteriskPort) {
    this.timer = timer;
    this.relay = relay;
    this.asteriskPort = asteriskPort;
  }

  Caller call(CallPlan plan) {
    String id = "caller-" + last.incrementAndGet();
    SipMessage command = command(id, plan);
    SipCaller caller = new SipCaller(id, command);
    callers.put(id, caller);
    relay.command(command);
    timer.schedule(caller::hangUp, plan.patience().toNanos(), TimeUnit.NANOSECONDS);
    return caller;
  }

  synchronized List<SipSeen> saw(String id) {
    return List.copyOf(seen.getOrDefault(id, List.of()));
  }

  @Override
  public boolean toAsterisk(SipMessage message) {
    note(false, message);
    return true;
  }

  @Override
  public boolean toSipp(SipMessage message) {
    note(true, message);
    return true;
  }

  @Override
  public void passedToSipp(SipMessage message) {
    SipCaller caller = callers.get(message.callId());
    if (caller != null) {
      caller.proceed();
    }
  }

  private SipMessage command(String id, CallPlan plan) {
    String host = "@127.0.0.1";
    String uri = "sip:" + escaped(plan.dialled()) + host + ":" + asteriskPort;
    String from = quoted(plan.name()) + " <sip:" + escaped(plan.number()) + host + ">;tag=" + id;
    String text =
        String.join(
            "\r\n",
            "CALL sip:lab SIP/2.0",
            "Via: SIP/2.0/UDP 127.0.0.1:9;branch=z9hG4bK-" + id,
            "From: " + from,
            "To: <" + uri + ">",
            "Call-ID: " + id,
            "CSeq: 1 CALL",
            "X-Uri: " + uri,
            "X-Priority: " + plan.priority(),
            "Content-Length: 0",
            "",
            "");
    return new SipMessage(text);
  }

  /** The user part of an address (RFC 3261 §19.1.2): any text, in UTF-8, nothing left unescaped. */
  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
      if (octet > 0 && PLAIN.indexOf(octet) >= 0) {
        escaped.append((char) octet);
      } else {
        escaped.append(String.format(Locale.ROOT, "%%%02X", octet & 0xff));
      }
    }
    return escaped.toString();
  }

  /** A display name (RFC 3261 §25.1, quoted-string), in UTF-8 with a character for each byte. */
  private static String quoted(String name) {
    String octets = new String(name.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    return '"' + octets.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  private synchronized void note(boolean received, SipMessage message) {
    seen.computeIfAbsent(message.callId(), id -> new ArrayList<>())
        .add(new SipSeen(Instant.now(), received, message));
  }

  /** How far a call has come, by what was on its wire. */
  private enum Progress {
    /** Asterisk has not answered the INVITE in any way: there is nothing to hang up yet. */
    NOTHING,
    GOES_ON,
    OVER
  }

  private synchronized Progress progress(String id) {
    List<SipMessage> messages =
        seen.getOrDefault(id, List.of()).stream().map(SipSeen::message).toList();
    if (messages.stream().anyMatch(m -> m.kind().equals("BYE") || isRefusal(m))) {
      return Progress.OVER;
    }
    return messages.stream().anyMatch(SipMessage::isResponse) ? Progress.GOES_ON : Progress.NOTHING;
  }

  private static boolean isRefusal(SipMessage message) {
    return message.isResponse()
        && message.method().equals("INVITE")
        && "3456".indexOf(message.kind().charAt(0)) >= 0;
  }

  private final class SipCaller implements Caller {
    private final String id;
    private final SipMessage command;

    @GuardedBy("this")
    private boolean wantsToHangUp;

    @GuardedBy("this")
    private boolean hungUp;

    SipCaller(String id, SipMessage command) {
      this.id = id;
      this.command = command;
    }

    @Override
    public String id() {
      return id;
    }

    @Override
    public synchronized void hangUp() {
      wantsToHangUp = true;
      proceed();
    }

    /** Hangs up if that is wanted and, by RFC 3261 section 9.1, already possible. */
    synchronized void proceed() {
      if (wantsToHangUp && !hungUp && progress(id) == Progress.GOES_ON) {
        hungUp = true;
        relay.command(command.command("HANGUP"));
      }
    }
  }
}
