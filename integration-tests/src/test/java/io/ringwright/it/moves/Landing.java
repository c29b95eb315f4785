package io.ringwright.it.moves;

import io.ringwright.call.Token;
import io.ringwright.dialplan.Contexts.Part;
import io.ringwright.dialplan.LandingExtension;

/**
 * Where AMI moves a caller.
 *
 * @param context the context
 * @param prefix the dialplan extension before the token
 */
record Landing(String context, String prefix) {

  /** As the engine does it. */
  static final Landing OURS =
      new Landing(
          Part.WAIT.standard().name(), LandingExtension.of(new Token(1)).replaceFirst("1$", ""));

  /** A context that those in which callers wait do not include: a copy of the landing. */
  static final Landing ELSEWHERE = new Landing("elsewhere", "elsewhere-");
}
