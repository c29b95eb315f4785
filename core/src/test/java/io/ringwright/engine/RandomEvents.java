package io.ringwright.engine;

import io.ringwright.availability.Attendance;
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
import io.ringwright.call.Preference;
import io.ringwright.call.Priority;
import io.ringwright.call.RememberedCall;
import io.ringwright.call.RingOutcome;
import io.ringwright.call.RingTarget;
import io.ringwright.call.RoutingAnswer;
import io.ringwright.call.RoutingDecision;
import io.ringwright.call.Token;
import io.ringwright.directory.HostAnswers;
import io.ringwright.effect.Effect;
import io.ringwright.event.JournalEntry;
import io.ringwright.event.Moment;
import io.ringwright.event.RouterEvent;
import io.ringwright.port.PbxSnapshot;
import io.ringwright.port.Telephony.DeliveryReport;
import io.ringwright.port.Telephony.Whereabouts;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/**
 * Events that could happen, and some that could not: about calls that are over, phones that nobody
 * has, tokens that no longer count.
 */
final class RandomEvents {

  private static final List<String> NUMBERS = List.of("0301234567", "0401234567");
  static final List<PbxId> PBXES = List.of(PbxId.of("one"), PbxId.of("two"));

  private static final Device OUTSIDE = Device.of("PJSIP/outside");

  private final Random random;
  private final List<String> groups;
  private final Map<CallId, RememberedCall> calls = new LinkedHashMap<>();
  private final Map<CallId, Token> tokens = new HashMap<>();
  private final Map<CallId, List<RingTarget>> targets = new HashMap<>();
  private final Set<CallerId> asked = new LinkedHashSet<>();
  private final Map<CallId, Integer> questions = new HashMap<>();
  private int arrivals;
  private Instant now = House.START;

  RandomEvents(Random random) {
    this(random, RandomDirectory.GROUPS);
  }

  /** Events about calls for these hunt groups. */
  RandomEvents(Random random, List<String> groups) {
    this.random = random;
    this.groups = groups;
  }

  static PbxSnapshot empty(PbxId pbx) {
    return new PbxSnapshot(pbx, House.START, List.of(), Set.of(), List.of());
  }

  /** What the engine said: later events refer to it. */
  void hear(Optional<RoutingAnswer> answer, List<Effect> effects) {
    answer.ifPresent(this::hear);
    for (Effect effect : effects) {
      if (effect instanceof Effect.Tell.Delivering delivering) {
        hear(delivering.answer());
      }
    }
  }

  private void hear(RoutingAnswer answer) {
    if (answer.decision() instanceof RoutingDecision.Ring ring) {
      tokens.put(answer.call(), ring.token());
      targets.put(answer.call(), ring.targets());
    }
  }

  /** A call that is not over, as far as anybody said; empty before the first. */
  Optional<RememberedCall> anyCall() {
    return calls.isEmpty() ? Optional.empty() : Optional.of(pick(List.copyOf(calls.values())));
  }

  /** Time passes without an event. */
  void pass(Duration time) {
    now = now.plus(time);
  }

  /** What a switch could know: some devices, and some of the calls wherever they are. */
  PbxSnapshot snapshot() {
    List<PbxSnapshot.SeenCaller> seen =
        calls.values().stream()
            .filter(call -> random.nextInt(4) == 0)
            .map(call -> new PbxSnapshot.SeenCaller(call, pick(List.of(Whereabouts.values()))))
            .toList();
    List<DeviceReport> devices = calls.isEmpty() ? List.of() : List.of(report());
    Instant taken = now.minusMillis(random.nextInt(9000));
    return new PbxSnapshot(pick(PBXES), taken, devices, calls.keySet(), seen);
  }

  /** The next event; time passes before it. */
  RouterEvent next() {
    now = now.plusMillis(random.nextInt(4000));
    return any();
  }

  Instant now() {
    return now;
  }

  /** An event at this moment, for which the host's predicates have been asked as routers do. */
  JournalEntry entry(RouterEvent event) {
    HostAnswers answers = HostAnswers.NONE;
    if (event instanceof RouterEvent.Arrived arrived) {
      answers = answers(arrived.call().caller());
    } else if (random.nextInt(3) == 0 && !asked.isEmpty()) {
      answers = answers(pick(List.copyOf(asked)));
    }
    return new JournalEntry(Moment.of(now), event, answers, List.of());
  }

  private HostAnswers answers(CallerId caller) {
    asked.add(caller);
    Map<HostAnswers.Question, Boolean> answers = new HashMap<>();
    answers.put(
        new HostAnswers.Question(RandomDirectory.PREDICATE, caller, Optional.empty()),
        random.nextBoolean());
    for (String group : RandomDirectory.GROUPS) {
      answers.put(
          new HostAnswers.Question(
              RandomDirectory.PREDICATE, caller, Optional.of(DirectoryNumber.of(group))),
          random.nextBoolean());
    }
    return new HostAnswers(answers);
  }

  InboundCall question() {
    return new InboundCall(
        CallId.of("question"),
        new Channel(pick(PBXES), "PJSIP/question"),
        CallerId.of(pick(NUMBERS)),
        DirectoryNumber.of(random.nextInt(3) == 0 ? extension() : pick(groups)),
        CalledAs.ANY,
        Priority.of(1 + random.nextInt(3)));
  }

  private RouterEvent any() {
    int dice = random.nextInt(100);
    if (dice < 25 || calls.isEmpty()) {
      return new RouterEvent.Arrived(arrival());
    }
    if (dice < 60) {
      return aboutACall(pick(List.copyOf(calls.values())), random.nextInt(100));
    }
    if (dice < 80) {
      return new RouterEvent.DeviceReported(pick(PBXES), report());
    }
    return dice < 88 ? new RouterEvent.TimePassed() : fromTheHost(random.nextInt(100));
  }

