package io.ringwright.it.moves;

import io.ringwright.call.Token;
import io.ringwright.dialplan.Contexts.Part;
import io.ringwright.dialplan.LandingExtension;

/** Where AMI moves a caller. */
enum Landing {
  /** As the engine does it. */
  OURS(Part.WAIT.standard().name()) {
    @Override
    String extension(long token) {
      return LandingExtension.of(new Token(token));
    }
  },
  /** In a context that those in which callers wait do not include. */
  ELSEWHERE("elsewhere") {
    @Override
    String extension(long token) {
      return "elsewhere-" + token;
    }
  };

  private final String context;

  Landing(String context) {
    this.context = context;
  }

  String context() {
    return context;
  }

  abstract String extension(long token);
}
