package io.ringwright.it;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Optional;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Marks tests that need a real Asterisk. Where none can be had they do not run, and one line says
 * why; in a continuous integration ({@code CI=true}) that is a failure.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(OnRealAsterisk.Condition.class)
public @interface OnRealAsterisk {

  /** Looks for the Asterisk once for all tests. */
  final class Condition implements ExecutionCondition {

    private static final Optional<String> MISSING = whyMissing();

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
      if (MISSING.isPresent() && "true".equals(System.getenv("CI"))) {
        throw new IllegalStateException(MISSING.get());
      }
      return MISSING
          .map(ConditionEvaluationResult::disabled)
          .orElseGet(() -> ConditionEvaluationResult.enabled("a real Asterisk is here"));
    }

    private static Optional<String> whyMissing() {
      try {
        AsteriskInstallation found = AsteriskInstallation.findOrOther(AsteriskRelease.chosen());
        System.out.println("The tests on a real Asterisk run on " + found.version());
        return Optional.empty();
      } catch (AsteriskNotHereException e) {
        String why = "The tests on a real Asterisk were not run: " + e.getMessage();
        System.out.println(why);
        return Optional.of(why);
      }
    }
  }
}
