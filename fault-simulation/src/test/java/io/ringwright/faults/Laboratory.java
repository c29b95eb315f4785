package io.ringwright.faults;

import io.ringwright.CallRouter;
import io.ringwright.availability.Attendance;
import io.ringwright.call.CallId;
import io.ringwright.dialplan.ChannelVariables;
import io.ringwright.directory.Extension;
import io.ringwright.directory.PhoneList;
import io.ringwright.directory.Strategy;
import io.ringwright.event.PhoneLists;
import io.ringwright.fakeasterisk.ami.AmiClientLine;
import io.ringwright.fakeasterisk.ami.AmiPeer;
import io.ringwright.fakeasterisk.switchboard.LiveChannel;
import io.ringwright.fakeasterisk.switchboard.Phone;
import io.ringwright.faults.ToldVisits.Kept;
import io.ringwright.journal.sqlite.SimulatedDisk;
import io.ringwright.memory.InMemoryDirectory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * An Asterisk, an application and the network between them, in virtual time on one thread. Faults
 * happen when they are asked for, and as the weather is.
 */
final class Laboratory {

  /** What exceptions say that are thrown on purpose. */
  static final String PLANNED = "planned failure";

  final VirtualTimeline timeline = new VirtualTimeline();
  final Story story = new Story(timeline);
  final Dice dice;
  final Book book = new Book(timeline, story);
  final AmiWay ami;
  final AgiWay agi;
  final InMemoryDirectory directory;
  final SimulatedDisk disk = new SimulatedDisk();
  final Checks checks;
  private final Map<String, Phone> scripts = new HashMap<>();
  private final boolean durable;
  private final List<String> devices;
  private final Dice phoneDice;
  private final Dice engineDice;
  private final List<PhoneList> lists = new ArrayList<>();
  private List<Strategy> own = List.of();
  private UnaryOperator<Wiring> setup = same -> same;
  private Weather weather = Weather.CALM;
  private boolean faults;
  private SimulatedSwitch pbx;
  private @Nullable EngineRun engine;
  private Duration pbxAhead = Duration.ZERO;
  private Duration engineAhead = Duration.ZERO;

  /**
   * A laboratory in which Asterisk runs, and no application yet.
   *
   * @param seed all chance follows from it
   * @param house who can be called
   * @param durable whether the journal has a disk
   */
  Laboratory(long seed, PhoneList house, boolean durable) {
    this.dice = new Dice(seed);
    this.durable = durable;
    this.phoneDice = dice.split();
    this.engineDice = dice.split();
    this.directory = new InMemoryDirectory(house);
    lists.add(house);
    this.devices =
        house.extensions().stream()
            .flatMap(each -> each.devices().stream())
            .map(target -> target.device().name())
            .distinct()
            .toList();
    this.ami = new AmiWay(timeline, dice.split(), story, this::admit);
    this.agi = new AgiWay(timeline, dice.split(), story);
    this.checks = new Checks(this);
    this.pbx = boot();
    book.tell(checks::arrives, checks::delivers);
    timeline.afterEach(checks::afterEvent);
  }

  private Optional<AmiClientLine> admit(AmiPeer peer) {
    return pbx.admit(peer);
  }

  // Asterisk

  private SimulatedSwitch boot() {
    SkewedTimeline own = new SkewedTimeline(timeline, pbxAhead);
    SimulatedSwitch booted =
        new SimulatedSwitch(
            own,
            agi,
            () -> call -> invited(new SimulatedPhone(own, phoneDice, () -> weather), call),
            devices);
    booted.listen(new Sightings(story, checks));
    return booted;
  }

  private void invited(Phone usual, Phone.Invitation call) {
    scripts.getOrDefault(call.channel().id().device(), usual).invited(call);
  }

  /** Says what a phone does with each call; without this chance decides. */
  void phone(String number, Phone does) {
    scripts.put("PJSIP/" + number, does);
  }

  /** A phone that is answered, and hung up by whoever answered. */
  Phone answers(Duration after, Duration talk) {
    return call -> {
      call.ring();
      var unused =
          timeline.after(
              after,
              () -> {
                if (call.isOpen()) {
                  call.answer();
                  var unusedTimer = timeline.after(talk, call::hangUp);
                }
              });
    };
  }

  /** Asterisk ends at once, all calls with it, and another one starts. */
  void restartAsterisk() {
    story.tell("FAULT: Asterisk restarts");
    pbx.end();
    checks.asteriskRestarts();
    pbx = boot();
  }

  SimulatedSwitch pbx() {
    return pbx;
  }

  List<String> devices() {
    return devices;
  }

  /** Sets Asterisk's clock. */
  void stepAsterisk(Duration by) {
    story.tell("FAULT: the clock of Asterisk is set by " + by);
    pbxAhead = pbxAhead.plus(by);
    pbx.timeline().step(by);
  }

  /** A caller from outside. */
  LiveChannel call(String dialled, int priority) {
    LiveChannel caller = pbx.call("0301234", dialled, priority);
    checks.calls(caller);
    return caller;
  }

