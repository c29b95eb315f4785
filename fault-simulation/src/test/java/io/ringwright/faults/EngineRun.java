package io.ringwright.faults;

import io.ringwright.CallRouter;
import io.ringwright.CallRouterBuilder;
import io.ringwright.agi.SteppedDesk;
import io.ringwright.ami.AmiTelephony;
import io.ringwright.ami.SteppedLink;
import io.ringwright.call.PbxId;
import io.ringwright.engine.state.EngineState;
import io.ringwright.event.PhoneLists;
import io.ringwright.journal.Durability;
import io.ringwright.journal.sqlite.SimulatedDisk;
import io.ringwright.journal.sqlite.SteppedJournal;
import io.ringwright.memory.InMemoryDirectory;
import io.ringwright.memory.InMemoryJournal;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One run of the application, from its start to its end: router, journal, AMI link, FastAGI server
 * and ticker, wired as a host wires them.
 */
final class EngineRun implements AgiWay.Server {

  static final PbxId PBX = PbxId.of(SimulatedSwitch.NAME);

  private static final Duration TICK = Duration.ofMillis(100);
  private static final Duration LONGEST_JOIN = Duration.ofSeconds(60);

  private final SkewedTimeline timeline;
  private final CallRouter router;
  private final SteppedLink link;
  private final SteppedDesk desk;
  private final @Nullable SteppedJournal journal;
  private final WatchedJournal watched;
  private boolean dead;

  /**
   * What outlives a run.
   *
   * @param timeline virtual time
   * @param dice all chance of the application
   * @param directory who can be called
   * @param disk what the journal keeps; empty for a journal in memory
   * @param network by which AMI is reached
   * @param setup how it is wired
   * @param opened is told when the engine has what its journal kept
   */
  record World(
      VirtualTimeline timeline,
      Dice dice,
      InMemoryDirectory directory,
      Optional<SimulatedDisk> disk,
      AmiWay network,
      Wiring setup,
      Consumer<WatchedJournal> opened) {}

  /**
   * Starts.
   *
   * @param world what outlives it
   * @param ahead by how much its wall clock is ahead of true time
   */
  EngineRun(World world, Duration ahead) {
    this.timeline = new SkewedTimeline(world.timeline(), ahead);
    this.journal = world.disk().map(disk -> journal(world, disk)).orElse(null);
    this.watched =
        new WatchedJournal(journal == null ? new InMemoryJournal() : journal, world.opened());
    AmiTelephony telephony = new AmiTelephony();
    this.router = router(world, telephony);
    this.link =
        new SteppedLink(
            new SteppedLink.House(
                world.setup().events.apply(router),
                telephony,
                PBX,
                timeline,
                world.dice().random()),
            world.setup().limits,
            world.network(),
            timeline);
    this.desk =
        new SteppedDesk(
            new SteppedDesk.Served(world.setup().calls.apply(router), PBX, world.setup().deadline),
            link::isConnected,
            new Clockwork(timeline),
            world.timeline()::nanoTime);
    link.start();
    tick();
  }

  private SteppedJournal journal(World world, SimulatedDisk disk) {
    SteppedJournal.World moved =
        new SteppedJournal.World(
            timeline,
            world.timeline()::nanoTime,
            world.setup().commitTakes,
            holds -> world.timeline().await(holds, LONGEST_JOIN));
    return new SteppedJournal(disk, moved, world.setup().patience, 400);
  }

  private CallRouter router(World world, AmiTelephony telephony) {
    CallRouterBuilder builder =
        CallRouter.builder(world.directory(), world.setup().telephony.apply(telephony))
            .journal(watched)
            .clocks(timeline, world.timeline()::nanoTime)
            .listener(world.setup().listener)
            .withoutExplanations()
            .singleThreaded();
    return world.setup().builder.apply(builder).build();
  }

  /** What {@link io.ringwright.RouterTicker} does. */
  private void tick() {
    if (!dead) {
      router.runDue();
      var unused = timeline.after(TICK, this::tick);
    }
  }

  @Override
  public void serve(byte[] head, Consumer<byte[]> answered) {
    desk.serve(head, answered);
  }

  /** The state of the engine at this moment. */
  EngineState state(PhoneLists lists) {
    return watched.state(lists);
  }

  CallRouter router() {
    return router;
  }

  SteppedLink link() {
    return link;
  }

  SkewedTimeline timeline() {
    return timeline;
  }

  /** Whether everything that was told is kept. */
  boolean isDurable() {
    return journal != null
        && !(router.durability() instanceof Durability.Owing owing && owing.owed() > 0);
  }

  /** The process is killed: nothing is told to anybody. */
  void kill() {
    dead = true;
    timeline.end();
    link.kill();
    if (journal != null) {
      journal.kill();
    }
  }
}
