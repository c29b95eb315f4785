package io.ringwright.faults;

/**
 * How often what goes wrong in one simulation: a probability for each occasion, zero for never.
 *
 * @param amiCut that a piece of what passes over AMI is cut somewhere, and the connection with it
 * @param amiEvents that an event is lost, doubled, or late
 * @param redirects that a Redirect has no effect, a late one, a hang-up, or an error for an answer
 * @param agi that a FastAGI connection is refused, silent, reset, or late
 * @param disk that a commit takes long
 * @param phones that a phone refuses, does not answer, or says nothing
 * @param disasters how many big faults there are: stops, restarts, clock steps, floods, full disks
 * @param host that code of the host throws
 */
record Weather(
    double amiCut,
    double amiEvents,
    double redirects,
    double agi,
    double disk,
    double phones,
    int disasters,
    double host) {

  static final Weather CALM = new Weather(0, 0, 0, 0, 0, 0.2, 0, 0);

  /** Some days are calm, some have one kind of fault, and some have all. */
  static Weather of(Dice dice) {
    int kind = dice.below(10);
    if (kind == 0) {
      return CALM;
    }
    double rough = kind < 5 ? 0.3 : 1;
    return new Weather(
        some(dice, 0.01 * rough),
        some(dice, 0.10 * rough),
        some(dice, 0.35 * rough),
        some(dice, 0.25 * rough),
        some(dice, 0.20 * rough),
        0.1 + 0.4 * dice.random().nextDouble(),
        dice.chance(0.7) ? dice.between(0, kind < 5 ? 2 : 5) : 0,
        some(dice, 0.2 * rough));
  }

  private static double some(Dice dice, double most) {
    return dice.chance(0.5) ? most * dice.random().nextDouble() : 0;
  }

  /** Nothing goes wrong any more, except that people do not answer. */
  Weather over() {
    return new Weather(0, 0, 0, 0, 0, 0, 0, 0);
  }
}
