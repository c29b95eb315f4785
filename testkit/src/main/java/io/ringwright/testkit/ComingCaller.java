package io.ringwright.testkit;

import io.ringwright.fakeasterisk.PbxUnderTest.CallPlan;
import java.time.Duration;
import java.util.function.Function;

/**
 * Somebody who is about to call in a {@link RoutingScenario}: of priority 5, asking for nothing,
 * and ready to wait for a day.
 *
 * <pre>{@code
 * ScenarioCaller caller = office.caller("0301").ofPriority(1).requiring("french:3").calls("700");
 * }</pre>
 *
 * <p>Thread safety: immutable.
 */
public final class ComingCaller {

  private final Function<CallPlan, ScenarioCaller> call;
  private final CallPlan plan;

  ComingCaller(Function<CallPlan, ScenarioCaller> call, CallPlan plan) {
    this.call = call;
    this.plan = plan;
  }

  private ComingCaller with(CallPlan changed) {
    return new ComingCaller(call, changed);
  }

  /**
   * The caller has another priority in every queue.
   *
   * @param priority 1 is the highest
   * @return the changed caller
   */
  public ComingCaller ofPriority(int priority) {
    return with(plan.withPriority(priority));
  }

  /**
   * The caller asks for skills.
   *
   * @param skills such as {@code french:3+sales:1}, or {@code french:3;60=} for French at level 3
   *     or more in the first minute, and anybody then
   * @return the changed caller
   */
  public ComingCaller requiring(String skills) {
    return with(plan.withSkills(skills));
  }

  /**
   * The caller claims the place that an earlier call had.
   *
   * @param earlier that call
   * @return the changed caller
   */
  public ComingCaller returningFrom(ScenarioCaller earlier) {
    return with(plan.returningFrom(earlier.id()));
  }

  /**
   * The caller prefers an extension for a while.
   *
   * @param extension its number
   * @param time for how long, in whole seconds
   * @return the changed caller
   */
  public ComingCaller preferring(String extension, Duration time) {
    return with(plan.preferring(extension + ":" + time.toSeconds()));
  }

  /**
   * The caller hangs up in time, answered or not.
   *
   * @param patience after how long
   * @return the changed caller
   */
  public ComingCaller hangingUpAfter(Duration patience) {
    return with(plan.withPatience(patience));
  }

  /**
   * The caller calls.
   *
   * @param dialled what is dialled
   * @return the caller, whose call has arrived
   */
  public ScenarioCaller calls(String dialled) {
    return call.apply(plan.dialling(dialled));
  }
}
