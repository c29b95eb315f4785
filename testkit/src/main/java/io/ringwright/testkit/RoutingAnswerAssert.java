package io.ringwright.testkit;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.ringwright.call.DialplanExtension;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.RejectReason;
import io.ringwright.call.RoutingAnswer;
import io.ringwright.call.RoutingDecision;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.AbstractAssert;

/**
 * Assertions on an answer of the engine.
 *
 * <p>Thread safety: one thread.
 *
 * @see RoutingAssertions
 */
public final class RoutingAnswerAssert extends AbstractAssert<RoutingAnswerAssert, RoutingAnswer> {

  RoutingAnswerAssert(RoutingAnswer actual) {
    super(actual, RoutingAnswerAssert.class);
  }

  /**
   * The call rings these extensions and no others.
   *
   * @param extensions numbers in any order
   * @return this
   */
  @CanIgnoreReturnValue
  public RoutingAnswerAssert rings(String... extensions) {
    RoutingDecision.Ring ring = decision(RoutingDecision.Ring.class, "to ring");
    List<String> rung = ring.extensions().stream().map(DirectoryNumber::digits).toList();
    List<String> expected = List.of(extensions);
    if (rung.size() != expected.size() || !rung.containsAll(expected)) {
      fail("to ring " + expected, "rings " + rung);
    }
    return this;
  }

  /**
   * The call rings for so long.
   *
   * @param ringTime how long at most
   * @return this
   */
  @CanIgnoreReturnValue
  public RoutingAnswerAssert ringsFor(Duration ringTime) {
    RoutingDecision.Ring ring = decision(RoutingDecision.Ring.class, "to ring");
    if (!ring.ringTime().equals(ringTime)) {
      fail("to ring for " + ringTime, "rings for " + ring.ringTime());
    }
    return this;
  }

  /**
   * The call waits for an extension or a hunt group.
   *
   * @param number the number waited for
   * @return this
   */
  @CanIgnoreReturnValue
  public RoutingAnswerAssert waitsFor(String number) {
    RoutingDecision.Wait wait = decision(RoutingDecision.Wait.class, "to wait");
    if (!wait.waitingFor().digits().equals(number)) {
      fail("to wait for " + number, "waits for " + wait.waitingFor());
    }
    return this;
  }

  /**
   * The call waits at a position.
   *
   * @param position 1 is next
   * @return this
   */
  @CanIgnoreReturnValue
  public RoutingAnswerAssert waitsAtPosition(int position) {
    RoutingDecision.Wait wait = decision(RoutingDecision.Wait.class, "to wait");
    if (wait.position() != position) {
      fail("to wait at position " + position, "waits at position " + wait.position());
    }
    return this;
  }

  /**
   * The call waits, and nothing honest can be said of how long.
   *
   * @return this
   */
  @CanIgnoreReturnValue
  public RoutingAnswerAssert waitsForUnknownTime() {
    RoutingDecision.Wait wait = decision(RoutingDecision.Wait.class, "to wait");
    if (wait.estimate().interval().isPresent()) {
      fail("to wait for an unknown time", "is to wait " + wait.estimate());
    }
    return this;
  }

  /**
   * The call waits, and the interval that is expected of the wait holds this time.
   *
   * @param time how long the wait may turn out to be
   * @return this
   */
  @CanIgnoreReturnValue
  public RoutingAnswerAssert mayWaitFor(Duration time) {
    RoutingDecision.Wait wait = decision(RoutingDecision.Wait.class, "to wait");
    if (wait.estimate().interval().filter(interval -> interval.holds(time)).isEmpty()) {
      fail("to expect a wait that may be " + time, "expects one " + wait.estimate());
    }
    return this;
  }

  /**
   * The call is diverted out of the house.
   *
   * @param number the external number
   * @return this
   */
  @CanIgnoreReturnValue
  public RoutingAnswerAssert isDivertedTo(String number) {
    RoutingDecision.Divert divert = decision(RoutingDecision.Divert.class, "to be diverted");
    if (!divert.to().digits().equals(number)) {
      fail("to be diverted to " + number, "is diverted to " + divert.to());
    }
    return this;
  }

  /**
   * The call is handed back to the dialplan of the host.
   *
   * @param place where it goes on
   * @return this
   */
  @CanIgnoreReturnValue
  public RoutingAnswerAssert isHandedBackTo(DialplanExtension place) {
    RoutingDecision.HandBack back = decision(RoutingDecision.HandBack.class, "to be handed back");
    if (!back.to().equals(place)) {
      fail("to be handed back to " + place, "is handed back to " + back.to());
    }
    return this;
  }

  /**
   * The call is rejected.
   *
   * @param reason why
   * @return this
   */
  @CanIgnoreReturnValue
  public RoutingAnswerAssert isRejectedBecause(RejectReason reason) {
    RoutingDecision.Reject reject = decision(RoutingDecision.Reject.class, "to be rejected");
    if (reject.reason() != reason) {
      fail("to be rejected: " + reason.word(), "is rejected: " + reject.reason().word());
    }
    return this;
  }

  /**
   * The explanation says something.
   *
   * @param text a part of the explanation as it is printed
   * @return this
   */
  @CanIgnoreReturnValue
  public RoutingAnswerAssert isExplainedBy(String text) {
    isNotNull();
    if (!actual.explanation().toString().contains(text)) {
      fail("to be explained by \"" + text + "\"", "is not");
    }
    return this;
  }

  private <T extends RoutingDecision> T decision(Class<T> kind, String expected) {
    isNotNull();
    if (!kind.isInstance(actual.decision())) {
      fail(expected, actual.decision().toString());
    }
    return kind.cast(actual.decision());
  }

  private void fail(String expected, String found) {
    failWithMessage(
        "Expected call %s %s, but the decision is: %s%nThe engine explains:%n%s",
        actual.call(), expected, found, actual.explanation().toString().indent(2));
  }
}
