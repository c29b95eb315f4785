package io.ringwright.faults;

import static io.ringwright.faults.FaultCase.holdsAndBites;
import static io.ringwright.faults.FaultCase.linked;
import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.CallEvents;
import io.ringwright.CallRouter;
import io.ringwright.SwitchEvents;
import io.ringwright.agi.SteppedDesk;
import io.ringwright.ami.AmiTelephony;
import io.ringwright.availability.DeviceReport;
import io.ringwright.availability.DeviceState;
import io.ringwright.call.CallId;
import io.ringwright.call.CallerId;
import io.ringwright.call.Channel;
import io.ringwright.call.Device;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.InboundCall;
import io.ringwright.call.InboundCall.CalledAs;
import io.ringwright.call.PbxId;
import io.ringwright.call.Priority;
import io.ringwright.call.RingOutcome;
import io.ringwright.call.RoutingDecision;
import io.ringwright.directory.CallForwarding.Kind;
import io.ringwright.directory.Condition;
import io.ringwright.directory.NumberPattern;
import io.ringwright.directory.PhoneList;
import io.ringwright.directory.PhoneListBuilder;
import io.ringwright.directory.StandardStrategy;
import io.ringwright.fakeasterisk.switchboard.HangupCause;
import io.ringwright.fakeasterisk.switchboard.LiveChannel;
import io.ringwright.memory.InMemoryDirectory;
import io.ringwright.port.PbxSnapshot;
import io.ringwright.port.Telephony;
import io.ringwright.routing.ForgetfulChain;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Faults 15, 19, 21, 28 and 30 of the catalogue: what comes in, and who cannot be served. */
@Timeout(value = 10, unit = TimeUnit.MINUTES) // On a busy machine.
class FaultCatalogueLoadTest {

  /** A circle that holds always is refused with the phone list. */
  private static final Condition CALLERS = new Condition.CallerMatches(new NumberPattern("030."));

  private static final Duration SOON = Duration.ofSeconds(15);

  @Test
  void fault_15_forwardings_lead_in_a_circle_or_are_many() {
    for (PhoneList house : List.of(circle(2), circle(9), circle(200))) {
      holdsAndBites(on -> on ? endsAtOnce(house) : endsIfForgetful(house));
    }
  }

  private static boolean endsAtOnce(PhoneList house) {
    Laboratory lab = FaultCase.of(house);
    linked(lab);
    LiveChannel caller = lab.call("8260", 5);
    CallId call = Laboratory.idOf(caller);
    return lab.timeline.until(
        () -> lab.book.visits().endsOf(call).size() == 1, Duration.ofSeconds(1));
  }

  /** Each forwards to the next one, and the last to the first. */
  private static PhoneList circle(int desks) {
    PhoneListBuilder list = PhoneList.builder();
    for (int desk = 0; desk < desks; desk++) {
      String next = String.valueOf(8260 + (desk + 1) % desks);
      String device = "PJSIP/" + (8260 + desk);
      list.extension(
          String.valueOf(8260 + desk),
          phone -> phone.device(device).forward(Kind.UNCONDITIONAL, next, CALLERS));
    }
    return list.build();
  }

  /** The same rules at each stop, and nobody remembers the way. */
  private static boolean endsIfForgetful(PhoneList house) {
    ForgetfulChain chain = new ForgetfulChain(house, CallerId.of("0301234"));
    return chain.follows(DirectoryNumber.of("8260"), 1_000) < 1_000;
  }

