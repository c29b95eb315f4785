package io.ringwright.simulator;

import io.ringwright.call.Destination;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.Requirements;
import io.ringwright.directory.Extension;
import io.ringwright.directory.HuntGroup;
import io.ringwright.directory.HuntGroup.Member;
import io.ringwright.directory.PhoneList;
import io.ringwright.waiting.QueueOrder;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * A witness who knows nothing of the engine and watches what callers and phones go through: nobody
 * waits beside a free phone that may ring, nobody overtakes, no phone is given away twice, nobody
 * gets lost.
 *
 * <p>For houses of extensions, with wrap-up and skills, and of hunt groups, nested or not, whose
 * priorities open with the wait; without forwardings and hold capacity.
 */
final class FairPlay implements Consumer<Observation> {

  /** The switch rings for whole seconds: in the last one of the longest wait nothing rings. */
  private static final Duration TOO_SHORT_TO_RING = Duration.ofSeconds(1);

  /** The engine counts waits and wrap-ups in milliseconds: it may be early by one, but not late. */
  private static final Duration ROUNDING = Duration.ofMillis(2);

  private final PhoneList phones;
  private final Map<String, Caller> inTheHouse = new HashMap<>();
  private final TreeSet<Caller> waiting;
  private final Map<String, Phone> byNumber = new LinkedHashMap<>();
  private final Set<String> gone = new HashSet<>();
  private final List<String> fouls = new ArrayList<>();
  private Instant now = Instant.MIN;
  private long arrivals;

  private record Caller(
      String id,
      DirectoryNumber wants,
      Instant since,
      int priority,
      Requirements asks,
      long number) {

    Caller with(int level) {
      return new Caller(id, wants, since, level, asks, number);
    }

    Instant key(Duration penalty) {
      return since.truncatedTo(ChronoUnit.MILLIS).plus(penalty.multipliedBy(priority));
    }

    Caller asking(Requirements skills) {
      return new Caller(id, wants, since, priority, skills, number);
    }
  }

  private static final class Phone {
    private final Extension extension;
    private final Set<String> calls = new HashSet<>();
    private Instant restsUntil = Instant.MIN;
    private Instant stoppedAt = Instant.MIN;
    private String stoppedFor = "";

    Phone(Extension extension) {
      this.extension = extension;
    }

    /** Whether it rang for this caller right before, as where one more phone joins in. */
    boolean ringsOn(Caller caller, Instant now) {
      return stoppedAt.equals(now) && stoppedFor.equals(caller.id);
    }

    @Override
    public String toString() {
      return extension.number().digits();
    }
  }

  FairPlay(PhoneList phones) {
    this.phones = phones;
    this.waiting = new TreeSet<>(order(phones.queueOrder()));
    phones.extensions().forEach(phone -> byNumber.put(phone.number().digits(), new Phone(phone)));
  }

  /**
   * Strict, or each level of priority below the first lets those go first who come so much later.
   */
  private static Comparator<Caller> order(QueueOrder order) {
    Comparator<Caller> strict =
        Comparator.comparing(Caller::priority).thenComparing(Caller::number);
    return order
        .penaltyPerLevel()
        .map(penalty -> Comparator.comparing((Caller caller) -> caller.key(penalty)))
        .map(ageing -> ageing.thenComparing(strict))
        .orElse(strict);
  }

  @Override
  public void accept(Observation seen) {
    if (seen.at().isAfter(now)) {
      nobodyWaitsBesideAFreePhone(seen.at());
      now = seen.at();
    }
    switch (seen.kind()) {
      case CALLER_ARRIVED -> arrives(seen.caller(), DirectoryNumber.of(seen.subject()));
      case PRIORITY_GIVEN -> prefers(caller(seen), Integer.parseInt(seen.subject()));
      case SKILLS_GIVEN -> asks(caller(seen), seen.subject());
      case CALLER_WAITS -> waiting.add(caller(seen));
      case PHONE_RINGS -> rings(caller(seen), phone(seen));
      case PHONE_STOPS -> stops(seen.caller(), phone(seen));
      case PHONE_ENDS -> ends(seen.caller(), phone(seen));
      case CALLER_ENDED -> leaves(seen);
      case PHONE_ANSWERS, REASON_GIVEN, CALLER_TOLD -> {}
    }
  }

  /** What was wrong, in order; to be asked when all is over. */
  List<String> fouls() {
    inTheHouse.keySet().forEach(id -> foul("caller " + id + " is lost"));
    return List.copyOf(fouls);
  }

  private void arrives(String id, DirectoryNumber wants) {
    inTheHouse.put(id, new Caller(id, wants, now, 5, Requirements.NONE, arrivals++));
  }

