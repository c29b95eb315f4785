package io.ringwright.it;

import io.ringwright.agi.Dialplan;
import io.ringwright.call.ContextName;
import io.ringwright.dialplan.Contexts;
import io.ringwright.fakeasterisk.DeskPhone;
import io.ringwright.fakeasterisk.PbxWithDesks;
import io.ringwright.fakeasterisk.PhoneBehaviour;
import io.ringwright.fakeasterisk.Sighting;
import io.ringwright.it.AsteriskConfiguration.Ports;
import io.ringwright.it.phone.SipPhone;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.DatagramSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * A real Asterisk with SIPp phones and callers, all on loopback, on ports that were free.
 *
 * <p>Its phones have the numbers 8260 to 8299. What is dialled enters the dialplan at {@code
 * ringwright-route}; {@code lab-} before a phone's number rings that phone without Ringwright.
 * Phones that hold, transfer and pick up are a {@link SipPhone} each, at the accounts of {@link
 * #desk(String)} and {@link #outside()}. External numbers are answered by phones too, named by the
 * number.
 *
 * <p>Everything it starts ends with {@link #close()} or with the JVM, however that ends. Its
 * configuration and its logs stay in {@link #work()}.
 *
 * <p>Thread safety: may be used by many threads.
 */
public final class RealAsterisk implements PbxWithDesks {

  private static final int QUALIFY_TRIES = 8;
  private static final long QUALIFY_MILLIS = 2_000;

  private static final String SYSTEM_NAME = "lab";

  private final LabParts parts = new LabParts();
  private final String systemName;
  private final SightingLog log = new SightingLog();
  private final DeviceStates devices = new DeviceStates();
  private final String secret = UUID.randomUUID().toString();
  private final Path work;
  private final Ports ports;
  private final Phones phones;
  private final Callers callers;
  private final AmiRelay amiRelay;
  private final Path program;
  private volatile AsteriskProcess asterisk;

  private RealAsterisk(
      AsteriskInstallation installation,
      UnaryOperator<Dialplan.Builder> dialplan,
      String systemName)
      throws IOException {
    this.systemName = systemName;
    try {
      work = LabFolder.create();
      DatagramSocket phoneWire = part(new DatagramSocket(FreePorts.loopback()));
      DatagramSocket callerWire = part(new DatagramSocket(FreePorts.loopback()));
      ports = freePorts(phoneWire.getLocalPort());
      ScheduledExecutorService timer = timer();
      SippRelay phoneRelay = relay("phones", installation, phoneWire, timer);
      phones = new Phones(timer, phoneRelay);
      phoneRelay.start("lab-phones", phones);
      SippRelay callerRelay = relay("callers", installation, callerWire, timer);
      callers = new Callers(timer, callerRelay, ports.sip(), new CallerSide());
      callerRelay.start("lab-callers", callers);
      AsteriskConfiguration.write(installation, work, ports, settings(), dialplan(dialplan));
      program = installation.asterisk();
      asterisk = part(AsteriskProcess.boot(program, work, ports.ami(), secret, this::take));
      amiRelay = part(new AmiRelay(ports.ami()));
      awaitPhones();
    } catch (IOException | RuntimeException e) {
      close();
      throw e;
    }
  }

  /**
   * Boots the release that the system property {@code asterisk} asks for, or the other where that
   * one cannot be had today.
   *
   * @return a running one
   * @throws AsteriskNotHereException if there is none on this machine
   */
  public static RealAsterisk boot() {
    return boot(AsteriskInstallation.findOrOther(AsteriskRelease.chosen()), as -> as);
  }

  /**
   * Boots an Asterisk.
   *
   * @param installation which one
   * @param dialplan what shall be different in Ringwright's dialplan; the laboratory's has a sign
   *     of life every second, and calls to outside go to the phones of the trunk
   * @return a running one
   */
  public static RealAsterisk boot(
      AsteriskInstallation installation, UnaryOperator<Dialplan.Builder> dialplan) {
    try {
      return new RealAsterisk(installation, dialplan, SYSTEM_NAME);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Boots the Asterisk of {@link #boot()} without a {@code systemname}.
   *
   * @return a running one
   */
  public static RealAsterisk bootWithoutSystemName() {
    try {
      return new RealAsterisk(
          AsteriskInstallation.findOrOther(AsteriskRelease.chosen()), as -> as, "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void phone(String number, PhoneBehaviour behaviour) {
    phones.behave(number, behaviour);
  }

  @Override
  public void reachable(String number, boolean reachable) {
    plug(number, reachable);
    awaitReachable(number, reachable);
  }

  /**
   * Takes a phone from the wire, in a talk too, or puts it back, and has Asterisk ask whether it is
   * there. Does not wait for what Asterisk says.
   *
   * @param number the extension number of the phone
   * @param in whether it is on the wire
   */
  public void plug(String number, boolean in) {
    phones.plug(number, in);
    qualify(number);
  }

  @Override
  public Caller call(CallPlan call) {
    return callers.call(call);
  }

  @Override
  public void hangUpPhone(String number) {
    phones.hangUp(number);
  }

  @Override
  public void amiOpen(boolean open) {
    if (open) {
      amiRelay.open();
    } else {
      amiRelay.close();
    }
  }

  @Override
  public AmiLogin ami() {
    return new AmiLogin(amiRelay.port(), "ringwright", secret);
  }

  @Override
  public AmiLogin amiThatCalls() {
    return new AmiLogin(amiRelay.port(), "ringwright-calls", secret);
  }

  @Override
  public int agiPort() {
    return ports.agi();
  }

  @Override
  public List<Sighting> sightings() {
    return log.sightings();
  }

  @Override
  public List<Map<String, String>> amiActions() {
    return amiRelay.actions();
  }

  /**
   * The account of a phone of the house that speaks SIP by itself, in contrast to those that SIPp
   * plays. Its calls enter the dialplan at {@code from-house}.
   *
   * @param number 8301 to 8309
   * @return where the phone registers
   */
  public SipPhone.Account desk(String number) {
    return new SipPhone.Account(number, "127.0.0.2", ports.sip());
  }

  /**
   * The account of somebody outside with a phone that speaks SIP by itself; one at a time.
   *
   * @return where that phone registers
   */
  public SipPhone.Account outside() {
    return new SipPhone.Account("outside", "127.0.0.3", ports.sip());
  }

  @Override
  public DeskPhone deskPhone(String account) {
    return SipPhone.register(desk(account));
  }

  @Override
  public DeskPhone phoneOutside() {
    return SipPhone.register(outside());
  }

  /**
   * What a phone got and gave on its own wire, oldest first.
   *
   * @param number the phone's extension number
   * @return an unchanging copy
   */
  public List<SipSeen> phoneSaw(String number) {
    return phones.saw(number);
  }

  /**
   * What a caller got and gave on its own wire, oldest first.
   *
   * @param caller the caller
   * @return an unchanging copy
   */
  public List<SipSeen> callerSaw(Caller caller) {
    return callers.saw(caller.id());
  }

  /**
   * The same as {@link #sightings()} without the first ones.
   *
   * @param from how many are left out
   * @return an unchanging copy
   */
  public List<Sighting> sightings(int from) {
    return log.sightings(from);
  }

  /**
   * Has Asterisk stop at once, and with it all its calls, of whose ends nobody is told; waits until
   * it is gone.
   */
  public void stopNow() {
    asterisk.stopNow();
    log.stopped();
    devices.stopped();
  }

  /** Boots Asterisk again after {@link #stopNow()}, and waits until it is ready. */
  public void startAgain() {
    try {
      asterisk = part(AsteriskProcess.boot(program, work, ports.ami(), secret, this::take));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    awaitPhones();
  }

  /**
   * Moves a caller as AMI Redirect does; nothing if the call is over.
   *
   * @param caller the identity of the caller
   * @param context of the dialplan
   * @param extension in it
   * @param step of the extension, from 1
   */
  public void move(String caller, String context, String extension, int step) {
    log.channelOf(caller)
        .ifPresent(
            channel ->
                asterisk
                    .observer()
                    .ask(
                        "Redirect",
                        Map.of(
                            "Channel", channel,
                            "Context", context,
                            "Exten", extension,
                            "Priority", String.valueOf(step))));
  }

  /**
   * What Asterisk's command line says.
   *
   * @param command for example {@code dialplan show}
   * @return its output
   */
  public String console(String command) {
    return asterisk.observer().command(command);
  }

  /**
   * The folder with this Asterisk's configuration and logs.
   *
   * @return stays after {@link #close()}
   */
  public Path work() {
    return work;
  }

  @Override
  public void close() {
    parts.close();
  }

  private final class CallerSide implements Callers.Switch {
    @Override
    public void endedOutside(String caller, String status) {
      log.endedOutside(caller, status);
    }

    @Override
    public void sendOn(String caller, String number) {
      move(caller, "from-trunk", number, 1);
    }
  }

  private void take(AmiMessage event) {
    log.take(event);
    devices.take(event);
  }

  /** Asterisk asks its phones once an hour whether they live; this makes it ask now. */
  private void qualify(String number) {
    asterisk.observer().ask("PJSIPQualify", Map.of("Endpoint", number));
  }

  /** Asks again every two seconds: a machine that stood still may have lost the first question. */
  private void awaitReachable(String number, boolean reachable) {
    try {
      Predicate<String> wanted =
          state -> !state.isEmpty() && reachable != state.equals("UNAVAILABLE");
      for (int tries = 1; !devices.await(number, wanted, QUALIFY_MILLIS); tries++) {
        if (tries == QUALIFY_TRIES) {
          throw new IllegalStateException(
              "Asterisk does not see phone " + number + " as reachable=" + reachable);
        }
        qualify(number);
      }
    } catch (InterruptedIOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void awaitPhones() {
    List<String> numbers =
        IntStream.rangeClosed(AsteriskConfiguration.FIRST_PHONE, AsteriskConfiguration.LAST_PHONE)
            .mapToObj(Integer::toString)
            .toList();
    numbers.forEach(this::qualify);
    numbers.stream().filter(phones::isPlugged).forEach(number -> awaitReachable(number, true));
  }

  private <T extends AutoCloseable> T part(T part) {
    parts.add(part);
    return part;
  }

  private Ports freePorts(int phones) throws IOException {
    DatagramSocket sink = part(new DatagramSocket(FreePorts.loopback()));
    return new Ports(
        FreePorts.udp(), FreePorts.tcp(), FreePorts.tcp(), phones, sink.getLocalPort());
  }

  private SippRelay relay(
      String name,
      AsteriskInstallation installation,
      DatagramSocket wire,
      ScheduledExecutorService timer)
      throws IOException {
    SippProcess sipp =
        part(SippProcess.start(work, installation.sipp(), name, wire.getLocalPort(), ports.sink()));
    return part(new SippRelay(wire, timer, ports.sip(), sipp.port()));
  }

  private ScheduledExecutorService timer() {
    ScheduledExecutorService timer =
        Executors.newSingleThreadScheduledExecutor(
            work -> {
              Thread thread = new Thread(work, "lab-timer");
              thread.setDaemon(true);
              return thread;
            });
    parts.add(timer::shutdownNow);
    return timer;
  }

  private Dialplan dialplan(UnaryOperator<Dialplan.Builder> changes) {
    Dialplan.Builder laboratory =
        Dialplan.builder()
            .agi("127.0.0.1", ports.agi())
            .keepAliveEvery(Duration.ofSeconds(1))
            .keysWhileRinging("0123456789*#")
            .sounds(work.resolve("data/sounds").toString())
            .context(Contexts.Part.OUTBOUND, ContextName.of("to-trunk"));
    return changes.apply(laboratory).build();
  }

  private Map<String, String> settings() throws IOException {
    Path run = LabFolder.createShort();
    parts.add(() -> LabFolder.delete(run));
    return Map.of("SECRET", secret, "SYSTEM", systemName, "RUN", run.toString());
  }
}
