package io.ringwright.files;

import static io.ringwright.files.EverySetting.OFFICE;
import static io.ringwright.files.EverySetting.VACATION;
import static io.ringwright.files.EverySetting.extension;
import static io.ringwright.files.EverySetting.phone;
import static io.ringwright.files.EverySetting.seconds;

import io.ringwright.call.ContextName;
import io.ringwright.call.DialplanExtension;
import io.ringwright.call.RingOutcome;
import io.ringwright.directory.CallForwarding.Kind;
import io.ringwright.directory.Condition;
import io.ringwright.directory.Confirmation;
import io.ringwright.directory.ExtensionBuilder;
import io.ringwright.directory.NumberPattern;
import io.ringwright.files.EverySetting.Setting;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** Each setting of an extension, beside what a phone file says for it. */
final class ExtensionSettings {

  private ExtensionSettings() {}

  static Stream<Setting> all() {
    return Stream.of(devices(), duty(), forwardings(), waiting()).flatMap(each -> each);
  }

  private static Stream<Setting> devices() {
    return Stream.of(
        extension("device", "device: PJSIP/101", each -> each.device("PJSIP/101")),
        extension(
            "device",
            "device: [PJSIP/101, {dial: Local/102@agents/n, watch: 'hint:102@house'}, {dial: SIP/1}]",
            each ->
                each.device("PJSIP/101")
                    .device("Local/102@agents/n", "hint:102@house")
                    .device("SIP/1")),
        extension("allContacts", "device: {all-contacts: 8301}", each -> each.allContacts("8301")),
        extension("outside", "device: {outside: '+49171555'}", each -> each.outside("+49171555")),
        extension(
            "outside",
            "device: {outside: '+49171555', key: 5, prompt: custom/ask, within: 20 s, context: ask}",
            each ->
                each.outside(
                    "+49171555",
                    Confirmation.STANDARD
                        .key("5")
                        .prompt("custom/ask")
                        .within(seconds(20))
                        .in(ContextName.of("ask")))));
  }

  private static Stream<Setting> duty() {
    return Stream.of(
        phone("holdCapacity", "hold-capacity: 2", each -> each.holdCapacity(2)),
        phone("ringTime", "ring-time: 30 s", each -> each.ringTime(seconds(30))),
        phone("wrapUp", "wrap-up: 1 min 30 s", each -> each.wrapUp(seconds(90))),
        phone("backOff", "back-off: 250 ms", each -> each.backOff(Duration.ofMillis(250))),
        phone("outOfService", "service: out-of-service", ExtensionBuilder::outOfService),
        phone("doNotDisturb", "service: do-not-disturb", ExtensionBuilder::doNotDisturb),
        phone(
            "skill",
            "skills: {french: 3, a-b_C: 100}",
            e -> e.skill("french", 3).skill("a-b_C", 100)),
        phone(
            "pauseAfter",
            "missed-rings: {no-reply: {pause-after: 3}}",
            each -> each.pauseAfter(RingOutcome.NO_REPLY, 3)),
        phone(
            "leaveAloneAfter",
            "missed-rings: {rejected: {leave-alone-after: 1, first: 5 s, longest: 1 h}}",
            each -> each.leaveAloneAfter(RingOutcome.REJECTED, 1, seconds(5), Duration.ofHours(1))),
        phone(
            "neverLeaveAloneAfter",
            "missed-rings: {busy: nothing, not-reachable: nothing}",
            each ->
                each.neverLeaveAloneAfter(RingOutcome.BUSY)
                    .neverLeaveAloneAfter(RingOutcome.NOT_REACHABLE)));
  }

  private static Stream<Setting> forwardings() {
    return Stream.of(
        phone(
            "forwardUnconditional",
            "forward: {unconditional: 102}",
            e -> e.forwardUnconditional("102")),
        phone("forwardOnBusy", "forward: {on-busy: '+49301'}", e -> e.forwardOnBusy("+49301")),
        phone(
            "forwardOnNoReply",
            "forward: {on-no-reply: {to: 102}}",
            e -> e.forwardOnNoReply("102")),
        phone(
            "forwardOnNotReachable",
            "forward: {on-not-reachable: [102]}",
            e -> e.forwardOnNotReachable("102")),
        phone(
            "forward",
            """
            forward:
              on-busy:
                - {to: 102, when: {caller: 030.}}
                - {to: 102, when: {hours: office}}
                - {to: 102, when: {host: vacation}}
                - to: 102
                  when:
                    any:
                      - {not: through-group}
                      - {all: [dialled-directly, always]}
            """,
            each ->
                each.forward(
                        Kind.ON_BUSY, "102", new Condition.CallerMatches(new NumberPattern("030.")))
                    .forward(Kind.ON_BUSY, "102", new Condition.During(OFFICE))
                    .forward(Kind.ON_BUSY, "102", VACATION)
                    .forward(
                        Kind.ON_BUSY,
                        "102",
                        new Condition.AnyOf(
                            List.of(
                                new Condition.Not(new Condition.ThroughGroup()),
                                new Condition.AllOf(
                                    List.of(
                                        new Condition.DialledDirectly(),
                                        new Condition.Always())))))));
  }

  private static Stream<Setting> waiting() {
    return Stream.of(
        phone("queueLimit", "queue-limit: 0", each -> each.queueLimit(0)),
        phone("longestWait", "longest-wait: 2 d", each -> each.longestWait(Duration.ofDays(2))),
        phone("overflow", "overflow: 102", each -> each.overflow("102")),
        phone(
            "overflow",
            "overflow: {context: night, extension: 9}",
            e -> e.overflow(DialplanExtension.of("night", "9"))),
        phone("keepPlaceFor", "keep-place: 10 min", e -> e.keepPlaceFor(seconds(600), false)),
        phone(
            "keepPlaceFor",
            "keep-place: {time: 10 min, by-number: yes}",
            e -> e.keepPlaceFor(seconds(600), true)),
        phone("leaveByKey", "keys: {1: 102}", each -> each.leaveByKey("1", "102")),
        phone("callBackByKey", "keys: {'*': call-back}", each -> each.callBackByKey("*")),
        phone(
            "callersPress",
            "key-digits-within: 5 s",
            e -> e.callersPress(k -> k.digitsWithin(seconds(5)))));
  }
}
