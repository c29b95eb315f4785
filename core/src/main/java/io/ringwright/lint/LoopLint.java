package io.ringwright.lint;

import io.ringwright.call.Destination;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.directory.CallForwarding.Kind;
import io.ringwright.directory.Extension;
import io.ringwright.directory.PhoneList;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Forwardings that can lead in a circle, and chains that are always too long. Whether a circle can
 * happen depends on conditions: those that contradict each other make none.
 */
final class LoopLint {

  private static final int MOST_DIVERSIONS = 10;
  private static final int MOST_TRIES = 8;

  private final PhoneList phones;
  private final Calendar calendar;
  private final Findings findings;
  private final Set<DirectoryNumber> told = new HashSet<>();

  /** One diversion from an extension to another. */
  record Edge(DirectoryNumber from, DirectoryNumber to, Forwards.Way way) {}

  LoopLint(PhoneList phones, Calendar calendar, Findings findings) {
    this.phones = phones;
    this.calendar = calendar;
    this.findings = findings;
  }

  void look(Served served) {
    for (Function<Extension, Forwards> mode :
        List.<Function<Extension, Forwards>>of(served::direct, served::throughGroup)) {
      look(edges(mode, true), Finding.Kind.LOOP);
      look(edges(mode, false), Finding.Kind.LOOP_WHEN_ENGAGED);
    }
    longChains(served);
  }

  private Map<DirectoryNumber, List<Edge>> edges(
      Function<Extension, Forwards> mode, boolean unconditionalOnly) {
    Map<DirectoryNumber, List<Edge>> edges = new LinkedHashMap<>();
    for (Extension each : phones.extensions()) {
      for (Forwards.Way way : mode.apply(each).atOnce()) {
        findings.step();
        boolean wanted = way.kind() == Kind.UNCONDITIONAL || !unconditionalOnly;
        if (wanted && way.to() instanceof Destination.ToExtension to) {
          edges
              .computeIfAbsent(each.number(), none -> new ArrayList<>(1))
              .add(new Edge(each.number(), to.number(), way));
        }
      }
    }
    return edges;
  }

  private void look(Map<DirectoryNumber, List<Edge>> edges, Finding.Kind kind) {
    for (Set<DirectoryNumber> knot : new StronglyConnectedComponents(edges, findings).all()) {
      if (knot.stream().anyMatch(told::contains)) {
        continue;
      }
      possibleCircle(knot, edges)
          .ifPresent(
              circle -> {
                told.addAll(knot);
                tell(kind, circle);
              });
    }
  }

  /** A circle within a knot whose conditions can all hold at once, if one is found soon. */
  private Optional<List<Edge>> possibleCircle(
      Set<DirectoryNumber> knot, Map<DirectoryNumber, List<Edge>> edges) {
    return knot.stream()
        .limit(MOST_TRIES)
        .map(start -> shortestCircle(start, knot, edges))
        .filter(this::possible)
        .findFirst();
  }

  private boolean possible(List<Edge> circle) {
    Demand demand = new Demand(calendar);
    circle.forEach(edge -> demand.addAll(edge.way().demand()));
    return !circle.isEmpty() && demand.possible();
  }

  private List<Edge> shortestCircle(
      DirectoryNumber start, Set<DirectoryNumber> knot, Map<DirectoryNumber, List<Edge>> edges) {
    Map<DirectoryNumber, Edge> cameBy = new HashMap<>();
    Deque<DirectoryNumber> open = new ArrayDeque<>(List.of(start));
    while (!open.isEmpty()) {
      for (Edge edge : edges.getOrDefault(open.remove(), List.of())) {
        findings.step();
        if (knot.contains(edge.to()) && cameBy.putIfAbsent(edge.to(), edge) == null) {
          if (edge.to().equals(start)) {
            return wayBack(start, cameBy);
          }
          open.add(edge.to());
        }
      }
    }
    return List.of();
  }

  private static List<Edge> wayBack(DirectoryNumber start, Map<DirectoryNumber, Edge> cameBy) {
    List<Edge> circle = new ArrayList<>();
    DirectoryNumber at = start;
    do {
      Edge edge = cameBy.get(at);
      if (edge == null) {
        return List.of();
      }
      circle.add(edge);
      at = edge.from();
    } while (!at.equals(start));
    Collections.reverse(circle);
    return circle;
  }

  private void tell(Finding.Kind kind, List<Edge> circle) {
    List<Destination> stops = new ArrayList<>();
    circle.forEach(edge -> stops.add(new Destination.ToExtension(edge.from())));
    stops.add(stops.get(0));
    boolean lost = kind == Finding.Kind.LOOP;
    findings.add(
        kind,
        stops.get(0).toString(),
        Findings.way(stops)
            + (lost
                ? ", while " + conditions(circle) + " holds"
                : ", when each of them is engaged or not reachable"),
        lost
            ? "exclude one of the conditions from another, or let one lead elsewhere"
            : "let one lead elsewhere, unless callers are to wait then");
  }

  private static String conditions(List<Edge> circle) {
    List<String> words =
        circle.stream().map(edge -> edge.way().when().toString()).distinct().limit(3).toList();
    return String.join(" and ", words);
  }

  /** Calls that are always diverted more often than diversions are followed. */
  private void longChains(Served served) {
    Map<DirectoryNumber, DirectoryNumber> next = new HashMap<>();
    for (Extension each : phones.extensions()) {
      Forwards forwards = served.direct(each);
      if (!forwards.stays().possible() && forwards.atOnce().size() == 1) {
        if (forwards.atOnce().get(0).to() instanceof Destination.ToExtension to) {
          next.put(each.number(), to.number());
        }
      }
    }
    Set<DirectoryNumber> followed = new HashSet<>(next.values());
    next.keySet().stream()
        .filter(start -> !followed.contains(start))
        .sorted()
        .forEach(start -> measure(start, next));
  }

  private void measure(DirectoryNumber start, Map<DirectoryNumber, DirectoryNumber> next) {
    List<Destination> stops = new ArrayList<>(List.of(new Destination.ToExtension(start)));
    Optional<DirectoryNumber> at = Optional.ofNullable(next.get(start));
    while (at.isPresent() && stops.size() <= MOST_DIVERSIONS + 1) {
      findings.step();
      stops.add(new Destination.ToExtension(at.get()));
      at = Optional.ofNullable(next.get(at.get()));
    }
    if (stops.size() > MOST_DIVERSIONS + 1) {
      findings.add(
          Finding.Kind.CHAIN_TOO_LONG,
          "extension " + start,
          "calls are diverted more than " + MOST_DIVERSIONS + " times: " + Findings.way(stops),
          "forward straight to the last one");
    }
  }
}
