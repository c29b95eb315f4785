package io.ringwright.faults;

import io.ringwright.directory.Strategy;
import java.util.List;

/** A strategy of the host that fails at times. */
final class HostCode implements Strategy {

  private final Dice dice;
  private final double fails;

  HostCode(Dice dice, double fails) {
    this.dice = dice;
    this.fails = fails;
  }

  @Override
  public String words() {
    return "by the host";
  }

  @Override
  public List<Contender> next(List<Contender> equals, Memory memory) {
    if (dice.chance(fails)) {
      throw new IllegalStateException(Laboratory.PLANNED);
    }
    return List.of(equals.get((int) Math.floorMod(memory.draw(), (long) equals.size())));
  }
}
