package io.ringwright.simulator;

/**
 * A house in which callers give up after an exponential patience (M/M/N+M), by the birth-and-death
 * chain of C. Palm, 1946.
 *
 * @param load calls that arrive while one is talked out, in erlang
 * @param phones how many people answer
 * @param talk the mean talk in seconds
 * @param patience the mean patience in seconds
 */
record ErlangA(double load, int phones, double talk, double patience) {

  private static final int MOST_CALLS = 2000;

  /** How likely it is that so many calls are in the house. */
  private double[] callsInTheHouse() {
    double[] likely = new double[MOST_CALLS];
    likely[0] = 1;
    double sum = 1;
    for (int calls = 1; calls < MOST_CALLS; calls++) {
      double leave = Math.min(calls, phones) / talk + Math.max(0, calls - phones) / patience;
      likely[calls] = likely[calls - 1] * (load / talk) / leave;
      sum += likely[calls];
    }
    for (int calls = 0; calls < MOST_CALLS; calls++) {
      likely[calls] /= sum;
    }
    return likely;
  }

  double shareThatWaits() {
    double[] likely = callsInTheHouse();
    double share = 0;
    for (int calls = phones; calls < MOST_CALLS; calls++) {
      share += likely[calls];
    }
    return share;
  }

  double meanWait() {
    double[] likely = callsInTheHouse();
    double waiting = 0;
    for (int calls = phones; calls < MOST_CALLS; calls++) {
      waiting += (calls - phones) * likely[calls];
    }
    return waiting / (load / talk);
  }

  double shareThatGivesUp() {
    return meanWait() / patience;
  }

  double utilisation() {
    return load * (1 - shareThatGivesUp()) / phones;
  }
}
