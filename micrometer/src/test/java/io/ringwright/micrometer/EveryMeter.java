package io.ringwright.micrometer;

import io.micrometer.core.instrument.MeterRegistry;
import io.ringwright.CallRouter;
import io.ringwright.agi.FastAgiServer;
import io.ringwright.ami.AmiConnection;
import io.ringwright.ami.AmiTelephony;
import io.ringwright.call.CallId;
import io.ringwright.call.CallOutcome;
import io.ringwright.call.CallerId;
import io.ringwright.call.Channel;
import io.ringwright.call.Destination;
import io.ringwright.call.Device;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.InboundCall;
import io.ringwright.call.LimitedUse;
import io.ringwright.call.Party;
import io.ringwright.call.PbxId;
import io.ringwright.call.Priority;
import io.ringwright.call.RingOutcome;
import io.ringwright.call.RingTarget;
import io.ringwright.call.RoutingAnswer;
import io.ringwright.call.RoutingDecision;
import io.ringwright.call.RoutingExplanation;
import io.ringwright.call.Token;
import io.ringwright.call.Visit;
import io.ringwright.memory.InMemoryDirectory;
import io.ringwright.memory.InMemoryJournal;
import io.ringwright.port.PbxSnapshot;
import io.ringwright.port.RoutingListener;
import io.ringwright.telling.Answered;
import io.ringwright.telling.KeyUsed;
import io.ringwright.telling.RingStarted;
import io.ringwright.telling.RingStopped;
import io.ringwright.telling.TalkEnded;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Brings about every meter in a registry: each telling once, a router, a server and a link. */
final class EveryMeter implements AutoCloseable {

  private static final PbxId PBX = PbxId.of("pbx1");
  private static final Channel CHANNEL = new Channel(PBX, "PJSIP/trunk-00000001");
  private static final DirectoryNumber ANNA = DirectoryNumber.of("100");
  private static final Device PHONE = Device.of("PJSIP/100");
  private static final Destination SALES = new Destination.ToHuntGroup(DirectoryNumber.of("700"));
  private static final Visit VISIT = new Visit(CallId.of(PBX, "1700000000.1"), 1);
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final RoutingExplanation UNEXPLAINED = new RoutingExplanation(List.of());

  private final CallRouter router;
  private final FastAgiServer agi;
  private final AmiConnection ami;

  EveryMeter(MeterRegistry registry) throws IOException {
    RoutingMeters meters = RoutingMeters.builder(registry).build();
    AmiTelephony telephony = new AmiTelephony();
    router =
        CallRouter.builder(new InMemoryDirectory(MeteredOffice.PHONES), telephony)
            .journal(meters.timing(new InMemoryJournal()))
            .build();
    router.pbxConnected(new PbxSnapshot(PBX, Instant.EPOCH, List.of(), Set.of(), List.of()));
    meters.watch(router);
    agi = FastAgiServer.builder(meters.timing(router), PBX).port(0).start();
    ami =
        AmiConnection.builder(router, telephony)
            .pbx(PBX)
            .address("127.0.0.1", 1)
            .login("user", "secret")
            .build();
    new AgiMeters(PBX, agi).bindTo(registry);
    new AmiMeters(PBX, ami).bindTo(registry);
    tell(meters.listener());
  }

  private static void tell(RoutingListener listener) {
    Party anna = Party.of(ANNA, PHONE);
    Answered.Channels channels = new Answered.Channels(CHANNEL, Optional.empty());
    RingStarted ring = new RingStarted(VISIT, new Token(1), ANNA, PHONE, SALES);
    RoutingAnswer delivered =
        new RoutingAnswer(
            VISIT.call(),
            new RoutingDecision.Ring(
                new Token(1), List.of(new RingTarget(ANNA, PHONE)), Duration.ofSeconds(20)),
            UNEXPLAINED);
    listener.callArrived(call(), VISIT);
    listener.decided(delivered);
    listener.delivering(delivered);
    listener.ringStarted(ring);
    listener.ringEnded(new RingStopped(ring, RingStopped.Why.ANSWERED, SECOND));
    listener.answered(new Answered(VISIT, anna, SECOND, channels));
    listener.talkEnded(new TalkEnded(VISIT, anna, SECOND));
    listener.keyPressed(
        new KeyUsed(VISIT, DirectoryNumber.of("1"), KeyUsed.Meaning.NOTHING, Optional.empty()));
    listener.transferred(VISIT.call(), anna, Party.UNKNOWN);
    listener.leftAlone(ANNA, RingOutcome.NO_REPLY, Instant.EPOCH);
    listener.limitReached(VISIT.call(), LimitedUse.CALL_BACK, "0301");
    listener.ignored("ring end", "it came twice");
    listener.failed("a predicate", new IllegalStateException("on purpose"));
    listener.ended(VISIT, CallOutcome.ANSWERED, SECOND);
  }

  private static InboundCall call() {
    return new InboundCall(
        VISIT.call(),
        CHANNEL,
        CallerId.unknown(),
        DirectoryNumber.of("700"),
        InboundCall.CalledAs.ANY,
        Priority.of(1));
  }

  @Override
  public void close() {
    agi.close();
    ami.close();
    router.close();
  }
}
