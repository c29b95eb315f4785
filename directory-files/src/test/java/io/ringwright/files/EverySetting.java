package io.ringwright.files;

import io.ringwright.call.LimitedUse;
import io.ringwright.directory.Condition;
import io.ringwright.directory.ExtensionBuilder;
import io.ringwright.directory.HuntGroupBuilder;
import io.ringwright.directory.PhoneList;
import io.ringwright.directory.PhoneListBuilder;
import io.ringwright.directory.Schedule;
import io.ringwright.directory.Schedule.Hours;
import io.ringwright.directory.Schedule.WeeklyHours;
import io.ringwright.directory.Strategy;
import io.ringwright.directory.UseLimit;
import io.ringwright.waiting.QueueOrder;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Each setting of the builders, beside what a phone file says for it. */
final class EverySetting {

  static final Strategy NEAREST = new Own("nearest");
  static final Condition VACATION = new Condition.Host("vacation", any -> true);
  static final Schedule OFFICE =
      new Schedule(
          ZoneId.of("Europe/Berlin"),
          List.of(
              new WeeklyHours(
                  EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
                  new Hours(LocalTime.of(8, 0), LocalTime.of(18, 0))),
              new WeeklyHours(
                  EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.MONDAY),
                  new Hours(LocalTime.of(9, 0), LocalTime.MIDNIGHT))),
          Map.of(
              LocalDate.of(2026, 12, 24),
              List.of(new Hours(LocalTime.of(8, 0), LocalTime.of(12, 0))),
              LocalDate.of(2026, 12, 25),
              List.of()));

  private static final String OFFICE_YAML =
      """
      hours:
        office:
          zone: Europe/Berlin
          weekly: [Mo-Fr 08:00-18:00, Sa Mo 09:00-24:00]
          dates: {2026-12-24: "08:00-12:00", 2026-12-25: closed}
      """;

  private EverySetting() {}

  /** A strategy of the host. */
  record Own(String words) implements Strategy {
    @Override
    public List<Contender> next(List<Contender> equals, Memory memory) {
      return equals;
    }
  }

  /**
   * A setting.
   *
   * @param method the method of the builder
   * @param yaml the whole file
   * @param phones what the builder makes
   */
  record Setting(String method, String yaml, PhoneList phones) {
    @Override
    public String toString() {
      return method;
    }
  }

  static Stream<Setting> all() {
    return Stream.of(
            ExtensionSettings.all(), HuntGroupSettings.all(), HearingSettings.all(), house())
        .flatMap(each -> each);
  }

  private static PhoneListBuilder base() {
    return PhoneList.builder()
        .allowExternal("+49")
        .extension("102", each -> each.device("PJSIP/102"));
  }

  static Setting extension(String method, String yaml, Consumer<ExtensionBuilder> set) {
    String text =
        "allow-external: +49\nextensions:\n  102: {device: PJSIP/102}\n  101:\n"
            + yaml.indent(4)
            + OFFICE_YAML;
    return new Setting("ExtensionBuilder." + method, text, base().extension("101", set).build());
  }

  static Setting phone(String method, String yaml, Consumer<ExtensionBuilder> set) {
    return extension(
        method, "device: PJSIP/101\n" + yaml, each -> set.accept(each.device("PJSIP/101")));
  }

  static Setting group(String method, String yaml, Consumer<HuntGroupBuilder> set) {
    String text =
        "allow-external: +49\nextensions:\n  102: {device: PJSIP/102}\n"
            + "hunt-groups:\n  700:\n    members: 102\n"
            + yaml.indent(4)
            + OFFICE_YAML;
    return new Setting(
        method.contains(".") ? method : "HuntGroupBuilder." + method,
        text,
        base().huntGroup("700", each -> set.accept(each.member("102"))).build());
  }

  private static Setting house(String method, String yaml, Consumer<PhoneListBuilder> set) {
    PhoneListBuilder list = PhoneList.builder();
    set.accept(list);
    return new Setting("PhoneListBuilder." + method, yaml, list.build());
  }

  static Duration seconds(int seconds) {
    return Duration.ofSeconds(seconds);
  }

  private static Stream<Setting> house() {
    return Stream.of(
        house(
            "extension",
            "extensions: {101: {device: PJSIP/1}}",
            l -> l.extension("101", e -> e.device("PJSIP/1"))),
        house(
            "huntGroup",
            "extensions: {101: {device: PJSIP/1}}\nhunt-groups: {'*70': {members: 101}}",
            l ->
                l.extension("101", e -> e.device("PJSIP/1"))
                    .huntGroup("*70", g -> g.member("101"))),
        house(
            "allowExternal",
            "allow-external: ['+4930', 0171]",
            l -> l.allowExternal("+4930").allowExternal("0171")),
        house("allowCallBack", "allow-call-back: +4930", l -> l.allowCallBack("+4930")),
        house(
            "limit",
            "limits: {diversion: {per-number: 2, in-all: 9, within: 30 min}, return: none, call-back: {per-number: 1, in-all: 2}}",
            l ->
                l.limit(LimitedUse.DIVERSION, new UseLimit(2, 9, Duration.ofMinutes(30)))
                    .limit(LimitedUse.RETURN, UseLimit.NONE)
                    .limit(LimitedUse.CALL_BACK, UseLimit.anHour(1, 2))),
        house(
            "queueOrder",
            "queue-order: ageing 30 s",
            l -> l.queueOrder(QueueOrder.ageing(seconds(30)))),
        house("queueOrder", "queue-order: strict", l -> l.queueOrder(QueueOrder.STRICT)),
        house("timeZone", "time-zone: Europe/Berlin", l -> l.timeZone(ZoneId.of("Europe/Berlin"))));
  }
}
