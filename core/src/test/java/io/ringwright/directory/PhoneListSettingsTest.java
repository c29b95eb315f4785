package io.ringwright.directory;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.call.Announcement.Gender;
import io.ringwright.call.DialplanExtension;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.Requirements;
import io.ringwright.directory.AnnouncementSounds.Phrase;
import io.ringwright.directory.CallForwarding.Kind;
import io.ringwright.directory.HuntGroup.Absence;
import io.ringwright.directory.Schedule.Hours;
import io.ringwright.directory.Schedule.WeeklyHours;
import io.ringwright.directory.text.AnyPhoneList;
import io.ringwright.directory.text.PhoneListText;
import io.ringwright.waiting.QueueOrder;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Goes through every setting by the parts of the records, so that none can be forgotten. */
class PhoneListSettingsTest {

  private static final Schedule SCHEDULE =
      new Schedule(
          ZoneId.of("Europe/Berlin"),
          List.of(
              new WeeklyHours(
                  EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
                  new Hours(LocalTime.of(8, 0), LocalTime.of(12, 0))),
              new WeeklyHours(
                  EnumSet.of(DayOfWeek.SUNDAY),
                  new Hours(LocalTime.of(9, 0), LocalTime.of(10, 0)))),
          Map.of(
              LocalDate.of(2026, 12, 24),
              List.of(
                  new Hours(LocalTime.of(8, 0), LocalTime.of(9, 0)),
                  new Hours(LocalTime.of(10, 0), LocalTime.of(11, 0)))));

  private static final Condition CONDITION =
      new Condition.AllOf(
          List.of(
              new Condition.AnyOf(
                  List.of(
                      new Condition.During(SCHEDULE),
                      new Condition.CallerMatches(new NumberPattern("030.")))),
              new Condition.Not(new Condition.Host("away", any -> true)),
              new Condition.Always(),
              new Condition.DialledDirectly(),
              new Condition.ThroughGroup()));

  private static final PhoneList PHONES =
      PhoneList.builder()
          .allowExternal("+49")
          .allowExternal("+43")
          .allowCallBack("+4930")
          .queueOrder(QueueOrder.ageing(Duration.ofSeconds(30)))
          .extension(
              "100",
              each ->
                  each.device("PJSIP/100")
                      .skill("french", 2)
                      .skill("sales", 3)
                      .overflow("101")
                      .leaveByKey("5", "101")
                      .callBackByKey("6")
                      .forward(Kind.UNCONDITIONAL, "101", CONDITION)
                      .forward(Kind.ON_BUSY, "101", CONDITION)
                      .forward(Kind.ON_BUSY, "+49301", CONDITION)
                      .forward(Kind.ON_NO_REPLY, "700", CONDITION)
                      .forward(Kind.ON_NOT_REACHABLE, "101", CONDITION))
          .extension("101", each -> each.device("PJSIP/101"))
          .huntGroup(
              "700",
              each ->
                  each.menuKey("1")
                      .member("100")
                      .member("101", 2, 3)
                      .member("702", 3)
                      .openPriority(2, Duration.ofSeconds(20))
                      .requires(
                          Requirements.of(Map.of("french", 2))
                              .after(Duration.ofSeconds(20), Map.of("french", 1)))
                      .overflow("101")
                      .openDuring(SCHEDULE)
                      .whenClosed("100")
                      .nobodyThereOnArrival(Absence.LOGGED_OUT, Absence.PAUSED, Absence.REFUSED)
                      .leaveByKey("5", "101")
                      .callBackByKey("6")
                      .callersPress(PhoneListSettingsTest::everythingPressed)
                      .callersHear(PhoneListSettingsTest::everythingHeard)
                      .onAnswer(PhoneListSettingsTest::everythingOnAnswer))
          .huntGroup("702", each -> each.member("101").strategy(new AnyPhoneList.Own("nearest")))
          .build();

  private static void everythingPressed(KeysBuilder keys) {
    keys.leave("12", DialplanExtension.of("menu", "s"))
        .callBackConfirmed("6")
        .sound(CallBackSounds.Phrase.PRESS, "custom/press")
        .digitsWithin(Duration.ofSeconds(4));
  }

