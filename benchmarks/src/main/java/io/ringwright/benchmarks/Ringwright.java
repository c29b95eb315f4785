package io.ringwright.benchmarks;

import io.ringwright.CallRouter;
import io.ringwright.RouterTicker;
import io.ringwright.agi.AgiCounts;
import io.ringwright.agi.FastAgiServer;
import io.ringwright.ami.AmiConnection;
import io.ringwright.ami.AmiTelephony;
import io.ringwright.ami.LinkState;
import io.ringwright.call.PbxId;
import io.ringwright.directory.HearingBuilder;
import io.ringwright.directory.PhoneList;
import io.ringwright.directory.PhoneListBuilder;
import io.ringwright.fakeasterisk.PbxUnderTest.AmiLogin;
import io.ringwright.it.LoadAsterisk;
import io.ringwright.journal.Journal;
import io.ringwright.journal.sqlite.SqliteJournal;
import io.ringwright.memory.InMemoryDirectory;
import io.ringwright.memory.InMemoryJournal;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;

/**
 * Ringwright complete, as an application wires it: reservation, delivery with a token, landing,
 * explanations; with the journal in memory, or with the one in an SQLite file.
 */
final class Ringwright implements Peer {

  private static final PbxId PBX = PbxId.of("lab");
  private static final String GROUP = "700";
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final String LONG_SOUND = "queue-periodic-announce";
  private static final Duration SHORT = Duration.ofSeconds(1);
  private static final Duration LONG = Duration.ofSeconds(5);

  private final String title;
  private final NewJournal journal;
  private final Consumer<HearingBuilder> hearing;

  private Ringwright(String title, NewJournal journal, Consumer<HearingBuilder> hearing) {
    this.title = title;
    this.journal = journal;
    this.hearing = hearing;
  }

  /** Makes a journal without any entry. */
  private interface NewJournal {
    Journal make() throws IOException;
  }

  /** Nothing of what happened is kept. */
  static Ringwright inMemory() {
    return new Ringwright("Ringwright", InMemoryJournal::new, silent -> {});
  }

  /** The same, where who waits hears a long sound, after a second and ever again. */
  static Ringwright announcing() {
    return new Ringwright(
        "Ringwright, told",
        InMemoryJournal::new,
        told -> told.message(LONG_SOUND).messagesEvery(SHORT, LONG).atLeastApart(LONG));
  }

  /** Every event is on the disk before its effects are released; a new file for each run. */
  static Ringwright onSqlite() {
    return new Ringwright(
        "with SQLite",
        () ->
            SqliteJournal.at(Files.createTempDirectory("ringwright-gap").resolve("calls.db"))
                .build(),
        silent -> {});
  }

  @Override
  public String title() {
    return title;
  }

  @Override
  public String number() {
    return GROUP;
  }

  @Override
  public Running start(LoadAsterisk asterisk, Load load) throws IOException {
    AmiTelephony telephony = new AmiTelephony();
    CallRouter router =
        CallRouter.builder(new InMemoryDirectory(phones(load)), telephony)
            .journal(journal.make())
            .build();
    AmiLogin login = asterisk.ami("ringwright");
    AmiConnection ami =
        AmiConnection.builder(router, telephony)
            .pbx(PBX)
            .address("127.0.0.1", login.port())
            .login(login.user(), login.secret())
            .dialplan(asterisk.dialplan())
            .build();
    ami.start();
    awaitLink(ami);
    FastAgiServer agi =
        FastAgiServer.builder(router, PBX)
            .port(asterisk.agiPort())
            .dialplan(asterisk.dialplan())
            .amiReports(() -> ami.state().isConnected())
            .start();
    ScheduledExecutorService clockwork = Executors.newSingleThreadScheduledExecutor();
    RouterTicker ticker = RouterTicker.start(router, clockwork);
    return new AtWork(router, ami, agi, ticker, clockwork);
  }

  /** Its parts, at work. */
  private record AtWork(
      CallRouter router,
      AmiConnection ami,
      FastAgiServer agi,
      RouterTicker ticker,
      ScheduledExecutorService clockwork)
      implements Running {

    @Override
    public OptionalInt waiting() {
      return OptionalInt.of(router.waitingCalls().size());
    }

    @Override
    public Optional<AgiCounts> counts() {
      return Optional.of(agi.counts());
    }

    @Override
    public void close() {
      agi.close();
      ticker.close();
      ami.close();
      clockwork.shutdownNow();
      router.close();
    }
  }

  private PhoneList phones(Load load) {
    PhoneListBuilder list = PhoneList.builder();
    load.numbers().forEach(each -> list.extension(each, phone -> phone.device("PJSIP/" + each)));
    list.huntGroup(
        GROUP,
        group -> {
          group.queueLimit(load.callers()).callersHear(hearing);
          load.numbers().forEach(group::member);
        });
    return list.build();
  }

  private static void awaitLink(AmiConnection ami) throws IOException {
    try {
      LinkState state = ami.awaitConnected(PATIENCE);
      if (!state.isConnected()) {
        throw new IOException("no AMI link: " + state);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while connecting", e);
    }
  }
}
