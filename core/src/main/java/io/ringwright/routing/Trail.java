package io.ringwright.routing;

import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.RoutingDecision;
import io.ringwright.call.RoutingExplanation;
import io.ringwright.call.RoutingExplanation.Rule;
import io.ringwright.call.RoutingExplanation.Step;
import java.util.ArrayList;
import java.util.List;

/** Collects the steps of an explanation, or none where nobody asked for one. */
public final class Trail {

  /** Its list cannot be changed, so it serves every engine of the process at the same time. */
  private static final Trail SILENT = new Trail(false);

  private final List<Step> steps;
  private final Summary summary = new Summary();
  private final boolean wanted;

  private Trail(boolean wanted) {
    this.wanted = wanted;
    this.steps = wanted ? new ArrayList<>() : List.of();
  }

  /**
   * A trail that keeps every step.
   *
   * @return an empty trail
   */
  public static Trail kept() {
    return new Trail(true);
  }

  /**
   * A trail that keeps nothing.
   *
   * @return the one empty trail
   */
  public static Trail silent() {
    return SILENT;
  }

  /**
   * Whether steps are kept.
   *
   * @return false if nobody asked for an explanation
   */
  public boolean isKept() {
    return wanted;
  }

  /**
   * Notes a step.
   *
   * @param depth how far into the diversions
   * @param subject what the rule was asked about
   * @param rule which rule
   * @param finding the parts of the fact that settled it, joined only if they are kept
   */
  public void note(int depth, Object subject, Rule rule, Object... finding) {
    if (wanted) {
      StringBuilder text = new StringBuilder();
      for (Object part : finding) {
        text.append(part);
      }
      steps.add(new Step(depth, subject.toString(), rule, text.toString()));
    }
  }

  /**
   * Notes a fact about a phone, for the summary.
   *
   * @param extension whose phone
   * @param kind the fact in a word or two
   * @param detail what follows it; may be empty
   */
  void phone(DirectoryNumber extension, String kind, String detail) {
    if (wanted) {
      summary.phone(extension, kind, detail);
    }
  }

  /** Notes why a phone that may ring is not chosen, for the summary. */
  void notChosen(DirectoryNumber extension, String why) {
    if (wanted) {
      summary.notChosen(extension, why);
    }
  }

  /** Notes how the phones that ring were chosen, for the summary. */
  void choice(String how) {
    if (wanted) {
      summary.choice(how);
    }
  }

  /** Notes the way on which forwardings stopped, for the summary. */
  void way(Object stops) {
    if (wanted) {
      summary.way(stops.toString());
    }
  }

  /** Notes for the summary that an overflow led on. */
  void left(Object from, String why) {
    if (wanted) {
      summary.left(from + ": " + why);
    }
  }

  /**
   * Notes a caller who is ahead of this one.
   *
   * @param caller who, and which phones are for them
   */
  public void ahead(String caller) {
    if (wanted) {
      summary.ahead(caller);
      note(0, "the queue", Rule.FAIRNESS, caller);
    }
  }

  /**
   * Notes that the switch of the call has not been seen.
   *
   * @param pbx which switch
   * @param sofar "yet", or within which time
   * @param follows what follows from it
   */
  public void unseen(Object pbx, String sofar, String follows) {
    if (wanted) {
      summary.unseen("PBX " + pbx + " not seen " + sofar);
      note(0, "PBX " + pbx, Rule.PBX_SEEN, "not seen ", sofar, ": ", follows);
    }
  }

  /** How many steps were kept so far. */
  int length() {
    return steps.size();
  }

  /** Takes away the steps from a place on, to be put in another order. */
  List<Step> cut(int from) {
    if (!wanted) {
      return List.of();
    }
    List<Step> tail = steps.subList(from, steps.size());
    List<Step> taken = List.copyOf(tail);
    tail.clear();
    return taken;
  }

  /** Keeps steps that were cut. */
  void add(List<Step> more) {
    if (wanted) {
      steps.addAll(more);
    }
  }

  /**
   * What was kept.
   *
   * @return the explanation so far, without a summary
   */
  public RoutingExplanation explanation() {
    return new RoutingExplanation(steps);
  }

  /**
   * What was kept, with a summary.
   *
   * @param decision what was decided
   * @return the explanation of it
   */
  public RoutingExplanation explanation(RoutingDecision decision) {
    return wanted ? new RoutingExplanation(summary.of(decision), steps) : explanation();
  }
}