  private static void everythingHeard(HearingBuilder hearing) {
    hearing
        .music("jazz")
        .language("fr")
        .welcome("custom/hello")
        .sayTheExtension()
        .operator("custom/operator")
        .joinMessage("custom/welcome")
        .position()
        .exactUpTo(5)
        .expectedWait(2)
        .thanks()
        .onlyWhenBetter()
        .message("custom/offer")
        .message("custom/web")
        .messagesAtRandom()
        .gender(Gender.FEMININE)
        .sound(Phrase.MINUTES, "minutes");
  }

  private static void everythingOnAnswer(OnAnswerBuilder onAnswer) {
    onAnswer
        .tellAgent("custom/sales")
        .tellAgent("beep")
        .tellWait()
        .acceptByKey("1", "custom/press-1", Duration.ofSeconds(5))
        .recordTalk()
        .setVariables()
        .dialOptions("tT");
  }

  private static PhoneList list(
      Collection<Extension> extensions, Collection<HuntGroup> groups, PhoneList rest) {
    return list(extensions, groups, settings(rest));
  }

  private static PhoneList list(
      Collection<Extension> extensions, Collection<HuntGroup> groups, HouseSettings settings) {
    Map<DirectoryNumber, Extension> byNumber = new LinkedHashMap<>();
    extensions.forEach(each -> byNumber.put(each.number(), each));
    Map<DirectoryNumber, HuntGroup> groupsByNumber = new LinkedHashMap<>();
    groups.forEach(each -> groupsByNumber.put(each.number(), each));
    return new PhoneList(byNumber, groupsByNumber, settings);
  }

  private static HouseSettings settings(PhoneList list) {
    return new HouseSettings(
        list.queueOrder(), list.allowedNumbers(), UseLimits.USUAL, list.timeZone());
  }

  private static <T> void assertEachChangeIsSeen(T value, Function<T, PhoneList> list) {
    List<RecordChanges.Change> changes = RecordChanges.of(value);
    assertThat(changes).isNotEmpty();
    String text = PhoneListText.of(PHONES).text();
    for (RecordChanges.Change change : changes) {
      @SuppressWarnings("unchecked")
      PhoneList changed = list.apply((T) change.value());
      assertThat(PhoneListText.of(changed).text()).as(change.what()).isNotEqualTo(text);
      assertThat(changed).as(change.what()).isNotEqualTo(PHONES);
    }
  }

  @Test
  void a_change_of_any_setting_of_an_extension_changes_the_text() {
    Extension ben = List.copyOf(PHONES.extensions()).get(1);
    assertEachChangeIsSeen(
        PHONES.extension(DirectoryNumber.of("100")).orElseThrow(),
        anna -> list(List.of(anna, ben), PHONES.huntGroups(), PHONES));
  }

  @Test
  void a_change_of_any_setting_of_a_hunt_group_changes_the_text() {
    List<HuntGroup> groups = List.copyOf(PHONES.huntGroups());
    assertEachChangeIsSeen(
        groups.get(0), sales -> list(PHONES.extensions(), List.of(sales, groups.get(1)), PHONES));
    assertEachChangeIsSeen(
        groups.get(1), own -> list(PHONES.extensions(), List.of(groups.get(0), own), PHONES));
  }

  @Test
  void a_change_of_any_setting_of_the_whole_list_changes_the_text() {
    assertEachChangeIsSeen(
        settings(PHONES), changed -> list(PHONES.extensions(), PHONES.huntGroups(), changed));
    assertEachChangeIsSeen(
        List.copyOf(PHONES.extensions()), each -> list(each, PHONES.huntGroups(), PHONES));
    assertEachChangeIsSeen(
        List.copyOf(PHONES.huntGroups()), each -> list(PHONES.extensions(), each, PHONES));
  }

  @Test
  void every_part_of_every_record_is_changed_at_least_once() {
    List<Object> all =
        List.of(
            List.copyOf(PHONES.extensions()), List.copyOf(PHONES.huntGroups()), settings(PHONES));
    assertThat(RecordChanges.partsNeverChanged(all))
        .as("code of the host, and what cannot be otherwise")
        .containsExactly("Host.predicate", "RingTarget.extension");
    assertThat(
            all.stream()
                .flatMap(each -> RecordChanges.of(each).stream())
                .map(RecordChanges.Change::what)
                .collect(Collectors.toSet()))
        .anyMatch(what -> what.endsWith("Stage.after"))
        .anyMatch(what -> what.endsWith("Leaving.byNumber"))
        .anyMatch(what -> what.endsWith("Hunting.strategy"));
  }
}
