package io.ringwright.routing;

import io.ringwright.call.Destination;
import io.ringwright.call.Device;
import io.ringwright.waiting.WaitingCall;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Who in line gets which phone now: one walk along the line, first to last. A call that no phone
 * can take is passed over and blocks nobody; a phone that goes to one call is taken for all behind.
 */
public final class WaitingDispatch {

  private WaitingDispatch() {}

  /**
   * A call in line, as the walk sees it.
   *
   * @param call the call
   * @param caller its caller
   */
  public record Contestant(WaitingCall call, RoutedCaller caller) {}

  /**
   * A call whose turn has come.
   *
   * @param call the call
   * @param candidates the phones that ring for it; several ring at once
   * @param facts what those ahead in line left, from which the phones were chosen
   */
  public record Match(WaitingCall call, List<Candidate> candidates, RoutingFacts facts) {}

  /**
   * Walks along the line.
   *
   * @param line first to last
   * @param facts of this moment
   * @return the matches, in the order of the line
   */
  public static List<Match> plan(Iterable<Contestant> line, RoutingFacts facts) {
    List<Match> matches = new ArrayList<>();
    List<Device> taken = new ArrayList<>();
    Map<Destination, Boolean> room = new HashMap<>();
    RoutingFacts left = facts;
    boolean alike = false;
    for (Contestant contestant : line) {
      Destination wanted = contestant.call().waitingFor();
      if (!hasRoom(wanted, left, room)) {
        continue;
      }
      List<Candidate> candidates = candidates(wanted, contestant.caller(), left);
      if (!candidates.isEmpty()) {
        matches.add(new Match(contestant.call(), candidates, left));
        candidates.forEach(each -> taken.add(each.extension().device()));
        left = new ReservedFacts(facts, taken);
        room.values().removeIf(open -> open);
      } else if (alike && contestant.caller().backOff().isEmpty()) {
        room.put(wanted, false);
      }
    }
    return matches;
  }

  /** Asked once for each destination until a phone is taken; what is closed stays closed. */
  private static boolean hasRoom(
      Destination wanted, RoutingFacts left, Map<Destination, Boolean> known) {
    return known.computeIfAbsent(wanted, unknown -> Reach.hasRoom(unknown, left));
  }

  /**
   * The facts as those ahead in line leave them: what they could take counts as taken.
   *
   * @param ahead the line up to somebody, first to last
   * @param facts of this moment
   * @return the facts for whoever comes after
   */
  public static RoutingFacts after(Iterable<Contestant> ahead, RoutingFacts facts) {
    List<Device> taken = new ArrayList<>();
    plan(ahead, facts)
        .forEach(match -> match.candidates().forEach(c -> taken.add(c.extension().device())));
    return taken.isEmpty() ? facts : new ReservedFacts(facts, taken);
  }

  private static List<Candidate> candidates(
      Destination wanted, RoutedCaller caller, RoutingFacts facts) {
    Resolution resolution =
        new DestinationResolution(caller, facts, Trail.silent()).resolve(wanted, Path.from(wanted));
    return resolution instanceof Resolution.RingNow ring ? ring.candidates() : List.of();
  }
}
