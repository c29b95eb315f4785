package io.ringwright.recording;

import io.ringwright.availability.Attendance;
import io.ringwright.availability.DeviceReport;
import io.ringwright.availability.DeviceState;
import io.ringwright.call.Announcement;
import io.ringwright.call.CallId;
import io.ringwright.call.CallerId;
import io.ringwright.call.Channel;
import io.ringwright.call.Destination;
import io.ringwright.call.Device;
import io.ringwright.call.DialplanExtension;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.ExternalNumber;
import io.ringwright.call.HangUpSide;
import io.ringwright.call.InboundCall;
import io.ringwright.call.InboundCall.CalledAs;
import io.ringwright.call.Inquiry;
import io.ringwright.call.PbxId;
import io.ringwright.call.Preference;
import io.ringwright.call.Priority;
import io.ringwright.call.RejectReason;
import io.ringwright.call.RememberedCall;
import io.ringwright.call.Requirements;
import io.ringwright.call.RingOutcome;
import io.ringwright.call.RingTarget;
import io.ringwright.call.RoutingDecision;
import io.ringwright.call.SoundName;
import io.ringwright.call.TalkingPhone;
import io.ringwright.call.Token;
import io.ringwright.call.WaitEstimate;
import io.ringwright.directory.HostAnswers;
import io.ringwright.directory.PhoneList;
import io.ringwright.event.JournalEntry;
import io.ringwright.event.JournalEntry.StrategyFailure;
import io.ringwright.event.Moment;
import io.ringwright.event.PhoneLists;
import io.ringwright.event.RouterEvent;
import io.ringwright.port.PbxSnapshot;
import io.ringwright.port.PbxSnapshot.SeenCaller;
import io.ringwright.port.Telephony.DeliveryReport;
import io.ringwright.port.Telephony.Whereabouts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Lines of every kind with odd values. */
final class AnyLine {

  private static final PhoneList[] LISTS = {
    PhoneList.builder().extension("100", anna -> anna.device("PJSIP/100")).build(),
    PhoneList.builder().extension("100", anna -> anna.device("PJSIP/101")).build()
  };

  /** The lists to which lines refer. */
  static final PhoneLists PHONE_LISTS = PhoneLists.of(List.of(LISTS));

  private final Random random;

  AnyLine(Random random) {
    this.random = random;
  }

  EventText line() {
    return switch (random.nextInt(6)) {
      case 0 -> new EventText.Answered(call(), decision(), maybe(this::announcement));
      case 1 -> new EventText.Delivered(call(), decision());
      default -> new EventText.Happened(entry());
    };
  }

  private JournalEntry entry() {
    Instant at = instant();
    Moment moment = random.nextBoolean() ? Moment.of(at) : new Moment(at, instant());
    Map<HostAnswers.Question, Boolean> answers = new HashMap<>();
    several(0, this::question).forEach(each -> answers.put(each, random.nextBoolean()));
    List<StrategyFailure> failed =
        several(0, () -> new StrategyFailure(number(), 1 + random.nextInt(9)));
    return new JournalEntry(moment, event(), new HostAnswers(answers), failed);
  }

  private HostAnswers.Question question() {
    return new HostAnswers.Question(text(), caller(), maybe(this::number));
  }

  private TalkingPhone phone() {
    return new TalkingPhone(
        several(1, this::device), random.nextBoolean() ? Optional.of(channel()) : Optional.empty());
  }

  private RouterEvent event() {
    return any(
        List.<Supplier<RouterEvent>>of(
            () -> new RouterEvent.Started(random.nextLong(), random.nextLong()),
            () -> new RouterEvent.Resumed(duration()),
            () -> new RouterEvent.PhoneListInstalled(random.nextLong(), one(LISTS)),
            () -> new RouterEvent.Arrived(inbound()),
            () -> new RouterEvent.RingEnded(asking(), token(), one(RingOutcome.values())),
            () -> new RouterEvent.Landed(asking(), token()),
            () -> new RouterEvent.CallerAlive(asking()),
            () ->
                new RouterEvent.KeyPressed(
                    asking(), number(), maybe(this::inquiry), random.nextBoolean()),
            () -> new RouterEvent.Answered(call(), phone()),
            () -> new RouterEvent.HandedOver(call(), phone()),
            () -> new RouterEvent.FellBack(call()),
            () -> new RouterEvent.TakenOver(call(), channel(), call()),
            () -> new RouterEvent.Ended(call(), one(HangUpSide.values())),
            () -> new RouterEvent.Withdrawn(call()),
            () -> new RouterEvent.DeliveryOrdered(call(), number()),
            () -> new RouterEvent.PreferenceOrdered(call(), preference()),
            () -> new RouterEvent.PriorityChanged(call(), priority()),
            () -> new RouterEvent.CallBackArranged(call(), external(), random.nextBoolean()),
            () -> new RouterEvent.AttendanceChanged(number(), attendance()),
            () -> new RouterEvent.GroupAttendanceChanged(number(), number(), attendance()),
            () -> new RouterEvent.DeviceReported(pbx(), report()),
            () -> new RouterEvent.PbxConnected(snapshot()),
            () -> new RouterEvent.PbxSeen(snapshot()),
            () -> new RouterEvent.PbxExpected(pbx(), duration()),
            () -> new RouterEvent.PbxDisconnected(pbx()),
            RouterEvent.TimePassed::new,
            () -> new RouterEvent.DeliveryAnswered(call(), token(), one(DeliveryReport.values())),
            () ->
                new RouterEvent.CallerSeen(
                    call(), token(), random.nextInt(), one(Whereabouts.values()))));
  }

