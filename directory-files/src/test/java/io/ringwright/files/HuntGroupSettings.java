package io.ringwright.files;

import static io.ringwright.files.EverySetting.NEAREST;
import static io.ringwright.files.EverySetting.OFFICE;
import static io.ringwright.files.EverySetting.group;
import static io.ringwright.files.EverySetting.seconds;

import io.ringwright.call.DialplanExtension;
import io.ringwright.call.Requirements;
import io.ringwright.directory.CallBackSounds;
import io.ringwright.directory.HuntGroup.Absence;
import io.ringwright.directory.HuntGroup.MemberForwarding;
import io.ringwright.directory.HuntGroup.Preference;
import io.ringwright.directory.HuntGroupBuilder;
import io.ringwright.directory.KeysBuilder;
import io.ringwright.directory.PhoneList;
import io.ringwright.directory.Schedule;
import io.ringwright.directory.Schedule.Hours;
import io.ringwright.directory.Schedule.WeeklyHours;
import io.ringwright.directory.StandardStrategy;
import io.ringwright.files.EverySetting.Setting;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Each setting of a hunt group, beside what a phone file says for it. */
final class HuntGroupSettings {

  private HuntGroupSettings() {}

  static Stream<Setting> all() {
    return Stream.of(groups(), presence(), waiting(), keys()).flatMap(each -> each);
  }

  private static Stream<Setting> groups() {
    return Stream.of(
        group("menuKey", "menu-key: 1", each -> each.menuKey("1")),
        manyMembers(),
        group(
            "requires",
            "requires: {french: 3}",
            e -> e.requires(Requirements.of(Map.of("french", 3)))),
        group(
            "requires",
            "requires: [{skills: {french: 3}}, {after: 1 min, skills: {}}]",
            e -> e.requires(Requirements.of(Map.of("french", 3)).after(seconds(60), Map.of()))),
        group(
            "strategy",
            "strategy: least-talk-time",
            e -> e.strategy(StandardStrategy.LEAST_TALK_TIME)),
        group("strategy", "strategy: {host: nearest}", each -> each.strategy(NEAREST)),
        group("ringOneMoreEvery", "ring-one-more-every: 7 s", e -> e.ringOneMoreEvery(seconds(7))),
        group(
            "preference",
            "preference: priority-first",
            e -> e.preference(Preference.PRIORITY_FIRST)),
        group(
            "memberForwarding",
            "member-forwarding: skip",
            e -> e.memberForwarding(MemberForwarding.SKIP)));
  }

  private static Setting manyMembers() {
    String text =
        """
        extensions:
          102: {name: Ben, device: PJSIP/102}
          103: {device: PJSIP/103}
        hunt-groups:
          700:
            members: [Ben, {member: 103, priority: 2, weight: 7}]
            open-priority: {2: 30 s}
          701: {name: All of them, members: 700}
        """;
    return new Setting(
        "HuntGroupBuilder.member HuntGroupBuilder.openPriority",
        text,
        PhoneList.builder()
            .extension("102", each -> each.device("PJSIP/102"))
            .extension("103", each -> each.device("PJSIP/103"))
            .huntGroup(
                "700", each -> each.member("102").member("103", 2, 7).openPriority(2, seconds(30)))
            .huntGroup("701", each -> each.member("700"))
            .build());
  }

  private static Stream<Setting> presence() {
    return Stream.of(
        group("openDuring", "open: office", each -> each.openDuring(OFFICE)),
        group(
            "openDuring",
            "open: Su 10:00-12:00",
            each ->
                each.openDuring(
                    Schedule.weekly(
                        ZoneId.of("UTC"),
                        new WeeklyHours(
                            EnumSet.of(DayOfWeek.SUNDAY),
                            new Hours(LocalTime.of(10, 0), LocalTime.NOON))))),
        group(
            "whenClosed",
            "open: office\nwhen-closed: 102",
            e -> e.openDuring(OFFICE).whenClosed("102")),
        group(
            "whenClosed",
            "open: office\nwhen-closed: {context: night}",
            e -> e.openDuring(OFFICE).whenClosed(DialplanExtension.of("night", "s"))),
        group(
            "nobodyThereOnArrival",
            "nobody-there: {on-arrival: [paused, logged-out]}",
            e -> e.nobodyThereOnArrival(Absence.PAUSED, Absence.LOGGED_OUT)),
        group(
            "nobodyThereWhileWaiting",
            "nobody-there: {while-waiting: []}",
            HuntGroupBuilder::nobodyThereWhileWaiting));
  }

  private static Stream<Setting> waiting() {
    return Stream.of(
        group("queueLimit", "queue-limit: 5", each -> each.queueLimit(5)),
        group("longestWait", "longest-wait: 5 min", each -> each.longestWait(seconds(300))),
        group("overflow", "overflow: 102", each -> each.overflow("102")),
        group(
            "overflow",
            "overflow: {context: night}",
            e -> e.overflow(DialplanExtension.of("night", "s"))),
        group("keepPlaceFor", "keep-place: 1 min", each -> each.keepPlaceFor(seconds(60), false)),
        group("leaveByKey", "keys: {1: 102}", each -> each.leaveByKey("1", "102")),
        group("callBackByKey", "keys: {'#': call-back}", each -> each.callBackByKey("#")),
        group("callersPress", "keys: {5: call-back}", e -> e.callersPress(k -> k.callBack("5"))));
  }

  private static Setting keys(String method, String yaml, Consumer<KeysBuilder> set) {
    return group("KeysBuilder." + method, yaml, each -> each.callersPress(set));
  }

  private static Stream<Setting> keys() {
    return Stream.of(
        keys(
            "leave",
            "keys: {12: 102, 3: {context: menu}}",
            k -> k.leave("12", "102").leave("3", DialplanExtension.of("menu", "s"))),
        keys("callBack", "keys: {1: call-back}", k -> k.callBack("1")),
        keys("callBackConfirmed", "keys: {1: call-back-confirmed}", k -> k.callBackConfirmed("1")),
        keys(
            "sound",
            "keys: {1: call-back-confirmed}\ncall-back-sounds: {the-number-is: custom/number}",
            k ->
                k.callBackConfirmed("1")
                    .sound(CallBackSounds.Phrase.THE_NUMBER_IS, "custom/number")),
        keys("digitsWithin", "key-digits-within: 2 s", k -> k.digitsWithin(seconds(2))));
  }
}
