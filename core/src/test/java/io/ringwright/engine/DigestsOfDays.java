package io.ringwright.engine;

/**
 * Prints what random days lead to. Run by {@link OtherVirtualMachineTest} in a process of its own.
 */
public final class DigestsOfDays {

  private static final int EVENTS = 80;

  private DigestsOfDays() {}

  /**
   * Prints a line for each day.
   *
   * @param days how many
   */
  public static void main(String[] days) {
    for (long seed = 1; seed <= Integer.parseInt(days[0]); seed++) {
      System.out.println(digest(seed));
    }
  }

  static String digest(long seed) {
    RandomDay day = new RandomDay(seed);
    Engine engine = day.engine();
    int effects = 0;
    for (int event = 0; event < EVENTS; event++) {
      Engine.Outcome outcome = engine.apply(day.next());
      day.hear(outcome);
      effects = 31 * effects + outcome.toString().hashCode();
    }
    return seed + " " + effects + " " + engine.digest();
  }
}