  private InboundCall arrival() {
    CallId id = CallId.of("c" + arrivals++);
    DirectoryNumber number =
        DirectoryNumber.of(random.nextInt(3) == 0 ? extension() : pick(groups));
    RememberedCall call =
        new RememberedCall(
            id,
            new Channel(pick(PBXES), "PJSIP/trunk-" + id),
            CallerId.of(pick(NUMBERS)),
            number,
            Priority.of(1 + random.nextInt(3)),
            now,
            pick(RandomDirectory.REQUIREMENTS));
    calls.put(id, call);
    InboundCall arrival =
        new InboundCall(id, call.channel(), call.caller(), number, CalledAs.ANY, call.priority())
            .requiring(call.requirements())
            .asked(1);
    return random.nextInt(6) == 0 ? arrival.preferring(preference()) : arrival;
  }

  /** Mostly a new question, now and then one with the number of the last. */
  private RememberedCall asking(RememberedCall call) {
    int last = questions.getOrDefault(call.id(), 1);
    int number = random.nextInt(6) == 0 ? last : last + 1;
    questions.put(call.id(), number);
    return call.asked(number);
  }

  private RouterEvent aboutACall(RememberedCall call, int dice) {
    Token token = tokens.getOrDefault(call.id(), new Token(5));
    if (dice < 25) {
      return new RouterEvent.Landed(asking(call), token);
    }
    if (dice < 45) {
      return new RouterEvent.RingEnded(asking(call), token, pick(List.of(RingOutcome.values())));
    }
    if (dice < 60) {
      List<RingTarget> rung = targets.getOrDefault(call.id(), List.of());
      Device device = rung.isEmpty() ? device() : pick(rung).device();
      List<Device> names = List.of(random.nextInt(8) == 0 ? OUTSIDE : device);
      return random.nextInt(4) == 0
          ? new RouterEvent.HandedOver(call.id(), names)
          : new RouterEvent.Answered(call.id(), names);
    }
    if (dice < 75) {
      calls.remove(call.id());
      return new RouterEvent.Ended(call.id());
    }
    if (dice < 77) {
      calls.remove(call.id());
      return new RouterEvent.FellBack(call.id());
    }
    if (dice < 80) {
      return takenOver(call);
    }
    if (dice < 90) {
      return new RouterEvent.CallerAlive(asking(call));
    }
    return dice < 95
        ? new RouterEvent.DeliveryAnswered(call.id(), token, pick(List.of(DeliveryReport.values())))
        : new RouterEvent.CallerSeen(
            call.id(), token, random.nextInt(4), pick(List.of(Whereabouts.values())));
  }

  /** A caller goes on at the place of another call, on the channel of before. */
  private RouterEvent takenOver(RememberedCall by) {
    RememberedCall consultation = pick(List.copyOf(calls.values()));
    return new RouterEvent.TakenOver(consultation.id(), by.channel(), by.id());
  }

  private RouterEvent fromTheHost(int dice) {
    DirectoryNumber extension = DirectoryNumber.of(extension());
    CallId call = pick(List.copyOf(calls.keySet()));
    if (dice < 8) {
      return new RouterEvent.DeliveryOrdered(call, extension);
    }
    if (dice < 20) {
      return new RouterEvent.PreferenceOrdered(call, preference());
    }
    if (dice < 40) {
      boolean in = random.nextBoolean();
      Optional<String> pause = random.nextBoolean() ? Optional.of("lunch") : Optional.empty();
      Attendance attendance = new Attendance(in, pause);
      return random.nextBoolean()
          ? new RouterEvent.AttendanceChanged(extension, attendance)
          : new RouterEvent.GroupAttendanceChanged(
              extension, DirectoryNumber.of(pick(groups)), attendance);
    }
    if (dice < 60) {
      return new RouterEvent.PriorityChanged(call, Priority.of(1 + random.nextInt(3)));
    }
    if (dice < 70) {
      return new RouterEvent.Withdrawn(call);
    }
    if (dice < 80) {
      Token token = tokens.getOrDefault(call, new Token(5));
      return new RouterEvent.DeliveryAnswered(call, token, DeliveryReport.NOT_SENT);
    }
    if (dice < 85) {
      return new RouterEvent.PbxExpected(pick(PBXES), Duration.ofSeconds(random.nextInt(9)));
    }
    return dice < 91
        ? new RouterEvent.PbxDisconnected(pick(PBXES))
        : new RouterEvent.PbxConnected(alive(pick(PBXES)));
  }

  private Preference preference() {
    return new Preference(
        DirectoryNumber.of(extension()), Duration.ofSeconds(1 + random.nextInt(60)));
  }

  private PbxSnapshot alive(PbxId pbx) {
    return new PbxSnapshot(pbx, now, List.of(), calls.keySet(), List.of());
  }

  private DeviceReport report() {
    DeviceState state = pick(List.of(DeviceState.values()));
    Set<CallId> on = state.inCall() ? Set.of(pick(List.copyOf(calls.keySet()))) : Set.of();
    return new DeviceReport(device(), state, on);
  }

  private Device device() {
    String extension = extension();
    int dice = random.nextInt(20);
    if (dice == 0) {
      return RandomDirectory.outside(extension);
    }
    return Device.of(dice < 3 ? RandomDirectory.hint(extension) : "PJSIP/" + extension);
  }

  private String extension() {
    return Integer.toString(100 + random.nextInt(RandomDirectory.EXTENSIONS));
  }

  private <T> T pick(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }
}
