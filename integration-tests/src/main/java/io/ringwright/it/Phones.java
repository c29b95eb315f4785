package io.ringwright.it;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import io.ringwright.fakeasterisk.PhoneBehaviour;
import io.ringwright.fakeasterisk.PhoneBehaviour.Answers;
import io.ringwright.fakeasterisk.PhoneBehaviour.Busy;
import io.ringwright.fakeasterisk.PhoneBehaviour.Declines;
import io.ringwright.fakeasterisk.PhoneBehaviour.Vanished;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * The people at the phones: they tell the SIPp behind the relay what to do with each call, and note
 * what each phone saw.
 *
 * <p>Thread safety: may be used by many threads.
 */
final class Phones implements SippRelay.Watcher {

  private enum Phase {
    RINGING,
    ANSWERED,
    TALKING,
    OVER
  }

  private static final class PhoneCall {
    final SipMessage invite;
    final PhoneBehaviour behaviour;
    Phase phase = Phase.RINGING;

    PhoneCall(SipMessage invite, PhoneBehaviour behaviour) {
      this.invite = invite;
      this.behaviour = behaviour;
    }

    String number() {
      return invite.user();
    }
  }

  private final ScheduledExecutorService timer;
  private final SippRelay relay;

  @GuardedBy("this")
  private final Map<String, PhoneBehaviour> behaviours = new HashMap<>();

  @GuardedBy("this")
  private final Set<String> unplugged = new HashSet<>();

  @GuardedBy("this")
  private final Map<String, PhoneCall> calls = new HashMap<>();

  @GuardedBy("this")
  private final Map<String, List<SipSeen>> seen = new HashMap<>();

  Phones(ScheduledExecutorService timer, SippRelay relay) {
    this.timer = timer;
    this.relay = relay;
  }

  synchronized void behave(String number, PhoneBehaviour behaviour) {
    behaviours.put(number, behaviour);
  }

  synchronized void plug(String number, boolean in) {
    if (in) {
      unplugged.remove(number);
    } else {
      unplugged.add(number);
    }
  }

  synchronized boolean isPlugged(String number) {
    return !unplugged.contains(number);
  }

  synchronized void hangUp(String number) {
    calls.values().stream().filter(call -> call.number().equals(number)).forEach(this::hangUp);
  }

  synchronized List<SipSeen> saw(String number) {
    return List.copyOf(seen.getOrDefault(number, List.of()));
  }

  @Override
  public synchronized Optional<SipMessage> toSipp(SipMessage message) {
    String number = numberOf(message);
    if (unplugged.contains(number)) {
      return Optional.empty();
    }
    note(number, true, message);
    if (message.isNewInvite() && !calls.containsKey(message.callId())) {
      calls.put(message.callId(), new PhoneCall(message, behaviourOf(number)));
    }
    PhoneCall call = calls.get(message.callId());
    if (call != null && Set.of("CANCEL", "BYE").contains(message.kind())) {
      call.phase = Phase.OVER;
    }
    boolean gone = call != null && call.behaviour instanceof Vanished;
    return gone ? Optional.empty() : Optional.of(message);
  }

  @Override
  public synchronized void passedToSipp(SipMessage message) {
    PhoneCall call = calls.get(message.callId());
    if (call == null) {
      return;
    }
    if (message.isNewInvite() && call.invite.equals(message)) {
      begin(call);
    } else if (message.kind().equals("ACK") && call.phase == Phase.ANSWERED) {
      call.phase = Phase.TALKING;
      if (call.behaviour instanceof Answers answers) {
        later(answers.talk(), () -> hangUp(call));
      }
    }
  }

  @Override
  public synchronized Optional<SipMessage> toAsterisk(SipMessage message) {
    String number = numberOf(message);
    if (unplugged.contains(number)) {
      return Optional.empty();
    }
    note(number, false, message);
    PhoneCall call = calls.get(message.callId());
    if (call != null && message.kind().equals("BYE")) {
      call.phase = Phase.OVER;
    }
    return Optional.of(message);
  }

  @GuardedBy("this")
  private void begin(PhoneCall call) {
    PhoneBehaviour behaviour = call.behaviour;
    if (behaviour instanceof Busy) {
      tell(call, "BUSY", Phase.OVER);
      return;
    }
    tell(call, "RING", Phase.RINGING);
    if (behaviour instanceof Declines) {
      tell(call, "DECLINE", Phase.OVER);
    } else if (behaviour instanceof Answers answers) {
      later(answers.after(), () -> answer(call));
    }
  }

  private synchronized void answer(PhoneCall call) {
    if (call.phase == Phase.RINGING) {
      tell(call, "ANSWER", Phase.ANSWERED);
    }
  }

  private synchronized void hangUp(PhoneCall call) {
    if (call.phase == Phase.TALKING) {
      tell(call, "HANGUP", Phase.OVER);
    }
  }

  @GuardedBy("this")
  private void tell(PhoneCall call, String command, Phase next) {
    call.phase = next;
    relay.command(call.invite.command(command));
  }

  private void later(Duration delay, Runnable step) {
    var unused = timer.schedule(step, delay.toNanos(), TimeUnit.NANOSECONDS);
  }

  @GuardedBy("this")
  private PhoneBehaviour behaviourOf(String number) {
    return behaviours.getOrDefault(number, PhoneBehaviour.nobodyThere());
  }

  /** A message within a call belongs to the phone that the call's INVITE was for. */
  @GuardedBy("this")
  private String numberOf(SipMessage message) {
    PhoneCall call = calls.get(message.callId());
    if (call != null) {
      return call.number();
    }
    // A response out of any call answers an OPTIONS: its To has the phone's address.
    return message.isResponse()
        ? message.header("To").map(Phones::user).orElse("")
        : message.user();
  }

  private static String user(String address) {
    int from = address.indexOf("sip:") + 4;
    int to = address.indexOf('@');
    return to > from ? address.substring(from, to) : "";
  }

  @GuardedBy("this")
  private void note(String number, boolean received, SipMessage message) {
    if (message.method().equals("OPTIONS")) {
      return; // no call: Asterisk asks whether the phone is there
    }
    seen.computeIfAbsent(number, n -> new ArrayList<>())
        .add(new SipSeen(Instant.now(), received, message));
  }
}