  /** The call that a channel remembers; the one that it is itself if it was told nothing yet. */
  static CallId idOf(LiveChannel caller) {
    return caller
        .variable(ChannelVariables.CALL)
        .flatMap(text -> CallId.parse(EngineRun.PBX, text))
        .orElseGet(() -> CallId.of(EngineRun.PBX, caller.id().uniqueId()));
  }

  /** A phone of the house that talks. */
  Optional<LiveChannel> phoneThatTalks() {
    return pbx.switchboard().channels().stream()
        .filter(each -> devices.contains(each.id().device()) && each.bridge().isPresent())
        .findFirst();
  }

  /** The number of another phone of the house. */
  String otherNumber(LiveChannel phone) {
    return devices.stream()
        .filter(each -> !each.equals(phone.id().device()))
        .map(each -> each.substring(each.indexOf('/') + 1))
        .findFirst()
        .orElseThrow();
  }

  // The application

  /** From now on applications are wired like this. */
  void wire(UnaryOperator<Wiring> changed) {
    UnaryOperator<Wiring> before = setup;
    setup = usual -> changed.apply(before.apply(usual));
  }

  /** Starts the application; it goes on with what its disk has. */
  EngineRun start() {
    Wiring usual = new Wiring(book).commitTakes(this::commitTakes);
    EngineRun started =
        new EngineRun(
            new EngineRun.World(
                timeline,
                engineDice,
                directory,
                durable ? Optional.of(disk) : Optional.empty(),
                ami,
                setup.apply(usual),
                this::opened),
            engineAhead);
    engine = started;
    agi.leadTo(Optional.of(started));
    checks.engineStarts();
    story.tell("the application has started");
    return started;
  }

  private void opened(WatchedJournal journal) {
    boolean begins = !durable || disk.entries() == 0;
    book.visits().goesOn(begins ? Kept.NOTHING : Kept.in(journal.state(phoneLists())));
  }

  private Duration commitTakes() {
    return engineDice.chance(weather.disk())
        ? engineDice.millis(50, 1_500)
        : engineDice.millis(1, 4);
  }

  /** The application is killed. */
  void kill() {
    EngineRun running = engine;
    if (running != null) {
      story.tell("FAULT: the application is killed");
      agi.leadTo(Optional.empty());
      running.kill();
      engine = null;
      book.visits().killed(running.isDurable(), callsThere());
      checks.engineStops();
    }
  }

  /** A caller who took over a consultation has the name of that call, and one of the channel. */
  private Set<CallId> callsThere() {
    Set<CallId> there = new HashSet<>();
    for (LiveChannel caller : callers()) {
      there.add(idOf(caller));
      there.add(CallId.of(EngineRun.PBX, caller.id().uniqueId()));
    }
    return there;
  }

  /** While no application runs all of its journal is lost. */
  void loseJournal() {
    disk.lose();
    book.visits().journalLosesEntries();
  }

  /** While no application runs its journal loses what came after an entry. */
  void loseJournalAfter(long sequence) {
    disk.loseAfter(sequence);
    book.visits().journalLosesEntries();
  }

  Optional<EngineRun> engine() {
    return Optional.ofNullable(engine);
  }

  /** Sets the wall clock of the application. */
  void stepEngine(Duration by) {
    story.tell("FAULT: the clock of the application is set by " + by);
    engineAhead = engineAhead.plus(by);
    if (engine != null) {
      engine.timeline().step(by);
    }
  }

  /** Starts the application unless it runs. */
  void startIfStopped() {
    if (engine == null) {
      EngineRun unused = start();
    }
  }

  /** All phone lists that were in force. */
  PhoneLists phoneLists() {
    return PhoneLists.of(lists);
  }

  List<PhoneList> installed() {
    return List.copyOf(lists);
  }

  /** Another phone list. */
  void install(PhoneList list) {
    lists.add(list);
    directory.replace(list);
  }

  /** A strategy that phone lists may use. */
  void own(Strategy strategy) {
    own = List.of(strategy);
    wire(usual -> usual.builder(builder -> builder.strategy(strategy)));
  }

  List<Strategy> ownStrategies() {
    return own;
  }

  private void everybodyIsThere(CallRouter router) {
    for (Extension extension : directory.phoneList().extensions()) {
      var unused = router.setAttendance(extension.number(), Attendance.PRESENT);
    }
  }

  // Weather

  /** Ends all faults that last. */
  void calm() {
    ami.fallSilent(false);
    disk.fill(false);
    pbx.listens(true);
    startIfStopped();
    engine().ifPresent(running -> running.link().holdUp(Duration.ZERO));
    engine().ifPresent(running -> everybodyIsThere(running.router()));
  }

  Weather weather() {
    return weather;
  }

  /** Whether anything was ever lost on the way. */
  boolean hasFaults() {
    return faults;
  }

  void weather(Weather now) {
    weather = now;
    faults |= now.amiCut() + now.amiEvents() + now.agi() > 0;
    ami.weather(now);
    agi.weather(now);
  }

  /** The channels of callers who are still there, and came from outside. */
  List<LiveChannel> callers() {
    List<LiveChannel> callers = new ArrayList<>();
    for (LiveChannel channel : pbx.switchboard().channels()) {
      if (channel.id().device().equals("PJSIP/trunk") && channel.isCaller()) {
        callers.add(channel);
      }
    }
    return callers;
  }
}
