package io.ringwright.ami;

import io.ringwright.CallRouter;
import io.ringwright.availability.Availability;
import io.ringwright.availability.DeviceReport;
import io.ringwright.availability.Workload;
import io.ringwright.call.CallId;
import io.ringwright.call.CallOutcome;
import io.ringwright.call.CallerId;
import io.ringwright.call.Channel;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.InboundCall;
import io.ringwright.call.InboundCall.CalledAs;
import io.ringwright.call.Party;
import io.ringwright.call.Priority;
import io.ringwright.call.Visit;
import io.ringwright.directory.Confirmation;
import io.ringwright.directory.PhoneList;
import io.ringwright.port.PbxSnapshot;
import io.ringwright.port.RoutingListener;
import io.ringwright.port.Telephony;
import io.ringwright.telling.Answered;
import io.ringwright.testkit.ManualClock;
import io.ringwright.view.ExtensionView;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * An engine that is told what a real Asterisk said, event by event, as the adapter understands it.
 * What the dialplan asked over AGI is not in a recording: a call to 701 to 705 arrives when its
 * channel does. A second passes before each step that somebody took.
 */
final class RecordedCalls {

  private static final Path RECORDED =
      Path.of("../fake-asterisk/src/test/resources/io/ringwright/fakeasterisk/recorded");
  private static final Set<String> NO_QUEUE_CALLS =
      Set.of("local-optimised", "local-stays", "mobile", "other-case", "two-contacts");
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final ManualClock clock = ManualClock.onMondayMorning();
  private final List<String> heard = new ArrayList<>();
  private final Map<String, AmiMessage> channels = new LinkedHashMap<>();
  private final SeenChannels seen = new SeenChannels();
  private final boolean looks;
  private ChannelTable table = new ChannelTable(Settings.LAB, Settings.CONTEXTS);
  private final CallRouter router =
      CallRouter.builder(RecordedCalls::phones, Telephony.NONE)
          .clock(clock)
          .singleThreaded()
          .listener(new Hearing())
          .build();

  private RecordedCalls(boolean looks) {
    this.looks = looks;
    router.pbxConnected(
        new PbxSnapshot(Settings.LAB, clock.instant(), List.of(), Set.of(), List.of()));
  }

  private static final Confirmation AT_ONCE =
      Confirmation.STANDARD.prompt("hello-world").within(Duration.ofSeconds(2));

  private static final PhoneList PHONES =
      PhoneList.builder()
          .extension("8301", one -> one.device("PJSIP/8301").wrapUp(Duration.ofMinutes(1)))
          .extension("8302", two -> two.device("PJSIP/8302").wrapUp(Duration.ofMinutes(1)))
          .extension("8303", three -> three.device("PJSIP/8303"))
          .extension("8270", mobile -> mobile.device("PJSIP/8270@trunk"))
          .allowExternal("0171")
          .extension("8310", dora -> dora.outside("0171555", AT_ONCE))
          .huntGroup("704", group -> group.member("8270"))
          .huntGroup("705", group -> group.member("8310"))
          .huntGroup("701", group -> group.member("8301"))
          .huntGroup("702", group -> group.member("8302"))
          .huntGroup("703", group -> group.member("8303"))
          .build();

  private static PhoneList phones() {
    return PHONES;
  }

  /** Plays a recording to its end; then whoever is still there hangs up. */
  static RecordedCalls of(String version, String name) {
    return toTheEnd(version, name, false);
  }

  /** The same, and after each event everything is looked at anew. */
  static RecordedCalls lookingAfterEachEvent(String version, String name) {
    return toTheEnd(version, name, true);
  }

  private static RecordedCalls toTheEnd(String version, String name, boolean looks) {
    RecordedCalls calls = new RecordedCalls(looks);
    lines(version, name).forEach(calls::take);
    calls.everybodyHangsUp();
    return calls;
  }

  /** Plays a recording up to a step that somebody takes. */
  static RecordedCalls until(String version, String name, String step) {
    RecordedCalls calls = new RecordedCalls(false);
    for (String line : lines(version, name)) {
      if (line.startsWith("# " + step)) {
        return calls;
      }
      calls.take(line);
    }
    return calls;
  }

