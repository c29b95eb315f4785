package io.ringwright.lint;

import io.ringwright.call.DirectoryNumber;
import io.ringwright.lint.LoopLint.Edge;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * Sets of extensions from each of which forwardings lead to each other: wherever there is a circle,
 * there is such a set around it. Iterative and linear.
 *
 * <p>Source: strongly connected components after Tarjan: Depth-First Search and Linear Graph
 * Algorithms, 1972.
 */
final class StronglyConnectedComponents {

  private final Map<DirectoryNumber, List<Edge>> edges;
  private final Findings findings;
  private final Map<DirectoryNumber, Integer> order = new HashMap<>();
  private final Map<DirectoryNumber, Integer> lowest = new HashMap<>();
  private final Deque<DirectoryNumber> unsettled = new ArrayDeque<>();
  private final Deque<Visit> open = new ArrayDeque<>();
  private final List<Set<DirectoryNumber>> knots = new ArrayList<>();

  private record Visit(DirectoryNumber at, Iterator<Edge> left) {}

  StronglyConnectedComponents(Map<DirectoryNumber, List<Edge>> edges, Findings findings) {
    this.edges = edges;
    this.findings = findings;
  }

  /** Every set of two or more, each in the order of its numbers. */
  List<Set<DirectoryNumber>> all() {
    for (DirectoryNumber start : edges.keySet()) {
      if (!order.containsKey(start)) {
        enter(start);
        search();
      }
    }
    return knots;
  }

  private void search() {
    while (!open.isEmpty()) {
      Visit visit = open.element();
      if (!visit.left().hasNext()) {
        leave(open.remove().at());
        continue;
      }
      findings.step();
      DirectoryNumber to = visit.left().next().to();
      if (!order.containsKey(to)) {
        enter(to);
      } else if (lowest.containsKey(to)) {
        lower(visit.at(), Objects.requireNonNull(order.get(to)));
      }
    }
  }

  private void enter(DirectoryNumber at) {
    order.put(at, order.size());
    lowest.put(at, Objects.requireNonNull(order.get(at)));
    unsettled.push(at);
    open.push(new Visit(at, edges.getOrDefault(at, List.of()).iterator()));
  }

  private void lower(DirectoryNumber at, int to) {
    lowest.merge(at, to, Math::min);
  }

  private void leave(DirectoryNumber done) {
    int low = Objects.requireNonNull(lowest.get(done));
    if (low == Objects.requireNonNull(order.get(done))) {
      settle(done);
    }
    if (!open.isEmpty() && lowest.containsKey(done)) {
      lower(open.element().at(), low);
    }
  }

  private void settle(DirectoryNumber root) {
    Set<DirectoryNumber> knot = new TreeSet<>();
    DirectoryNumber last;
    do {
      last = unsettled.remove();
      lowest.remove(last);
      knot.add(last);
    } while (!last.equals(root));
    if (knot.size() > 1) {
      knots.add(knot);
    }
  }
}
