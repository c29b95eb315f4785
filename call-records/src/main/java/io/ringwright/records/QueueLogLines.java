package io.ringwright.records;

import io.ringwright.call.Channel;
import io.ringwright.call.Destination;
import io.ringwright.call.Device;
import io.ringwright.call.HangUpSide;
import io.ringwright.call.InboundCall;
import io.ringwright.call.Party;
import io.ringwright.dialplan.Contexts;
import io.ringwright.records.CallRecord.Answer;
import io.ringwright.telling.RingStopped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes the lines of a queue log from the steps of calls.
 *
 * <p>Thread safety: confined to its {@link CallBook}.
 */
final class QueueLogLines implements Steps {

  private final QueueLogSink sink;
  private final QueueLogNames names;
  private final boolean callerNames;
  private final AttendanceLines attendance;
  private @Nullable SentOn sentOn;

  QueueLogLines(
      QueueLogSink sink, QueueLogNames names, boolean callerNames, AttendanceLines attendance) {
    this.sink = sink;
    this.names = names;
    this.callerNames = callerNames;
    this.attendance = attendance;
  }

  /** A caller who was sent on by whoever answered: the next arrival says where. */
  private record SentOn(OpenCall call, Instant at) {}

  void write(QueueLogLine line) {
    sink.write(line);
  }

  private void write(OpenCall call, Destination at, Instant when, Entry entry) {
    String id = call.id().uniqueId();
    queue(at)
        .map(queue -> new QueueLogLine(when, id, queue, entry.agent(), entry.event(), entry.data()))
        .ifPresent(this::write);
  }

  /** An event, of whom it tells, and its data. */
  private record Entry(String event, String agent, List<String> data) {

    static Entry of(String event, Object... data) {
      List<String> texts = List.of(data).stream().map(String::valueOf).toList();
      return new Entry(event, QueueLogLine.NONE, texts);
    }

    Entry by(String name) {
      return new Entry(event, name, data);
    }
  }

  private Optional<String> queue(Destination at) {
    return at instanceof Destination.ToHuntGroup group
        ? Optional.of(names.queue(group.number()))
        : Optional.empty();
  }

  private String agent(Party party) {
    return party
        .extension()
        .map(names::agent)
        .or(() -> party.device().map(Device::name))
        .orElse(QueueLogLine.NONE);
  }

  private static long seconds(Instant from, Instant to) {
    return to.getEpochSecond() - from.getEpochSecond();
  }

  // Stays

  @Override
  public void arrived(InboundCall call) {
    SentOn before = sentOn;
    if (before != null && before.call().id().equals(call.id())) {
      sentOnTo(before, call.called().digits());
      sentOn = null;
    }
  }

  @Override
  public void entered(OpenCall call, OpenStay stay, Instant now) {
    if (call.wasEnteredBefore(stay)) {
      return; // Its line was written before the restart.
    }
    String number = call.origin().caller().number();
    int position = stay.position().first();
    Entry entry =
        callerNames
            ? Entry.of("ENTERQUEUE", "", number, position, call.origin().caller().name())
            : Entry.of("ENTERQUEUE", "", number, position);
    write(call, stay.at(), now, entry);
  }

  @Override
  public void left(OpenCall call, Stay stay) {
    long wait = seconds(stay.entered(), stay.end().at());
    int last = stay.position().last();
    int first = stay.position().first();
    Optional<Entry> entry =
        switch (stay.end().how()) {
          case ANSWERED -> Optional.empty();
          case ABANDONED -> Optional.of(Entry.of("ABANDON", last, first, wait));
          case LEFT_BY_KEY ->
              Optional.of(Entry.of("EXITWITHKEY", stay.end().word(), last, first, wait));
          case NOBODY_THERE -> Optional.of(Entry.of("EXITEMPTY", last, first, wait));
          case TAKEN_AWAY -> Optional.of(takenAway(stay, wait));
          case WAITED_TOO_LONG, LED_ON, UNKNOWN ->
              Optional.of(Entry.of("EXITWITHTIMEOUT", last, first, wait));
        };
    entry.ifPresent(line -> write(call, stay.at(), stay.end().at(), line));
  }

