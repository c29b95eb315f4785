package io.ringwright.it.phone;

import io.ringwright.fakeasterisk.DeskPhone;
import io.ringwright.fakeasterisk.Lamp;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * A telephone that is registered at an Asterisk on loopback.
 *
 * <p>Whoever calls it finds it ringing; what it does then, the test says through the {@link
 * SipCall} of {@link #awaitCall()}. A phone that is told nothing does not answer. In a talk it says
 * a tone, which tells whose voice is heard: {@value #OUTSIDE_HERTZ} Hz outside, {@value
 * #HOUSE_HERTZ} Hz in the house.
 *
 * <pre>{@code
 * try (SipPhone phone = SipPhone.register(new SipPhone.Account("8301", "127.0.0.2", port))) {
 *   SipCall call = phone.awaitCall();
 *   call.answer();
 *   call.transfer("8302");
 * }
 * }</pre>
 *
 * <p>Thread safety: may be used by many threads.
 */
public final class SipPhone implements DeskPhone {

  /** The tone of a phone outside. */
  public static final int OUTSIDE_HERTZ = 500;

  /** The tone of a phone of the house. */
  public static final int HOUSE_HERTZ = 1_000;

  private static final int SAMPLES_PER_SECOND = 8_000;

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int OK = 200;

  private final Account account;
  private final ScheduledExecutorService clock;
  private final Wire wire;
  private final SipCall.Parts parts;
  private final String registration = UUID.randomUUID().toString();
  private final Map<String, SipCall> calls = new ConcurrentHashMap<>();
  private final Map<String, SipLamp> lamps = new ConcurrentHashMap<>();
  private final BlockingQueue<SipCall> ringing = new LinkedBlockingQueue<>();

  /**
   * The place where a phone registers.
   *
   * @param name of the PJSIP endpoint and of its AOR
   * @param host the phone's own address on loopback, by which Asterisk may identify it
   * @param asteriskPort where Asterisk listens for SIP, on 127.0.0.1
   */
  public record Account(String name, String host, int asteriskPort) {}

  /** How many samples a period of the tone of an account has. */
  static int periodOf(String account) {
    return SAMPLES_PER_SECOND / (account.equals("outside") ? OUTSIDE_HERTZ : HOUSE_HERTZ);
  }

  private SipPhone(Account account) throws IOException {
    this.account = account;
    this.clock = Executors.newSingleThreadScheduledExecutor(work -> thread(work, account));
    this.wire = new Wire(account.host(), account.asteriskPort(), clock);
    this.parts = new SipCall.Parts(account.name(), wire, clock);
    wire.open(this::receive);
  }

  /**
   * A new phone, registered. Several phones of one account are several contacts.
   *
   * @param account where
   * @return the phone
   * @throws IllegalStateException if Asterisk does not accept it within 10 s
   */
  public static SipPhone register(Account account) {
    try {
      SipPhone phone = new SipPhone(account);
      phone.register(3_600);
      return phone;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Calls a number.
   *
   * @param dialled letters, digits, {@code *}, {@code #}
   * @return the call, which has just begun
   */
  @Override
  public SipCall call(String dialled) {
    return callAs(account.name(), dialled);
  }

  /**
   * Calls a number, with a caller's number that is not the account's.
   *
   * @param number the caller's
   * @param dialled letters, digits, {@code *}, {@code #}
   * @return the call, which has just begun
   */
  @Override
  public SipCall callAs(String number, String dialled) {
    SipCall call = SipCall.begin(parts, number, dialled.replace("#", "%23"));
    calls.put(call.id(), call);
    return call;
  }

  /**
   * Waits for the next call that rings here; each is returned once.
   *
   * @return the call, not answered yet
   * @throws IllegalStateException if none comes within 10 s
   */
  @Override
  public SipCall awaitCall() {
    try {
      SipCall call = ringing.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      if (call == null) {
        throw new IllegalStateException(
            "phone " + account.name() + " was not called within " + PATIENCE.toSeconds() + " s");
      }
      return call;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  /**
   * Whether a call rings here that {@link #awaitCall()} has not returned.
   *
   * @return false as well for a call that has stopped ringing
   */
  @Override
  public boolean rings() {
    return ringing.stream().anyMatch(call -> !call.isOver());
  }

  @Override
  public Lamp lamp(String number) {
    SipLamp lamp = new SipLamp(number);
    lamps.put(lamp.id(), lamp);
    lamp.subscribe(wire, account.name());
    return lamp;
  }

  /** Hangs up all its calls and takes back the registration. */
  @Override
  public void close() {
    try {
      calls.values().forEach(SipCall::hangUp);
      register(0);
    } finally {
      wire.close();
      clock.shutdownNow();
    }
  }

  private void receive(SipText request) {
    SipCall call = calls.get(request.required("Call-ID"));
    SipLamp lamp = lamps.get(request.required("Call-ID"));
    if (lamp != null) {
      wire.reply(request, lamp.receive(request));
    } else if (call != null) {
      call.receive(request);
    } else if (request.method().equals("INVITE")) {
      SipCall fresh = SipCall.ring(parts, request);
      calls.put(fresh.id(), fresh);
      ringing.add(fresh);
    } else if (!request.method().equals("ACK")) {
      wire.reply(request, request.response(OK, registration));
    }
  }

  private void register(int seconds) {
    CountDownLatch accepted = new CountDownLatch(1);
    String address = "<sip:" + account.name() + "@" + wire.peer() + ">";
    Consumer<SipText> response =
        message -> {
          if (message.status() == OK) {
            accepted.countDown();
          }
        };
    SipText register =
        SipText.request("REGISTER", "sip:" + wire.peer())
            .with("Via", wire.via())
            .with("Max-Forwards", "70")
            .with("From", address + ";tag=" + registration)
            .with("To", address)
            .with("Call-ID", registration)
            .with("CSeq", (seconds == 0 ? 2 : 1) + " REGISTER");
    String contact = "<sip:" + account.name() + "@" + wire.address() + ">;expires=" + seconds;
    wire.ask(register.with("Contact", contact), response);
    awaitAcceptance(accepted);
  }

  private void awaitAcceptance(CountDownLatch accepted) {
    try {
      if (!accepted.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        throw new IllegalStateException(
            "Asterisk did not accept the registration of " + account + ": see its log");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private static Thread thread(Runnable work, Account account) {
    Thread thread = new Thread(work, "phone-" + account.name());
    thread.setDaemon(true);
    return thread;
  }
}
