package io.ringwright.effect;

import java.util.function.Consumer;

/**
 * Tells the listener and the recorder one thing after the other.
 *
 * @param outside who is told
 */
record Teller(Outside outside) implements Consumer<Effect> {

  @Override
  public void accept(Effect effect) {
    try {
      effect.carryOut(outside);
    } catch (Throwable failure) { // Whatever the host's code does, the other effects follow.
      outside.listener().failed(effect.toString(), Mover.exception(failure));
    }
  }
}
