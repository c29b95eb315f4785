package io.ringwright.records;

import io.ringwright.records.Spans.Span;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What is known of one agent in a period.
 *
 * <p>Thread safety: one thread.
 */
final class AgentDay {

  private final ReportPeriod period;
  private final long[] rung;
  private final long[] answered;
  private final long[] missed;
  private final List<Span> talks = new ArrayList<>();
  private final List<Span> wrapUps = new ArrayList<>();
  private final List<Span> present = new ArrayList<>();
  private long presentSince = Long.MIN_VALUE;
  private boolean isPresent = true;

  AgentDay(ReportPeriod period) {
    this.period = period;
    int intervals = period.bounds().size() - 1;
    rung = new long[intervals];
    answered = new long[intervals];
    missed = new long[intervals];
  }

  /** Attendance changed: told in the order of time. */
  void attends(long at, boolean now) {
    if (isPresent && !now) {
      present.add(new Span(presentSince, at));
    } else if (!isPresent && now) {
      presentSince = at;
    }
    isPresent = now;
  }

  void ring(Instant began, String end) {
    if (began.isBefore(period.from()) || !began.isBefore(period.to())) {
      return;
    }
    int at = period.indexOf(began);
    rung[at]++;
    switch (end) {
      case "ANSWERED" -> answered[at]++;
      case "BUSY", "NO_REPLY", "NOT_REACHABLE", "REFUSED" -> missed[at]++;
      default -> {} // Answered elsewhere, or taken from the phone.
    }
  }

  void talk(long began, long talked, long wrapUp) {
    talks.add(new Span(began, began + talked));
    wrapUps.add(new Span(began + talked, began + talked + wrapUp));
  }

  List<AgentReport> reports(String number) {
    List<Span> busy = new ArrayList<>(talks);
    busy.addAll(wrapUps);
    Spans handling = Spans.union(busy);
    List<Span> there = new ArrayList<>(present);
    if (isPresent) {
      there.add(new Span(presentSince, Long.MAX_VALUE));
    }
    Spans staffed = Spans.union(there).and(handling);
    List<Instant> bounds = period.bounds();
    List<AgentReport> reports = new ArrayList<>();
    for (int at = 0; at < bounds.size() - 1; at++) {
      Span span = Span.of(bounds.get(at), bounds.get(at + 1));
      reports.add(
          new AgentReport(
              new Interval(number, bounds.get(at), bounds.get(at + 1)),
              new AgentReport.Rings(rung[at], answered[at], missed[at]),
              new AgentReport.Work(
                  Spans.within(talks, span),
                  Spans.within(wrapUps, span),
                  handling.within(span),
                  staffed.within(span))));
    }
    return reports;
  }
}