  private void prefers(Caller caller, int priority) {
    inTheHouse.put(caller.id, caller.with(priority));
  }

  private void asks(Caller caller, String skills) {
    inTheHouse.put(caller.id, caller.asking(Requirements.parse(skills).orElseThrow()));
  }

  private void rings(Caller caller, Phone phone) {
    waiting.remove(caller);
    waiting.headSet(caller).stream()
        .filter(ahead -> !phone.ringsOn(caller, now))
        .filter(ahead -> !isAboutToLeave(ahead))
        .filter(ahead -> mayRing(ahead, phone, now.minus(ROUNDING)))
        .forEach(ahead -> foul(caller.id + " overtakes " + ahead.id + " at " + phone));
    if (rests(caller, phone, now.plus(ROUNDING)) || !mayRing(caller, phone, now.plus(ROUNDING))) {
      foul(phone + " rings for " + caller.id + ", and may not");
    }
    if (!phone.calls.isEmpty()) {
      foul(phone + " is given to " + caller.id + " and has " + phone.calls);
    }
    phone.calls.add(caller.id);
  }

  private boolean isAboutToLeave(Caller caller) {
    Duration longest =
        phones
            .huntGroup(caller.wants)
            .map(group -> group.waiting().longestWait())
            .orElseGet(() -> phones.extension(caller.wants).orElseThrow().waiting().longestWait());
    Instant last = caller.since.plus(longest).minus(TOO_SHORT_TO_RING).minus(ROUNDING);
    return !now.isBefore(last);
  }

  private void stops(String caller, Phone phone) {
    phone.calls.remove(caller);
    phone.stoppedFor = caller;
    phone.stoppedAt = now;
  }

  private void ends(String caller, Phone phone) {
    phone.calls.remove(caller);
    phone.restsUntil = now.plus(phone.extension.times().wrapUp());
  }

  private void leaves(Observation seen) {
    waiting.remove(caller(seen));
    inTheHouse.remove(seen.caller());
    if (!gone.add(seen.caller())) {
      foul("caller " + seen.caller() + " leaves twice");
    }
  }

  private void nobodyWaitsBesideAFreePhone(Instant next) {
    Instant lately = next.minus(ROUNDING).isAfter(now) ? next.minus(ROUNDING) : now;
    List<Phone> free = byNumber.values().stream().filter(phone -> phone.calls.isEmpty()).toList();
    for (Caller caller : waiting) {
      free.stream()
          .filter(phone -> !rests(caller, phone, lately) && mayRing(caller, phone, lately))
          .forEach(phone -> foul(caller.id + " waits while " + phone + " is free"));
    }
  }

  /** Wrap-up keeps away only those who come through a hunt group. */
  private boolean rests(Caller caller, Phone phone, Instant at) {
    return at.isBefore(phone.restsUntil) && phones.huntGroup(caller.wants).isPresent();
  }

  /** Whether a phone may ring for a caller, if it is in no call and does not rest. */
  private boolean mayRing(Caller caller, Phone phone, Instant at) {
    return phones
        .huntGroup(caller.wants)
        .map(group -> reaches(group, caller, phone, at))
        .orElse(phone.extension.number().equals(caller.wants));
  }

  private boolean reaches(HuntGroup group, Caller caller, Phone phone, Instant at) {
    Duration waited = Duration.between(caller.since, at);
    return group.members().stream()
        .filter(member -> group.hunting().escalation().open(member.priority(), waited))
        .anyMatch(member -> reaches(group, member, caller, phone, at));
  }

  private boolean reaches(HuntGroup of, Member member, Caller caller, Phone phone, Instant at) {
    if (member.to() instanceof Destination.ToHuntGroup inner) {
      return phones
          .huntGroup(inner.number())
          .filter(group -> reaches(group, caller, phone, at))
          .isPresent();
    }
    Requirements asked = caller.asks.areNone() ? of.requirements() : caller.asks;
    Duration waited = Duration.between(caller.since, at);
    return member.to().digits().equals(phone.toString())
        && asked.at(waited).metBy(phone.extension.duty().skills());
  }

  private Caller caller(Observation seen) {
    return inTheHouse.getOrDefault(
        seen.caller(),
        new Caller(seen.caller(), DirectoryNumber.of("0"), now, 0, Requirements.NONE, 0));
  }

  private Phone phone(Observation seen) {
    Phone phone = byNumber.get(seen.subject());
    if (phone == null) {
      throw new IllegalArgumentException("phone " + seen.subject() + " is not in the house");
    }
    return phone;
  }

  private void foul(String what) {
    fouls.add(Duration.between(VirtualTime.START, now).toSeconds() + " s: " + what);
  }
}
