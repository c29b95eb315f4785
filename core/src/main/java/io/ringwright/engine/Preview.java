package io.ringwright.engine;

import io.ringwright.call.RejectReason;
import io.ringwright.call.RoutingDecision;
import io.ringwright.call.Token;
import io.ringwright.routing.Candidate;
import io.ringwright.routing.Verdict;
import java.util.List;

/** A verdict as the decision it would become, if somebody acted on it. */
public final class Preview {

  /** Stands for the token that nobody has drawn. */
  private static final Token NOT_DRAWN = new Token(Long.MAX_VALUE);

  private Preview() {}

  public static RoutingDecision of(Verdict verdict, Call file, EngineState room) {
    if (verdict instanceof Verdict.Ring ring) {
      List<Candidate> candidates = ring.candidates();
      return new RoutingDecision.Ring(
          NOT_DRAWN,
          candidates.stream().map(Candidate::target).toList(),
          room.progression().ringTime(file, candidates));
    }
    if (verdict instanceof Verdict.WaitFor wait) {
      file.want(wait.destination(), room.now());
      return room.answers().waiting(file);
    }
    if (verdict instanceof Verdict.Leave leave) {
      return new RoutingDecision.Divert(leave.to());
    }
    return new RoutingDecision.Reject(
        verdict instanceof Verdict.Refuse refuse ? refuse.reason() : RejectReason.CALL_OVER);
  }
}
