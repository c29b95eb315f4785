package io.ringwright.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.CallRouter;
import io.ringwright.CallRouterBuilder;
import io.ringwright.RouterTicker;
import io.ringwright.agi.AgentPhones;
import io.ringwright.agi.DialSettings;
import io.ringwright.agi.FastAgiServer;
import io.ringwright.agi.FastAgiServerBuilder;
import io.ringwright.agi.Prompts;
import io.ringwright.ami.AmiConnection;
import io.ringwright.ami.AmiConnectionBuilder;
import io.ringwright.ami.AmiTelephony;
import io.ringwright.call.CallId;
import io.ringwright.call.CallerId;
import io.ringwright.call.Channel;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.InboundCall;
import io.ringwright.call.InboundCall.CalledAs;
import io.ringwright.call.PbxId;
import io.ringwright.call.Priority;
import io.ringwright.directory.PhoneList;
import io.ringwright.fakeasterisk.PbxUnderTest;
import io.ringwright.journal.Journal;
import io.ringwright.memory.InMemoryDirectory;
import io.ringwright.records.QueueLog;
import io.ringwright.records.QueueLogNames;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;

/** The application that scenarios run: engine, FastAGI, AMI, wired as a host application would. */
final class CallCentreUnderTest implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(15);

  /** No limit of which a slow machine could be aware. */
  private static final Duration LONGEST_START = Duration.ofMinutes(1);

  private static final PbxId PBX = PbxId.of("lab");

  private final Heard heard = new Heard();
  private final List<String> queueLog = new CopyOnWriteArrayList<>();
  private final ScheduledExecutorService clockwork = Executors.newSingleThreadScheduledExecutor();
  private final InMemoryDirectory directory;
  private final CallRouter router;
  private final RouterTicker ticker;
  private final FastAgiServer agi;
  private final AmiConnection ami;

  /**
   * How an application is wired.
   *
   * @param answers settings of FastAGI
   * @param link settings of AMI
   * @param awaitsLink whether it listens for calls only when there is a link
   * @param journal what it keeps its events in; in memory if there is none
   * @param agents what agents can do at their phones
   */
  private record Wiring(
      UnaryOperator<FastAgiServerBuilder> answers,
      UnaryOperator<AmiConnectionBuilder> link,
      boolean awaitsLink,
      Optional<Journal> journal,
      UnaryOperator<AgentPhones> agents) {

    Wiring(
        UnaryOperator<FastAgiServerBuilder> answers,
        UnaryOperator<AmiConnectionBuilder> link,
        boolean awaitsLink,
        Optional<Journal> journal) {
      this(answers, link, awaitsLink, journal, agents -> agents);
    }

    Wiring(
        UnaryOperator<FastAgiServerBuilder> answers,
        UnaryOperator<AmiConnectionBuilder> link,
        boolean awaitsLink) {
      this(answers, link, awaitsLink, Optional.empty());
    }
  }

  private CallCentreUnderTest(PbxUnderTest pbx, PhoneList phones, Wiring wiring) {
    AmiTelephony telephony = new AmiTelephony();
    directory = new InMemoryDirectory(phones);
    CallRouterBuilder engine =
        CallRouter.builder(directory, telephony)
            .snapshotWithin(LONGEST_START)
            .listener(heard.and(queueLog(phones)));
    router = wiring.journal().map(engine::journal).orElse(engine).build();
    ami =
        wiring
            .link()
            .apply(
                AmiConnection.builder(router, telephony)
                    .pbx(PBX)
                    .address("127.0.0.1", pbx.ami().port())
                    .login(pbx.ami().user(), pbx.ami().secret())
                    .retryBetween(Duration.ofMillis(100), Duration.ofMillis(500)))
            .build();
    ami.start();
    if (wiring.awaitsLink()) {
      awaitLink(true);
    }
    ticker = RouterTicker.start(router, clockwork);
    agi = listen(pbx.agiPort(), wiring);
  }

  private QueueLog queueLog(PhoneList phones) {
    return QueueLog.to(line -> queueLog.add(line.text()), QueueLogNames.numbers(() -> phones))
        .build();
  }

  /** The lines of the queue log so far. */
  List<String> queueLog() {
    return List.copyOf(queueLog);
  }

  /** An application that is connected and answers. */
  static CallCentreUnderTest start(PbxUnderTest pbx, PhoneList phones, Prompts prompts) {
    return new CallCentreUnderTest(
        pbx, phones, new Wiring(agi -> agi.prompts(prompts), link -> link, true));
  }

  /** One that answers, and has no link yet. */
  static CallCentreUnderTest startBeforeTheLink(PbxUnderTest pbx, PhoneList phones) {
    return new CallCentreUnderTest(pbx, phones, new Wiring(agi -> agi, link -> link, false));
  }

  /** The same that listens for questions at a port of its own. */
  static CallCentreUnderTest startElsewhere(PbxUnderTest pbx, PhoneList phones) {
    return new CallCentreUnderTest(pbx, phones, new Wiring(agi -> agi.port(0), link -> link, true));
  }

  int agiPort() {
    return agi.port();
  }

  /** The same with options of Dial, such as those for transfers by keys. */
  static CallCentreUnderTest start(PbxUnderTest pbx, PhoneList phones, DialSettings dialling) {
    return new CallCentreUnderTest(
        pbx, phones, new Wiring(agi -> agi.dialling(dialling), link -> link, true));
  }

  /** The same that keeps its events in a journal, which the caller closes. */
  static CallCentreUnderTest start(
      PbxUnderTest pbx, PhoneList phones, DialSettings dialling, Journal journal) {
    return new CallCentreUnderTest(
        pbx,
        phones,
        new Wiring(agi -> agi.dialling(dialling), link -> link, true, Optional.of(journal)));
  }

  /** The same that calls people back. */
  static CallCentreUnderTest startToCallBack(PbxUnderTest pbx, PhoneList phones, String dialled) {
    PbxUnderTest.AmiLogin login = pbx.amiThatCalls();
    return new CallCentreUnderTest(
        pbx,
        phones,
        new Wiring(
            agi -> agi,
            link -> link.login(login.user(), login.secret()).callBackBy(dialled),
            true));
  }

  /** The same with whatever settings a scenario has. */
  static CallCentreUnderTest start(
      PbxUnderTest pbx,
      PhoneList phones,
      UnaryOperator<FastAgiServerBuilder> answers,
      UnaryOperator<AmiConnectionBuilder> link) {
    return new CallCentreUnderTest(pbx, phones, new Wiring(answers, link, true));
  }

  /** The same with agents who dial codes, and lamps. */
  static CallCentreUnderTest startWithAgents(
      PbxUnderTest pbx, PhoneList phones, UnaryOperator<AgentPhones> agents) {
    return new CallCentreUnderTest(
        pbx,
        phones,
        new Wiring(agi -> agi, AmiConnectionBuilder::lamps, true, Optional.empty(), agents));
  }

  CallRouter router() {
    return router;
  }

  AmiConnection ami() {
    return ami;
  }

  FastAgiServer agi() {
    return agi;
  }

  Heard heard() {
    return heard;
  }

  /** Another phone list is in force from now on. */
  void directory(PhoneList phones) {
    directory.replace(phones);
    router.directoryChanged();
  }

  void awaitLink(boolean up) {
    await("AMI link " + (up ? "up" : "down"), () -> ami.state().isConnected() == up);
  }

  /** Waits until the engine heard of so many answered calls: a phone is seen to answer earlier. */
  void awaitAnswers(int calls) {
    await(calls + " answers", () -> heard.answered().size() == calls);
  }

  /** Waits until the engine has told of as many ends of each call. */
  void awaitEnds(Map<CallId, Long> calls) {
    await(
        calls + " ends",
        () ->
            calls.entrySet().stream()
                .allMatch(
                    each ->
                        heard.outcomes().getOrDefault(each.getKey(), List.of()).size()
                            >= each.getValue()));
  }

  /** Waits until the engine knows that a phone is in so many calls. */
  void awaitInCall(String number, int calls) {
    awaitExplained(number, "in " + calls + (calls == 1 ? " call" : " calls"));
  }

  /** Waits until the engine knows that a phone cannot be reached. */
  void awaitNotReachable(String number) {
    await(number + " not reachable", () -> explained(number).contains("reachable: "));
  }

  /** Waits until the engine explains with these words what it would do with a call. */
  void awaitExplained(String number, String words) {
    try {
      await(number + " explained by " + words, () -> explained(number).contains(words));
    } catch (AssertionError missing) {
      throw new AssertionError(missing.getMessage() + "\n" + explained(number), missing);
    }
  }

  @Override
  public void close() {
    agi.close();
    ticker.close();
    ami.close();
    clockwork.shutdownNow();
  }

  private FastAgiServer listen(int port, Wiring wiring) {
    try {
      return wiring
          .answers()
          .apply(
              FastAgiServer.builder(router, PBX)
                  .port(port)
                  .agents(wiring.agents().apply(AgentPhones.of(router)))
                  .amiReports(() -> ami.state().isConnected()))
          .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String explained(String number) {
    InboundCall call =
        new InboundCall(
            CallId.of("question"),
            new Channel(PBX, "Local/question"),
            CallerId.unknown(),
            DirectoryNumber.of(number),
            CalledAs.ANY,
            Priority.of(1000));
    return router.explain(call).explanation().toString();
  }

  /** Waits until something holds that this application brings about. */
  void awaitThat(String what, BooleanSupplier holds) {
    await(what, holds);
  }

  private void await(String what, BooleanSupplier holds) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!holds.getAsBoolean()) {
      assertThat(System.nanoTime())
          .as("waiting for %s, %s", what, ami.state())
          .isLessThan(deadline);
      LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
    }
  }
}
