package io.ringwright.effect;

import java.util.function.Consumer;

/**
 * Carries out one effect on the switch after the other.
 *
 * @param outside with what
 * @param tellings is given what went wrong
 */
record Mover(Outside outside, Consumer<Effect> tellings) implements Consumer<Effect> {

  @Override
  public void accept(Effect effect) {
    try {
      effect.carryOut(outside);
    } catch (Throwable failure) { // Whatever the host's code does, the other effects follow.
      tellings.accept(new Effect.Tell.Failed(effect.toString(), exception(failure)));
    }
  }

  static RuntimeException exception(Throwable failure) {
    return failure instanceof RuntimeException own ? own : new IllegalStateException(failure);
  }
}
