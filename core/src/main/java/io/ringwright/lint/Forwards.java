package io.ringwright.lint;

import io.ringwright.call.Destination;
import io.ringwright.directory.CallForwarding;
import io.ringwright.directory.CallForwarding.Kind;
import io.ringwright.directory.Condition;
import io.ringwright.directory.Extension;
import io.ringwright.directory.Extension.Service;
import java.util.ArrayList;
import java.util.List;

/**
 * Where an extension can send a call on, each with all that must hold for it: its own condition,
 * and none of those that are asked before it.
 *
 * @param extension which extension
 * @param ways the forwardings that can apply
 * @param idle the forwardings that never apply
 * @param stays what must hold for a call not to be diverted at once
 */
record Forwards(Extension extension, List<Way> ways, List<Way> idle, Demand stays) {

  /** One forwarding, and what must hold for it to apply. */
  record Way(Kind kind, Destination to, Condition when, Demand demand) {

    @Override
    public String toString() {
      return "forwarding " + kind.words() + " to " + to;
    }
  }

  /** What an extension does with calls of which something is given. */
  static Forwards of(Extension extension, Demand given) {
    List<Way> ways = new ArrayList<>();
    List<Way> idle = new ArrayList<>();
    Demand stays = given;
    for (CallForwarding.Entry entry : entries(extension, Kind.UNCONDITIONAL)) {
      sort(Kind.UNCONDITIONAL, entry, stays, ways, idle);
      stays = stays.and(entry.when(), false);
    }
    for (Kind kind : List.of(Kind.ON_BUSY, Kind.ON_NO_REPLY, Kind.ON_NOT_REACHABLE)) {
      Demand left = stays;
      for (CallForwarding.Entry entry : entries(extension, kind)) {
        sort(kind, entry, left, ways, idle);
        left = left.and(entry.when(), false);
      }
    }
    return new Forwards(extension, ways, idle, stays);
  }

  private static void sort(
      Kind kind, CallForwarding.Entry entry, Demand before, List<Way> ways, List<Way> idle) {
    Demand demand = before.and(entry.when(), true);
    (demand.possible() ? ways : idle).add(new Way(kind, entry.to(), entry.when(), demand));
  }

  private static List<CallForwarding.Entry> entries(Extension extension, Kind kind) {
    return extension.forwarding().entries(kind);
  }

  /** Whether its own phone can ever ring for a call. */
  boolean canRing() {
    return extension.service() == Service.IN_SERVICE && stays.possible();
  }

  /** Whether calls are followed along a forwarding before a phone has rung. */
  List<Way> atOnce() {
    return extension.service() == Service.OUT_OF_SERVICE
        ? List.of()
        : ways.stream().filter(way -> way.kind() != Kind.ON_NO_REPLY).toList();
  }
}
