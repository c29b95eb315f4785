package io.ringwright.testkit;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.ringwright.call.CallId;
import io.ringwright.call.CallOutcome;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.ExternalNumber;
import io.ringwright.call.OrderAnswer;
import io.ringwright.call.Priority;
import io.ringwright.call.RoutingAnswer;
import io.ringwright.fakeasterisk.PbxUnderTest.Caller;
import io.ringwright.fakeasterisk.Sighting;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A caller in a {@link RoutingScenario}, with what the engine answered and how the call ended.
 *
 * <p>Thread safety: one thread, that of the scenario.
 */
public final class ScenarioCaller implements Caller {

  private final ScenarioEngine engine;
  private final Caller caller;

  ScenarioCaller(ScenarioEngine engine, Caller caller) {
    this.engine = engine;
    this.caller = caller;
  }

  @Override
  public String id() {
    return caller.id();
  }

  @Override
  public void hangUp() {
    caller.hangUp();
  }

  @Override
  public void press(char key) {
    caller.press(key);
  }

  /** The call goes on as its next visit: what was asked of it before is in {@link #ends()}. */
  @Override
  public void sendOn(String number) {
    caller.sendOn(number);
  }

  private CallId callId() {
    return CallId.of(id());
  }

  // What the application does with a caller who waits

  /**
   * The application sends the caller to an extension now, out of turn.
   *
   * @param extension the number of the extension
   * @return whether the caller is on the way, or why not
   */
  @CanIgnoreReturnValue
  public OrderAnswer deliverTo(String extension) {
    return engine.order(router -> router.deliverTo(callId(), DirectoryNumber.of(extension)));
  }

  /**
   * The application has the caller wait for one extension only, for a while.
   *
   * @param extension the number of the extension
   * @param time for how long at most
   * @return what became of it
   */
  @CanIgnoreReturnValue
  public OrderAnswer prefer(String extension, Duration time) {
    return engine.order(router -> router.prefer(callId(), DirectoryNumber.of(extension), time));
  }

  /**
   * The application gives the caller another priority; the ticket stays.
   *
   * @param priority 1 is the highest
   * @return what became of it
   */
  @CanIgnoreReturnValue
  public OrderAnswer changePriority(int priority) {
    return engine.order(router -> router.changePriority(callId(), Priority.of(priority)));
  }

  /**
   * The application takes the caller out of the engine's hands; the channel stays where it is.
   *
   * @return what became of it
   */
  @CanIgnoreReturnValue
  public OrderAnswer withdraw() {
    return engine.order(router -> router.withdraw(callId()));
  }

  /**
   * The application has the caller called back when the turn comes; the caller may hang up now.
   *
   * @param number where to call
   * @return what became of it
   */
  @CanIgnoreReturnValue
  public OrderAnswer callBack(String number) {
    return engine.order(router -> router.callBack(callId(), ExternalNumber.of(number)));
  }

  // What became of the call

  /**
   * What the engine answered for this call, on arrival and later.
   *
   * @return oldest first, a copy
   */
  public List<RoutingAnswer> answers() {
    return engine.record().answersFor(callId());
  }

  /**
   * What the engine answered last.
   *
   * @return the answer
   * @throws IllegalStateException if it has answered nothing
   */
  public RoutingAnswer lastAnswer() {
    List<RoutingAnswer> answers = answers();
    if (answers.isEmpty()) {
      throw new IllegalStateException("the engine has answered nothing for call " + id());
    }
    return answers.get(answers.size() - 1);
  }

  /**
   * How the call ended for the engine.
   *
   * @return the outcome, or empty if it has not ended
   */
  public Optional<CallOutcome> outcome() {
    List<CallOutcome> ends = ends();
    return ends.isEmpty() || ends.get(ends.size() - 1).goesOn()
        ? Optional.empty()
        : Optional.of(ends.get(ends.size() - 1));
  }

  /**
   * How the visits of this call ended that are over: several if the caller was sent on.
   *
   * @return first visit first
   */
  public List<CallOutcome> ends() {
    return engine.record().endsOf(callId());
  }

  /**
   * What the switch and the phones saw of this call.
   *
   * @return oldest first
   */
  public List<Sighting> sightings() {
    return engine.sightings().stream().filter(sighting -> sighting.caller().equals(id())).toList();
  }

  /**
   * The extensions that rang for this caller.
   *
   * @return in the order of ringing, one that rang twice stands twice
   */
  public List<String> rung() {
    return sightings().stream()
        .filter(sighting -> sighting.kind() == Sighting.Kind.PHONE_RINGS)
        .map(Sighting::subject)
        .toList();
  }

  /**
   * The position among all waiting calls.
   *
   * @return 1 is next; empty if the caller does not wait
   */
  public Optional<Integer> position() {
    List<String> waiting = engine.waitingIds();
    int index = waiting.indexOf(id());
    return index < 0 ? Optional.empty() : Optional.of(index + 1);
  }

  @Override
  public String toString() {
    return "caller " + id();
  }
}