  private Inquiry inquiry() {
    return random.nextBoolean()
        ? new Inquiry.WhichNumber()
        : new Inquiry.IsThisYourNumber(external());
  }

  private RoutingDecision decision() {
    return any(
        List.<Supplier<RoutingDecision>>of(
            () -> new RoutingDecision.Ring(token(), several(1, this::target), duration()),
            () ->
                new RoutingDecision.Wait(
                    destination(), random.nextInt(), priority(), instant(), estimate()),
            () -> new RoutingDecision.Divert(external()),
            () -> new RoutingDecision.HandBack(DialplanExtension.of("menu", number().digits())),
            () -> new RoutingDecision.Reject(one(RejectReason.values()))));
  }

  private Announcement announcement() {
    return new Announcement(
        several(
            1,
            () ->
                random.nextBoolean()
                    ? new Announcement.Sound(SoundName.of("a" + word("abz09_-", 60)))
                    : new Announcement.Spoken(
                        random.nextInt(1_000_000), one(Announcement.Gender.values()))));
  }

  private WaitEstimate estimate() {
    Duration shortest = duration();
    return any(
        List.<Supplier<WaitEstimate>>of(
            WaitEstimate::unknown,
            () -> new WaitEstimate.Unknown(text()),
            () -> new WaitEstimate.Between(shortest, shortest.plus(duration()), text())));
  }

  private InboundCall inbound() {
    return new InboundCall(
        call(),
        channel(),
        caller(),
        number(),
        one(CalledAs.values()),
        priority(),
        requirements(),
        maybe(this::call),
        maybe(this::preference),
        random.nextInt(3));
  }

  private Preference preference() {
    return new Preference(number(), Duration.ofMillis(1 + random.nextInt(80_000_000)));
  }

  private RememberedCall asking() {
    return remembered().asked(random.nextInt(3));
  }

  private RememberedCall remembered() {
    return new RememberedCall(
        call(), channel(), caller(), number(), priority(), instant(), requirements());
  }

  private PbxSnapshot snapshot() {
    return new PbxSnapshot(
        pbx(),
        instant(),
        several(0, this::report),
        new HashSet<>(several(0, this::call)),
        several(
            0,
            () ->
                new SeenCaller(remembered(), one(Whereabouts.values()), several(0, this::device))));
  }

  private DeviceReport report() {
    return new DeviceReport(
        device(), one(DeviceState.values()), new HashSet<>(several(0, this::call)));
  }

  private Requirements requirements() {
    Requirements asked = Requirements.of(levels());
    for (int stage = random.nextInt(3); stage > 0; stage--) {
      asked = asked.after(Duration.ofSeconds(stage * 15_000L), levels());
    }
    return asked;
  }

  private Map<String, Integer> levels() {
    Map<String, Integer> levels = new HashMap<>();
    several(0, () -> word("abc_-XYZ09", 12)).forEach(s -> levels.put(s, 1 + random.nextInt(100)));
    return levels;
  }

  private Attendance attendance() {
    return new Attendance(random.nextBoolean(), maybe(this::text));
  }

  private Destination destination() {
    return any(
        List.<Supplier<Destination>>of(
            () -> new Destination.ToExtension(number()),
            () -> new Destination.ToHuntGroup(number()),
            () -> new Destination.ToExternal(external())));
  }

  private CallId call() {
    String uniqueId = word("abz09._-", 150);
    return random.nextBoolean() ? CallId.of(uniqueId) : CallId.of(pbx(), uniqueId);
  }

  private Channel channel() {
    return new Channel(pbx(), word("aZ9/@._:;+=#*-", 120));
  }

  private CallerId caller() {
    CallerId once = new CallerId(random.nextBoolean() ? "" : "+" + word("0123456789", 20), text());
    return new CallerId(once.number(), once.name());
  }

