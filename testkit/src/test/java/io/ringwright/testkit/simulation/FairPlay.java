package io.ringwright.testkit.simulation;

import io.ringwright.call.DirectoryNumber;
import io.ringwright.directory.PhoneList;
import io.ringwright.testkit.ManualClock;
import io.ringwright.testkit.Sighting;
import java.time.Instant;
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
 * waits beside a free phone, nobody overtakes, no phone is given away twice, nobody gets lost.
 *
 * <p>For houses of extensions and hunt groups without forwardings, hold capacity and wrap-up, in
 * which priority is strict.
 */
final class FairPlay implements Consumer<Sighting> {

  private final PhoneList phones;
  private final Map<String, Set<String>> reach = new HashMap<>();
  private final Map<String, Caller> inTheHouse = new HashMap<>();
  private final TreeSet<Caller> waiting =
      new TreeSet<>(Comparator.comparing(Caller::priority).thenComparing(Caller::number));
  private final Map<String, Set<String>> callsOfPhones = new LinkedHashMap<>();
  private final Set<String> gone = new HashSet<>();
  private final List<String> fouls = new ArrayList<>();
  private Instant now = Instant.MIN;
  private long arrivals;

  private record Caller(String id, String wants, int priority, long number) {}

  FairPlay(PhoneList phones) {
    this.phones = phones;
    phones
        .extensions()
        .forEach(phone -> callsOfPhones.put(phone.number().digits(), new HashSet<>()));
  }

  @Override
  public void accept(Sighting seen) {
    if (seen.at().isAfter(now)) {
      nobodyWaitsBesideAFreePhone();
      now = seen.at();
    }
    switch (seen.kind()) {
      case CALLER_ARRIVED -> arrives(seen.caller(), seen.subject());
      case VARIABLE_SET -> hasPriority(seen.caller(), Integer.parseInt(seen.detail()));
      case CONTEXT_ENTERED -> waiting.add(caller(seen.caller()));
      case PHONE_RINGS -> rings(caller(seen.caller()), seen.subject());
      case PHONE_STOPS, PHONE_ENDS -> calls(seen.subject()).remove(seen.caller());
      case CALLER_ENDED -> leaves(seen.caller());
      case PHONE_ANSWERS, PROMPT_PLAYED -> {}
    }
  }

  /** What was wrong, in order; to be asked when all is over. */
  List<String> fouls() {
    inTheHouse.keySet().forEach(id -> foul("caller " + id + " is lost"));
    return List.copyOf(fouls);
  }

  private void arrives(String id, String wants) {
    inTheHouse.put(id, new Caller(id, wants, 5, arrivals++));
  }

  private void hasPriority(String id, int priority) {
    Caller caller = caller(id);
    inTheHouse.put(id, new Caller(id, caller.wants, priority, caller.number));
  }

  private void rings(Caller caller, String phone) {
    waiting.remove(caller);
    waiting.headSet(caller).stream()
        .filter(ahead -> reach(ahead.wants).contains(phone))
        .forEach(ahead -> foul(caller.id + " overtakes " + ahead.id + " at " + phone));
    if (!calls(phone).isEmpty()) {
      foul(phone + " is given to " + caller.id + " and has " + calls(phone));
    }
    calls(phone).add(caller.id);
  }

  private void leaves(String id) {
    waiting.remove(caller(id));
    inTheHouse.remove(id);
    if (!gone.add(id)) {
      foul("caller " + id + " leaves twice");
    }
  }

  private void nobodyWaitsBesideAFreePhone() {
    for (Caller caller : waiting) {
      reach(caller.wants).stream()
          .filter(phone -> calls(phone).isEmpty())
          .findFirst()
          .ifPresent(phone -> foul(caller.id + " waits while " + phone + " is free"));
    }
  }

  private Caller caller(String id) {
    return inTheHouse.getOrDefault(id, new Caller(id, "", 0, 0));
  }

  private Set<String> calls(String phone) {
    return callsOfPhones.computeIfAbsent(phone, unknown -> new HashSet<>());
  }

  /** The phones that may ring for a number. */
  private Set<String> reach(String number) {
    return reach.computeIfAbsent(
        number,
        wanted ->
            phones
                .huntGroup(DirectoryNumber.of(wanted))
                .<Set<String>>map(
                    group -> {
                      Set<String> members = new TreeSet<>();
                      group.members().forEach(member -> members.add(member.to().digits()));
                      return members;
                    })
                .orElse(Set.of(wanted)));
  }

  private void foul(String what) {
    fouls.add(now.getEpochSecond() - ManualClock.MONDAY_MORNING.getEpochSecond() + " s: " + what);
  }
}
