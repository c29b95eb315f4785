package io.ringwright.fakeasterisk;

import io.ringwright.fakeasterisk.agi.AgiApplication;
import io.ringwright.fakeasterisk.ami.AmiFaults;
import io.ringwright.fakeasterisk.ami.AmiServer;
import io.ringwright.fakeasterisk.ami.AmiUser;
import io.ringwright.fakeasterisk.pbx.DialplanRunner;
import io.ringwright.fakeasterisk.switchboard.LiveChannel;
import io.ringwright.fakeasterisk.switchboard.Location;
import io.ringwright.fakeasterisk.switchboard.Party;
import io.ringwright.fakeasterisk.switchboard.RealTimeline;
import io.ringwright.fakeasterisk.switchboard.Switchboard;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A stand-in for Asterisk 22 on real sockets: it serves AMI, calls the application's FastAGI server
 * as its dialplan says, and has phones and callers that do as told. Everything is on loopback.
 *
 * <p>It runs the text of a real dialplan, and behaves as Asterisk 22.10 was seen to behave: state
 * machines, order of events, texts of errors, and the odd things as well. It is started with {@link
 * #builder()} and closed when done.
 *
 * <p>Thread safety: may be used by many threads.
 *
 * @see FakePbx
 */
public final class FakeAsterisk implements PbxWithDesks {

  /** Where calls from outside come in. */
  static final String TRUNK = "PJSIP/trunk";

  /** The context of the trunk. */
  private static final String INCOMING = "from-trunk";

  /** The longest number or name that Asterisk keeps: {@code AST_MAX_EXTENSION} less one. */
  private static final int LONGEST_TEXT = 79;

  private final RealTimeline timeline;
  private final Switchboard switchboard;
  private final DialplanRunner runner;
  private final BehavingPhone phones;
  private final SightingRecorder recorder;
  private final AgiApplication agi;
  private final AmiServer amiServer;
  private final AmiLogin login;
  private final AmiLogin loginThatCalls;
  private final int agiPort;
  private final Map<String, FakeDesk> desks = new TreeMap<>();

  FakeAsterisk(FakeAsteriskBuilder plan) {
    this.timeline = new RealTimeline("ringwright-fake-asterisk");
    this.switchboard = new Switchboard(timeline, plan.systemName());
    this.phones = new BehavingPhone(timeline);
    this.recorder = new SightingRecorder(timeline, number -> number);
    this.agiPort = plan.agiPort();
    this.login = new AmiLogin(plan.amiPort(), plan.user().name(), plan.user().secret());
    AmiUser calls = plan.userThatCalls();
    this.loginThatCalls = new AmiLogin(plan.amiPort(), calls.name(), calls.secret());
    switchboard.obey(plan.features());
    switchboard.parkIn(plan.parking());
    switchboard.hearFirst(device(plan.firstToSpeak()));
    this.runner = new DialplanRunner(switchboard, plan.parsedDialplan(), plan.sounds());
    this.agi = new AgiApplication(plan.sounds(), runner.applications());
    runner.applications().add("AGI", agi);
    this.amiServer = new AmiServer(switchboard, runner, plan.users(), login.port());
    install(plan.phones());
    installDesks(plan.desks());
    plan.languages().forEach((account, code) -> switchboard.speak(device(account), code));
  }

  private void installDesks(List<String> accounts) {
    FakeDeskParts parts = new FakeDeskParts(timeline, switchboard, runner);
    for (String account : accounts) {
      FakeDesk desk = new FakeDesk(parts, device(account));
      desks.put(account, desk);
      switchboard.install(device(account), "from-house", desk);
      switchboard.unplug(device(account));
    }
  }

  private void install(List<String> numbers) {
    switchboard.listen(recorder);
    switchboard.install(TRUNK, phones);
    numbers.forEach(number -> switchboard.install(device(number), phones));
  }

  /** Refuses what could not run, then listens. */
  FakeAsterisk start() {
    try {
      runner.requireEverythingKnown();
      amiServer.open();
      return this;
    } catch (RuntimeException failure) {
      close();
      throw failure;
    }
  }

  /**
   * Begins the description of a switch.
   *
   * @return a builder with usable defaults
   */
  public static FakeAsteriskBuilder builder() {
    return new FakeAsteriskBuilder();
  }

  private static String device(String number) {
    return "PJSIP/" + number;
  }

  // Phones

  @Override
  public void phone(String number, PhoneBehaviour behaviour) {
    phones.behave(number, behaviour);
  }

  @Override
  public void reachable(String number, boolean reachable) {
    onTimeline(
        () -> {
          if (reachable) {
            switchboard.plugIn(device(number));
          } else {
            switchboard.unplug(device(number));
          }
        });
  }

  @Override
  public void hangUpPhone(String number) {
    onTimeline(() -> switchboard.hangUpPhone(device(number)));
  }

  @Override
  public DeskPhone deskPhone(String account) {
    FakeDesk desk = desks.get(account);
    if (desk == null) {
      throw new IllegalArgumentException(
          "desk phone %s is unknown: expected one of %s".formatted(account, desks.keySet())
              + "\nName it to FakeAsteriskBuilder.desks before the start.");
    }
    reachable(account, true);
    return desk;
  }

  @Override
  public DeskPhone phoneOutside() {
    return deskPhone("outside");
  }

  // Callers

  @Override
  public Caller call(CallPlan plan) {
    return timeline.ask(() -> arrive(plan));
  }

  private Caller arrive(CallPlan plan) {
    String dialled = kept(plan.dialled());
    LiveChannel channel =
        switchboard.incoming(
            TRUNK,
            new Party(kept(plan.number()), kept(plan.name())),
            new Location(INCOMING, dialled.isEmpty() ? "s" : dialled, 1),
            Map.of(
                "X-Priority", String.valueOf(plan.priority()),
                "X-Skills", plan.skills(),
                "X-Returning", plan.returning(),
                "X-Prefer", plan.preferring()));
    runner.run(channel);
    timeline.after(plan.patience(), channel::farEndHangsUp);
    return new FakeCaller(channel.id().uniqueId(), channel);
  }

  /** What of a text from outside Asterisk keeps: up to a NUL, and not too much. */
  private static String kept(String text) {
    int nul = text.indexOf('\0');
    String whole = nul < 0 ? text : text.substring(0, nul);
    return whole.length() <= LONGEST_TEXT ? whole : whole.substring(0, LONGEST_TEXT);
  }

  /** A caller whose channel may be gone already. */
  private final class FakeCaller implements Caller {
    private final String id;
    private final LiveChannel channel;

    FakeCaller(String id, LiveChannel channel) {
      this.id = id;
      this.channel = channel;
    }

    @Override
    public String id() {
      return id;
    }

    @Override
    public void hangUp() {
      timeline.run(channel::farEndHangsUp);
    }

    @Override
    public void press(char key) {
      timeline.run(() -> channel.press(key));
    }

    @Override
    public void sendOn(String number) {
      timeline.run(() -> channel.moveTo(new Location(INCOMING, number, 1)));
    }
  }

  // Links

  @Override
  public void amiOpen(boolean open) {
    if (open) {
      amiServer.open();
    } else {
      amiServer.cut();
    }
  }

  /**
   * The faults that can be asked of the manager interface.
   *
   * @return the faults
   */
  public AmiFaults faults() {
    return amiServer.faults();
  }

  @Override
  public AmiLogin ami() {
    return login;
  }

  @Override
  public AmiLogin amiThatCalls() {
    return loginThatCalls;
  }

  @Override
  public int agiPort() {
    return agiPort;
  }

  // What was seen

  @Override
  public List<Sighting> sightings() {
    return recorder.sightings();
  }

  @Override
  public List<Map<String, String>> amiActions() {
    return amiServer.received();
  }

  @Override
  public void close() {
    amiServer.close();
    timeline.close();
    agi.close();
  }

  private void onTimeline(Runnable work) {
    timeline.ask(
        () -> {
          work.run();
          return true;
        });
  }
}
