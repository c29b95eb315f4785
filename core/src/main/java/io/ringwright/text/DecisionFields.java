package io.ringwright.text;

import io.ringwright.call.DialplanExtension;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.ExternalNumber;
import io.ringwright.call.RejectReason;
import io.ringwright.call.RingTarget;
import io.ringwright.call.RoutingDecision;
import io.ringwright.call.RoutingDecision.Divert;
import io.ringwright.call.RoutingDecision.HandBack;
import io.ringwright.call.RoutingDecision.Reject;
import io.ringwright.call.RoutingDecision.Ring;
import io.ringwright.call.RoutingDecision.Wait;
import io.ringwright.call.WaitEstimate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** How decisions are written: the fields that lines share. */
public final class DecisionFields {

  private DecisionFields() {}

  /** Writes a decision. */
  public static FieldWriter put(FieldWriter line, RoutingDecision decision) {
    if (decision instanceof Ring ring) {
      line.putAll("ring", ring.targets().stream().map(DecisionFields::target).toList())
          .put("token", ring.token())
          .put("for", ring.ringTime());
    } else if (decision instanceof Wait wait) {
      line.put("wait", Words.destination(wait.waitingFor()))
          .put("position", wait.position())
          .put("priority", wait.priority())
          .put("since", wait.since());
      estimate(line, wait.estimate());
    } else if (decision instanceof Divert divert) {
      line.put("divert", divert.to());
    } else if (decision instanceof HandBack back) {
      line.put("hand-back", back.to());
    } else if (decision instanceof Reject reject) {
      line.put("reject", reject.reason());
    }
    return line;
  }

  /** Reads a decision. */
  public static RoutingDecision decision(FieldReader line) {
    List<RingTarget> targets = line.list("ring", DecisionFields::target);
    if (!targets.isEmpty()) {
      return new Ring(line.one("token", Words::token), targets, line.one("for", Duration::parse));
    }
    Optional<Divert> divert = line.optional("divert", to -> new Divert(ExternalNumber.of(to)));
    if (divert.isPresent()) {
      return divert.get();
    }
    Optional<HandBack> back =
        line.optional("hand-back", to -> new HandBack(DialplanExtension.of(to)));
    if (back.isPresent()) {
      return back.get();
    }
    Optional<Reject> reject =
        line.optional(
            "reject", word -> new Reject(FieldReader.constant(RejectReason.class).apply(word)));
    return reject.isPresent() ? reject.get() : waiting(line);
  }

  private static Wait waiting(FieldReader line) {
    return new Wait(
        line.one("wait", Words::destination),
        line.one("position", Integer::parseInt),
        line.one("priority", Words::priority),
        line.one("since", Instant::parse),
        estimate(line));
  }

  private static void estimate(FieldWriter line, WaitEstimate estimate) {
    if (estimate instanceof WaitEstimate.Between between) {
      line.put("shortest", between.shortest())
          .put("longest", between.longest())
          .put("basis", between.basis());
    } else if (!estimate.equals(WaitEstimate.unknown())) {
      line.put("unknown", ((WaitEstimate.Unknown) estimate).why());
    }
  }

  private static WaitEstimate estimate(FieldReader line) {
    Optional<Duration> shortest = line.optional("shortest", Duration::parse);
    if (shortest.isPresent()) {
      return new WaitEstimate.Between(
          shortest.get(), line.one("longest", Duration::parse), line.one("basis", text -> text));
    }
    Optional<WaitEstimate> unknown = line.optional("unknown", WaitEstimate.Unknown::new);
    return unknown.orElse(WaitEstimate.unknown());
  }

  private static String target(RingTarget target) {
    return target.extension() + "@" + Words.device(target);
  }

  private static RingTarget target(String word) {
    String[] halves = Words.halves(word, '@', "number@device");
    return Words.device(DirectoryNumber.of(halves[0]), halves[1]);
  }
}
