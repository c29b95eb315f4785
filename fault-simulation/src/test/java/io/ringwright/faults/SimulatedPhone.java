package io.ringwright.faults;

import io.ringwright.fakeasterisk.switchboard.HangupCause;
import io.ringwright.fakeasterisk.switchboard.Phone;
import io.ringwright.fakeasterisk.timeline.Timeline;
import java.time.Duration;
import java.util.function.Supplier;

/** A phone that is answered, or not, as chance has it. */
final class SimulatedPhone implements Phone {

  private static final Duration NO_RESPONSE = Duration.ofSeconds(32);

  private final Timeline timeline;
  private final Dice dice;
  private final Supplier<Weather> weather;

  SimulatedPhone(Timeline timeline, Dice dice, Supplier<Weather> weather) {
    this.timeline = timeline;
    this.dice = dice;
    this.weather = weather;
  }

  @Override
  public void invited(Invitation call) {
    if (dice.chance(weather.get().phones())) {
      doNotAnswer(call);
    } else {
      call.ring();
      // Phones that ring together are often answered at the same instant.
      Duration rings = dice.chance(0.3) ? Duration.ofSeconds(2) : dice.millis(200, 8_000);
      var unused = timeline.after(rings, () -> answer(call));
    }
  }

  private void answer(Invitation call) {
    if (call.isOpen()) {
      call.answer();
      var unused = timeline.after(dice.millis(500, 25_000), call::hangUp);
    }
  }

  private void doNotAnswer(Invitation call) {
    switch (dice.below(4)) {
      case 0 -> call.refuse(HangupCause.BUSY, 486);
      case 1 -> {
        call.ring();
        var unused =
            timeline.after(dice.millis(0, 3_000), () -> call.refuse(HangupCause.REJECTED, 603));
      }
      case 2 -> call.ring();
      default -> {
        var unused = timeline.after(NO_RESPONSE, () -> call.refuse(HangupCause.NO_RESPONSE, 408));
      }
    }
  }
}
