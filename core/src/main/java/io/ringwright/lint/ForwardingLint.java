package io.ringwright.lint;

import io.ringwright.directory.CallForwarding;
import io.ringwright.directory.Condition;
import io.ringwright.directory.Extension;
import io.ringwright.directory.Extension.Service;
import io.ringwright.directory.PhoneList;
import io.ringwright.directory.Schedule;
import java.util.List;
import java.util.stream.Stream;

/** Forwardings that never apply, and conditions that exclude nothing or everything. */
final class ForwardingLint {

  private final Calendar calendar;
  private final Findings findings;

  ForwardingLint(Calendar calendar, Findings findings) {
    this.calendar = calendar;
    this.findings = findings;
  }

  void look(PhoneList phones) {
    phones.extensions().stream()
        .filter(each -> !each.forwarding().equals(CallForwarding.OFF))
        .filter(each -> each.service() != Service.OUT_OF_SERVICE)
        .forEach(this::look);
  }

  private void look(Extension extension) {
    Forwards forwards = Forwards.of(extension, new Demand(calendar));
    forwards.idle().forEach(way -> idle(extension, way));
    forwards.ways().forEach(way -> applying(extension, way));
  }

  private void idle(Extension extension, Forwards.Way way) {
    findings.step();
    if (lookAtSchedules(extension, way)) {
      return;
    }
    boolean alone = new Demand(calendar).and(way.when(), true).possible();
    findings.add(
        Finding.Kind.FORWARDING_NEVER_APPLIES,
        Findings.item(extension),
        way
            + (alone
                ? ": an earlier forwarding takes every call before it, " + way.when()
                : ": its condition contradicts itself, " + way.when()),
        alone
            ? "remove it, or put it before the one that always applies"
            : "remove it, or correct the condition");
  }

  private void applying(Extension extension, Forwards.Way way) {
    findings.step();
    if (lookAtSchedules(extension, way) || way.when() instanceof Condition.Always) {
      return;
    }
    if (!new Demand(calendar).and(way.when(), false).possible()) {
      findings.add(
          Finding.Kind.CONDITION_ALWAYS_HOLDS,
          Findings.item(extension),
          way + " looks conditional but never fails: " + way.when(),
          "leave the condition out, or correct it");
    }
  }

  private boolean lookAtSchedules(Extension extension, Forwards.Way way) {
    List<Schedule> closed = schedules(way.when()).filter(calendar::neverOpens).distinct().toList();
    closed.forEach(
        schedule ->
            findings.add(
                Finding.Kind.SCHEDULE_NEVER_OPENS,
                Findings.item(extension),
                way
                    + " asks a schedule without any hour"
                    + (schedule.dates().isEmpty() ? "" : " to come"),
                "give the schedule hours, or remove the forwarding"));
    return !closed.isEmpty();
  }

  private static Stream<Schedule> schedules(Condition condition) {
    if (condition instanceof Condition.During during) {
      return Stream.of(during.schedule());
    }
    if (condition instanceof Condition.Not not) {
      return schedules(not.condition());
    }
    if (condition instanceof Condition.AllOf all) {
      return all.conditions().stream().flatMap(ForwardingLint::schedules);
    }
    return condition instanceof Condition.AnyOf any
        ? any.conditions().stream().flatMap(ForwardingLint::schedules)
        : Stream.empty();
  }
}