  private DirectoryNumber number() {
    return DirectoryNumber.of(word("0123456789*#", 20));
  }

  private ExternalNumber external() {
    return ExternalNumber.of((random.nextBoolean() ? "+" : "") + "030" + word("0123456789", 12));
  }

  private RingTarget target() {
    return new RingTarget(number(), device());
  }

  private Device device() {
    return Device.of((random.nextBoolean() ? "PJSIP/" : "SIP/") + word("aZ09@._:+-", 80));
  }

  private PbxId pbx() {
    return PbxId.of(word("aZ09._-", 64));
  }

  private Token token() {
    return new Token(1 + (random.nextLong() >>> 2));
  }

  private Priority priority() {
    return Priority.of(1 + random.nextInt(1000));
  }

  private Instant instant() {
    return Instant.ofEpochSecond(
        random.nextLong() % 10_000_000_000L, random.nextBoolean() ? 0 : random.nextInt(1 << 29));
  }

  private Duration duration() {
    return Duration.ofNanos(random.nextLong() >>> (1 + random.nextInt(60)));
  }

  /** Anything, unpaired surrogates and line ends included. */
  private String text() {
    String odd = " %,=\n\r\t\0\u0085\u2028\u00ad\u200b\ud800\udc00äß€漢\u0301%u";
    return random.nextInt(4) == 0 ? "" : word(odd + "abc123", 12);
  }

  private String word(String letters, int longest) {
    StringBuilder word = new StringBuilder();
    for (int length = 1 + random.nextInt(longest); length > 0; length--) {
      word.append(letters.charAt(random.nextInt(letters.length())));
    }
    return word.toString();
  }

  private <T> Optional<T> maybe(Supplier<T> value) {
    return random.nextBoolean() ? Optional.empty() : Optional.of(value.get());
  }

  private <T> List<T> several(int least, Supplier<T> value) {
    return new ArrayList<>(Stream.generate(value).limit(least + (long) random.nextInt(4)).toList());
  }

  private <T> T one(T[] values) {
    return values[random.nextInt(values.length)];
  }

  private <T> T any(List<Supplier<T>> ways) {
    return ways.get(random.nextInt(ways.size())).get();
  }

  static List<String> ofVersion1() {
    String caller = "call=c1 channel=pbx:PJSIP/trunk-1 number=0301 name=Ada%20L called=700";
    String call = caller + " priority=5 since=2026-03-02T09:00:00Z skills=french:3;60=french:1";
    List<String> events =
        List.of(
            "started first-token=1772442000000000 seed=7",
            "phone-list-installed version=3 sha256=" + PhoneLists.hash(LISTS[0]),
            "arrived " + caller + " as=any priority=5 skills=french:3 returning=c0",
            "ring-ended " + call + " token=12 how=no-reply",
            "landed " + call + " token=12",
            "caller-alive " + call,
            "key-pressed " + call + " key=#",
            "answered call=c1 device=PJSIP/100",
            "ended call=c1",
            "withdrawn call=c1",
            "priority-changed call=c1 priority=1",
            "call-back-arranged call=c1 number=+49301",
            "attendance-changed extension=100 logged-in=yes paused-for=lunch",
            "device-reported pbx=pbx device=PJSIP/100,in-use,c1,c2",
            "pbx-connected pbx=pbx taken-at=2026-03-02T08:59:59Z device=PJSIP/100,not-in-use"
                + " device=PJSIP/101,ring-in-use,c1 alive=c1,c2"
                + " caller=c1,pbx:PJSIP/trunk-1,,,700,5,2026-03-02T08:59:00Z,,waiting",
            "pbx-disconnected pbx=pbx",
            "time-passed",
            "delivery-answered call=c1 token=12 report=not-sent",
            "caller-seen call=c1 token=12 moves=3 where=elsewhere",
            "time-passed wall-clock=2026-03-02T10:00:00Z asked=moon,0301,Ada%20L,,no"
                + " asked=moon,0301,Ada%20L,700,yes failed=700:1,701:2");
    List<String> decisions =
        List.of(
            "=> call=c1 ring=100@PJSIP/100,101@PJSIP/101 token=13 for=PT20S",
            "=> call=c1 wait=group:700 position=2 priority=5 since=2026-03-02T09:00:00Z"
                + " shortest=PT12S longest=PT1M basis=40%20departures",
            "=> call=c1 divert=+49301234",
            "=> call=c1 reject=queue-full",
            "-> call=c1 ring=100@PJSIP/100 token=14 for=PT20S");
    return Stream.concat(
            events.stream().map(line -> "2026-03-02T09:00:00Z " + line), decisions.stream())
        .toList();
  }
}
