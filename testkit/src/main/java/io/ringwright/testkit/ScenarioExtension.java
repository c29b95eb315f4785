package io.ringwright.testkit;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.ringwright.availability.Attendance;
import io.ringwright.call.DirectoryNumber;
import java.util.Optional;

/**
 * An extension in a {@link RoutingScenario}, with what the person there does about calls through
 * hunt groups. Direct calls are rung in any case.
 *
 * <p>Thread safety: one thread, that of the scenario.
 */
public final class ScenarioExtension {

  private final RoutingScenario scenario;
  private final ScenarioEngine engine;
  private final DirectoryNumber number;

  ScenarioExtension(RoutingScenario scenario, ScenarioEngine engine, DirectoryNumber number) {
    this.scenario = scenario;
    this.engine = engine;
    this.number = number;
  }

  /**
   * Takes no calls through hunt groups until {@link #resumes}.
   *
   * @param reason why, such as {@code lunch}
   * @return the scenario
   */
  @CanIgnoreReturnValue
  public RoutingScenario pauses(String reason) {
    return attends(new Attendance(attendance().loggedIn(), Optional.of(reason)));
  }

  /**
   * Goes on after a pause.
   *
   * @return the scenario
   */
  @CanIgnoreReturnValue
  public RoutingScenario resumes() {
    return attends(new Attendance(attendance().loggedIn(), Optional.empty()));
  }

  /**
   * Takes no part in its hunt groups from now on: nobody waits for it.
   *
   * @return the scenario
   */
  @CanIgnoreReturnValue
  public RoutingScenario logsOut() {
    return attends(new Attendance(false, attendance().pausedFor()));
  }

  /**
   * Takes part in its hunt groups again.
   *
   * @return the scenario
   */
  @CanIgnoreReturnValue
  public RoutingScenario logsIn() {
    return attends(new Attendance(true, attendance().pausedFor()));
  }

  /**
   * Why it is paused, be it by its own choice or by the engine's.
   *
   * @return the reason, or empty if it is not paused
   */
  public Optional<String> pausedFor() {
    return attendance().pausedFor();
  }

  private RoutingScenario attends(Attendance attendance) {
    engine.tell(router -> router.setAttendance(number, attendance));
    return scenario;
  }

  private Attendance attendance() {
    return engine.router().attendance(number);
  }

  @Override
  public String toString() {
    return "extension " + number;
  }
}