  private static List<String> lines(String version, String name) {
    try {
      return Files.readAllLines(RECORDED.resolve(version).resolve(name + ".txt"));
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }

  /** The recordings of queue calls. */
  static List<String> names(String version) {
    try (Stream<Path> files = Files.list(RECORDED.resolve(version))) {
      return files
          .map(file -> file.getFileName().toString().replace(".txt", ""))
          .filter(name -> !NO_QUEUE_CALLS.contains(name))
          .sorted()
          .toList();
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }

  /** The calls of which an end was told, once for each time. */
  List<String> ends() {
    return heard.stream()
        .filter(line -> line.matches("\\S+ [A-Z_]+"))
        .map(line -> line.substring(0, line.indexOf(' ')))
        .toList();
  }

  private void take(String line) {
    if (line.startsWith("#")) {
      clock.advance(SECOND);
      return;
    }
    List<String> headers = new ArrayList<>(List.of(line.split(" \\| ", -1)));
    headers.set(0, "Event: " + headers.get(0));
    headers.addAll(context(Messages.whole(headers)));
    take(Messages.whole(headers));
  }

  /** The context is not in a recording: it follows from the dialplan extension. */
  private static List<String> context(AmiMessage event) {
    return switch (event.header("exten")) {
      case "ring" -> List.of("Context: ringwright-route");
      case "" -> List.of();
      default ->
          event.event().startsWith("MusicOnHold")
              ? List.of("Context: ringwright-wait")
              : List.of("Context: from-house");
    };
  }

  private void take(AmiMessage event) {
    table.apply(Messages.asRead(event)).forEach(this::tell);
    String id = event.header("uniqueid");
    if (event.event().equals("Newchannel")) {
      channels.put(id, event);
      boolean calls = event.header("channelstate").equals("4");
      if (calls && event.header("exten").matches("70[1-5]")) {
        arrives(event);
        seen.remembers(id, call(id));
      }
    } else if (event.event().equals("Hangup")) {
      channels.remove(id);
    }
    if (isSentToQueue(event)) {
      sentToQueue(event);
    }
    seen.take(event);
    if (looks) {
      table = seen.look(table);
    }
  }

  /** Whoever was called is sent to a queue, and arrives there as a caller. */
  private static boolean isSentToQueue(AmiMessage event) {
    return event.event().equals("BlindTransfer")
        && event.header("extension").matches("70[1-4]")
        && !event.header("transfereeuniqueid").equals(event.header("transfereelinkedid"));
  }

  private void sentToQueue(AmiMessage event) {
    String id = event.header("transfereeuniqueid");
    arrives(
        Messages.whole(
            List.of(
                "Event: Newchannel",
                "Uniqueid: " + id,
                "Channel: " + event.header("transfereechannel"),
                "Exten: " + event.header("extension"))));
    seen.remembers(id, call(id));
  }

  private void arrives(AmiMessage channel) {
    router.callArrived(
        new InboundCall(
            call(channel.header("uniqueid")),
            new Channel(Settings.LAB, channel.header("channel")),
            CallerId.of("0301"),
            DirectoryNumber.of(channel.header("exten")),
            CalledAs.ANY,
            Priority.NORMAL));
  }

  private void tell(Fact fact) {
    if (fact instanceof Fact.Reported reported) {
      router.deviceReported(Settings.LAB, reported.report());
    } else if (fact instanceof Fact.Answered answered) {
      router.callAnswered(answered.call(), answered.phone());
    } else if (fact instanceof Fact.HandedOver handed) {
      router.callHandedOver(handed.call(), handed.phone());
    } else if (fact instanceof Fact.TakenOver taken) {
      Channel channel = new Channel(Settings.LAB, taken.channel());
      router.callTakenOver(taken.call(), channel, taken.by());
    } else if (fact instanceof Fact.FellBack fallen) {
      router.callFellBack(fallen.call());
    } else if (fact instanceof Fact.Ended ended) {
      router.callEnded(ended.call(), ended.by());
    }
  }

  private void everybodyHangsUp() {
    clock.advance(SECOND);
    for (Map.Entry<String, AmiMessage> each : List.copyOf(channels.entrySet())) {
      take(
          Messages.hangup(
              each.getValue().header("channel"),
              each.getKey(),
              each.getValue().header("linkedid")));
    }
  }

  static CallId call(String uniqueId) {
    return CallId.of(Settings.LAB, uniqueId);
  }

  /** What the listener was told, without what it ignores. */
  List<String> heard() {
    return heard;
  }

  /** The calls that wait, first to last, with the channel of each. */
  List<String> waiting() {
    return router.waitingCalls().stream()
        .map(call -> call.id().uniqueId() + " on " + call.channel().name())
        .toList();
  }

  Availability availability(String extension) {
    return view(extension).availability();
  }

  Workload workload(String extension) {
    return view(extension).workload();
  }

  /** What would become of a call to an extension or a group now. */
  String callTo(String number) {
    return router
        .explain(
            new InboundCall(
                CallId.of("question"),
                new Channel(Settings.LAB, "PJSIP/question-1"),
                CallerId.of("0309"),
                DirectoryNumber.of(number),
                CalledAs.ANY,
                Priority.NORMAL))
        .decision()
        .getClass()
        .getSimpleName();
  }

  /** In how many calls a phone is, as it was last reported. */
  int callsOf(String extension) {
    return report("PJSIP/" + extension).calls().size();
  }

  /** What was said of a device last. */
  DeviceReport report(String device) {
    return table.reports().stream()
        .filter(each -> each.device().name().equals(device))
        .findFirst()
        .orElseThrow();
  }

  private ExtensionView view(String extension) {
    return router.view().extensions().stream()
        .filter(each -> each.number().digits().equals(extension))
        .findFirst()
        .orElseThrow();
  }

  private final class Hearing implements RoutingListener {
    @Override
    public void answered(Answered told) {
      String by = told.by().extension().orElseThrow().digits();
      heard.add(told.visit().call().uniqueId() + " answered by " + by);
    }

    @Override
    public void answeredByOutsider(Answered told) {
      heard.add(told.visit().call().uniqueId() + " answered by " + told.by());
    }

    @Override
    public void transferred(CallId call, Party from, Party to) {
      heard.add(call.uniqueId() + " from " + from + " to " + to);
    }

    @Override
    public void takenOver(CallId call, CallId by) {
      heard.add(call.uniqueId() + " taken over by " + by.uniqueId());
    }

    @Override
    public void ended(Visit visit, CallOutcome outcome, Duration waited) {
      heard.add(visit.call().uniqueId() + " " + outcome);
    }

    @Override
    public void failed(String what, RuntimeException failure) {
      heard.add(what + " failed: " + failure);
    }
  }
}