  @Test
  void fault_19_more_callers_come_than_may_wait() {
    holdsAndBites(
        on -> {
          PhoneList house =
              PhoneList.builder()
                  .extension("8260", phone -> phone.device("PJSIP/8260"))
                  .huntGroup("700", group -> group.member("8260").queueLimit(on ? 50 : 1_000))
                  .build();
          Laboratory lab = FaultCase.of(house);
          EngineRun engine = linked(lab);
          lab.phone("8260", lab.answers(Duration.ofSeconds(1), Duration.ofMinutes(10)));
          List<LiveChannel> callers = new ArrayList<>();
          for (int caller = 0; caller < 500; caller++) {
            callers.add(lab.call("700", 5));
            lab.timeline.advance(Duration.ofMillis(2));
          }
          lab.timeline.advance(Duration.ofSeconds(1));
          int waiting = engine.router().waitingCalls().size();
          // One talks, and whoever does not wait was sent away: nobody is dropped without a word.
          long sentAway =
              callers.stream()
                  .filter(each -> lab.book.visits().endsOf(Laboratory.idOf(each)).size() == 1)
                  .count();
          return waiting == 50 && waiting + sentAway + 1 == callers.size();
        });
  }

  @Test
  void fault_21_heads_are_malformed_or_forged() {
    String sound =
        "agi_network_script: route\nagi_channel: PJSIP/trunk-1\nagi_uniqueid: lab-1.1\n"
            + "agi_callerid: 030\nagi_calleridname: Ada\nagi_arg_1: 1\nagi_arg_2: 700\n\n";
    String forged = sound.replace("Ada\n", "Ada\nagi_uniqueid: lab-9.9\n");
    assertThat(calls(sound)).containsExactly("lab-1.1");
    holdsAndBites(
        on ->
            on
                ? calls(forged).isEmpty()
                : !SteppedDesk.uncheckedIdentity(bytes(forged)).equals("lab-9.9"));
    Dice dice = new Dice(1);
    for (int round = 0; round < 400; round++) {
      Set<String> heard = calls(mutated(sound, dice));
      assertThat(heard).as("round " + round).hasSizeLessThanOrEqualTo(1);
    }
  }

