package io.ringwright.routing;

import io.ringwright.availability.Availability;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.RoutingDecision;
import io.ringwright.call.WaitEstimate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * An explanation in one to three lines, for people who have a minute: what was decided; who is not
 * rung, each phone once with the facts that settled it; and who is ahead.
 */
final class Summary implements RoutingDecision.Cases<String> {

  /** More phones or calls than this are counted and not named. */
  private static final int MOST_NAMED = 6;

  private static final Set<String> MAY_RING =
      Set.of(Availability.FREE.words(), Availability.FREE_ON_HOLD.words());

  private final Map<DirectoryNumber, Set<Fact>> phones = new LinkedHashMap<>();
  private final Map<DirectoryNumber, String> notChosen = new HashMap<>();
  private final List<String> ahead = new ArrayList<>();
  private final List<String> left = new ArrayList<>();
  private String choice = "";
  private String way = "";
  private String unseen = "";

  /** Such as engaged, and what follows: in 1 call. */
  private record Fact(String kind, String detail) {}

  /** A fact about a phone. */
  void phone(DirectoryNumber extension, String kind, String detail) {
    phones.computeIfAbsent(extension, none -> new LinkedHashSet<>(2)).add(new Fact(kind, detail));
  }

  /** Why a phone that may ring is not chosen; of several hunt groups the outermost says it last. */
  void notChosen(DirectoryNumber extension, String why) {
    notChosen.put(extension, why);
  }

  /** How the group that the call came to last chose whom to ring. */
  void choice(String how) {
    choice = how;
  }

  /** The way on which forwardings stopped. */
  void way(String stops) {
    way = stops;
  }

  /** The switch of the call that has not been seen. */
  void unseen(String what) {
    unseen = what;
  }

  /** What an overflow led on from, and why. */
  void left(String what) {
    left.add(what);
  }

  /** A caller who is ahead, and the phones that are for them. */
  void ahead(String caller) {
    ahead.add(caller);
  }

  /** The lines. */
  String of(RoutingDecision decision) {
    List<String> lines = new ArrayList<>();
    String from = left.isEmpty() ? "" : "; left " + some(left, ", ", "");
    lines.add(decision.accept(this) + from + (unseen.isEmpty() ? "" : "; " + unseen));
    String others = others(decision);
    if (!others.isEmpty()) {
      lines.add("not rung: " + others);
    }
    if (!ahead.isEmpty()) {
      lines.add("ahead: " + some(ahead, "; ", ""));
    }
    return String.join("\n", lines);
  }

  /** The first of a list, and how many others there are. */
  static String some(Collection<String> all, String between, String others) {
    String named = all.stream().limit(MOST_NAMED).collect(Collectors.joining(between));
    int more = all.size() - MOST_NAMED;
    return more <= 0 ? named : named + between + "and " + more + " more" + others;
  }

  private String others(RoutingDecision decision) {
    Map<DirectoryNumber, Set<Fact>> left = new LinkedHashMap<>(phones);
    if (decision instanceof RoutingDecision.Ring ring) {
      ring.extensions().forEach(left::remove);
    }
    List<String> named = new ArrayList<>();
    Map<String, Integer> counted = new LinkedHashMap<>();
    left.forEach(
        (extension, facts) -> {
          String why = notChosen.containsKey(extension) ? ", " + notChosen.get(extension) : "";
          named.add(extension + " " + facts(facts) + why);
          if (named.size() > MOST_NAMED) {
            counted.merge(facts.iterator().next().kind(), 1, Integer::sum);
          }
        });
    String kinds =
        counted.entrySet().stream()
            .map(each -> each.getValue() + " " + each.getKey())
            .collect(Collectors.joining(", ", " (", ")"));
    return some(named, "; ", kinds);
  }

  private static String facts(Set<Fact> facts) {
    return facts.stream()
        .map(each -> each.kind() + each.detail())
        .collect(Collectors.joining(", "));
  }

  @Override
  public String ring(RoutingDecision.Ring decision) {
    List<String> numbers = decision.extensions().stream().map(DirectoryNumber::digits).toList();
    Set<String> facts = new LinkedHashSet<>();
    decision.extensions().stream()
        .flatMap(extension -> phones.getOrDefault(extension, Set.of()).stream())
        .filter(fact -> MAY_RING.contains(fact.kind()))
        .map(fact -> fact.kind() + fact.detail())
        .forEach(facts::add);
    if (!choice.isEmpty()) {
      facts.add(choice);
    }
    return "rings "
        + some(numbers, ", ", "")
        + (facts.isEmpty() ? "" : ": " + String.join(", ", facts));
  }

  @Override
  public String wait(RoutingDecision.Wait decision) {
    return "waits for "
        + decision.waitingFor()
        + " at position "
        + decision.position()
        + decision
            .estimate()
            .interval()
            .map(WaitEstimate.Between::span)
            .map(span -> ", expected between " + span)
            .orElse("");
  }

  @Override
  public String divert(RoutingDecision.Divert decision) {
    return "leaves the house to " + decision.to();
  }

  @Override
  public String handBack(RoutingDecision.HandBack decision) {
    return "goes on in the dialplan at " + decision.to();
  }

  @Override
  public String reject(RoutingDecision.Reject decision) {
    return "rejected: " + decision.reason().word() + (way.isEmpty() ? "" : " (" + way + ")");
  }
}
