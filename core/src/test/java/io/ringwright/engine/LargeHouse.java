package io.ringwright.engine;

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
import io.ringwright.call.RoutingAnswer;
import io.ringwright.call.RoutingDecision;
import io.ringwright.directory.CallForwarding.Kind;
import io.ringwright.directory.Condition;
import io.ringwright.directory.PhoneList;
import io.ringwright.directory.PhoneListBuilder;
import io.ringwright.directory.Schedule;
import io.ringwright.directory.Schedule.Hours;
import io.ringwright.directory.Schedule.WeeklyHours;
import io.ringwright.directory.text.PhoneListText;
import io.ringwright.effect.Effect;
import io.ringwright.engine.dispatch.IndexedDispatcher;
import io.ringwright.engine.image.EngineImage;
import io.ringwright.engine.state.EngineState;
import io.ringwright.event.Moment;
import io.ringwright.event.RouterEvent;
import io.ringwright.port.PbxSnapshot;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An engine in a house that is worked through in slices: 600 groups of ten phones, on all of which
 * somebody talks, and for each group four callers who wait; besides 800 phones in no group, one of
 * which has opening hours.
 */
final class LargeHouse {

  static final int GROUPS = 600;
  static final int WAITING = 4 * GROUPS;

  private static final int SIZE = 10;
  private static final int IN_GROUPS = GROUPS * SIZE;
  private static final int BESIDES = 800;
  private static final PbxId PBX = PbxId.of("pbx");
  private static final Instant END_OF_HOURS = House.START.plusSeconds(30);

  private static final Condition HOURS =
      new Condition.During(
          Schedule.weekly(
              ZoneOffset.UTC,
              new WeeklyHours(
                  EnumSet.allOf(DayOfWeek.class),
                  new Hours(
                      LocalTime.of(8, 0), LocalTime.ofInstant(END_OF_HOURS, ZoneOffset.UTC)))));

  private final Engine engine =
      new Engine(new EngineState(1000, 42), false, IndexedDispatcher::new);
  private Instant now = House.START;
  private long version;

  LargeHouse() {
    happens(reload(list(0)));
    happens(
        new RouterEvent.PbxConnected(new PbxSnapshot(PBX, now, List.of(), Set.of(), List.of())));
    for (int each = 0; each < IN_GROUPS; each++) {
      happens(report(each, DeviceState.IN_USE));
    }
    for (int each = 0; each < WAITING; each++) {
      happens(arrival("c" + each, each % GROUPS));
    }
    settle();
  }

  Engine engine() {
    return engine;
  }

  // The phone lists

  /** Each group has the phones so many groups further on. */
  static PhoneList list(int further) {
    return described(further).build();
  }

  static PhoneListBuilder described(int further) {
    PhoneListBuilder list = PhoneList.builder();
    for (int each = 1; each < IN_GROUPS + BESIDES; each++) {
      String number = extension(each - 1);
      list.extension(number, it -> it.device("PJSIP/" + number));
    }
    list.extension(
        extension(IN_GROUPS + BESIDES - 1),
        it -> it.device("PJSIP/hours").forward(Kind.ON_BUSY, extension(IN_GROUPS), HOURS));
    for (int each = 0; each < GROUPS; each++) {
      int first = (each + further) % GROUPS * SIZE;
      list.huntGroup(
          group(each),
          group -> {
            group.queueLimit(WAITING).longestWait(Duration.ofHours(24));
            for (int member = first; member < first + SIZE; member++) {
              group.member(extension(member));
            }
          });
    }
    return list;
  }

  static String extension(int index) {
    return Integer.toString(10_000 + index);
  }

  static String group(int index) {
    return Integer.toString(90_000 + index);
  }

  // The events

  RouterEvent reload(PhoneList list) {
    version++;
    return new RouterEvent.PhoneListInstalled(version, list);
  }

  static RouterEvent idle(int phone) {
    return report(phone, DeviceState.NOT_IN_USE);
  }

  private static RouterEvent report(int phone, DeviceState state) {
    Device device = Device.of("PJSIP/" + extension(phone));
    return new RouterEvent.DeviceReported(PBX, new DeviceReport(device, state, Set.of()));
  }

  static RouterEvent arrival(String call, int group) {
    return new RouterEvent.Arrived(
        new InboundCall(
            CallId.of(call),
            new Channel(PBX, "PJSIP/trunk-" + call),
            CallerId.of("0301234567"),
            DirectoryNumber.of(group(group)),
            CalledAs.ANY,
            Priority.NORMAL));
  }

  static RouterEvent hangsUp(String call) {
    return new RouterEvent.Ended(CallId.of(call));
  }

  /** Opening hours end, whereupon any call may be served. */
  Engine.Outcome hoursEnd() {
    now = END_OF_HOURS;
    return happens(new RouterEvent.TimePassed());
  }

  Engine.Outcome happens(RouterEvent event) {
    now = now.plusMillis(1);
    return engine.apply(Moment.of(now), event);
  }

  /** The same happens to another engine, at the instant at which it happened here last. */
  Engine.Outcome happensAgain(Engine other, RouterEvent event) {
    return other.apply(Moment.of(now), event);
  }

  boolean isDue() {
    return engine.isDue(Moment.of(now));
  }

  /** What is due is done, until nothing is. */
  List<String> settle() {
    List<String> sent = new ArrayList<>();
    while (isDue()) {
      sent.addAll(sent(happens(new RouterEvent.TimePassed())));
    }
    return sent;
  }

  /** Whether calls are still placed anew. */
  boolean isPlacing() {
    return engine.state().replacements().isPending();
  }

  /** Who was sent where. */
  static List<String> sent(Engine.Outcome outcome) {
    return outcome.effects().stream()
        .filter(Effect.Tell.Delivering.class::isInstance)
        .map(effect -> words(((Effect.Tell.Delivering) effect).answer()))
        .toList();
  }

  static String answer(Engine.Outcome outcome) {
    return words(outcome.decision().orElseThrow());
  }

  private static String words(RoutingAnswer answer) {
    return answer.decision() instanceof RoutingDecision.Ring ring
        ? answer.call() + " to " + ring.targets().get(0).extension()
        : answer.call() + " waits";
  }

  /** An engine made from the image of this moment. */
  Engine restored() {
    PhoneListText kept = PhoneListText.of(engine.state().phones());
    return new Engine(
        EngineImage.read(
            engine.image().text(),
            sha256 -> PhoneListText.kept(kept.text(), sha256).read(Map.of())),
        engine.explains());
  }
}
