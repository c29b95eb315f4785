package io.ringwright.simulator;

/**
 * A house in which nobody gives up (M/M/N, first come first served), by the formulas of A. K.
 * Erlang, 1917.
 *
 * @param load calls that arrive while one is talked out: arrival rate times mean talk, in erlang
 * @param phones how many people answer; more than the load
 * @param talk the mean talk in seconds
 */
record ErlangC(double load, int phones, double talk) {

  /** The share of calls that find all phones engaged, if such calls go away. */
  static double blocked(double load, int phones) {
    double blocked = 1;
    for (int phone = 1; phone <= phones; phone++) {
      blocked = load * blocked / (phone + load * blocked);
    }
    return blocked;
  }

  double shareThatWaits() {
    double blocked = blocked(load, phones);
    return phones * blocked / (phones - load * (1 - blocked));
  }

  double meanWait() {
    return shareThatWaits() * talk / (phones - load);
  }

  double answeredWithin(double seconds) {
    return 1 - shareThatWaits() * Math.exp(-(phones - load) * seconds / talk);
  }

  /**
   * The mean wait of each priority, if the higher always goes first but breaks off no talk (Cobham
   * 1954).
   *
   * @param shares of the calls, highest priority first
   */
  double[] meanWaits(double... shares) {
    double[] waits = new double[shares.length];
    double higher = 0;
    for (int priority = 0; priority < shares.length; priority++) {
      double withThis = higher + shares[priority] * load / phones;
      waits[priority] = shareThatWaits() * talk / phones / ((1 - higher) * (1 - withThis));
      higher = withThis;
    }
    return waits;
  }
}
