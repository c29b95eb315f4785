package io.ringwright.it.phone;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import io.ringwright.fakeasterisk.Lamp;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A lamp at a {@link SipPhone}: a subscription to dialog events (RFC 4235). It is on while the
 * switch says {@code confirmed}.
 *
 * <p>Thread safety: may be used by many threads.
 */
final class SipLamp implements Lamp {

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Pattern STATE = Pattern.compile("<state>([a-z]+)</state>");
  private static final int REFUSED = 300;
  private static final Set<String> ACCEPTED = Set.of("confirmed", "early");

  private final String id = UUID.randomUUID().toString();
  private final String tag = UUID.randomUUID().toString();
  private final String number;

  @GuardedBy("this")
  private final List<String> shown = new ArrayList<>();

  @GuardedBy("this")
  private int response;

  SipLamp(String number) {
    this.number = number;
  }

  String id() {
    return id;
  }

  /** Asks for the state, and waits for the first. */
  void subscribe(Wire wire, String account) {
    String from = "<sip:" + account + "@" + wire.host() + ">;tag=" + tag;
    String to = "sip:" + number.replace("#", "%23") + "@" + wire.peer();
    SipText subscribe =
        SipText.request("SUBSCRIBE", to)
            .with("Via", wire.via())
            .with("Max-Forwards", "70")
            .with("From", from)
            .with("To", "<" + to + ">")
            .with("Call-ID", id)
            .with("CSeq", "1 SUBSCRIBE")
            .with("Contact", "<sip:" + account + "@" + wire.address() + ">")
            .with("Event", "dialog")
            .with("Accept", "application/dialog-info+xml")
            .with("Expires", "300");
    wire.ask(subscribe, answer -> responded(answer.status()));
    await("to show a first state", states -> !states.isEmpty());
  }

  private synchronized void responded(int status) {
    response = status;
    notifyAll();
  }

  /** The switch tells the state. */
  SipText receive(SipText notify) {
    Matcher state = STATE.matcher(notify.body());
    if (notify.method().equals("NOTIFY") && state.find()) {
      show(ACCEPTED.contains(state.group(1)) ? "on" : "off");
    }
    return notify.response(200, tag);
  }

  private synchronized void show(String state) {
    shown.add(state);
    notifyAll();
  }

  @Override
  public void awaitOn() {
    await("to be on", states -> states.get(states.size() - 1).equals("on"));
  }

  @Override
  public void awaitOff() {
    await("to be off", states -> states.get(states.size() - 1).equals("off"));
  }

  private synchronized void await(String what, Predicate<List<String>> holds) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!holds.test(shown)) {
      long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
      if (left <= 0 || response >= REFUSED) {
        throw new IllegalStateException(
            "lamp " + number + " was expected " + what + ": SIP " + response + ", shown " + shown);
      }
      try {
        wait(left);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted", e);
      }
    }
  }

  @Override
  public synchronized List<String> shown() {
    return List.copyOf(shown);
  }
}