  /** A call that is withdrawn leaves with WITHDRAW; one that is sent to another queue abandons. */
  private static Entry takenAway(Stay stay, long wait) {
    int last = stay.position().last();
    int first = stay.position().first();
    return stay.end().word().isEmpty()
        ? Entry.of("ABANDON", last, first, wait)
        : Entry.of("WITHDRAW", last, first, wait, "");
  }

  // Rings and talks

  @Override
  public void ringOver(OpenCall call, RingStopped ring, Instant now) {
    Duration rang = ring.rang();
    Optional<Entry> entry =
        switch (ring.why()) {
          case NO_REPLY -> Optional.of(Entry.of("RINGNOANSWER", rounded(rang)));
          case BUSY, REFUSED, NOT_REACHABLE ->
              Optional.of(Entry.of("RINGNOANSWER", rang.toSeconds() * 1000));
          case CALLER_GONE, TAKEN_BACK -> Optional.of(Entry.of("RINGCANCELED", rang.toMillis()));
          case ANSWERED, ANSWERED_ELSEWHERE, UNKNOWN -> Optional.empty();
        };
    String agent = names.agent(ring.ring().extension());
    entry.ifPresent(line -> write(call, ring.ring().standing(), now, line.by(agent)));
  }

  /** app_queue writes the ring time that was set, which is a number of seconds. */
  private static long rounded(Duration rang) {
    return rang.plusMillis(500).toSeconds() * 1000;
  }

  @Override
  public void connected(OpenCall call, OpenStay stay, LegRecord leg) {
    Answer answer = call.answer();
    if (answer != null) {
      String channel = answer.agent().map(Channel::name).orElse("");
      Entry entry =
          Entry.of("CONNECT", hold(call, stay, answer), channel, leg.ring().rang().toSeconds());
      write(call, stay.at(), answer.at(), entry.by(agent(answer.by())));
    }
  }

  /** A wait that began before the restart is known from the engine alone. */
  private static long hold(OpenCall call, OpenStay stay, Answer answer) {
    return seconds(call.entered(stay), answer.at());
  }

  @Override
  public void handedOver(OpenCall call, Party to, Instant now) {
    OpenStay stay = call.answeredAt();
    Answer answer = call.answer();
    if (stay != null && answer != null && answer.handOvers() == 1) {
      String whom = agent(to);
      Entry entry =
          Entry.of(
              "ATTENDEDTRANSFER",
              "BRIDGE",
              whom,
              hold(call, stay, answer),
              seconds(answer.at(), now),
              stay.position().first());
      write(call, stay.at(), now, entry.by(agent(answer.by())));
    }
  }

  @Override
  public void over(OpenCall call, CallRecord done) {
    Answer answer = call.answer();
    if (answer == null || answer.handOvers() > 0 || call.answeredAt() == null) {
      return;
    }
    if (done.ending().outcome().goesOn()) {
      sentOn = new SentOn(call, done.ending().at());
    } else {
      completed(call, done);
    }
  }

  private void completed(OpenCall call, CallRecord done) {
    String event =
        done.ending().hungUpBy() == HangUpSide.AGENT ? "COMPLETEAGENT" : "COMPLETECALLER";
    talked(call, done.ending().at(), event, List.of());
  }

  private void sentOnTo(SentOn before, String number) {
    String context = Contexts.Part.ROUTE.standard().name();
    talked(before.call(), before.at(), "BLINDTRANSFER", List.of(number, context));
  }

  /** The line that ends a talk. */
  private void talked(OpenCall call, Instant end, String event, List<String> before) {
    OpenStay stay = call.answeredAt();
    Answer answer = call.answer();
    if (stay != null && answer != null) {
      List<Object> data = new ArrayList<>(before);
      data.add(hold(call, stay, answer));
      data.add(seconds(answer.at(), end));
      data.add(stay.position().first());
      Entry entry = Entry.of(event, data.toArray());
      write(call, stay.at(), end, entry.by(agent(answer.by())));
    }
  }

  // Staff

  @Override
  public void attendance(AttendanceRecord change) {
    attendance.changed(change);
  }
}
