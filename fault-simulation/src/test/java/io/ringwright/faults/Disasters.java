package io.ringwright.faults;

import java.time.Duration;
import java.util.List;

/** Big faults by chance, each with its end. */
final class Disasters {

  private final Laboratory lab;
  private final Dice dice;

  Disasters(Laboratory lab, Dice dice) {
    this.lab = lab;
    this.dice = dice;
  }

  /** One of them begins. */
  void strike() {
    switch (dice.below(10)) {
      case 0, 1 -> stopTheApplication();
      case 2 -> lab.restartAsterisk();
      case 3 -> closeAmi();
      case 4 -> silenceAmi();
      case 5 -> flood();
      case 6 -> lab.stepEngine(hours());
      case 7 -> lab.stepAsterisk(hours());
      case 8 -> fillTheDisk();
      default -> holdUp();
    }
  }

  private Duration hours() {
    Duration step = Duration.ofMinutes(dice.between(1, 300));
    return dice.chance(0.5) ? step : step.negated();
  }

  private void stopTheApplication() {
    lab.kill();
    if (dice.chance(0.3)) {
      lab.story.tell("FAULT: the journal is lost");
      lab.loseJournal();
    }
    later(dice.millis(100, 8_000), lab::startIfStopped);
  }

  private void closeAmi() {
    lab.story.tell("FAULT: the AMI port is closed");
    SimulatedSwitch pbx = lab.pbx();
    pbx.listens(false);
    later(
        dice.millis(100, 20_000),
        () -> {
          lab.story.tell("the AMI port is open again");
          lab.pbx().listens(true);
        });
  }

  private void silenceAmi() {
    lab.story.tell("FAULT: AMI is silent");
    lab.ami.fallSilent(true);
    later(dice.millis(500, 70_000), () -> lab.ami.fallSilent(false));
  }

  private void flood() {
    lab.story.tell("FAULT: a flood of events");
    holdUp();
    for (int at = 0; at < 400; at++) {
      lab.ami.inject(
          "Event: DeviceStateChange\r\nPrivilege: call,all\r\nDevice: PJSIP/stranger%d\r\nState: INUSE\r\n\r\n"
              .formatted(dice.below(200)));
    }
  }

  private void fillTheDisk() {
    lab.story.tell("FAULT: the disk is full");
    lab.disk.fill(true);
    later(dice.millis(500, 20_000), () -> lab.disk.fill(false));
  }

  private void holdUp() {
    Duration time = dice.oneOf(List.of(Duration.ofMillis(300), Duration.ofSeconds(2)));
    lab.story.tell("FAULT: the thread of the link is held up by " + time.toMillis());
    lab.engine().ifPresent(engine -> engine.link().holdUp(time));
    later(
        dice.millis(1_000, 10_000),
        () -> lab.engine().ifPresent(engine -> engine.link().holdUp(Duration.ZERO)));
  }

  private void later(Duration delay, Runnable task) {
    var unused = lab.timeline.after(delay, task);
  }
}
