package io.ringwright.audit;

/**
 * A time without a break in which somebody waited while an agent was idle.
 *
 * <p>Thread safety: for one thread.
 */
final class Gap {

  private final Whole told;
  private long from;
  private long to;

  /** Is told of each gap when it is over. */
  interface Whole {

    /**
     * A gap is over.
     *
     * @param from when it began, in milliseconds
     * @param to when it ended
     */
    void ended(long from, long to);
  }

  Gap(Whole told) {
    this.told = told;
  }

  /** It holds for this time too; one that does not begin where the last ended is another gap. */
  void extend(long begin, long end) {
    if (begin != to) {
      cut();
      from = begin;
    }
    to = end;
  }

  /** It is over. */
  void cut() {
    if (to > from) {
      told.ended(from, to);
    }
    from = to;
  }
}