  private static byte[] bytes(String head) {
    return head.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static String mutated(String head, Dice dice) {
    StringBuilder text = new StringBuilder(head);
    for (int change = dice.between(1, 6); change > 0; change--) {
      int at = dice.below(text.length());
      switch (dice.below(4)) {
        case 0 -> text.deleteCharAt(at);
        case 1 -> text.insert(at, (char) dice.below(256));
        case 2 -> text.setCharAt(at, (char) dice.below(256));
        default ->
            text.insert(at, dice.oneOf(List.of("\n", "\n\n", "\r\n", "HANGUP\n", "520-x\n", "\0")));
      }
    }
    return text.toString();
  }

  /** The calls of which an engine hears through one session; whatever comes, nothing is thrown. */
  private static Set<String> calls(String head) {
    Set<String> heard = new HashSet<>();
    VirtualTimeline timeline = new VirtualTimeline();
    CallRouter router =
        CallRouter.builder(new InMemoryDirectory(FaultCase.ONE_DESK))
            .clock(timeline)
            .singleThreaded()
            .build();
    CallEvents engine = Protections.hearing(router, call -> heard.add(call.id().uniqueId()));
    byte[][] answer = new byte[1][];
    new SteppedDesk(
            new SteppedDesk.Served(engine, EngineRun.PBX, Duration.ofMillis(300)),
            () -> true,
            new Clockwork(timeline),
            timeline::nanoTime)
        .serve(bytes(head), said -> answer[0] = said);
    assertThat(answer[0]).as("the session has ended").isNotNull();
    return heard;
  }

  @Test
  void fault_28_one_of_two_switches_dies() {
    holdsAndBites(on -> servesTheOther(on));
  }

  /**
   * The caller in front is on the switch that died. That place is kept for a while, and the phone
   * is not spent on who cannot be moved; then the caller behind has it, on the switch that lives.
   */
  private static boolean servesTheOther(boolean on) {
    PbxId dies = PbxId.of("dies");
    PbxId lives = PbxId.of("lives");
    VirtualTimeline timeline = new VirtualTimeline();
    List<CallId> delivered = new ArrayList<>();
    CallRouter router =
        CallRouter.builder(new InMemoryDirectory(FaultCase.ONE_DESK), delivering(delivered))
            .clock(timeline)
            .singleThreaded()
            .build();
    SwitchEvents engine = on ? router : Protections.deafTo(Set.of("pbxDisconnected")).apply(router);
    Device phone = Device.of("PJSIP/8260");
    for (PbxId pbx : List.of(dies, lives)) {
      engine.pbxConnected(
          new PbxSnapshot(
              pbx,
              router.engineTime(),
              List.of(new DeviceReport(phone, DeviceState.IN_USE, Set.of(CallId.of("own")))),
              Set.of(),
              List.of()));
    }
    CallId first = arrives(router, dies);
    timeline.advance(Duration.ofSeconds(1));
    CallId second = arrives(router, lives);
    engine.pbxDisconnected(dies);
    timeline.advance(Duration.ofSeconds(1));
    for (PbxId pbx : List.of(dies, lives)) {
      engine.deviceReported(pbx, new DeviceReport(phone, DeviceState.NOT_IN_USE, Set.of()));
    }
    boolean kept = router.waitingCalls().stream().anyMatch(each -> each.id().equals(first));
    for (int tick = 0; tick < 3_000 && delivered.isEmpty(); tick++) {
      timeline.advance(Duration.ofMillis(100));
      router.runDue();
    }
    return kept && delivered.equals(List.of(second));
  }

  private static CallId arrives(CallRouter router, PbxId pbx) {
    CallId call = CallId.of(pbx, pbx + "-1.1");
    var answer =
        router.callArrived(
            new InboundCall(
                call,
                new Channel(pbx, "PJSIP/trunk-1"),
                CallerId.unknown(),
                DirectoryNumber.of("700"),
                CalledAs.ANY,
                Priority.NORMAL));
    assertThat(answer.decision()).isInstanceOf(RoutingDecision.Wait.class);
    return call;
  }

  private static Telephony delivering(List<CallId> delivered) {
    return new Telephony() {
      @Override
      public CompletionStage<DeliveryReport> deliver(Delivery delivery) {
        delivered.add(delivery.call());
        return CompletableFuture.completedFuture(DeliveryReport.SENT);
      }

      @Override
      public CompletionStage<Whereabouts> whereabouts(CallId call, Channel channel) {
        return new AmiTelephony().whereabouts(call, channel);
      }
    };
  }

  @Test
  void fault_30_a_phone_that_always_fails_holds_up_nobody() {
    holdsAndBites(
        on -> {
          Laboratory lab = FaultCase.of(poisoned(on));
          lab.phone(
              "8260",
              call -> {
                call.ring();
                var unused =
                    lab.timeline.after(
                        Duration.ofSeconds(3), () -> call.refuse(HangupCause.NO_RESPONSE, 503));
              });
          linked(lab);
          int quick = 0;
          for (int caller = 0; caller < 12; caller++) {
            LiveChannel comes = lab.call("700", 5);
            boolean served =
                lab.timeline.until(() -> comes.bridge().isPresent(), Duration.ofMillis(2_500));
            quick += served ? 1 : 0;
            lab.timeline.advance(SOON);
          }
          return quick >= 8;
        });
  }

  /** The dead phone stands first in the list. */
  private static PhoneList poisoned(boolean on) {
    return PhoneList.builder()
        .extension(
            "8260",
            phone -> {
              phone.device("PJSIP/8260");
              if (!on) {
                List.of(
                        RingOutcome.NO_REPLY,
                        RingOutcome.BUSY,
                        RingOutcome.REJECTED,
                        RingOutcome.NOT_REACHABLE)
                    .forEach(phone::neverLeaveAloneAfter);
              }
            })
        .extension("8261", phone -> phone.device("PJSIP/8261"))
        .huntGroup(
            "700", group -> group.member("8260").member("8261").strategy(StandardStrategy.LINEAR))
        .build();
  }
}
