package io.ringwright.directory.text;

import io.ringwright.directory.OnAnswerBuilder;
import java.time.Duration;
import java.util.Random;

/** What happens on an answer, with any settings that the builder takes. */
public final class AnyOnAnswer {

  private final Random random;

  /** Settings that follow from a source of chance. */
  public AnyOnAnswer(Random random) {
    this.random = random;
  }

  /** Describes them. */
  public void describe(OnAnswerBuilder onAnswer) {
    for (int sound = random.nextInt(6); sound > 0; sound--) {
      onAnswer.tellAgent("custom/group_" + random.nextInt(9) + ".v2-b");
    }
    if (random.nextBoolean()) {
      onAnswer.tellWait();
    }
    if (random.nextBoolean()) {
      String key = String.valueOf(random.nextInt(10));
      onAnswer.acceptByKey(key, "press-" + key, Duration.ofSeconds(2 + random.nextInt(59)));
    }
    if (random.nextBoolean()) {
      onAnswer.setVariables();
    }
    if (random.nextBoolean()) {
      onAnswer.dialOptions(random.nextBoolean() ? "" : "tTS(3600)");
    }
    switch (random.nextInt(3)) {
      case 0 -> onAnswer.recordTalk();
      case 1 -> onAnswer.recordFromAnswer();
      default -> {}
    }
  }
}
