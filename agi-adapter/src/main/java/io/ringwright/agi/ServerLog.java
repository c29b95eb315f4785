package io.ringwright.agi;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one logger of a server, whichever of its classes writes: operators filter by its name. */
final class ServerLog {

  static final Logger LOG = LoggerFactory.getLogger("io.ringwright.agi.FastAgiServer");

  private ServerLog() {}
}
