package io.ringwright.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.availability.Attendance;
import io.ringwright.availability.DeviceReport;
import io.ringwright.availability.DeviceState;
import io.ringwright.call.CallId;
import io.ringwright.call.CallerId;
import io.ringwright.call.Channel;
import io.ringwright.call.Destination;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.InboundCall;
import io.ringwright.call.InboundCall.CalledAs;
import io.ringwright.call.Priority;
import io.ringwright.call.RejectReason;
import io.ringwright.call.Requirements;
import io.ringwright.call.RoutingAnswer;
import io.ringwright.call.RoutingDecision;
import io.ringwright.directory.HuntGroup.Absence;
import io.ringwright.directory.PhoneList;
import io.ringwright.effect.Effect;
import io.ringwright.event.Moment;
import io.ringwright.event.RouterEvent;
import io.ringwright.port.PbxSnapshot;
import io.ringwright.port.Telephony.Whereabouts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who waits when nobody is there any more: many at once, without a link, or at their rest. */
class NobodyThereTest {

  private static final Attendance GONE = new Attendance(false, Optional.empty());
  private static final DirectoryNumber SALES = DirectoryNumber.of("700");

  private static PhoneList phones() {
    return House.phones(
        list ->
            list.extension("100", anna -> anna.device("PJSIP/100"))
                .extension("199", night -> night.device("PJSIP/199").queueLimit(10_000))
                .huntGroup("700", all -> all.member("100").queueLimit(10_000)));
  }

  /** An engine of which so many wait for the only member of a group. */
  private static final class Crowd {
    private final Engine engine = new Engine(new RouterEvent.Started(1000, 7), false);
    private Instant now = House.START;

    Crowd(int calls) {
      happens(new RouterEvent.PhoneListInstalled(1, phones()));
      happens(
          new RouterEvent.PbxConnected(
              new PbxSnapshot(House.PBX, now, List.of(), Set.of(), List.of())));
      happens(
          new RouterEvent.DeviceReported(
              House.PBX, new DeviceReport(House.device("100"), DeviceState.IN_USE, Set.of())));
      for (int call = 0; call < calls; call++) {
        happens(new RouterEvent.Arrived(call("c" + call)));
      }
    }

    static InboundCall call(String id) {
      return new InboundCall(
          CallId.of(id),
          new Channel(House.PBX, "PJSIP/trunk-" + id),
          CallerId.of("0301234567"),
          SALES,
          CalledAs.ANY,
          Priority.NORMAL);
    }

    Engine.Outcome happens(RouterEvent event) {
      now = now.plusMillis(1);
      return engine.apply(Moment.of(now), event);
    }

    boolean isDue() {
      return engine.isDue(Moment.of(now));
    }

    int waiting() {
      return engine.state().waiting().length(new Destination.ToHuntGroup(SALES));
    }
  }

  /** One phone, which is hunt group 700. */
  private static House onePhone() {
    return House.of(
        list ->
            list.extension("100", anna -> anna.device("PJSIP/100"))
                .huntGroup("700", all -> all.member("100")));
  }

  private static long sentAway(Engine.Outcome outcome) {
    return outcome.effects().stream().filter(Effect.Deliver.class::isInstance).count();
  }

  @Test
  void when_the_last_member_logs_out_many_leave_in_slices_and_others_pass_between() {
    Crowd crowd = new Crowd(1700);
    Engine.Outcome first =
        crowd.happens(new RouterEvent.AttendanceChanged(DirectoryNumber.of("100"), GONE));
    assertThat(sentAway(first)).as("first all are placed anew").isZero();
    Engine.Outcome newcomer = crowd.happens(new RouterEvent.Arrived(Crowd.call("new")));
    assertThat(newcomer.answer().map(RoutingAnswer.class::cast).map(RoutingAnswer::decision))
        .contains(new RoutingDecision.Reject(RejectReason.NOBODY_IN_SERVICE));
    int events = 0;
    while (crowd.isDue() && crowd.waiting() > 0) {
      assertThat(sentAway(crowd.happens(new RouterEvent.TimePassed()))).isBetween(0L, 200L);
      events++;
    }
    assertThat(crowd.waiting()).isZero();
    assertThat(events).isBetween(1700 / 200, 1700 / 200 + 2);
  }

  @Test
  void who_is_still_to_leave_stays_when_somebody_logs_in_meanwhile() {
    Crowd crowd = new Crowd(1700);
    crowd.happens(new RouterEvent.AttendanceChanged(DirectoryNumber.of("100"), GONE));
    while (crowd.waiting() == 1700) {
      crowd.happens(new RouterEvent.TimePassed());
    }
    int left = crowd.waiting();
    crowd.happens(new RouterEvent.AttendanceChanged(DirectoryNumber.of("100"), Attendance.PRESENT));
    while (crowd.isDue()) {
      crowd.happens(new RouterEvent.TimePassed());
    }
    assertThat(crowd.waiting()).isEqualTo(left).isBetween(1, 1699);
  }

  @Test
  void a_caller_whom_the_engine_did_not_know_is_sent_away_when_nobody_is_there() {
    House house = onePhone();
    house.router.setAttendance(DirectoryNumber.of("100"), GONE);
    house.router.callerAlive(house.remembers("c1", "700"));
    house.router.runDue();
    assertThat(house.queue()).isEmpty();
    assertThat(house.lands(house.pbx.last()).decision()).hasToString("reject: nobody-in-service");
  }

