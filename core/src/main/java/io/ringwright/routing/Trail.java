package io.ringwright.routing;

import io.ringwright.call.RoutingExplanation;
import io.ringwright.call.RoutingExplanation.Rule;
import io.ringwright.call.RoutingExplanation.Step;
import java.util.ArrayList;
import java.util.List;

/** Collects the steps of an explanation, or none where nobody asked for one. */
public final class Trail {

  /** Never changes, so it serves everybody who wants no explanation. */
  private static final Trail SILENT = new Trail(false);

  private final List<Step> steps = new ArrayList<>();
  private final boolean wanted;

  private Trail(boolean wanted) {
    this.wanted = wanted;
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

  /** How many steps were kept so far. */
  int length() {
    return steps.size();
  }

  /** Takes away the steps from a place on, to be put in another order. */
  List<Step> cut(int from) {
    List<Step> tail = steps.subList(from, steps.size());
    List<Step> taken = List.copyOf(tail);
    tail.clear();
    return taken;
  }

  /** Keeps steps that were cut. */
  void add(List<Step> more) {
    steps.addAll(more);
  }

  /**
   * What was kept.
   *
   * @return the explanation so far
   */
  public RoutingExplanation explanation() {
    return new RoutingExplanation(steps);
  }
}