  @Test
  void a_caller_whom_a_snapshot_shows_is_sent_away_when_nobody_is_there() {
    House house = onePhone();
    house.router.setAttendance(DirectoryNumber.of("100"), GONE);
    house.linkBreaks();
    house.remembers("c1", "700");
    house.connectsSeeing(
        List.of(House.report("100", DeviceState.NOT_IN_USE)), Map.of("c1", Whereabouts.WAITING));
    house.router.runDue();
    assertThat(house.queue()).isEmpty();
    assertThat(house.lands(house.pbx.last()).decision()).hasToString("reject: nobody-in-service");
  }

  @Test
  void when_a_wish_relaxes_and_the_only_one_left_is_paused_the_caller_leaves() {
    House house =
        House.of(
            list ->
                list.extension("100", anna -> anna.device("PJSIP/100").skill("french", 1))
                    .huntGroup(
                        "700",
                        all ->
                            all.member("100")
                                .requires(
                                    Requirements.of(Map.of("french", 3))
                                        .after(Duration.ofSeconds(20), Map.of("french", 1)))
                                .nobodyThereOnArrival(Absence.PAUSED)
                                .nobodyThereWhileWaiting(Absence.PAUSED)));
    house.router.setAttendance(
        DirectoryNumber.of("100"), new Attendance(true, Optional.of("lunch")));
    house.arrives("c1", "700");
    house.passes(Duration.ofSeconds(19));
    assertThat(house.queue()).containsExactly("c1");
    house.passes(Duration.ofSeconds(1));
    assertThat(house.queue()).isEmpty();
  }

  @Test
  void without_a_link_the_caller_is_told_at_the_next_sign_of_life() {
    House house = onePhone();
    house.reports("100", DeviceState.IN_USE);
    house.arrives("c1", "700");
    house.linkBreaks();
    house.router.setAttendance(DirectoryNumber.of("100"), GONE);
    assertThat(house.queue()).containsExactly("c1");
    house.passes(Duration.ofSeconds(30));
    assertThat(house.beats("c1").decision()).hasToString("reject: nobody-in-service");
  }

  @Test
  void when_the_link_comes_back_those_leave_for_whom_nobody_is_there() {
    House house = onePhone();
    house.reports("100", DeviceState.IN_USE);
    house.arrives("c1", "700");
    house.linkBreaks();
    house.router.setAttendance(DirectoryNumber.of("100"), GONE);
    house.passes(Duration.ofSeconds(10));
    house.connectsSeeing(
        List.of(House.report("100", DeviceState.IN_USE)), Map.of("c1", Whereabouts.WAITING));
    house.passes(Duration.ofSeconds(1));
    assertThat(house.lands(house.pbx.last()).decision()).hasToString("reject: nobody-in-service");
  }

  @Test
  void behind_somebody_who_is_to_be_called_back_the_others_leave() {
    House house =
        House.of(
            list ->
                list.extension("100", anna -> anna.device("PJSIP/100"))
                    .allowCallBack("030")
                    .huntGroup("700", all -> all.member("100").callBackByKey("9")));
    house.reports("100", DeviceState.IN_USE);
    house.arrives("c1", "700");
    house.router.keyPressed(house.channel("c1"), DirectoryNumber.of("9"));
    house.arrives("c2", "700");
    house.passes(Duration.ofSeconds(70)); // Nothing is heard of the second: both share a lane.
    house.router.setAttendance(DirectoryNumber.of("100"), GONE);
    assertThat(house.queue()).containsExactly("c1");
  }

  @Test
  void a_phone_whose_link_is_lost_is_there() {
    House house =
        House.of(
            list ->
                list.extension("100", anna -> anna.device("PJSIP/100"))
                    .huntGroup("700", all -> all.member("100").longestWait(Duration.ofHours(2))));
    house.reports("100", DeviceState.IN_USE);
    house.arrives("c1", "700");
    house.linkBreaks();
    house.passes(Duration.ofSeconds(45));
    house.beats("c1");
    house.reports("100", DeviceState.UNKNOWN);
    assertThat(house.queue()).containsExactly("c1");
    assertThat(house.pbx.deliveries).isEmpty();
  }

  /** Who is not reachable is not asked whether they are paused: the first reason counts. */
  @Test
  void who_is_paused_and_reachable_again_is_missing_where_only_pauses_count() {
    House house = oneMissingBy(Absence.PAUSED);
    house.reports("100", DeviceState.UNAVAILABLE);
    house.router.setAttendance(
        DirectoryNumber.of("100"), new Attendance(true, Optional.of("lunch")));
    house.arrives("c1", "700");
    assertThat(house.queue()).containsExactly("c1");
    house.reports("100", DeviceState.NOT_IN_USE);
    assertThat(house.queue()).isEmpty();
  }

  @Test
  void who_logs_in_without_a_phone_is_missing_where_only_the_phone_counts() {
    House house = oneMissingBy(Absence.NOT_REACHABLE);
    house.reports("100", DeviceState.UNAVAILABLE);
    house.router.setAttendance(DirectoryNumber.of("100"), GONE);
    house.arrives("c1", "700");
    assertThat(house.queue()).containsExactly("c1");
    house.router.setAttendance(DirectoryNumber.of("100"), Attendance.PRESENT);
    assertThat(house.queue()).isEmpty();
  }

  private static House oneMissingBy(Absence absence) {
    return House.of(
        list ->
            list.extension("100", anna -> anna.device("PJSIP/100"))
                .huntGroup(
                    "700",
                    all ->
                        all.member("100")
                            .nobodyThereOnArrival(absence)
                            .nobodyThereWhileWaiting(absence)));
  }
}
